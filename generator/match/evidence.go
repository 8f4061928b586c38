package match

import (
	"cmp"
	"slices"

	"ithaca/generator/portal"
)

// Reason names a kind of evidence.
type Reason string

// The kinds of evidence, with the fields that each uses.
const (
	AnswersNeed  Reason = "need"     // Topic, Want, Goal, By, Level, Relation
	AnswersGoal  Reason = "goal"     // Topic, By, Relation
	WouldChoose  Reason = "ranked"   // Place
	MadeTheMove  Reason = "move"     // From, To: of the mentor's own move
	SharesTime   Reason = "time"     // Minutes a week
	NearClocks   Reason = "clocks"   // Minutes that their clocks differ
	SimilarStyle Reason = "style"    // no field
	SharesValues Reason = "values"   // Words
	SameIndustry Reason = "industry" // Topic, By, Relation
	MakesOffers  Reason = "offers"   // Words: keys of offers
	LearnsBack   Reason = "learning" // Topic
)

// Evidence is a reason for a suggestion, or what one lacks. Which fields are set
// depends on Reason; a gap has By nil where nothing answers a topic, and
// otherwise a Level below the Goal.
type Evidence struct {
	Reason   Reason
	Topic    *portal.Topic // what was asked for
	By       *portal.Topic // the mentor's topic that answers it; the same one, or a neighbour
	Relation Relation
	Want     portal.Want
	Goal     portal.Level
	Level    portal.Level // 0 where the mentor has not stated it
	Place    int          // among those the person would choose, from 1
	Minutes  int
	From, To *portal.Topic
	Words    []string

	worth int64 // what it adds to the score, or what its lack takes away
}

// evidence returns what speaks for a mentor, the weightiest first, and the largest
// thing missing.
func (q *question) evidence(e *entry) ([]Evidence, *Evidence) {
	b := &brief{question: q, entry: e}
	for _, p := range q.parts {
		b.weight = int64(p.weight)
		p.explain(b)
	}
	order := func(a, b Evidence) int { return cmp.Compare(b.worth, a.worth) }
	slices.SortStableFunc(b.found, order)
	slices.SortStableFunc(b.lacking, order)
	if len(b.lacking) == 0 {
		return b.found, nil
	}
	return b.found, &b.lacking[0]
}

// brief collects evidence about a pair.
type brief struct {
	*question
	*entry
	weight         int64 // of the part that is looked at
	found, lacking []Evidence
}

func (b *brief) add(e Evidence, value int64) {
	e.worth = b.weight * value
	b.found = append(b.found, e)
}

func (b *brief) miss(e Evidence, value int64) {
	e.worth = b.weight * (scale - value)
	b.lacking = append(b.lacking, e)
}

func (b *brief) topic(number int32) *portal.Topic {
	if number < 0 {
		return nil
	}
	return b.graph.topics[number]
}
