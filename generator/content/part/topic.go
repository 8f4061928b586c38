package part

import (
	"slices"
	"strings"

	"ithaca/generator/content/field"
	"ithaca/generator/diag"
	"ithaca/generator/portal"
)

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
