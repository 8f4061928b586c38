package match

import (
	"slices"

	"ithaca/generator/portal"
	"ithaca/generator/tongue"
)

// Band is how well two people suit each other, in words: the only measure that
// is ever shown.
type Band string

// The bands. Below the last of them nothing is suggested.
const (
	Strong   Band = "strong"
	Good     Band = "good"
	Possible Band = "possible"
)

// The least scores of the bands, in ten-thousandths.
const (
	strongFloor = 7000
	goodFloor   = 4500
	bandFloor   = 2000
)

// BandOf returns the band of a score in ten-thousandths, "" below the last.
func BandOf(score int) Band {
	switch {
	case score >= strongFloor:
		return Strong
	case score >= goodFloor:
		return Good
	case score >= bandFloor:
		return Possible
	}
	return ""
}

// Suggestion is a mentor for a request, with the reasons.
type Suggestion struct {
	Mentor    *portal.Mentor
	Score     int // in ten-thousandths; never shown to visitors
	Band      Band
	Signals   []SignalScore
	Evidence  []Evidence // why, the weightiest first; never empty
	Gap       *Evidence  // the largest thing missing; nil when nothing is
	Unstated  []Filter   // what could not be judged because one of the two has not said it
	Languages []string   // tags of the mentor's languages that the person shares
}

// Suggest returns the best k mentors for a request in order: all of them pass every
// filter and have a band and evidence. A request that fills in no part of the
// score gets nobody. The order does not depend on the order of anything read.
func (x *Index) Suggest(r *portal.Request, k int) []Suggestion {
	q := x.ask(r)
	found := q.best(k)
	suggestions := make([]Suggestion, len(found))
	for i, c := range found {
		suggestions[i] = q.suggestion(c.entry, int(c.score))
	}
	return suggestions
}

// Best returns the same as Suggest without the reasons, which cost more than the
// search.
func (x *Index) Best(r *portal.Request, k int) []*portal.Mentor {
	found := x.ask(r).best(k)
	mentors := make([]*portal.Mentor, len(found))
	for i, c := range found {
		mentors[i] = c.mentor
	}
	return mentors
}

// suggestion explains a pair.
func (q *question) suggestion(e *entry, score int) Suggestion {
	s := Suggestion{Mentor: e.mentor, Score: score, Band: BandOf(score), Signals: q.signalScores(e)}
	s.Evidence, s.Gap = q.evidence(e)
	q.failed(e, &s.Unstated)
	s.Languages = q.sharedTags(e)
	return s
}

// sharedTags returns the mentor's languages that the person speaks.
func (q *question) sharedTags(e *entry) []string {
	return slices.DeleteFunc(slices.Clone(e.mentor.Languages), func(tag string) bool { return !slices.Contains(q.languages, tongue.Base(tag)) })
}

// Judgement is what the index says of one pair, whether it is suggested or not.
type Judgement struct {
	Suggestion
	Failed Filter // the first filter that the pair fails; "" when it passes all
	Rank   int    // the rank among all suggestions for the request, from 1; 0 for none
}

// Judge explains one pair: the filter that rules it out, or its score with every
// signal, what speaks for it and what is missing. The mentor must be the portal's.
func (x *Index) Judge(r *portal.Request, m *portal.Mentor) Judgement {
	q := x.ask(r)
	e := x.entryOf(m.Slug)
	if e == nil {
		return Judgement{Failed: ByAvailability, Suggestion: Suggestion{Mentor: m}}
	}
	j := Judgement{Failed: q.failed(e, nil)}
	score, enough := q.score(e, 0)
	j.Suggestion = q.suggestion(e, int(score))
	if !enough {
		j.Band = ""
	}
	if j.Failed == "" && j.Band != "" {
		for i, c := range q.best(x.open) {
			if c.entry == e {
				j.Rank = i + 1
			}
		}
	}
	return j
}
