package kinds

import (
	"cmp"
	"fmt"
	"strings"

	"ithaca/generator/content/field"
)

// Reference returns the reference of everything that can be written under
// content/, as Markdown, from the declarations that decode it.
func Reference() string {
	var b strings.Builder
	b.WriteString("# What can be written under content/\n\n" +
		"Every file begins with fields between two lines `---`; a text in Markdown follows. " +
		"A field that is not marked as required may be left out: that means \"not stated\", never \"no\".\n")
	for _, k := range All {
		b.WriteByte('\n')
		k.refer(&b)
	}
	return b.String()
}

// ReferenceOf returns the part of the reference about one kind, named by its folder
// or "index"; "" for an unknown name.
func ReferenceOf(name string) string {
	var b strings.Builder
	for _, k := range All {
		if name == k.name() {
			k.refer(&b)
		}
	}
	return b.String()
}

// name returns the name of a kind in commands: its folder, or index.
func (k *Kind) name() string { return cmp.Or(k.Folder, "index") }

// refer writes the chapter of a kind.
func (k *Kind) refer(b *strings.Builder) {
	fmt.Fprintf(b, "## %s\n\n%s\n", k.title, k.words)
	if k.Folder != "" {
		fmt.Fprintf(b, "\nFiles: `content/%[1]s/NAME.md`, or `content/%[1]s/NAME/index.md` with pictures beside it.\n", k.Folder)
	}
	field.WriteTable(b, k.About)
}
