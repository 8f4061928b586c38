package site

import "ithaca/generator/portal"

// Needs is what people want to reach and what is in their way, in their own
// words: the view of "needs".
type Needs struct {
	Goals      []NeedEntry
	Challenges []NeedEntry
	Topics     string // URL of the index of all topics
}

// NeedEntry is a need with how many people can help with it now.
type NeedEntry struct {
	Link
	Asks   []string // in people's words; may be empty
	Now    int      // mentors with a free place
	Guides []GuideCard
	Lists  []ResourceCard // both only where nobody has a free place
}

const needsPath = "/needs/"

func planNeeds(pl *planner) {
	for _, t := range pl.portal.Topics.All() {
		if t.IsNeed() && shown(t) {
			pl.add(needsPath, &Page{
				Template: "needs",
				Head:     Head{Section: "needs", Breadcrumb: pl.trail()},
				view:     func() any { return pl.needs() },
			})
			return
		}
	}
}

func (pl *planner) needs() *Needs {
	v := &Needs{Topics: pl.url("/topics/")}
	for _, t := range pl.byTitle(pl.portal.Topics.All()) {
		switch {
		case !shown(t):
		case t.Kind == portal.GoalTopic:
			v.Goals = append(v.Goals, pl.needEntry(t))
		case t.Kind == portal.ChallengeTopic:
			v.Challenges = append(v.Challenges, pl.needEntry(t))
		}
	}
	return v
}

func (pl *planner) needEntry(t *portal.Topic) NeedEntry {
	e := NeedEntry{Link: pl.linked(t), Asks: t.Asks, Now: pl.openAmong(pl.about[t].mentors)}
	if e.Now == 0 {
		e.Guides, e.Lists = pl.instead([]*portal.Topic{t})
		e.Guides, e.Lists = e.Guides[:min(1, len(e.Guides))], e.Lists[:min(1, len(e.Lists))]
	}
	return e
}
