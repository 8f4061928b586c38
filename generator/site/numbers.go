package site

import (
	"cmp"
	"slices"
)

// homeNeeds returns the needs that the most mentors with open places help with.
func (pl *planner) homeNeeds() []TopicEntry {
	var needs []TopicEntry
	for _, t := range pl.byTitle(pl.portal.Topics.All()) {
		if t.IsNeed() && shown(t) && len(pl.about[t].mentors) > 0 {
			needs = append(needs, pl.topicEntry(t))
		}
	}
	slices.SortStableFunc(needs, func(a, b TopicEntry) int {
		return cmp.Or(cmp.Compare(b.Open, a.Open), cmp.Compare(b.Mentors, a.Mentors))
	})
	return needs[:min(homeNeeds, len(needs))]
}

// spoken returns the languages that mentors speak, the most spoken first.
func (pl *planner) spoken() []string {
	speakers := map[string]int{}
	for _, m := range pl.ordered {
		for _, l := range m.Languages {
			speakers[l]++
		}
	}
	languages := make([]string, 0, len(speakers))
	for l := range speakers {
		languages = append(languages, l)
	}
	slices.SortFunc(languages, func(a, b string) int {
		return cmp.Or(cmp.Compare(speakers[b], speakers[a]), cmp.Compare(a, b))
	})
	return languages
}
