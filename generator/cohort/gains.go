package cohort

import (
	"cmp"

	"ithaca/generator/order"
)

// Gain is what one more place at a mentor would change: exactly, by one more
// augmentation of the optimal assignment.
type Gain struct {
	Mentor string `json:"mentor"`
	People int    `json:"people"` // how many more would have a mentor: 0 or 1
	Pairs  int    `json:"pairs"`
	Score  int64  `json:"score"`
	Helps  string `json:"helps,omitempty"` // the request that would get one more mentor
	Moves  []Move `json:"moves"`           // along the augmenting path, from the new place on

	value int64 // of the objective, in units of the scale
}

// Move is a request that changes its mentor, or gets its first one.
type Move struct {
	Request string `json:"request"`
	From    string `json:"from,omitempty"`
	To      string `json:"to"`
}

// gains returns the mentors with whom one more place would help, those who help most
// first.
func (t *reporter) gains() []Gain {
	ways := t.net.pathsToEnds()
	gains := []Gain{}
	for at, i := range t.instance.order[mentorSide] {
		if t.closed[i] || len(t.people[i]) != t.market.Mentors[i].Places {
			continue // with places left, or with more people than places, one more changes nothing
		}
		way := ways[1][at]
		value := t.nextPlace(i) + t.net.sides[mentorSide].price[at] - way.distance
		if way.by < 0 || value <= 0 {
			continue
		}
		if g := t.gain(i, int32(at), ways, value); g.Pairs > 0 || g.Score > 0 { // else it decides among equals alone
			gains = append(gains, g)
		}
	}
	order.Stable(gains, func(a, b Gain) int { return cmp.Compare(b.value, a.value) })
	return gains
}

// nextPlace returns what a place beyond those of a mentor is worth.
func (t *reporter) nextPlace(mentor int) int64 {
	if !t.instance.scale.Ties {
		return 0
	}
	m := &t.market.Mentors[mentor]
	return -loadStep * int64(min(m.Taken+m.Places, maxLoad))
}

// gain follows the shortest path from a mentor's new place, at a node, to its end.
func (t *reporter) gain(mentor int, at int32, ways endPaths, value int64) Gain {
	g := Gain{Mentor: t.mentor(mentor), Moves: []Move{}, value: value}
	for e := ways[1][at].by; e >= 0; e = ways[1][at].by {
		joins := t.instance.pairs[e]
		move := Move{Request: t.request(joins.Request), To: t.mentor(joins.Mentor)}
		g.Score += int64(joins.Score)
		leaves := ways[0][t.net.edges[e].ends[requestSide]].by
		if leaves < 0 {
			g.Helps, g.Pairs = move.Request, 1
			if len(t.mentors[joins.Request]) == 0 {
				g.People = 1
			}
			g.Moves = append(g.Moves, move)
			break
		}
		move.From = t.mentor(t.instance.pairs[leaves].Mentor)
		g.Score -= int64(t.instance.pairs[leaves].Score)
		g.Moves = append(g.Moves, move)
		at = t.net.edges[leaves].ends[mentorSide]
	}
	return g
}
