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

// evidence gives what speaks for a mentor, the weightiest first, and the largest
// thing missing.
func (q *question) evidence(e *entry) ([]Evidence, *Evidence) {
	b := &brief{question: q, entry: e}
	for _, p := range q.parts {
		b.weight = int64(p.weight)
		switch p.name {
		case NeedsPart:
			b.wishes(AnswersNeed, q.needs)
		case GoalsPart:
			b.wishes(AnswersGoal, q.goals)
		case RankedPart:
			if place := q.rank(e); place > 0 {
				b.add(Evidence{Reason: WouldChoose, Place: place}, q.scoreRanked(e))
			}
		case PathPart:
			b.path()
		case TimePart:
			b.time()
		case StylePart:
			b.style()
		case OffersPart:
			b.offers()
		}
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

// wishes looks at each topic asked for.
func (b *brief) wishes(reason Reason, all []wish) {
	total := weights(all)
	for _, w := range all {
		value, by, relation := b.answer(w, b.entry)
		e := Evidence{Reason: reason, Topic: w.topic, Want: w.want, Goal: w.goal}
		if reason == AnswersGoal {
			e.Want = ""
		}
		if value > 0 {
			e.By, e.Level, e.Relation = b.graph.topics[by.topic], by.level, relation
			b.add(e, mean(w.weight*int64(value), total))
		}
		const enough = 6000 // a topic answered at a level below is something missing, a narrower one is not
		if value <= enough {
			b.miss(e, scale-mean(w.weight*int64(scale-value), total))
		}
	}
}

func (b *brief) topic(number int32) *portal.Topic {
	if number < 0 {
		return nil
	}
	return b.graph.topics[number]
}

func (b *brief) path() {
	value, made := b.moveAnswer(b.entry)
	if value > 0 {
		b.add(Evidence{Reason: MadeTheMove, From: b.topic(made.from), To: b.topic(made.to)}, value)
		return
	}
	b.miss(Evidence{Reason: MadeTheMove, From: b.topic(b.move.from), To: b.topic(b.move.to)}, 0)
}

func (b *brief) time() {
	value := b.scoreTime(b.entry)
	if minutes := b.minutesShared(b.entry); minutes >= 0 {
		e := Evidence{Reason: SharesTime, Minutes: minutes}
		if minutes > 0 {
			b.add(e, value)
		} else {
			b.miss(e, 0)
		}
		return
	}
	if theirs := b.entry.hoursAt(b.clocks).clock; theirs != nil {
		e := Evidence{Reason: NearClocks, Minutes: apart(b.clock.first, theirs.first)}
		const near, far = 3 * 60, 6 * 60
		if e.Minutes <= near {
			b.add(e, value)
		} else if e.Minutes >= far {
			b.miss(e, value)
		}
	}
}

func (b *brief) style() {
	r := b.request
	if both := b.valuesShared(b.entry); len(both) > 0 {
		b.add(Evidence{Reason: SharesValues, Words: both}, mean(scale*int64(len(both)), int64(len(r.Values))))
	}
	theirs := b.entry.mentor.Style
	if r.Style == (portal.Style{}) || theirs == (portal.Style{}) {
		return
	}
	const similar = 7500
	if value := b.scoreStyle(b.entry); value >= similar {
		b.add(Evidence{Reason: SimilarStyle}, value/2)
	} else if value < half {
		b.miss(Evidence{Reason: SimilarStyle}, value)
	}
}

func (b *brief) offers() {
	for _, f := range b.fields() {
		for _, has := range b.industries {
			if close, relation := b.graph.closeness(f.topic, has); close >= narrowerClose {
				b.add(Evidence{Reason: SameIndustry, Topic: b.topic(f.topic), By: b.topic(has), Relation: relation}, int64(close)*100)
				break
			}
		}
	}
	if made := b.offersMade(b.entry); len(made) > 0 {
		keys := make([]string, len(made))
		for i, o := range made {
			keys[i] = string(o)
		}
		b.add(Evidence{Reason: MakesOffers, Words: keys}, scale)
	}
	for _, topic := range b.wouldLearn(b.entry) {
		b.add(Evidence{Reason: LearnsBack, Topic: b.topic(topic)}, scale)
	}
}
