// Package match says who suits whom, how well, and why.
//
// It takes a portal and gives orders, scores and reasons as data. It is pure:
// no clock, no randomness, no map order. It does not know Markdown, files or
// HTML.
package match

import (
	"cmp"
	"hash/fnv"
	"slices"

	"ithaca/generator/portal"
)

// FairKey orders what nothing else orders: the 32-bit FNV-1a hash of
// "2026-W47/slug", so that each ISO week gives every mentor a new place and no
// name, fame or date of joining ever decides. The week is Date.Week.
func FairKey(week, slug string) uint32 {
	h := fnv.New32a()
	h.Write([]byte(week))
	h.Write([]byte{'/'})
	h.Write([]byte(slug))
	return h.Sum32()
}

// FairOrder returns the mentors in the order in which lists show them in an ISO week
// ("2026-W47"): those who take somebody first, then by fair key, then (for the rare
// equal keys) by slug. The argument is left as it was.
func FairOrder(mentors []*portal.Mentor, week string, takes func(*portal.Mentor) bool) []*portal.Mentor {
	type placed struct {
		mentor *portal.Mentor
		full   bool
		key    uint32
	}
	order := make([]placed, len(mentors))
	for i, m := range mentors {
		order[i] = placed{m, !takes(m), FairKey(week, m.Slug)}
	}
	slices.SortFunc(order, func(a, b placed) int {
		if a.full != b.full {
			if a.full {
				return 1
			}
			return -1
		}
		return cmp.Or(cmp.Compare(a.key, b.key), cmp.Compare(a.mentor.Slug, b.mentor.Slug))
	})
	ordered := make([]*portal.Mentor, len(order))
	for i, p := range order {
		ordered[i] = p.mentor
	}
	return ordered
}
