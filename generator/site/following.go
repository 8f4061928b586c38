package site

import (
	"cmp"
	"slices"

	"ithaca/generator/match"
	"ithaca/generator/portal"
)

// compare orders mentors as match.FairOrder does.
func (pl *planner) compare(week string, a, b *portal.Mentor) int {
	full := func(m *portal.Mentor) int {
		if pl.canTake(m) {
			return 0
		}
		return 1
	}
	return cmp.Or(cmp.Compare(full(a), full(b)),
		cmp.Compare(match.FairKey(week, a.Slug), match.FairKey(week, b.Slug)), cmp.Compare(a.Slug, b.Slug))
}

// following follows changes of mentors in lists that are in fair order. Who is
// both gone and there again has another place in them.
type following struct {
	pl, before *planner
	week       string
	gone, came []*portal.Mentor
}

// filled returns the mentors, but those among the changes, whose last place was
// taken or who have one again.
func (pl *planner) filled(before *planner, came []*portal.Mentor) (moved []*portal.Mentor) {
	for _, all := range []map[string]bool{pl.full, before.full} {
		for slug := range all {
			m := portal.Find(pl.portal.Mentors, slug)
			if m != nil && pl.full[slug] != before.full[slug] && !slices.Contains(came, m) {
				moved = append(moved, m)
			}
		}
	}
	return moved
}

// list returns a list in fair order without some and with others.
func (f *following) list(all, without, with []*portal.Mentor) []*portal.Mentor {
	next := make([]*portal.Mentor, len(all), len(all)+len(with))
	copy(next, all)
	for _, m := range without {
		if i, found := slices.BinarySearchFunc(next, m, f.then); found {
			next = slices.Delete(next, i, i+1)
		}
	}
	for _, m := range with {
		i, _ := slices.BinarySearchFunc(next, m, f.now)
		next = slices.Insert(next, i, m)
	}
	return next
}

// then and now are the orders before and after the changes.
func (f *following) then(a, b *portal.Mentor) int { return f.before.compare(f.week, a, b) }
func (f *following) now(a, b *portal.Mentor) int  { return f.pl.compare(f.week, a, b) }

func (f *following) ordered() {
	if len(f.gone)+len(f.came) > 0 {
		f.pl.ordered = f.list(f.pl.ordered, f.gone, f.came)
	}
}

// topics follows the changes in the lists of the topics concerned.
func (f *following) topics() {
	type change struct{ without, with []*portal.Mentor }
	changed := map[*coverage]*change{}
	at := func(c *coverage) *change {
		if changed[c] == nil {
			changed[c] = &change{}
		}
		return changed[c]
	}
	for _, m := range f.gone {
		f.pl.each(mentorTopics(m), func(c *coverage) { at(c).without = append(at(c).without, m) })
	}
	for _, m := range f.came {
		f.pl.each(mentorTopics(m), func(c *coverage) { at(c).with = append(at(c).with, m) })
	}
	for c, change := range changed {
		c.mentors = f.list(c.mentors, change.without, change.with)
	}
}

// facets follows the changes in the lists of the values concerned.
func (f *following) facets() {
	for _, facet := range facets {
		for _, value := range f.values(facet) {
			has := func(m *portal.Mentor) bool { return slices.Contains(valuesOf(m, facet), value) }
			those := func(all []*portal.Mentor) (some []*portal.Mentor) {
				for _, m := range all {
					if has(m) {
						some = append(some, m)
					}
				}
				return some
			}
			list := f.list(f.pl.having[facet][value], those(f.gone), those(f.came))
			if f.pl.having[facet][value] = list; len(list) == 0 {
				delete(f.pl.having[facet], value)
			}
		}
	}
}

// values returns the values of a facet among the changes.
func (f *following) values(facet Facet) []string {
	var values []string
	for _, m := range slices.Concat(f.gone, f.came) {
		values = append(values, valuesOf(m, facet)...)
	}
	slices.Sort(values)
	return slices.Compact(values)
}
