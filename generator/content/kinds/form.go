package kinds

import (
	"strings"

	"ithaca/generator/content/field"
	"ithaca/generator/content/part"
	"ithaca/generator/each"
	"ithaca/generator/portal"
)

// Called returns the kind with a word for one of its items, such as "mentor"; nil for none.
func Called(word string) *Kind {
	return first(func(k *Kind) bool { return k.one == word && word != "" })
}

// Forms returns the words for one item of each kind that has files of its own:
// "mentor", "guide" ….
func Forms() []string { return each.Of(All[1:], func(k *Kind) string { return k.one }) }

// Path returns the two paths that the item of a name can have in a site: a file, or one in a
// folder of its own, for pictures beside it.
func (k *Kind) Path(name string) (file, inFolder string) {
	folder := "content/" + k.Folder + "/" + name
	return folder + ".md", folder + "/index.md"
}

// draftNote is the comment above the field draft of a form.
const draftNote = "The file is a draft: `ithaca serve` shows it, and nothing of it is published. " +
	"When it is finished, take the next line away."

// Filling is the content of a form.
type Filling struct {
	Known field.Answers
	First []string // unknown fields that are not commented out
	Draft bool
	Body  string
}

// Form returns a file of the kind with the known fields, and the others commented out, each
// with its description in the reference.
func (k *Kind) Form(filling Filling) string {
	var b strings.Builder
	b.WriteString("---\n")
	field.WriteRemark(&b, "", k.words)
	b.WriteByte('\n')
	if filling.Draft {
		field.WriteRemark(&b, "", draftNote)
		b.WriteString("draft: true\n\n")
	}
	field.WriteForm(&b, k.About, filling.Known, filling.First)
	b.WriteByte('\n')
	field.WriteRemark(&b, "", "Below the next line stands the text, in Markdown.")
	b.WriteString("---\n")
	if filling.Body != "" {
		b.WriteString("\n" + filling.Body + "\n")
	}
	return b.String()
}

// NameFor returns a slug made from a title in any script, "" where none can be made. In
// those of topics symbols become words: c-plus-plus.
func (k *Kind) NameFor(title string) string {
	if folded := portal.Fold(title); k == Topic && part.IsSlug(folded) {
		return folded
	}
	return Propose(title)
}
