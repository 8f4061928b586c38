package ask

import (
	"cmp"
	"io"
	"slices"
	"strings"

	"ithaca/generator/table"
)

// Contacts says who is behind a slug or a pseudonym. It is read from a table that
// stands outside the site, and no answer repeats what it says.
type Contacts struct{ people []contact }

type contact struct{ key, slug, name, mail string }

// ReadContacts reads a table with the columns key, slug or pseudonym, name and e-mail.
// One that cannot be used is a *TableError.
func ReadContacts(from io.Reader) (*Contacts, error) {
	t, err := read(from, contactColumn)
	if err != nil {
		return nil, err
	}
	if !slices.Contains(t.Columns, "slug") && !slices.Contains(t.Columns, "pseudonym") || !slices.Contains(t.Columns, "name") {
		return nil, &TableError{[]LineMistake{{Line: 1, Text: "contacts have the columns key, slug, name, e-mail and language"}}}
	}
	c := &Contacts{}
	for _, row := range t.Rows {
		v := row.Values
		if one := (contact{v["key"], cmp.Or(v["slug"], v["pseudonym"]), sortedWords(v["name"]), strings.ToLower(v["e-mail"])}); one.slug != "" {
			c.people = append(c.people, one)
		}
	}
	return c, nil
}

func contactColumn(heading string) string {
	switch heading = strings.ToLower(heading); heading {
	case "key", "slug", "pseudonym", "name", "e-mail":
		return heading
	case "email", "mail":
		return "e-mail"
	}
	return ""
}

// named returns the slugs of those who are meant by an address, or, where nobody has
// it or none is given, by a name or a key. It finds nobody in no contacts.
func (c *Contacts) named(name, mail string) []string {
	var byMail, byName []string
	if c == nil {
		return nil
	}
	for _, one := range c.people {
		if mail != "" && strings.EqualFold(one.mail, mail) {
			byMail = append(byMail, one.slug)
		}
		if name != "" && (one.key == name || one.name == sortedWords(name)) {
			byName = append(byName, one.slug)
		}
	}
	if len(byMail) > 0 {
		return byMail
	}
	return byName
}

// read reads a table. One that cannot be read is a *TableError.
func read(from io.Reader, columns table.Columns) (*table.Table, error) {
	t, err := table.Read(from, columns)
	if wrong, ok := err.(*table.Mistake); ok {
		return nil, &TableError{[]LineMistake{*wrong}}
	}
	return t, err
}

// one returns the only one of some slugs that is there; many reports whether several
// are.
func one(slugs []string, there func(slug string) bool) (slug string, many bool) {
	slices.Sort(slugs)
	slugs = slices.DeleteFunc(slices.Compact(slugs), func(slug string) bool { return !there(slug) })
	if len(slugs) == 0 {
		return "", false
	}
	return slugs[0], len(slugs) > 1
}
