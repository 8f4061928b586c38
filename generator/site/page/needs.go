package page

import (
	"ithaca/generator/portal"
	"ithaca/generator/site"
)

// Needs is what people want to reach and what is in their way, in their own
// words: the view of "needs".
type Needs struct {
	Goals      []NeedEntry
	Challenges []NeedEntry
}

// NeedEntry is a need with how many people can help with it now.
type NeedEntry struct {
	site.Link
	Asks   []string // in people's words; may be empty
	Now    int      // mentors with a free place
	Guides []GuideCard
	Lists  []ResourceCard // both only where nobody has a free place
}

const needsPath = "/needs/"

func planNeeds(pl planner) {
	for _, t := range pl.Portal.Topics.All() {
		if t.IsNeed() && site.Shown(t) {
			pl.add(needsPath, nil, site.Head{Section: "needs", Breadcrumb: pl.Trail()}, func() any { return newNeeds(pl.views) })
			return
		}
	}
}

func newNeeds(pl views) *Needs {
	v := &Needs{}
	for _, t := range pl.ShownTopics() {
		switch t.Kind {
		case portal.GoalTopic:
			v.Goals = append(v.Goals, pl.needEntry(t))
		case portal.ChallengeTopic:
			v.Challenges = append(v.Challenges, pl.needEntry(t))
		}
	}
	return v
}

func (pl views) needEntry(t *portal.Topic) NeedEntry {
	e := NeedEntry{Link: pl.toTopic(t), Asks: t.Asks, Now: pl.OpenAmong(pl.About(t).Mentors)}
	if e.Now == 0 {
		e.Guides, e.Lists = pl.instead([]*portal.Topic{t})
		e.Guides, e.Lists = e.Guides[:min(1, len(e.Guides))], e.Lists[:min(1, len(e.Lists))]
	}
	return e
}
