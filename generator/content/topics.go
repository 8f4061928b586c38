package content

import (
	"strings"

	"go.yaml.in/yaml/v4"

	"ithaca/generator/diag"
	"ithaca/generator/portal"
)

// BadTopic is reported for a topic without any letter or digit.
const BadTopic diag.Code = "bad-topic"

// topic is a reference to a topic by its slug, its title or a synonym.
func topic() shape[portal.TopicRef] {
	return shape[portal.TopicRef]{
		about: about{words: "topic by its name", json: "string"},
		read: func(d *decoder, n *yaml.Node) (portal.TopicRef, bool) {
			if ref, known := d.reader.topics[strings.TrimSpace(n.Value)]; known && n.Kind == yaml.ScalarNode && n.Tag == "!!str" {
				d.refer(toTopic, ref.Text, n)
				return ref, true
			}
			text, ok := d.text(n, 80)
			if !ok {
				return portal.TopicRef{}, false
			}
			ref := topicRef(text)
			if ref.Key == "" {
				d.errorf(d.at(n), BadTopic, "write the topic's name", "\"%s\" is not a topic", short(text))
				return ref, false
			}
			if !strings.Contains(text, "@") { // an address, which is a mistake in some files only
				d.reader.shareTopic(ref)
			}
			d.refer(toTopic, text, n)
			return ref, true
		},
	}
}

func topicItem(t *portal.Topic) *portal.Item { return &t.Item }

var topicKind = declare(kind{
	folder: "topics", title: "Topics", bodyLimit: guideLimit, top: 2,
	words: "A topic is anything people seek or offer help with: a skill, a goal, a challenge, an industry. " +
		"It exists as soon as a file refers to it; a file of its own adds what is below.",
}, topicItem, joinTopic, object(checkTopic,
	must("title", line(80), func(t *portal.Topic) *string { return &t.Title }, "The topic's name."),
	has("kind", word(portal.TopicKinds()), func(t *portal.Topic) *portal.TopicKind { return &t.Kind }, "What the topic is."),
	has("sensitive", flag(), func(t *portal.Topic) *bool { return &t.Sensitive }, "True for a topic that is never counted in what people ask for."),
	has("asks", list(line(120), 5), func(t *portal.Topic) *[]string { return &t.Asks },
		"For goals and challenges: the need in people's words, as \"I want to change industry\"."),
	has("also", list(mention(line(80), toSynonym, "another word"), 30), func(t *portal.Topic) *[]string { return &t.Also }, "Other words for the topic."),
	has("broader", topics(10), func(t *portal.Topic) *[]portal.TopicRef { return &t.Broader }, "Wider topics that this one is a part of."),
	has("related", topics(20), func(t *portal.Topic) *[]portal.TopicRef { return &t.Related }, "Topics beside this one."),
	has("use", topic(), func(t *portal.Topic) *portal.TopicRef { return &t.Use }, "The topic to use instead: this one then has no page and leads there."),
	draft(topicItem), aliases(topicItem),
))

// joinTopic does nothing: the vocabulary is made from all files together.
func joinTopic(*portal.Portal, *portal.Topic) {}

func checkTopic(d *decoder, n *yaml.Node, t *portal.Topic) {
	if t.Title != "" && portal.Fold(t.Title) == "" {
		d.errorf(d.at(valueOf(n, "title")), BadTopic, "write the topic's name", "\"%s\" has no letter or digit", short(t.Title))
	}
}
