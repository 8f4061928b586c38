package match

import "ithaca/generator/portal"

// The evidence of offers.
const (
	SameIndustry Reason = "industry" // uses Topic, By and Relation
	MakesOffers  Reason = "offers"   // uses Words: keys of offers
	LearnsBack   Reason = "learning" // uses Topic
)

// offersSignal is what two people can offer each other beside topics: a field of
// work, concrete offers, something to learn in return.
func offersSignal() signal {
	return signal{
		name: "offers",
		asked: func(q *Query) bool {
			return len(q.fields()) > 0 || len(q.request.Offers) > 0 || len(q.offered) > 0
		},
		score:   (*Query).scoreOffers,
		explain: (*explanation).offers,
		columns: []column{
			{"offers", func(_ *recorder, e *entry) any { return set(portal.Offers(), e.mentor.Offers) }}, // a set
			{"industries", func(_ *recorder, e *entry) any { return numbers(e.industries) }},
		},
	}
}

// end is the topic at one end of a move, and how much it counts: 2 for the new one, 1
// for the old one.
type end struct {
	topic  int32
	weight int64
}

// fields returns the ends of the move that are industries.
func (q *Query) fields() []end {
	var fields []end
	for _, e := range []end{{q.move.to, 2}, {q.move.from, 1}} {
		if e.topic >= 0 && q.graph.topics[e.topic].Kind == portal.IndustryTopic {
			fields = append(fields, e)
		}
	}
	return fields
}

// scoreOffers is the mean of what was filled in: the industries of the move, the
// offers hoped for, and what the mentor could learn in return.
func (q *Query) scoreOffers(e *entry) int64 {
	var sum, n int64
	if fields := q.fields(); len(fields) > 0 {
		n++
		sum += q.industry(fields, e)
	}
	if hoped := q.request.Offers; len(hoped) > 0 {
		n++
		sum += shareOf(hoped, e.mentor.Offers)
	}
	if len(q.offered) > 0 {
		n++
		if len(q.wouldLearn(e)) > 0 {
			sum += scale
		}
	}
	return mean(sum, n)
}

// industry returns how close a mentor's industries come to the ends of the move, in
// ten-thousandths.
func (q *Query) industry(fields []end, e *entry) int64 {
	if len(e.industries) == 0 {
		return half
	}
	var sum, weight int64
	for _, f := range fields {
		var best int64
		for _, has := range e.industries {
			best = max(best, q.closePercent(f.topic, has))
		}
		sum += f.weight * best * 100
		weight += f.weight
	}
	return mean(sum, weight)
}

// wouldLearn returns what the person offers that the mentor would like to learn.
func (q *Query) wouldLearn(e *entry) []int32 {
	var topics []int32
	for _, offered := range q.offered {
		for _, wished := range e.learning {
			if close, _ := q.graph.closeness(wished, offered); close >= narrowerClose {
				topics = append(topics, offered)
				break
			}
		}
	}
	return topics
}

func (x *explanation) offers() {
	for _, f := range x.fields() {
		for _, has := range x.industries {
			if close, relation := x.graph.closeness(f.topic, has); close >= narrowerClose {
				x.add(Evidence{Reason: SameIndustry, Topic: x.topic(f.topic), By: x.topic(has), Relation: relation}, int64(close)*100)
				break
			}
		}
	}
	if made := common(x.request.Offers, x.mentor.Offers); len(made) > 0 {
		x.add(Evidence{Reason: MakesOffers, Words: portal.Texts(made)}, scale)
	}
	for _, topic := range x.wouldLearn(x.entry) {
		x.add(Evidence{Reason: LearnsBack, Topic: x.topic(topic)}, scale)
	}
}
