package site

import "ithaca/generator/portal"

// Home is the home page: the view of "home".
type Home struct {
	*portal.Program
	Text    Prose
	Ways    Ways
	Needs   []TopicEntry // those that somebody can help with, most helpers first
	Mentors int
	Open    int       // mentors with open places
	Spoken  []string  // the languages mentors speak, most spoken first
	Next    *NextDate // nil when nothing is to come
	Rounds  []Round   // as on the program's page
	Events  []EventCard
	Guides  []GuideCard
	Story   *StoryCard
}

// How many entries the home page shows of each.
const (
	homeNeeds  = 12
	homeGuides = 3
	homeEvents = 2
)

func planHome(pl *planner) {
	program := pl.portal.Program
	pl.add("/", &Page{
		Template: "home",
		Head:     Head{Description: program.Description},
		item:     &program.Item,
		view:     func() any { return pl.home() },
	})
}

func (pl *planner) home() *Home {
	p := pl.portal
	v := &Home{
		Program: p.Program, Text: pl.prose(&p.Program.Item), Ways: pl.ways(),
		Needs: pl.homeNeeds(), Mentors: len(pl.ordered), Open: pl.openAmong(pl.ordered),
		Spoken: pl.spoken(), Next: pl.nextDate(),
	}
	v.Rounds, _ = pl.rounds()
	v.Events, _ = pl.eventCards(p.Events)
	v.Events = v.Events[:min(homeEvents, len(v.Events))]
	v.Guides = pl.guideCards(pl.guideOrder())
	v.Guides = v.Guides[:min(homeGuides, len(v.Guides))]
	if stories := pl.storyCards(newestFirst(p.Stories)); len(stories) > 0 {
		v.Story = &stories[0]
	}
	return v
}

// apply returns the page that says how to apply, else the organizers' form.
func (pl *planner) apply() string {
	if url := pl.url("/apply/"); url != "" {
		return url
	}
	return fillTemplate(pl.portal.Program.Apply, "")
}
