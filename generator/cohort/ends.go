package cohort

import "math"

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
