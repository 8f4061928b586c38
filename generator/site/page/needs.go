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

// NeedEntry is a need, with what to read where nobody can help now.
type NeedEntry struct {
	TopicEntry
	Guides []Card
	Lists  []Card // both only where nobody has a free place
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
	for _, n := range newTopicIndex(pl).Needs {
		e := NeedEntry{TopicEntry: n}
		if n.Open == 0 {
			e.Guides, e.Lists = pl.instead([]*portal.Topic{n.Topic})
			e.Guides, e.Lists = e.Guides[:min(1, len(e.Guides))], e.Lists[:min(1, len(e.Lists))]
		}
		if n.Topic.Kind == portal.GoalTopic {
			v.Goals = append(v.Goals, e)
		} else {
			v.Challenges = append(v.Challenges, e)
		}
	}
	return v
}
