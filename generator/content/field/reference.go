package field

import (
	"fmt"
	"strings"
)

// WriteTable writes a table of the fields of a group, as Markdown, with those of
// the groups inside it.
func WriteTable(b *strings.Builder, a About) {
	b.WriteString("\n| field | value | meaning |\n| --- | --- | --- |\n")
	rows(b, "", a.fields)
}

// rows writes a row for each field and, indented by its name, for the fields
// inside it.
func rows(b *strings.Builder, prefix string, fields []fieldAbout) {
	for _, f := range fields {
		name := prefix + f.name
		words := f.about.Words
		if f.required {
			words += " (required)"
		}
		fmt.Fprintf(b, "| `%s` | %s | %s |\n", name, cell(words), cell(f.words))
		inner, suffix := f.about, "."
		if inner.item != nil {
			inner, suffix = *inner.item, "[]."
		}
		for _, choice := range inner.Either {
			rows(b, name+suffix, choice.fields)
		}
		rows(b, name+suffix, inner.fields)
	}
}

func cell(text string) string { return strings.ReplaceAll(text, "|", `\|`) }
