package content

import (
	"slices"
	"strings"

	"ithaca/generator/content/field"
	"ithaca/generator/content/part"
	"ithaca/generator/portal"
)

// Form is a file of one kind that somebody is about to fill in.
type Form struct{ kind *kind }

// Forms returns the words for one item of each kind that has files of its own:
// "mentor", "guide" ….
func Forms() []string {
	var words []string
	for _, k := range allKinds {
		if k.one != "" {
			words = append(words, k.one)
		}
	}
	return words
}

// FormOf returns the form of a kind by the word for one of its items, and whether
// there is one.
func FormOf(word string) (Form, bool) {
	i := slices.IndexFunc(allKinds, func(k *kind) bool { return k.one == word && word != "" })
	if i < 0 {
		return Form{}, false
	}
	return Form{allKinds[i]}, true
}

// Path returns where the item of a name stands in a site: as a file, and as a folder
// with pictures beside it.
func (f Form) Path(name string) (file, inFolder string) {
	folder := "content/" + f.kind.folder + "/" + name
	return folder + ".md", folder + "/index.md"
}

// Question returns what the reference says of a field, and what it takes. The key of
// a field inside another one has both names: "availability.until".
func (f Form) Question(key string) (words, takes string, isList bool) {
	return f.kind.about.Field(key)
}

// Bounds returns how much a field takes, by the same keys.
func (f Form) Bounds(key string) field.Bounds { return f.kind.about.Bounds(key) }

// draftNote is what stands above the field draft of a form.
const draftNote = "The file is a draft: `ithaca serve` shows it, and nothing of it is published. " +
	"When it is finished, take the next line away."

// Filling is what a form is filled in with.
type Filling struct {
	Known field.Answers
	First []string // fields that come before the optional ones although nothing is known of them
	Draft bool
	Body  string
}

// Text returns a file with what is known of its fields, and remarks that say what
// else there is. The remarks are those of the reference.
func (f Form) Text(filling Filling) string {
	var b strings.Builder
	b.WriteString("---\n")
	field.WriteRemark(&b, "", f.kind.words)
	b.WriteByte('\n')
	if filling.Draft {
		field.WriteRemark(&b, "", draftNote)
		b.WriteString("draft: true\n\n")
	}
	field.WriteForm(&b, f.kind.about, filling.Known, filling.First, []string{"draft"})
	b.WriteByte('\n')
	field.WriteRemark(&b, "", "Below the next line stands the text, in Markdown.")
	b.WriteString("---\n")
	if filling.Body != "" {
		b.WriteString("\n" + filling.Body + "\n")
	}
	return b.String()
}

// NameFor returns a file's name made of a title in any script, "" where none can be
// made. In the names of topics symbols are words: c-plus-plus.
func (f Form) NameFor(title string) string {
	if folded := portal.Fold(title); f.kind == topicKind && part.IsSlug(folded) {
		return folded
	}
	return proposal(title)
}
