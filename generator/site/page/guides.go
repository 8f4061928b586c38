package page

import (
	"cmp"
	"slices"

	"ithaca/generator/each"
	"ithaca/generator/order"
	"ithaca/generator/portal"
	"ithaca/generator/site"
)

// GuideIndex lists the guides by the part of a mentorship they help with: the
// view of "guide-index".
type GuideIndex struct{ Stages []Stage }

// Guide is a guide: the view of "guide".
type Guide struct {
	*portal.Guide
	Text           site.Prose
	Topics         []site.Link
	Minutes        int         // reading time
	Next           []Card      // what the author says to read afterwards
	Earlier, Later Card        // its neighbours in the order of the index
	Sheet          site.Link   // the worksheet that goes with it; the zero Link when there is none
	Helpers        []Suggested // people who can help with its topics
}

func guidePath(g *portal.Guide) string { return "/guides/" + g.Slug + "/" }

func (pl views) guideCard(g *portal.Guide) Card {
	return Card{Link: site.Link{Title: g.Title, Lang: g.Lang, URL: pl.URL(guidePath(g))}, Summary: g.Summary, Size: g.Body.Minutes()}
}

// guidesFor returns at most n guides of a part of a mentorship, first those with a
// worksheet: they lead to something done.
func (pl views) guidesFor(stage portal.GuideStage, n int) []Card {
	found := slices.DeleteFunc(slices.Clone(pl.Portal.Guides), func(g *portal.Guide) bool { return g.Stage != stage })
	order.Stable(found, func(a, b *portal.Guide) int { return cmp.Compare(min(1, len(b.Worksheet)), min(1, len(a.Worksheet))) })
	return each.Of(found[:min(n, len(found))], pl.guideCard)
}

func planGuideIndex(pl planner) {
	pl.addIndex("guides", len(pl.Portal.Guides), func() any {
		return &GuideIndex{stages(pl.Portal.Guides, func(g *portal.Guide) portal.GuideStage { return g.Stage }, pl.guideCard)}
	})
}

func planGuides(pl planner) {
	trail := pl.Trail("nav-guides", "/guides/")
	ordered := pl.Guides()
	for i, g := range ordered {
		pl.add(guidePath(g), &g.Item, site.Head{
			Title: g.Title, Description: g.Summary, Section: "guides",
			Breadcrumb: trail, Modified: g.Updated,
		}, func() any { return newGuide(pl.views, ordered, i) })
	}
}

// newGuide makes the view of the i-th guide in the order of the index.
func newGuide(pl views, ordered []*portal.Guide, i int) *Guide {
	g := ordered[i]
	v := &Guide{
		Guide: g, Text: pl.Prose(&g.Item), Topics: pl.toRefs(g.Topics),
		Minutes: g.Body.Minutes(), Sheet: pl.toSheet(g.Worksheet), Next: each.Of(named(pl.Portal.Guides, g.Next), pl.guideCard),
	}
	if g.IsForMentees() {
		v.Helpers = pl.helpers(g.Topics)
	}
	if i > 0 {
		v.Earlier = pl.guideCard(ordered[i-1])
	}
	if i+1 < len(ordered) {
		v.Later = pl.guideCard(ordered[i+1])
	}
	return v
}
