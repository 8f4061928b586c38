package kinds

import (
	"ithaca/generator/content/field"
	"ithaca/generator/content/part"
	"ithaca/generator/portal"
)

var Guide = declare(Kind{
	Folder: "guides", one: "guide", title: "Guides", BodyLimit: guideLimit, Top: 2,
	words: "A text that helps people through a part of a mentorship.",
}, func(p *portal.Portal, g *portal.Guide) { p.Guides = append(p.Guides, g) },
	field.Group(nil,
		field.Must("title", field.Line(120), func(g *portal.Guide) *string { return &g.Title }, "The title."),
		field.Must("summary", field.Line(300), func(g *portal.Guide) *string { return &g.Summary }, "What the reader will have at the end, in a sentence or two."),
		field.Has("audience", field.Distinct(field.Word(portal.Audiences()), 4), func(g *portal.Guide) *[]portal.Audience { return &g.Audience }, "Whom it is written for."),
		field.Has("stage", field.Word(portal.GuideStages()), func(g *portal.Guide) *portal.GuideStage { return &g.Stage }, "The part of a mentorship it helps with."),
		field.Has("topics", part.Topics(20), func(g *portal.Guide) *[]portal.TopicRef { return &g.Topics }, "What it is about."),
		field.Has("authors", field.List(field.Line(80), 10), func(g *portal.Guide) *[]string { return &g.Authors }, "Who wrote it."),
		field.Has("updated", part.Date(), func(g *portal.Guide) *portal.Date { return &g.Updated }, "The day it was last gone through."),
		field.Has("review_by", part.Date(), func(g *portal.Guide) *portal.Date { return &g.ReviewBy }, "The day by which it should be gone through again; past it, `check` warns."),
		field.Has("worksheet", part.SlugOf(part.ToWorksheet, "worksheet"), func(g *portal.Guide) *string { return &g.Worksheet }, "The worksheet that goes with it."),
		field.Has("next", field.Distinct(part.SlugOf(part.ToGuide, "guide"), 5), func(g *portal.Guide) *[]string { return &g.Next }, "Guides to read afterwards."),
		own[portal.Guide](), draft[portal.Guide](), aliases[portal.Guide](),
	))
