package kinds

import (
	"ithaca/generator/content/field"
	"ithaca/generator/content/part"
	"ithaca/generator/portal"
)

var Topic = declare(Kind{
	Folder: "topics", one: "topic", title: "Topics", BodyLimit: guideLimit, Top: 2,
	words: "A topic is anything people seek or offer help with: a skill, a goal, a challenge, an industry. " +
		"It exists as soon as a file refers to it; a file of its own adds what is below.",
}, joinTopic, field.Group(checkTopic,
	field.Must("title", field.Line(80), func(t *portal.Topic) *string { return &t.Title }, "The topic's name."),
	field.Has("kind", field.Word(portal.TopicKinds()), func(t *portal.Topic) *portal.TopicKind { return &t.Kind }, "What the topic is."),
	field.Has("sensitive", field.Flag(), func(t *portal.Topic) *bool { return &t.Sensitive }, "True for a topic that is never counted in what people ask for."),
	field.Has("asks", field.List(field.Line(120), 5), func(t *portal.Topic) *[]string { return &t.Asks },
		"For goals and challenges: the need in people's words, as \"I want to change industry\"."),
	field.Has("also", field.List(part.Mention(field.Line(80), part.ToSynonym, "another word"), 30), func(t *portal.Topic) *[]string { return &t.Also }, "Other words for the topic."),
	field.Has("broader", part.Topics(10), func(t *portal.Topic) *[]portal.TopicRef { return &t.Broader }, "Wider topics that this one is a part of."),
	field.Has("related", part.Topics(20), func(t *portal.Topic) *[]portal.TopicRef { return &t.Related }, "Topics beside this one."),
	field.Has("use", part.Topic(), func(t *portal.Topic) *portal.TopicRef { return &t.Use }, "The topic to use instead: this one then has no page and leads there."),
	draft[portal.Topic](), aliases[portal.Topic](),
))

// joinTopic does nothing: package content adds topics after all files are decoded.
func joinTopic(*portal.Portal, *portal.Topic) {}

func checkTopic(d *field.Decoder, n field.Node, t *portal.Topic) {
	if t.Title != "" && portal.Fold(t.Title) == "" {
		d.Errorf(n.Get("title"), part.BadTopic, "write the topic's name", "\"%s\" has no letter or digit", field.Short(t.Title))
	}
}
