// Package study measures how well suggestions agree with what people decided.
//
// It takes a portal and pairs of the past and returns estimates: how many of the
// mentors who were chosen would have been named, how high the score and simpler
// orders rank them, and what each part of the score adds. It knows no files and no
// HTML.
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

// First is how many mentors are suggested for a request.
const First = 5

// Evaluation is how a portal's suggestions would have done where people decided.
//
// The portal is judged as of then: of the filters those count that are about two
// people (language, kind, format, duration, place, stage, avoid, organisation). What
// a decision changes, or what holds today and may not have held then, does not:
// places, cycles, consent, age, earlier decisions.
//
// Named counts what people would have seen: the chosen mentors among the five that
// are suggested. The orders rank a chosen mentor among those who pass the filters,
// the others chosen for the same request left out. Equal mentors share their ranks:
// each measure is the mean over all orders of them, so no luck is measured. Who is
// ruled out by a filter, or by the floor of the fit, is never found.
type Evaluation struct {
	Pairs    int                  `json:"pairs"`
	Requests int                  `json:"requests"`
	Mentors  int                  `json:"mentors"` // in the portal
	Named    Estimate             `json:"named"`
	Filtered map[match.Filter]int `json:"-"` // of the chosen mentors
	Orders   []Order              `json:"methods"`
	Parts    []Part               `json:"parts"`
	Bands    []Band               `json:"bands"` // the best first, then "none": too low a fit
}

// Sure reports whether there are requests enough for intervals.
func (e *Evaluation) Sure() bool { return e.Requests >= enough }

// Order is a way of ordering mentors.
type Order struct {
	Name   string   `json:"method"`   // suggestions, without-floor (suggestions without the least fit), shared-words, exact-topics, chance
	MRR    Estimate `json:"mrr"`      // the mean reciprocal rank: 1 where all come first, a half where all come second
	Recall Estimate `json:"recall_5"` // the share of pairs in which the chosen mentor is among the First
}

// Band is how many of the mentors who pass the filters have a band, over all requests.
type Band struct {
	Name   match.Band `json:"band"`
	Chosen int        `json:"chosen"` // those who were chosen
	Others int        `json:"others"`
}

// none is the name of the band of mentors with too low a fit to be suggested.
const none match.Band = "none"

// Part is what one signal, or one half of the fit, adds.
type Part struct {
	Name     string   `json:"part"`
	Weight   int      `json:"weight"`
	Requests int      `json:"requests"` // how many fill it in
	Adds     Estimate `json:"adds"`     // to the mean reciprocal rank of suggestions; negative where it does harm
}

// Evaluate ranks the mentor of each past pair for its request. The result does not
// depend on the order of pairs.
func Evaluate(p *portal.Portal, pairs []Pair) Evaluation {
	then := asDecided(p)
	s := &survey{
		index: match.New(then).Private(), texts: newTexts(then),
		v: Evaluation{Pairs: len(pairs), Mentors: len(p.Mentors), Filtered: map[match.Filter]int{}},
	}
	for _, band := range []match.Band{match.Strong, match.Good, match.Possible, none} {
		s.v.Bands = append(s.v.Bands, Band{Name: band})
	}
	for _, one := range portal.Signals() {
		s.v.Parts = append(s.v.Parts, Part{Name: one.Name, Weight: p.Program.Weights.Of(one)})
	}
	for _, half := range []string{match.Topics, match.Words} {
		s.v.Parts = append(s.v.Parts, Part{Name: half, Weight: s.v.Parts[0].Weight})
	}
	for _, r := range grouped(pairs) {
		s.v.Requests++
		s.add(r)
	}
	s.estimate()
	return s.v
}

// asDecided returns a copy of a portal without what may have been different when pairs
// were decided: requests, and the cycles, status and places of mentors.
func asDecided(p *portal.Portal) *portal.Portal {
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
	request *portal.Request // as of then
	chosen  []string
}

// grouped joins the pairs of each request, sorted by slug, cycle and mentors.
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

// survey collects the ranks of the chosen mentors, request by request.
type survey struct {
	index *match.Index
	texts *texts
	v     Evaluation
	rows  []row // by request
}

// add ranks everybody who was chosen for a request.
func (s *survey) add(p *past) {
	r := *p.request
	r.Consent, r.Adult, r.Decisions = s.index.Portal().Today, nil, nil
	r.Avoid = slices.DeleteFunc(slices.Clone(r.Avoid), func(slug string) bool { return slices.Contains(p.chosen, slug) })
	row := row{pairs: int64(len(p.chosen)), sums: make([]int64, columns(len(s.v.Parts)))}
	for _, m := range s.index.Query(&r).Best(First) {
		if slices.Contains(p.chosen, m.Slug) {
			row.sums[named] += million
		}
	}
	chosen, rivals := s.candidates(p, &r)
	for i := range rivals {
		s.bandOf(&rivals[i]).Others++
	}
	for i := range chosen {
		mine := &chosen[i]
		if mine.Failed != "" {
			s.v.Filtered[mine.Failed]++
			continue
		}
		s.bandOf(mine).Chosen++
		for order := range orders {
			rank := rankOf(mine.values[order], rivals, func(c *candidate) int64 { return c.values[order] })
			row.sums[mrr+order] += rank.reciprocal()
			row.sums[recall+order] += rank.within(First)
		}
		for j, part := range s.v.Parts {
			without := func(c *candidate) int64 { return c.scoreWithout(part.Name) }
			row.sums[parts+j] += rankOf(mine.values[0], rivals, func(c *candidate) int64 { return c.values[0] }).reciprocal() -
				rankOf(without(mine), rivals, without).reciprocal()
		}
	}
	s.rows = append(s.rows, row)
}

// bandOf returns the count of a candidate's band.
func (s *survey) bandOf(c *candidate) *Band {
	return &s.v.Bands[slices.IndexFunc(s.v.Bands, func(b Band) bool { return b.Name == cmp.Or(c.Band, none) })]
}

// candidates scores every mentor of the portal for a request, and returns those who were
// chosen and the others who pass the filters.
func (s *survey) candidates(p *past, r *portal.Request) (chosen, rivals []candidate) {
	query, asked := s.index.Query(r), s.texts.of(r)
	for i, m := range s.index.Portal().Mentors {
		c := candidate{Score: query.Score(m)}
		c.values = [orders]int64{c.scoreWithout(""), 1 + int64(c.Total), asked.cosine(i), overlap(r, m), 1}
		if slices.Contains(p.chosen, m.Slug) {
			chosen = append(chosen, c)
		} else if c.Failed == "" {
			rivals = append(rivals, c)
		}
		if i == 0 {
			s.countFilled(c.Score)
		}
	}
	return chosen, rivals
}

// countFilled counts a request with the parts that it fills in. Both halves of the
// fit are filled in with it.
func (s *survey) countFilled(score match.Score) {
	for i := range s.v.Parts {
		name := s.v.Parts[i].Name
		if name == match.Topics || name == match.Words {
			name = "fit"
		}
		if slices.ContainsFunc(score.Signals, func(one match.SignalScore) bool { return one.Signal == name }) {
			s.v.Parts[i].Requests++
		}
	}
}
