package cohort

import (
	"cmp"
	"math"

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

// endPaths are the shortest paths in the residual graph from every node to an end: a
// request with an unused unit, or a mentor who gives up a pair. They hold, by side and node,
// the distance in reduced costs; by is the next edge of the path, -1 at an end.
type endPaths [2][]reach

// pathsToEnds returns the paths in a solved network, by one search backwards from all
// ends (Dijkstra).
func (n *network) pathsToEnds() endPaths {
	n.connect(0)
	var heap minHeap
	var found endPaths
	for s := range n.sides {
		d := &n.sides[s]
		found[s] = make([]reach, len(d.used))
		for i := range d.used {
			r := &found[s][i]
			r.distance, r.by = math.MaxInt64, -1
			at := node{uint8(s), int32(i)}
			if worth, ok := d.nextUnit(at.at); s == 0 && ok {
				r.distance = -worth - d.price[i]
			} else if s == 1 && d.used[i] > 0 {
				r.distance = d.lastUsed(at.at) + d.price[i]
			} else {
				continue
			}
			heap.push(heapItem{r.distance, at})
		}
	}
	for len(heap) > 0 {
		next := heap.pop()
		if next.distance == found[next.side][next.at].distance {
			n.relaxInto(next, &found, &heap)
		}
	}
	return found
}

// relaxInto relaxes the edges of the residual graph that lead into a node.
func (n *network) relaxInto(to heapItem, found *endPaths, heap *minHeap) {
	mine, others := &n.sides[to.side], &n.sides[1-to.side]
	relax := func(at, e int32, cost int64) {
		if r := &found[1-to.side][at]; to.distance+cost < r.distance {
			*r = reach{distance: to.distance + cost, by: e}
			heap.push(heapItem{r.distance, node{1 - to.side, at}})
		}
	}
	if to.side == mentorSide {
		for _, e := range mine.chosenOf(to.at) {
			at := n.edges[e].ends[requestSide]
			relax(at, e, n.edges[e].weight-mine.price[to.at]-others.price[at])
		}
		return
	}
	for _, a := range mine.arcsOf(to.at) {
		if !n.chosen[a.edge] {
			relax(a.to, a.edge, mine.price[to.at]+others.price[a.to]-a.weight)
		}
	}
}
