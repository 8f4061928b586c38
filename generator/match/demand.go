package match

import (
	"cmp"

	"ithaca/generator/order"
	"ithaca/generator/portal"
)

// Demand is how much a topic is asked for and offered.
type Demand struct {
	Topic   *portal.Topic
	Asked   int // requests that name it among their needs or goals
	Offered int // mentors who have it
	Open    int // of them with an open place
}

// minAsked is how many requests must name a topic before its demand is published:
// the people behind fewer could be recognised.
const minAsked = 5

// Wanted returns the topics that are asked for by at least five requests and not
// marked as sensitive, those with the most asked for beyond what is offered
// first, then those with the fewest open places, then by slug.
func (x *Index) Wanted() []Demand {
	asked := make([]int, len(x.graph.topics))
	for _, r := range x.portal.Requests {
		for _, topic := range x.graph.numbersOf(r.Topics()) {
			asked[topic]++
		}
	}
	offered := make([]int, len(x.graph.topics))
	for i := range x.entries {
		for _, s := range x.entries[i].skills {
			offered[s.topic]++
		}
	}
	var wanted []Demand
	for i, topic := range x.graph.topics {
		if asked[i] >= minAsked && !topic.Sensitive {
			wanted = append(wanted, Demand{topic, asked[i], offered[i], x.topics[i].mentors()})
		}
	}
	order.Stable(wanted, func(a, b Demand) int {
		return cmp.Or(
			cmp.Compare(b.Asked-b.Offered, a.Asked-a.Offered), cmp.Compare(a.Open, b.Open),
			cmp.Compare(a.Topic.Slug, b.Topic.Slug),
		)
	})
	return wanted
}
