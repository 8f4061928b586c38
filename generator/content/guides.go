package content

import "ithaca/generator/portal"

func guideItem(g *portal.Guide) *portal.Item { return &g.Item }

var guideKind = declare(kind{
	folder: "guides", title: "Guides", bodyLimit: guideLimit, top: 2,
	words: "A text that helps people through a part of a mentorship.",
}, guideItem, func(p *portal.Portal, g *portal.Guide) { p.Guides = append(p.Guides, g) },
	object(nil,
		must("title", line(120), func(g *portal.Guide) *string { return &g.Title }, "The title."),
		must("summary", line(300), func(g *portal.Guide) *string { return &g.Summary }, "What the reader will have at the end, in a sentence or two."),
		has("audience", distinct(word(portal.Audiences()), 4), func(g *portal.Guide) *[]portal.Audience { return &g.Audience }, "Whom it is written for."),
		has("stage", word(portal.GuideStages()), func(g *portal.Guide) *portal.GuideStage { return &g.Stage }, "The part of a mentorship it helps with."),
		has("topics", topics(20), func(g *portal.Guide) *[]portal.TopicRef { return &g.Topics }, "What it is about."),
		has("authors", list(line(80), 10), func(g *portal.Guide) *[]string { return &g.Authors }, "Who wrote it."),
		has("updated", date(), func(g *portal.Guide) *portal.Date { return &g.Updated }, "The day it was last gone through."),
		has("review_by", date(), func(g *portal.Guide) *portal.Date { return &g.ReviewBy }, "The day by which it should be gone through again; past it, `check` warns."),
		has("worksheet", slugOf(toWorksheet, "worksheet"), func(g *portal.Guide) *string { return &g.Worksheet }, "The worksheet that goes with it."),
		has("next", distinct(slugOf(toGuide, "guide"), 5), func(g *portal.Guide) *[]string { return &g.Next }, "Guides to read afterwards."),
		draft(guideItem), aliases(guideItem),
	))
