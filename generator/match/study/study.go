// Package study says how well suggestions agree with what people decided.
//
// It takes a portal and pairs of the past and returns estimates: how high the
// score ranks the mentors who were chosen, how high simpler orders do, and what
// each signal adds. It knows no files and no HTML.
package study

import (
	"cmp"
	"slices"

	"ithaca/generator/match"
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
// Mentors with the same score share their ranks: each measure is the mean over
// all orders of them. So no luck is measured, and none is drawn.
type Evaluation struct {
	Pairs    int
	Requests int
	Mentors  int // in the portal
	Filtered []FilterCount
	Bands    map[match.Band]int // of the chosen mentors who pass the filters; "" for those with too low a score

	Score   Measure  // this portal's weights
	Overlap Measure  // the number of topics that both name in the same words
	Random  Measure  // any order; its intervals are points
	Gain    Estimate // in MRR, of Score over Overlap
	Without []Contribution
}

// FilterCount is how many chosen mentors a filter would have ruled out.
type FilterCount struct {
	Filter match.Filter
	Pairs  int
}

// Contribution is what one signal is worth.
type Contribution struct {
	Signal   string
	Weight   int
	Requests int      // how many fill it in
	Loss     Estimate // of mean reciprocal rank when the score goes without it; negative where it does harm
}

// Evaluate ranks the mentor of each past pair for its request. A pair with an
// unknown mentor counts as never found and is not among the filtered. The result
// does not depend on the order of pairs.
func Evaluate(p *portal.Portal, pairs []Pair) Evaluation {
	c := &count{index: match.New(asThen(p)), filtered: map[match.Filter]int{}, bands: map[match.Band]int{}}
	for _, s := range portal.Signals() {
		c.signals = append(c.signals, Contribution{Signal: s.Name, Weight: p.Program.Weights.Of(s)})
	}
	requests := grouped(pairs)
	for _, r := range requests {
		c.add(r)
	}
	v := Evaluation{Pairs: len(pairs), Requests: len(requests), Mentors: len(p.Mentors), Bands: c.bands}
	for _, f := range match.Filters() {
		if c.filtered[f] > 0 {
			v.Filtered = append(v.Filtered, FilterCount{f, c.filtered[f]})
		}
	}
	if len(requests) > 0 {
		v.estimate(c)
	}
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
		open.Availability = portal.Availability{Status: portal.Open, Until: p.Today, Windows: m.Availability.Windows}
		then.Mentors[i] = &open
	}
	return &then
}

// past is a request with everybody who was chosen for it.
type past struct {
	request *portal.Request
	chosen  []string
}

// grouped joins the pairs of each request, in an order of their own.
func grouped(pairs []Pair) []*past {
	var all []*past
	of := map[*portal.Request]*past{}
	for _, p := range pairs {
		if of[p.Request] == nil {
			of[p.Request] = &past{request: p.Request}
			all = append(all, of[p.Request])
		}
		of[p.Request].chosen = append(of[p.Request].chosen, p.Mentor)
	}
	for _, r := range all {
		slices.Sort(r.chosen)
	}
	slices.SortStableFunc(all, func(a, b *past) int {
		return cmp.Or(cmp.Compare(a.request.Slug, b.request.Slug), cmp.Compare(a.request.Cycle, b.request.Cycle), slices.Compare(a.chosen, b.chosen))
	})
	return all
}

// The orders of mentors that are compared.
const (
	byScore = iota
	byOverlap
	byChance
	orders
)

// count sums up the ranks of chosen mentors.
type count struct {
	index    *match.Index
	filtered map[match.Filter]int
	bands    map[match.Band]int
	hits     [orders][len(depths)]int64 // pairs within each depth, in ten-thousandths
	rows     []row                      // by request
	signals  []Contribution
}

// row holds the sums of one request's pairs: of reciprocal ranks, in millionths.
type row struct {
	pairs      int64
	reciprocal [orders]int64
	lost       []int64 // by going without each of the signals
}

// add ranks everybody who was chosen for a request.
func (c *count) add(p *past) {
	f := c.field(p)
	r := row{pairs: int64(len(p.chosen)), lost: make([]int64, len(c.signals))}
	for i := range f.chosen {
		mine := &f.chosen[i]
		if mine.score.Failed != "" {
			c.filtered[mine.score.Failed]++
			continue
		}
		c.bands[match.BandOf(mine.score.Total)]++
		full := f.rank(mine, f.byScore(""))
		for order, rank := range [orders]rank{full, f.rank(mine, f.byOverlap), {tied: len(f.rivals) + 1}} {
			r.reciprocal[order] += rank.reciprocal()
			for i, depth := range depths {
				c.hits[order][i] += rank.within(depth)
			}
		}
		for j, s := range c.signals {
			if f.fills(s.Signal) {
				r.lost[j] += full.reciprocal() - f.rank(mine, f.byScore(s.Signal)).reciprocal()
			}
		}
	}
	for i := range c.signals {
		if f.fills(c.signals[i].Signal) {
			c.signals[i].Requests++
		}
	}
	c.rows = append(c.rows, r)
}
