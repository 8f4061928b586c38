package content

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

// topic is a reference to a topic by its slug, its title or a synonym.
func topic() field.Shape[portal.TopicRef] {
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
		refer(d, toTopic, name, n)
		return ref, true
	})
}

// topicsIn returns the topics that stand in one value, as forms join what was ticked.
func topicsIn(name string) []string {
	parts := strings.FieldsFunc(name, func(c rune) bool { return c == ';' || c == '|' || c == '\n' })
	for i := range parts {
		parts[i] = strings.TrimSpace(parts[i])
	}
	return slices.DeleteFunc(parts, func(part string) bool { return portal.Fold(part) == "" })
}

// topics is a list of references to topics, each of which counts once however
// it is written.
func topics(max int) field.Shape[[]portal.TopicRef] {
	return field.ListBy(topic(), max, func(ref portal.TopicRef) string { return ref.Key })
}

var topicKind = declare(kind{
	folder: "topics", one: "topic", title: "Topics", bodyLimit: guideLimit, top: 2,
	words: "A topic is anything people seek or offer help with: a skill, a goal, a challenge, an industry. " +
		"It exists as soon as a file refers to it; a file of its own adds what is below.",
}, joinTopic, field.Group(checkTopic,
	field.Must("title", field.Line(80), func(t *portal.Topic) *string { return &t.Title }, "The topic's name."),
	field.Has("kind", field.Word(portal.TopicKinds()), func(t *portal.Topic) *portal.TopicKind { return &t.Kind }, "What the topic is."),
	field.Has("sensitive", field.Flag(), func(t *portal.Topic) *bool { return &t.Sensitive }, "True for a topic that is never counted in what people ask for."),
	field.Has("asks", field.List(field.Line(120), 5), func(t *portal.Topic) *[]string { return &t.Asks },
		"For goals and challenges: the need in people's words, as \"I want to change industry\"."),
	field.Has("also", field.List(mention(field.Line(80), toSynonym, "another word"), 30), func(t *portal.Topic) *[]string { return &t.Also }, "Other words for the topic."),
	field.Has("broader", topics(10), func(t *portal.Topic) *[]portal.TopicRef { return &t.Broader }, "Wider topics that this one is a part of."),
	field.Has("related", topics(20), func(t *portal.Topic) *[]portal.TopicRef { return &t.Related }, "Topics beside this one."),
	field.Has("use", topic(), func(t *portal.Topic) *portal.TopicRef { return &t.Use }, "The topic to use instead: this one then has no page and leads there."),
	draft[portal.Topic](), aliases[portal.Topic](),
))

// joinTopic does nothing: the vocabulary is made from all files together.
func joinTopic(*portal.Portal, *portal.Topic) {}

func checkTopic(d *field.Decoder, n field.Node, t *portal.Topic) {
	if t.Title != "" && portal.Fold(t.Title) == "" {
		d.Errorf(n.Get("title"), BadTopic, "write the topic's name", "\"%s\" has no letter or digit", field.Short(t.Title))
	}
}
