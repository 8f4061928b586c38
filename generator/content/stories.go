package content

import (
	"go.yaml.in/yaml/v4"

	"ithaca/generator/portal"
)

func storyItem(s *portal.Story) *portal.Item { return &s.Item }

var storyKind = declare(kind{
	folder: "stories", title: "Stories", bodyLimit: guideLimit, top: 2, noAddresses: true,
	words: "A case study or a success, told with the consent of the person it is about.",
}, storyItem, func(p *portal.Portal, s *portal.Story) { p.Stories = append(p.Stories, s) },
	object(checkStory,
		must("title", line(120), func(s *portal.Story) *string { return &s.Title }, "The title."),
		must("summary", line(300), func(s *portal.Story) *string { return &s.Summary }, "The story in a sentence or two."),
		has("kind", word(portal.StoryKinds()), func(s *portal.Story) *portal.StoryKind { return &s.Kind }, "What kind of story it is."),
		has("topics", topics(20), func(s *portal.Story) *[]portal.TopicRef { return &s.Topics }, "What it is about."),
		has("mentors", distinct(slugOf(toMentor, "mentor"), 10), func(s *portal.Story) *[]string { return &s.Mentors }, "The mentors in it."),
		has("person", line(80), func(s *portal.Story) *string { return &s.Person }, "Whose story it is: a name or an alias."),
		has("consent", publishConsent(), func(s *portal.Story) *portal.PublishConsent { return &s.Consent }, "The person's consent; required once a person is named."),
		has("before", paragraph(300), func(s *portal.Story) *string { return &s.Before }, "Where they stood before."),
		has("after", paragraph(300), func(s *portal.Story) *string { return &s.After }, "Where they stand now."),
		has("quote", paragraph(400), func(s *portal.Story) *string { return &s.Quote }, "A sentence of theirs."),
		has("date", date(), func(s *portal.Story) *portal.Date { return &s.Date }, "When it was told."),
		has("worksheet", slugOf(toWorksheet, "worksheet"), func(s *portal.Story) *string { return &s.Worksheet }, "The worksheet that was used."),
		draft(storyItem), aliases(storyItem),
	))

func checkStory(d *decoder, n *yaml.Node, s *portal.Story) {
	if s.Person != "" && valueOf(n, "consent") == nil {
		d.missing(d.at(valueOf(n, "person")), MissingField, "add `consent: {publish: YYYY-MM-DD}` with the day they agreed",
			"`consent` is missing: the story names a person")
	}
}
