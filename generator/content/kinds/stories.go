package kinds

import (
	"ithaca/generator/content/field"
	"ithaca/generator/content/part"
	"ithaca/generator/portal"
)

var Story = declare(Kind{
	Folder: "stories", one: "story", title: "Stories", BodyLimit: guideLimit, Top: 2, AddressHint: noAddresses, Profile: true,
	words: "A case study or a success, told with the consent of the person it is about.",
}, func(p *portal.Portal, s *portal.Story) { p.Stories = append(p.Stories, s) },
	field.Group(checkStory,
		field.Must("title", field.Line(120), func(s *portal.Story) *string { return &s.Title }, "The title."),
		field.Must("summary", field.Line(300), func(s *portal.Story) *string { return &s.Summary }, "The story in a sentence or two."),
		field.Has("kind", field.Word(portal.StoryKinds()), func(s *portal.Story) *portal.StoryKind { return &s.Kind }, "What kind of story it is."),
		field.Has("topics", part.Topics(20), func(s *portal.Story) *[]portal.TopicRef { return &s.Topics }, "What it is about."),
		field.Has("mentors", field.Distinct(part.SlugOf(part.ToMentor, "mentor"), 10), func(s *portal.Story) *[]string { return &s.Mentors }, "The mentors in it."),
		field.Has("person", field.Line(80), func(s *portal.Story) *string { return &s.Person }, "Whose story it is: a name or an alias."),
		field.Has("consent", part.PublishConsent(), func(s *portal.Story) *portal.PublishConsent { return &s.Consent }, "The person's consent; required once a person is named."),
		field.Has("before", field.Paragraph(300), func(s *portal.Story) *string { return &s.Before }, "Where they stood before."),
		field.Has("after", field.Paragraph(300), func(s *portal.Story) *string { return &s.After }, "Where they stand now."),
		field.Has("quote", field.Paragraph(400), func(s *portal.Story) *string { return &s.Quote }, "A sentence of theirs."),
		field.Has("date", part.Date(), func(s *portal.Story) *portal.Date { return &s.Date }, "When it was told."),
		field.Has("worksheet", part.SlugOf(part.ToWorksheet, "worksheet"), func(s *portal.Story) *string { return &s.Worksheet }, "The worksheet that was used."),
		own[portal.Story](), draft[portal.Story](), aliases[portal.Story](),
	))

func checkStory(d *field.Decoder, n field.Node, s *portal.Story) {
	if s.Person != "" && !n.Has("consent") {
		d.Missing(n.Get("person"), field.MissingField, "add `consent: {publish: YYYY-MM-DD}` with the day they agreed",
			"`consent` is missing: the story names a person")
	}
}
