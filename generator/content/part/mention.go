// Package part declares shapes that fields of several kinds of files have: days and hours,
// references to topics and people, groups such as a way of contact.
//
// It returns shapes of values, each with its checks. It does not know which kinds of files
// there are, and checks one file alone: mentions are resolved when all files are linked.
package part

import (
	"regexp"
	"slices"
	"strings"

	"ithaca/generator/content/field"
	"ithaca/generator/diag"
	"ithaca/generator/portal"
)

// Target is the kind of thing that a reference names.
type Target = field.Target

const (
	ToTopic Target = iota
	ToMentor
	ToAnyMentor // also one who left, or whose profile is a draft
	ToGuide
	ToWorksheet
	ToCycle
	ToValue
	ToPicture
	ToTerms   // the version of the privacy notice
	ToSynonym // another word for the file's own topic
	ToOwn     // a field of the program's own
)

// Value is the shape of something that matters to a person; content.Link compares it with the program's list.
func Value() field.Shape[string] { return Mention(field.Line(40), ToValue, "value") }

// CycleRef is the shape of the id of a cycle.
func CycleRef() field.Shape[string] { return Mention(field.Line(40), ToCycle, "id of a cycle") }

// SlugOf is the shape of the file name of another item, without its ending.
func SlugOf(to Target, words string) field.Shape[string] {
	return Mention(field.Line(MaxSlug), to, words)
}

// Mention is the shape of a text that names something defined elsewhere.
func Mention(text field.Shape[string], to Target, words string) field.Shape[string] {
	text.About = field.About{Words: words, JSON: "string", Text: to == ToSynonym}
	return field.Then(text, func(d *field.Decoder, n field.Node, name string) (string, bool) {
		d.Mention(to, name, n)
		return name, true
	})
}

// BadSlug is reported for a file name that cannot be part of an address, and an id
// that cannot be referred to.
const BadSlug diag.Code = "bad-slug"

var validSlug = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)

// MaxSlug is how long a file name may be, without its ending.
const MaxSlug = 80

// IsSlug reports whether a text can be a part of an address.
func IsSlug(text string) bool { return len(text) <= MaxSlug && validSlug.MatchString(text) }

const (
	// BadTopic is reported for a topic without any letter or digit.
	BadTopic diag.Code = "bad-topic"
	// JoinedTopics is reported for several topics in one value, which nobody finds.
	JoinedTopics diag.Code = "joined-topics"
)

// Topic is the shape of a reference to a topic by its slug, its title or a synonym.
func Topic() field.Shape[portal.TopicRef] {
	text := field.Paragraph(80)
	text.About = field.About{Words: "topic by its name", JSON: "string"}
	return field.Then(text, func(d *field.Decoder, n field.Node, name string) (portal.TopicRef, bool) {
		ref := portal.TopicRef{Text: name, Key: portal.Fold(name)}
		if ref.Key == "" {
			d.Errorf(n, BadTopic, "write the topic's name", "\"%s\" is not a topic", field.Short(name))
			return ref, false
		}
		if several := topicsIn(name); len(several) > 1 {
			d.Warnf(n, JoinedTopics, "give each an entry of its own: "+field.Short(strings.Join(several, ", ")), "\"%s\" seems to be %d topics in one", field.Short(name), len(several))
		}
		d.Mention(ToTopic, name, n)
		return ref, true
	})
}

// topicsIn splits a value at the separators with which forms join several answers.
func topicsIn(name string) []string {
	parts := strings.FieldsFunc(name, func(c rune) bool { return c == ';' || c == '|' || c == '\n' })
	for i := range parts {
		parts[i] = strings.TrimSpace(parts[i])
	}
	return slices.DeleteFunc(parts, func(part string) bool { return portal.Fold(part) == "" })
}

// Topics is the shape of a list of references to topics, each of which counts once however
// it is written.
func Topics(max int) field.Shape[[]portal.TopicRef] {
	return field.ListBy(Topic(), max, func(ref portal.TopicRef) string { return ref.Key })
}
