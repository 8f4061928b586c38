package match

import (
	"slices"

	"ithaca/generator/portal"
	"ithaca/generator/tongue"
)

// Band is how well two people suit each other, in words: the only measure that
// visitors see.
type Band string

// The bands.
const (
	Strong   Band = "strong"
	Good     Band = "good"
	Possible Band = "possible"
)

// The least scores of the bands, and the least fit with which anybody is suggested,
// in ten-thousandths. Pages compare names of topics, of which one word found in a
// biography says little; in private, where whole sentences are compared, less suffices.
// In five histories of real programs the organizers' choices were no more frequent below
// the private floor than among all mentors.
const (
	strongFloor  = 6500
	goodFloor    = 4000
	publicFloor  = 2000
	privateFloor = 1000
)

// band returns the band of a mentor who can be suggested.
func (q *Query) band(e *entry, score int) Band {
	switch {
	case score >= strongFloor && q.strong(e):
		return Strong
	case score >= goodFloor:
		return Good
	}
	return Possible
}

// strong reports whether a mentor with a high score is a strong match: the needs, or
// without any the goals, are answered well and not by words alone, every must in full,
// and the two can meet.
func (q *Query) strong(e *entry) bool {
	fit := q.scoreFit(e)
	if len(q.needs) == 0 {
		fit = max(fit, q.coverage(q.goals, e))
	}
	return (fit >= strongFloor || !q.hasFit) && !q.byWordsAlone(e) && !q.missesMust(e) && !q.hardToMeet(e)
}

// missesMust reports whether a must is met by no topic that is the same or a part of
// it, or at a level too low.
func (q *Query) missesMust(e *entry) bool {
	return slices.ContainsFunc(q.needs, func(w wish) bool {
		value, _, relation := q.answer(w, e)
		return w.want == portal.MustHave && (value < fullCover || relation != Same && relation != Narrower)
	})
}

// Suggestion is a mentor for a request, with the reasons.
type Suggestion struct {
	Mentor    *portal.Mentor
	Score     int  // in ten-thousandths; never shown to visitors
	Band      Band // "" where the mentor suits too little
	Signals   []SignalScore
	Evidence  []Evidence // why, the weightiest first; a mentor who is suggested has some, one whom Explain or Judge was asked about perhaps none
	Gap       *Evidence  // the largest thing missing; nil when nothing is
	NoHour    *Evidence  // that no hour suits both, where it is missing and is not the Gap
	Unstated  []Filter   // what could not be judged because one of the two has not said it
	Languages []string   // tags of the mentor's languages that the person shares
}

// Suggest returns the best k mentors for a request, the best first: all of them pass
// every filter and have a band and evidence. A request that fills in no signal gets
// nobody. The order of the portal's mentors and requests does not change the result.
func (x *Index) Suggest(r *portal.Request, k int) []Suggestion {
	return x.Query(r).suggest(k)
}

// Listed returns what Suggest does, with equal mentors in the order of published lists
// (fair.Order), which does not depend on who asks.
func (x *Index) Listed(r *portal.Request, k int) []Suggestion {
	q := x.Query(r)
	q.tieSeed = ""
	return q.suggest(k)
}

func (q *Query) suggest(k int) []Suggestion {
	suggestions := q.decidedPairs(k)
	for _, c := range q.best(k - len(suggestions)) {
		suggestions = append(suggestions, q.suggestion(c.entry, int(c.score)))
	}
	return suggestions
}

// decidedPairs returns up to k mentors with whom the request is a pair already, in the
// order of the decisions; none where the index is not private.
func (q *Query) decidedPairs(k int) []Suggestion {
	suggestions := []Suggestion{}
	for _, d := range q.request.Decisions {
		e := q.entryOf(d.Mentor)
		again := slices.ContainsFunc(suggestions, func(s Suggestion) bool { return s.Mentor.Slug == d.Mentor })
		if e == nil || again || q.pairReason(e) == "" || len(suggestions) >= k {
			continue
		}
		suggestions = append(suggestions, q.explainedPair(e))
	}
	return suggestions
}

// The evidence of a decision that makes two people a pair in the request's cycle,
// which only a private index tells.
const (
	LockedPair   Reason = "pair-lock"
	AcceptedPair Reason = "pair-accept"
)

// pairReason returns LockedPair or AcceptedPair where the request and a mentor are a
// pair and the index is private, else "".
func (q *Query) pairReason(e *entry) Reason {
	if !q.private {
		return ""
	}
	switch portal.Together(q.request, q.request.Cycle)[e.mentor.Slug] {
	case portal.Lock:
		return LockedPair
	case portal.Accept:
		return AcceptedPair
	}
	return ""
}

// explainedPair explains a pair, whether it would be suggested or not.
func (q *Query) explainedPair(e *entry) Suggestion {
	score, enough := q.score(e, 0)
	s := q.suggestion(e, int(score))
	if !enough {
		s.Band = ""
	}
	return s
}

// suggestion explains a mentor, with the band of one who can be suggested.
func (q *Query) suggestion(e *entry, score int) Suggestion {
	s := Suggestion{Mentor: e.mentor, Score: score, Band: q.band(e, score), Signals: q.signalScores(e)}
	var lacking []Evidence
	s.Evidence, lacking = q.evidence(e)
	for i := range lacking {
		if i == 0 {
			s.Gap = &lacking[i]
		} else if lacking[i].Reason == SharesTime {
			s.NoHour = &lacking[i]
		}
	}
	if reason := q.pairReason(e); reason != "" {
		s.Evidence = slices.Insert(s.Evidence, 0, Evidence{Reason: reason})
	}
	q.firstFailed(e, &s.Unstated)
	s.Languages = q.sharedTags(e)
	return s
}

// sharedTags returns the mentor's languages that the person speaks.
func (q *Query) sharedTags(e *entry) []string {
	return slices.DeleteFunc(slices.Clone(e.mentor.Languages), func(tag string) bool { return !slices.Contains(q.languages, tongue.Base(tag)) })
}

// Judgement is what the index says of one pair, whether it is suggested or not.
type Judgement struct {
	Suggestion
	Failed    Filter     // the first filter that the pair fails; "" when it passes all
	AllFailed []Filter   // all that it fails
	Rank      int        // the rank among all suggestions for the request, from 1; 0 for none
	Would     int        // the rank if the pair passed every filter; 0 where the mentor suits too little
	Lacking   []Evidence // all that is missing, the largest first
}

// Judge explains one pair: the filters that rule it out, its score with every signal,
// the reasons for it and what is missing. The mentor must be the portal's.
func (x *Index) Judge(r *portal.Request, m *portal.Mentor) Judgement {
	q := x.Query(r)
	e := x.entryOf(m.Slug)
	j := Judgement{Suggestion: q.explainedPair(e), Failed: q.firstFailed(e, nil), AllFailed: q.allFailed(e)}
	_, j.Lacking = q.evidence(e)
	pairs := q.decidedPairs(x.suggestable)
	if at := slices.IndexFunc(pairs, func(s Suggestion) bool { return s.Mentor == e.mentor }); at >= 0 {
		j.Failed, j.AllFailed, j.Rank, j.Would = "", nil, at+1, at+1
		return j
	}
	if j.Band == "" {
		return j
	}
	j.Would = len(pairs) + 1
	mine := &candidate{e, int32(j.Score), q.tieKey(e)}
	for _, c := range q.best(x.suggestable) {
		if before(c, mine) < 0 {
			j.Would++
		}
	}
	if j.Failed == "" {
		j.Rank = j.Would
	}
	return j
}
