package site

import (
	"cmp"
	"maps"
	"slices"

	"ithaca/generator/match"
	"ithaca/generator/portal"
)

// indexes are what views look up. They are filled before the first page is
// planned and never change: a later plan shares what holds for it too, and
// copies before it changes.
type indexes struct {
	profiles       []*portal.Mentor // by slug, no slug twice
	late           []*portal.Mentor // those whose slug another has
	listedProfiles int              // how many of them search engines may list
	aliased        []*portal.Mentor // those with older addresses

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

// index fills the indexes, from those of the plan before where few mentors
// changed since.
func (pl *planner) index(before *Plan) {
	if before == nil || !pl.reindex(before.planner) {
		pl.indexMentors()
	}
	pl.indexOthers()
}

// indexMentors fills the indexes of mentors.
func (pl *planner) indexMentors() {
	all := pl.portal.Mentors
	pl.profiles = all
	for i, m := range all {
		if i > 0 && all[i-1].Slug == m.Slug {
			pl.late = append(pl.late, m)
		}
		if m.Index {
			pl.listedProfiles++
		}
		if len(m.Aliases) > 0 {
			pl.aliased = append(pl.aliased, m)
		}
	}
	if len(pl.late) > 0 {
		same := func(a, b *portal.Mentor) bool { return a.Slug == b.Slug }
		pl.profiles = slices.CompactFunc(slices.Clone(all), same)
		pl.listedProfiles, pl.aliased = 0, nil
		for _, m := range pl.profiles {
			if m.Index {
				pl.listedProfiles++
			}
			if len(m.Aliases) > 0 {
				pl.aliased = append(pl.aliased, m)
			}
		}
	}
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

// maxReindexed is how many changes are worth following one by one.
const maxReindexed = 200

// reindex takes over the indexes of mentors from an earlier plan and follows the
// changes since. It gives false where that cannot be done, or is not worth it.
func (pl *planner) reindex(before *planner) bool {
	if before.portal.Today != pl.portal.Today || len(before.late) > 0 ||
		!slices.Equal(before.portal.Topics.All(), pl.portal.Topics.All()) {
		return false
	}
	gone, came, ok := changes(before.portal.Mentors, pl.portal.Mentors)
	if !ok {
		return false
	}
	for _, m := range pl.filled(before, came) {
		gone, came = append(gone, m), append(came, m)
	}
	pl.profiles, pl.listedProfiles, pl.aliased = pl.portal.Mentors, before.listedProfiles, before.aliased
	pl.ordered = before.ordered
	pl.about = make(map[*portal.Topic]*coverage, len(before.about))
	for t, c := range before.about {
		pl.about[t] = &coverage{mentors: c.mentors}
	}
	pl.having = map[Facet]map[string][]*portal.Mentor{}
	for f, values := range before.having {
		pl.having[f] = maps.Clone(values)
	}
	follow := &following{pl, before, pl.portal.Today.Week(), gone, came}
	follow.ordered()
	follow.topics()
	follow.facets()
	if pl.lang == before.lang && sameValues(pl.having, before.having) {
		pl.rank = before.rank
	}
	for _, m := range gone {
		if m.Index {
			pl.listedProfiles--
		}
	}
	for _, m := range came {
		if m.Index {
			pl.listedProfiles++
		}
	}
	if slices.ContainsFunc(slices.Concat(gone, came), func(m *portal.Mentor) bool { return len(m.Aliases) > 0 }) {
		pl.aliased = slices.DeleteFunc(slices.Clone(pl.profiles), func(m *portal.Mentor) bool { return len(m.Aliases) == 0 })
	}
	return true
}

// sameValues reports whether facets have the same values.
func sameValues(a, b map[Facet]map[string][]*portal.Mentor) bool {
	return maps.EqualFunc(a, b, func(a, b map[string][]*portal.Mentor) bool {
		return maps.EqualFunc(a, b, func(_, _ []*portal.Mentor) bool { return true })
	})
}

// changes returns the mentors of which only the earlier list has the very value,
// and those that only the later one has. Both lists are sorted by slug. It gives
// false when there are too many, or two with one slug.
func changes(before, now []*portal.Mentor) (gone, came []*portal.Mentor, ok bool) {
	i, k := 0, 0
	for i < len(before) || k < len(now) {
		if i < len(before) && k < len(now) && before[i] == now[k] {
			i, k = i+1, k+1
			continue
		}
		order := 0
		switch {
		case i == len(before):
			order = 1
		case k == len(now):
			order = -1
		default:
			order = cmp.Compare(before[i].Slug, now[k].Slug)
		}
		if order <= 0 {
			gone = append(gone, before[i])
			i++
		}
		if order >= 0 {
			if k > 0 && now[k-1].Slug == now[k].Slug || k+1 < len(now) && now[k+1].Slug == now[k].Slug {
				return nil, nil, false
			}
			came = append(came, now[k])
			k++
		}
		if len(gone)+len(came) > maxReindexed {
			return nil, nil, false
		}
	}
	return gone, came, true
}
