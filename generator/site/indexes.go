package site

import (
	"ithaca/generator/match"
	"ithaca/generator/portal"
)

// indexes are what views look up. They are filled before the first page is
// planned and never change.
type indexes struct {
	ordered []*portal.Mentor // in fair order
	about   map[*portal.Topic]*coverage
	having  map[Facet]map[string][]*portal.Mentor
	rank    map[Facet]map[string]int // of values of equal count
}

// coverage is what the portal has about a topic, each list in the order shown.
type coverage struct {
	mentors   []*portal.Mentor
	guides    []*portal.Guide
	resources []*portal.ResourceList
	stories   []*portal.Story
	events    []*portal.Event
	narrower  []*portal.Topic
	naming    []*portal.Topic // those whose files relate to it
}

// indexMentors fills the indexes of mentors.
func (pl *planner) indexMentors() {
	pl.ordered = match.FairOrder(pl.portal.Mentors, pl.portal.Today.Week(), pl.canTake)
	pl.about = make(map[*portal.Topic]*coverage, len(pl.portal.Topics.All()))
	for _, t := range pl.portal.Topics.All() {
		pl.about[t] = &coverage{}
	}
	for _, m := range pl.ordered {
		pl.each(mentorTopics(m), func(c *coverage) { c.mentors = append(c.mentors, m) })
	}
	pl.sortMentors()
}
