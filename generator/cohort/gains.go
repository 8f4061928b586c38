package cohort

import (
	"cmp"
	"slices"

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
	Moves  []Move `json:"moves"`           // who would then have whom: from the new place on

	value int64
}

// Move is a request that changes its mentor, or gets its first one.
type Move struct {
	Request string `json:"request"`
	From    string `json:"from,omitempty"`
	To      string `json:"to"`
}

// gains returns the mentors one more place at whom would help, those that help the most
// first.
func (t *told) gains() []Gain {
	n := t.net
	n.connect(1)
	n.sides[0].lowest = lowest(n.sides[0].price)
	gains := []Gain{}
	for at, i := range t.in.order[1] {
		if t.closed[i] || len(t.people[i]) != t.market.Mentors[i].Places {
			continue // with places left, or with more people than places, one more changes nothing
		}
		own := t.nextPlace(int(i)) + n.sides[1].price[at]
		if own <= 0 {
			continue
		}
		start := node{1, int32(at)}
		best := n.shortest(start, own)
		if best.end != start {
			gains = append(gains, t.gain(int(i), best.end, own-best.cost))
		}
	}
	gains = slices.DeleteFunc(gains, func(g Gain) bool { return g.Pairs == 0 && g.Score <= 0 }) // ties alone
	order.Stable(gains, func(a, b Gain) int { return cmp.Compare(b.value, a.value) })
	return gains
}

// nextPlace returns what a place beyond those of a mentor is worth.
func (t *told) nextPlace(mentor int) int64 {
	if !t.in.scale.Ties {
		return 0
	}
	m := &t.market.Mentors[mentor]
	return -loadStep * int64(min(m.Taken+m.Places, maxLoad))
}

// gain reads the path of the last search from a mentor's new place to its end.
func (t *told) gain(mentor int, end node, value int64) Gain {
	g := Gain{Mentor: t.mentor(mentor), Moves: []Move{}, value: value}
	n, start := t.net, node{1, int32(t.number[mentor])}
	var move Move
	for at := end; at != start; {
		e := n.search.reached[at.side][at.at].by
		p := t.in.pairs[e]
		if at.side == 0 { // the request is given another mentor
			if at == end {
				g.Helps, g.Pairs = t.request(p.Request), 1
				if len(t.mentors[p.Request]) == 0 {
					g.People = 1
				}
			}
			move.Request, move.To = t.request(p.Request), t.mentor(p.Mentor)
			g.Score += int64(p.Score)
			g.Moves = append(g.Moves, move)
			move = Move{}
		} else { // the mentor loses a request
			move.From = t.mentor(p.Mentor)
			g.Score -= int64(p.Score)
		}
		at = node{1 - at.side, n.edges[e].ends[1-at.side]}
	}
	slices.Reverse(g.Moves)
	return g
}
