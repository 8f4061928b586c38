package match

import (
	"cmp"
	"slices"

	"ithaca/generator/portal"
)

// Pair is a decision of the past: a mentor whom people chose for a request.
type Pair struct {
	Request *portal.Request // pairs of one request share the value
	Mentor  string          // slug
}

// Evaluation is how a portal's score would have done where people decided.
//
// For each pair the mentors are those who pass the filters for the request, the
// others chosen for the same request left out. Of the filters those count that
// are about two people: language, kind, format, duration, place, stage, avoid and
// organisation. What a decision changes, or what holds today and may not have held
// then, does not: places, cycles, consent, age, earlier decisions. A chosen mentor
// whom a filter rules out is ranked by nobody and counts as never found.
//
// Mentors with the same score share their places: each measure is the mean over
// all orders of them. So no luck is measured, and none is drawn.
type Evaluation struct {
	Pairs    int
	Requests int
	Mentors  int // in the portal
	Filtered []FilterCount
	Bands    map[Band]int // of the chosen mentors who pass the filters; "" for those with too low a score

	Score   Measure  // this portal's weights
	Overlap Measure  // the number of topics that both name in the same words
	Random  Measure  // any order; its intervals are points
	Gain    Estimate // in MRR, of Score over Overlap
	Without []Contribution
}

// FilterCount is how many chosen mentors a filter would have ruled out.
type FilterCount struct {
	Filter Filter
	Pairs  int
}

// Contribution is what one part of the score is worth.
type Contribution struct {
	Part     Part
	Weight   int
	Requests int      // how many fill it in
	Loss     Estimate // of mean reciprocal rank when the score goes without it; negative where it does harm
}

// Evaluate ranks the mentor of each past pair for its request. A pair with an
// unknown mentor counts as never found and is not among the filtered. The result
// does not depend on the order of pairs.
func Evaluate(p *portal.Portal, pairs []Pair) Evaluation {
	x := New(asThen(p))
	v := Evaluation{Pairs: len(pairs), Mentors: len(p.Mentors), Bands: map[Band]int{}}
	groups := grouped(pairs)
	v.Requests = len(groups)
	filtered := map[Filter]int{}
	filled := map[Part]*Contribution{}
	var results []result
	for _, g := range groups {
		b := x.bench(g)
		for _, p := range b.parts {
			if filled[p.name] == nil {
				filled[p.name] = &Contribution{Part: p.name, Weight: p.weight}
			}
			filled[p.name].Requests++
		}
		results = append(results, b.judge(g, filtered, v.Bands))
	}
	for _, f := range Filters() {
		if filtered[f] > 0 {
			v.Filtered = append(v.Filtered, FilterCount{f, filtered[f]})
		}
	}
	v.measure(results, filled)
	return v
}

// asThen returns a portal in which nothing stands against a pair that may have been
// different when it was decided.
func asThen(p *portal.Portal) *portal.Portal {
	then := *p
	then.Requests, then.Mentors = nil, make([]*portal.Mentor, len(p.Mentors))
	for i, m := range p.Mentors {
		open := *m
		open.Cycles = nil
		open.Availability.Status, open.Availability.Until, open.Availability.Capacity = portal.Open, p.Today, 0
		then.Mentors[i] = &open
	}
	return &then
}

// group is a request with everybody who was chosen for it.
type group struct {
	request *portal.Request
	chosen  []string
}

// grouped joins the pairs of each request, in an order of their own.
func grouped(pairs []Pair) []*group {
	var groups []*group
	at := map[*portal.Request]*group{}
	for _, p := range pairs {
		g := at[p.Request]
		if g == nil {
			g = &group{request: p.Request}
			at[p.Request] = g
			groups = append(groups, g)
		}
		g.chosen = append(g.chosen, p.Mentor)
	}
	for _, g := range groups {
		slices.Sort(g.chosen)
	}
	slices.SortStableFunc(groups, func(a, b *group) int {
		return cmp.Or(cmp.Compare(a.request.Slug, b.request.Slug), cmp.Compare(a.request.Cycle, b.request.Cycle), slices.Compare(a.chosen, b.chosen))
	})
	return groups
}

// result is what a group's pairs amount to.
type result struct {
	pairs  int
	orders [orders]tally
	lost   map[Part]int64 // by going without a part, of reciprocal ranks in millionths
}

// tally sums up what pairs obtained in one order.
type tally struct {
	reciprocal int64    // of ranks, in millionths
	hits       [3]int64 // within each of depths, in ten-thousandths
}

// depths are the places that recall looks at.
var depths = [3]int{1, 3, 5}

// The orders that are compared.
const (
	byScore = iota
	byOverlap
	byNothing
	orders
)

// judge ranks everybody who was chosen for a group's request.
func (b *bench) judge(g *group, filtered map[Filter]int, bands map[Band]int) result {
	r := result{pairs: len(g.chosen), lost: map[Part]int64{}}
	for _, slug := range g.chosen {
		e := b.entryOf(slug)
		if e == nil {
			continue
		}
		if failed := b.filtered(e, nil); failed != "" {
			filtered[failed]++
			continue
		}
		bands[BandOf(int(b.own(e, "")))]++
		rivals := b.rivals(e, g.chosen)
		full := b.placed(e, rivals, "")
		r.orders[byScore].add(full)
		r.orders[byOverlap].add(placeBy(e, rivals, b.overlap))
		r.orders[byNothing].add(standing{tied: len(rivals) + 1})
		for _, p := range b.parts {
			r.lost[p.name] += full.reciprocal() - b.placed(e, rivals, p.name).reciprocal()
		}
	}
	return r
}
