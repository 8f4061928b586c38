package match

import (
	"cmp"
	"slices"

	"ithaca/generator/portal"
)

// Slow asks every mentor of the portal, one after another: what Suggest must
// give without doing so.
func Slow(x *Index, r *portal.Request, k int) []Suggestion {
	q := x.Query(r)
	var all []*candidate
	for i := range x.entries {
		e := &x.entries[i]
		if q.firstFailed(e, nil) != "" {
			continue
		}
		if score, enough := q.score(e, 0); enough {
			all = append(all, &candidate{e, score, q.tieKey(e)})
		}
	}
	slices.SortFunc(all, func(a, b *candidate) int { return cmp.Compare(b.score, a.score) })
	sortCandidates(all)
	best := []Suggestion{}
	for _, c := range all[:min(k, len(all))] {
		best = append(best, q.suggestion(c.entry, int(c.score)))
	}
	return best
}

// Coverage gives, for tests, how much of a request's needs some mentors answer
// together.
func Coverage(x *Index, r *portal.Request, mentors ...*portal.Mentor) int64 {
	q := x.Query(r)
	var sum int64
	for _, w := range append(slices.Clone(q.needs), q.goals...) {
		var best int32
		for _, m := range mentors {
			best = max(best, q.helpful(w, x.entryOf(m.Slug)))
		}
		sum += w.weight * int64(best)
	}
	return sum
}

// NeedsPart, for tests: how well a mentor's topics answer a request's needs.
func NeedsPart(x *Index, r *portal.Request, m *portal.Mentor) int64 {
	q := x.Query(r)
	return q.coverage(q.needs, x.entryOf(m.Slug))
}

// Rarity, for tests.
func Rarity(all, having int) int64 { return rarity(all, having) }
