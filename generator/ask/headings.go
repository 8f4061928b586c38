package ask

import (
	_ "embed"
	"io"
	"slices"
	"strings"

	"ithaca/generator/contacts"
	"ithaca/generator/portal"
	"ithaca/generator/table"
)

// headingWords is what people write above the columns of a table of pairs, in English,
// Spanish, French, Portuguese and German, folded: who or what a column is about, which
// part of it, and, after a hyphen, words that say nothing.
//
//go:embed headings.txt
var headingWords string

// column returns the column of a table of pairs that a heading stands above: "mentor",
// "mentor first", "mentor last", "mentor mail", the same of "request", "cycle" or the
// name of a field of a request; "" for others, as where a word is not known.
func column(heading string) string {
	key := portal.Fold(heading)
	if slices.Contains(fieldNames(), key) {
		return key
	}
	about, part := "", ""
	for word := range strings.SplitSeq(key, "-") {
		switch meaning := headingWord(word); {
		case meaning == "":
			return ""
		case meaning == "-":
		case meaning == "mentor" || meaning == "request" || meaning == "cycle":
			if about == "" {
				about = meaning
			}
		default:
			part = " " + meaning
		}
	}
	if about == "" {
		return ""
	}
	return about + part
}

// headingWord returns what a folded word of a heading means, "" for an unknown one.
func headingWord(word string) string {
	for line := range strings.Lines(headingWords) {
		if words := strings.Fields(line); len(words) > 0 && slices.Contains(words[1:], word) {
			return words[0]
		}
	}
	return ""
}

// whole joins the parts of a name, which stand in columns of their own or in one.
func whole(row map[string]string, about string) string {
	return strings.Join(strings.Fields(row[about+" first"]+" "+row[about]+" "+row[about+" last"]), " ")
}

// sortedWords returns the words of a text, folded and in the order of the alphabet:
// "Silva, Ana" is "ANA SILVA", and "2026 spring" is "spring-2026".
func sortedWords(text string) string {
	return strings.Join(slices.Sorted(strings.SplitSeq(portal.Fold(text), "-")), "-")
}

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
