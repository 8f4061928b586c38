package site

import "ithaca/generator/portal"

// GuideIndex lists the guides by the part of a mentorship they help with: the
// view of "guide-index".
type GuideIndex struct{ Stages []GuideGroup }

// GuideGroup is the guides of one part. Stage is "" for those without one.
type GuideGroup struct {
	Stage  portal.GuideStage
	Guides []GuideCard
}

// GuideCard is a guide in a list.
type GuideCard struct {
	Link
	Summary string
	Minutes int
}

// Guide is a guide: the view of "guide".
type Guide struct {
	*portal.Guide
	Text           Prose
	Topics         []Link
	Minutes        int         // reading time
	Next           []GuideCard // what the author says to read afterwards
	Earlier, Later *GuideCard  // its neighbours in the order of the index
	Sheet          Link        // the worksheet that goes with it; the zero Link when there is none
	Helpers        []Suggested // people who can help with its topics
	Edit           string
}

func guidePath(g *portal.Guide) string { return "/guides/" + g.Slug + "/" }

func (pl *planner) guideCard(g *portal.Guide) GuideCard {
	return GuideCard{Link{Title: g.Title, URL: pl.url(guidePath(g))}, g.Summary, g.Body.Minutes()}
}

func (pl *planner) guideCards(guides []*portal.Guide) []GuideCard {
	cards := make([]GuideCard, len(guides))
	for i, g := range guides {
		cards[i] = pl.guideCard(g)
	}
	return cards
}

// guidesFor returns at most n guides of a part of a mentorship, first those with a
// worksheet: they lead to something done.
func (pl *planner) guidesFor(stage portal.GuideStage, n int) []GuideCard {
	var cards, others []GuideCard
	for _, g := range pl.portal.Guides {
		if g.Stage != stage {
			continue
		}
		if g.Worksheet != "" {
			cards = append(cards, pl.guideCard(g))
		} else {
			others = append(others, pl.guideCard(g))
		}
	}
	cards = append(cards, others...)
	return cards[:min(n, len(cards))]
}

// guideOrder returns the guides in the order of the index: by part, those without
// one last, then by slug.
func (pl *planner) guideOrder() []*portal.Guide {
	var ordered []*portal.Guide
	for _, stage := range append(portal.GuideStages(), "") {
		for _, g := range pl.portal.Guides {
			if g.Stage == stage {
				ordered = append(ordered, g)
			}
		}
	}
	return ordered
}

func planGuideIndex(pl *planner) {
	if len(pl.portal.Guides) == 0 {
		return
	}
	pl.add("/guides/", &Page{
		Template: "guide-index",
		Head:     Head{Section: "guides", Breadcrumb: pl.trail()},
		view: func() any {
			v := &GuideIndex{}
			for _, g := range pl.guideOrder() {
				if n := len(v.Stages); n == 0 || v.Stages[n-1].Stage != g.Stage {
					v.Stages = append(v.Stages, GuideGroup{Stage: g.Stage})
				}
				last := &v.Stages[len(v.Stages)-1]
				last.Guides = append(last.Guides, pl.guideCard(g))
			}
			return v
		},
	})
}

func planGuides(pl *planner) {
	trail := pl.trail("nav-guides", "/guides/")
	ordered := pl.guideOrder()
	for i, g := range ordered {
		var earlier, later *portal.Guide
		if i > 0 {
			earlier = ordered[i-1]
		}
		if i+1 < len(ordered) {
			later = ordered[i+1]
		}
		pl.add(guidePath(g), &Page{
			Template: "guide",
			Head: Head{
				Title: g.Title, Description: g.Summary, Section: "guides",
				Breadcrumb: trail, Modified: g.Updated,
			},
			item: &g.Item,
			view: func() any { return pl.guide(g, earlier, later) },
		})
	}
}

func (pl *planner) guide(g, earlier, later *portal.Guide) *Guide {
	v := &Guide{
		Guide: g, Text: pl.prose(&g.Item), Topics: pl.topicLinks(g.Topics),
		Minutes: g.Body.Minutes(), Sheet: pl.sheet(g.Worksheet), Edit: editURL(pl.portal.Program.Repository, g.File),
	}
	if forMentees(g) {
		v.Helpers = pl.helpers(g.Topics)
	}
	for _, slug := range g.Next {
		if next := portal.Find(pl.portal.Guides, slug); next != nil {
			v.Next = append(v.Next, pl.guideCard(next))
		}
	}
	if earlier != nil {
		card := pl.guideCard(earlier)
		v.Earlier = &card
	}
	if later != nil {
		card := pl.guideCard(later)
		v.Later = &card
	}
	return v
}
