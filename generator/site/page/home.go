package page

import (
	"cmp"
	"slices"

	"ithaca/generator/each"
	"ithaca/generator/order"
	"ithaca/generator/portal"
	"ithaca/generator/site"
)

// Home is the home page: the view of "home".
type Home struct {
	*portal.Program
	Text    site.Prose
	Needs   []TopicEntry // those that somebody can help with, most helpers first
	Mentors int
	Open    int       // mentors with open places
	Spoken  []string  // the languages mentors speak, most spoken first
	Next    *NextDate // nil when nothing is to come
	Rounds  []Round   // as on the program's page
	Events  []EventCard
	Guides  []Card
	Story   *Card
}

// How many entries the home page shows of each.
const (
	homeNeeds  = 8
	homeGuides = 3
)

func planHome(pl planner) {
	program := pl.Portal.Program
	pl.add("/", &program.Item, site.Head{Description: program.Description}, func() any { return newHome(pl.views) })
}

func newHome(pl views) *Home {
	p := pl.Portal
	v := &Home{
		Program: p.Program, Text: pl.Prose(&p.Program.Item),
		Needs: pl.homeNeeds(), Mentors: len(pl.Ordered), Open: pl.OpenAmong(pl.Ordered),
		Spoken: pl.spoken(), Next: pl.nextDate(),
	}
	v.Rounds, _ = pl.rounds()
	v.Events = pl.nextEvents()
	v.Guides = each.Of(pl.Guides(), pl.guideCard)
	v.Guides = v.Guides[:min(homeGuides, len(v.Guides))]
	if stories := each.Of(pl.Stories(), pl.storyCard); len(stories) > 0 {
		v.Story = &stories[0]
	}
	return v
}

// homeNeeds returns the needs that the most mentors with open places help with; any,
// while mentors are looked for.
func (pl views) homeNeeds() []TopicEntry {
	needs := slices.DeleteFunc(newTopicIndex(pl).Needs, func(n TopicEntry) bool { return n.Mentors == 0 && pl.Site.Join == "" })
	order.Stable(needs, func(a, b TopicEntry) int {
		return cmp.Or(cmp.Compare(b.Open, a.Open), cmp.Compare(b.Mentors, a.Mentors))
	})
	return needs[:min(homeNeeds, len(needs))]
}
