package kinds

import (
	"ithaca/generator/content/field"
	"ithaca/generator/content/part"
	"ithaca/generator/portal"
)

var Resource = declare(Kind{
	Folder: "resources", one: "resource", title: "Resource lists", BodyLimit: guideLimit, Top: 2, Reserved: []string{"kind"},
	words: "A list of things worth reading, hearing or visiting. The text below the fields introduces it.",
}, func(p *portal.Portal, r *portal.ResourceList) { p.Resources = append(p.Resources, r) },
	field.Group(nil,
		field.Must("title", field.Line(120), func(r *portal.ResourceList) *string { return &r.Title }, "The title."),
		field.Has("summary", field.Line(300), func(r *portal.ResourceList) *string { return &r.Summary }, "What the list is for."),
		field.Has("topics", part.Topics(20), func(r *portal.ResourceList) *[]portal.TopicRef { return &r.Topics }, "What everything on it is about."),
		field.Must("items", field.List(resource(), field.MaxItems), func(r *portal.ResourceList) *[]portal.Resource { return &r.Items }, "What is on the list."),
		draft[portal.ResourceList](), aliases[portal.ResourceList](),
	))

func resource() field.Shape[portal.Resource] {
	type r = portal.Resource
	return field.Group(nil,
		field.Must("title", field.Line(200), func(r *r) *string { return &r.Title }, "Its title."),
		field.Must("kind", field.Word(portal.ResourceKinds()), func(r *r) *portal.ResourceKind { return &r.Kind }, "What it is."),
		field.Has("url", field.WebAddress("https", "http"), func(r *r) *string { return &r.URL }, "Where it is."),
		field.Has("by", field.Line(120), func(r *r) *string { return &r.By }, "Who made it."),
		field.Must("why", field.Line(300), func(r *r) *string { return &r.Why }, "One sentence: why it is on the list."),
		field.Has("language", field.Language(), func(r *r) *string { return &r.Language }, "The language it is in."),
		field.Has("cost", field.Word(portal.Costs()), func(r *r) *portal.Cost { return &r.Cost }, "What it costs; library means that public libraries commonly have it."),
		field.Has("level", field.Word(portal.ResourceLevels()), func(r *r) *portal.ResourceLevel { return &r.Level }, "Whom it is for."),
		field.Has("length", field.Line(40), func(r *r) *string { return &r.Length }, "How long it takes: \"8 weeks\", \"220 pages\"."),
		field.Has("topics", part.Topics(10), func(r *r) *[]portal.TopicRef { return &r.Topics }, "What it is about, besides the list's topics."),
		field.Has("checked", part.Date(), func(r *r) *portal.Date { return &r.Checked }, "The day somebody last looked at it."),
	)
}
