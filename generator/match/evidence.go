package match

import (
	"cmp"
	"slices"

	"ithaca/generator/portal"
)

// Reason names a kind of evidence. The reasons are declared with their signals, with the
// fields of Evidence that they use.
type Reason string

// Evidence is a reason for a suggestion, or what one lacks. Which fields are set
// depends on Reason; a gap has By nil where nothing answers a topic, and
// otherwise a Level below the Goal.
type Evidence struct {
	Reason   Reason        `json:"kind"`
	Signal   string        `json:"part,omitempty"`  // the part of the score that it belongs to; "" for none
	Topic    *portal.Topic `json:"topic,omitempty"` // what was asked for
	By       *portal.Topic `json:"by,omitempty"`    // the mentor's topic that answers it; the same one, or a neighbour
	From     *portal.Topic `json:"from,omitempty"`
	To       *portal.Topic `json:"to,omitempty"`
	Relation Relation      `json:"relation,omitempty"`
	Want     portal.Want   `json:"want,omitempty"`
	Goal     portal.Level  `json:"goal,omitempty"`
	Level    portal.Level  `json:"level,omitempty"` // 0 where the mentor has not stated it
	Rank     int           `json:"place,omitempty"` // the rank among those the person would choose, from 1
	Minutes  int           `json:"minutes,omitempty"`
	Weeks    int           `json:"weeks,omitempty"` // in how many of OfWeeks that holds; both 0 where it always does
	OfWeeks  int           `json:"of_weeks,omitempty"`
	Words    []string      `json:"words,omitempty"`

	worth int64 // how much it adds to the score, or its lack takes away, as weight × ten-thousandths
}

// evidence returns the reasons for a mentor and what is missing, sorted by worth, the
// highest first.
func (q *Query) evidence(e *entry) (found, lacking []Evidence) {
	wishes := len(q.needs) + len(q.goals)
	x := &explanation{Query: q, entry: e, found: make([]Evidence, 0, wishes+1), lacking: make([]Evidence, 0, wishes)}
	for i := range q.inPlay {
		s := &q.inPlay[i]
		x.signal, x.weight = s.name, s.weight
		s.explain(x)
	}
	heavier := func(a, b Evidence) int { return cmp.Compare(b.worth, a.worth) }
	slices.SortStableFunc(x.found, heavier)
	slices.SortStableFunc(x.lacking, heavier)
	return withoutWeak(x.found), x.lacking
}

// withoutWeak drops evidence by siblings and related topics where other topics are
// closer to what was asked for.
func withoutWeak(found []Evidence) []Evidence {
	topical := func(e Evidence) bool { return e.Reason == AnswersNeed || e.Reason == AnswersGoal }
	weak := func(e Evidence) bool { return topical(e) && (e.Relation == Sibling || e.Relation == Related) }
	if !slices.ContainsFunc(found, func(e Evidence) bool { return topical(e) && !weak(e) }) {
		return found
	}
	return slices.DeleteFunc(found, weak)
}

// explanation collects the evidence of a pair.
type explanation struct {
	*Query
	*entry
	signal         string // the one being explained
	weight         int64  // its weight
	found, lacking []Evidence
}

// add adds a reason for the mentor, with its part of the signal's value, in
// ten-thousandths.
func (x *explanation) add(e Evidence, value int64) {
	e.Signal, e.worth = x.signal, x.weight*value
	x.found = append(x.found, e)
}

// miss adds what is missing, with the value that the signal keeps without it, in
// ten-thousandths.
func (x *explanation) miss(e Evidence, value int64) {
	e.Signal, e.worth = x.signal, x.weight*(scale-value)
	x.lacking = append(x.lacking, e)
}

// topic returns the topic of a number, nil for −1.
func (x *explanation) topic(number int32) *portal.Topic {
	if number < 0 {
		return nil
	}
	return x.graph.topics[number]
}
