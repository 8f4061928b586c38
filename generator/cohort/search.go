package cohort

// search holds the buffers of searches. They are not cleared in between: what an earlier
// search wrote has an older epoch.
type search struct {
	epoch   int32
	reached [2][]reach
	settled []node
	ready   []node // reached at the distance that is being settled, which need no heap
	heap    minHeap
}

// reach is the shortest path found to a node.
type reach struct {
	distance int64
	epoch    int32
	by       int32 // the last edge of the path, -1 at the start
}

// node is a node of one of the sides.
type node struct {
	side uint8
	at   int32
}

// path is a cheapest way to take one more unit of a node into use.
type path struct {
	end  node  // where another unit is taken into use, or one is given up
	cost int64 // in reduced costs
}

// shortest returns the cheapest way to use one more unit of a node: an augmenting path,
// forward along edges that are not chosen and back along chosen ones, to a node of the
// other side that has an unused unit, or of the same side that gives one up; or start
// itself where leaving the unit unused, at the cost own, is as cheap. (Dijkstra 1959, with
// the prices as potentials, so that all reduced costs are at least 0.)
func (n *network) shortest(start node, own int64) path {
	s := &n.search
	s.epoch++
	s.settled, s.ready, s.heap = s.settled[:0], s.ready[:0], s.heap[:0]
	best := path{start, own}
	s.reached[start.side][start.at] = reach{0, s.epoch, -1}
	s.ready = append(s.ready, start)
	distance := int64(0)
	for {
		if len(s.ready) == 0 {
			if len(s.heap) == 0 || s.heap[0].distance >= best.cost {
				return best
			}
			next := s.heap.pop()
			if s.reached[next.side][next.at].distance < next.distance {
				continue // reached by a shorter way since
			}
			distance = next.distance
			s.ready = append(s.ready, next.node)
		}
		at := s.ready[len(s.ready)-1]
		s.ready = s.ready[:len(s.ready)-1]
		if distance >= best.cost {
			return best
		}
		s.settled = append(s.settled, at)
		if at.side == start.side {
			n.forward(at, distance, &best)
		} else {
			n.back(at, distance, &best)
		}
	}
}

// forward follows the edges of a node that are not chosen. They are sorted by descending
// weight, so it stops where even an end of the lowest price would be too far.
func (n *network) forward(from node, distance int64, best *path) {
	s, mine, others := &n.search, &n.sides[from.side], &n.sides[1-from.side]
	base, floor := distance+mine.price[from.at], others.lowest
	reached := s.reached[1-from.side]
	arcs := mine.arcsOf(from.at)
	for i := range arcs {
		a := &arcs[i]
		if base+floor-a.weight >= best.cost {
			return
		}
		price := others.price[a.to]
		d := base + price - a.weight
		r := &reached[a.to]
		if d >= best.cost || r.epoch == s.epoch && r.distance <= d || n.chosen[a.edge] {
			continue
		}
		*r = reach{d, s.epoch, a.edge}
		end := node{1 - from.side, a.to}
		if worth, ok := others.nextUnit(a.to); ok && d-worth-price < best.cost {
			*best = path{end, d - worth - price}
		}
		s.queue(end, d, distance, best.cost)
	}
}

// back follows the chosen edges of a node.
func (n *network) back(from node, distance int64, best *path) {
	s, mine, others := &n.search, &n.sides[from.side], &n.sides[1-from.side]
	reached := s.reached[1-from.side]
	for _, e := range mine.chosenOf(from.at) {
		to := n.edges[e].ends[1-from.side]
		d := distance + n.edges[e].weight - mine.price[from.at] - others.price[to]
		r := &reached[to]
		if d >= best.cost || r.epoch == s.epoch && r.distance <= d {
			continue
		}
		*r = reach{d, s.epoch, e}
		end := node{1 - from.side, to}
		if cost := d + others.lastUsed(to) + others.price[to]; cost < best.cost {
			*best = path{end, cost}
		}
		s.queue(end, d, distance, best.cost)
	}
}

// queue notes a node at distance d to be settled, unless best is not farther.
func (s *search) queue(at node, d, now, best int64) {
	switch {
	case d >= best:
	case d == now:
		s.ready = append(s.ready, at)
	default:
		s.heap.push(heapItem{d, at})
	}
}

// heapItem is a node that a search has reached at a distance and not yet settled.
type heapItem struct {
	distance int64
	node
}

func (a *heapItem) before(b *heapItem) bool {
	if a.distance != b.distance {
		return a.distance < b.distance
	}
	return a.at < b.at || a.at == b.at && a.side < b.side
}

// minHeap is a 4-ary heap with the nearest node on top. container/heap would allocate for
// every element.
type minHeap []heapItem

func (h *minHeap) push(w heapItem) {
	*h = append(*h, w)
	a := *h
	i := len(a) - 1
	for i > 0 {
		parent := (i - 1) / 4
		if !w.before(&a[parent]) {
			break
		}
		a[i] = a[parent]
		i = parent
	}
	a[i] = w
}

func (h *minHeap) pop() heapItem {
	a := *h
	top, w := a[0], a[len(a)-1]
	a = a[:len(a)-1]
	*h = a
	i := 0
	for {
		least := 4*i + 1
		if least >= len(a) {
			break
		}
		for child := 4*i + 2; child < min(4*i+5, len(a)); child++ {
			if a[child].before(&a[least]) {
				least = child
			}
		}
		if !a[least].before(&w) {
			break
		}
		a[i] = a[least]
		i = least
	}
	if len(a) > 0 {
		a[i] = w
	}
	return top
}
