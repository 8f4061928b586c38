package ask

import (
	"io"
	"slices"
	"strings"

	"ithaca/generator/contacts"
	"ithaca/generator/table"
)

// named returns the slugs of those who are meant by an address, or, where nobody has
// it or none is given, by a name or a key. Names are in sorted words.
func named(known []contacts.Contact, name, mail string) []string {
	var byMail, byName []string
	for _, one := range known {
		if mail != "" && strings.EqualFold(one.Email, mail) {
			byMail = append(byMail, one.Slug)
		}
		if name != "" && (one.Key == name || one.Name == sortedWords(name)) {
			byName = append(byName, one.Slug)
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
