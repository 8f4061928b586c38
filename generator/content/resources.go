package content

import "ithaca/generator/portal"

func resourceItem(r *portal.ResourceList) *portal.Item { return &r.Item }

var resourceKind = declare(kind{
	folder: "resources", title: "Resource lists", bodyLimit: guideLimit, top: 2, reserved: []string{"kind"},
	words: "A list of things worth reading, hearing or visiting. The text below the fields introduces it.",
}, resourceItem, func(p *portal.Portal, r *portal.ResourceList) { p.Resources = append(p.Resources, r) },
	object(nil,
		must("title", line(120), func(r *portal.ResourceList) *string { return &r.Title }, "The title."),
		has("summary", line(300), func(r *portal.ResourceList) *string { return &r.Summary }, "What the list is for."),
		has("topics", topics(20), func(r *portal.ResourceList) *[]portal.TopicRef { return &r.Topics }, "What everything on it is about."),
		must("items", list(resource(), maxItems), func(r *portal.ResourceList) *[]portal.Resource { return &r.Items }, "What is on the list."),
		draft(resourceItem), aliases(resourceItem),
	))

func resource() shape[portal.Resource] {
	type r = portal.Resource
	return object(nil,
		must("title", line(200), func(r *r) *string { return &r.Title }, "Its title."),
		must("kind", word(portal.ResourceKinds()), func(r *r) *portal.ResourceKind { return &r.Kind }, "What it is."),
		has("url", webAddress("https", "http"), func(r *r) *string { return &r.URL }, "Where it is."),
		has("by", line(120), func(r *r) *string { return &r.By }, "Who made it."),
		must("why", line(300), func(r *r) *string { return &r.Why }, "One sentence: why it is on the list."),
		has("language", tongue(), func(r *r) *string { return &r.Language }, "The language it is in."),
		has("cost", word(portal.Costs()), func(r *r) *portal.Cost { return &r.Cost }, "What it costs; library means that public libraries commonly have it."),
		has("level", word(portal.ResourceLevels()), func(r *r) *portal.ResourceLevel { return &r.Level }, "Whom it is for."),
		has("length", line(40), func(r *r) *string { return &r.Length }, "How long it takes: \"8 weeks\", \"220 pages\"."),
		has("topics", topics(10), func(r *r) *[]portal.TopicRef { return &r.Topics }, "What it is about, besides the list's topics."),
		has("checked", date(), func(r *r) *portal.Date { return &r.Checked }, "The day somebody last looked at it."),
	)
}
