package cohort

import "math"

// ends is the shortest way from every node to where one more place at a mentor is of
// use: to a request that takes another mentor, or to another mentor whose weakest pair
// moves. One search backwards from all ends finds all ways at once.
type ends struct {
	reached [2][]reach // distance in reduced costs, and the next edge of the way; -1 at an end
}

// nearestEnds searches the ways for a solved network.
func (n *network) nearestEnds() ends {
	n.connect(0)
	var heap distances
	var found ends
	for s := range n.sides {
		d := &n.sides[s]
		found.reached[s] = make([]reach, len(d.used))
		for i := range d.used {
			r := &found.reached[s][i]
			r.distance, r.by = math.MaxInt64, -1
			at := node{uint8(s), int32(i)}
			if worth, ok := d.free(at.at); s == 0 && ok {
				r.distance = -worth - d.price[i]
			} else if s == 1 && d.used[i] > 0 {
				r.distance = d.last(at.at) + d.price[i]
			} else {
				continue
			}
			heap.push(waiting{r.distance, at})
		}
	}
	for len(heap) > 0 {
		next := heap.pop()
		if next.distance == found.reached[next.side][next.at].distance {
			n.leadingTo(next, found, &heap)
		}
	}
	return found
}

// leadingTo looks at the nodes from which a way leads to a node next.
func (n *network) leadingTo(to waiting, found ends, heap *distances) {
	mine, others := &n.sides[to.side], &n.sides[1-to.side]
	relax := func(at, e int32, cost int64) {
		if r := &found.reached[1-to.side][at]; to.distance+cost < r.distance {
			*r = reach{distance: to.distance + cost, by: e}
			heap.push(waiting{r.distance, node{1 - to.side, at}})
		}
	}
	if to.side == mentorSide {
		for _, e := range mine.holds(to.at) {
			at := n.edges[e].ends[requestSide]
			relax(at, e, n.edges[e].weight-mine.price[to.at]-others.price[at])
		}
		return
	}
	for _, a := range mine.of(to.at) {
		if !n.chosen[a.edge] {
			relax(a.to, a.edge, mine.price[to.at]+others.price[a.to]-a.weight)
		}
	}
}
