package cohort

import "slices"

// solve chooses edges of the greatest sum of worths and weights. It inserts the nodes
// of one side, one unit after another, and keeps what is chosen optimal for those
// inserted so far. From the side with fewer units to insert paths stay short, because
// the other side has units to spare.
func (n *network) solve(from uint8) {
	n.connect(from)
	mine, others := &n.sides[from], &n.sides[1-from]
	highest := n.highest()
	for i := range others.price {
		node := int32(i)
		if worth, ok := others.free(node); ok {
			others.price[i] = -worth
		} else {
			others.price[i] = highest
		}
	}
	others.lowest = lowest(others.price)
	if single(others) {
		n.auction(from)
	}
	for i := range mine.price {
		n.insert(node{from, int32(i)})
	}
}

// single reports whether no node of a side has several units.
func single(d *side) bool {
	for i := range d.used {
		if d.units[i+1]-d.units[i] > 1 {
			return false
		}
	}
	return true
}

// highest returns a price that nothing reaches.
func (n *network) highest() int64 {
	var worth, weight int64
	for s := range n.sides {
		for _, w := range n.sides[s].worth {
			worth = max(worth, w, -w)
		}
	}
	for i := range n.edges {
		weight = max(weight, n.edges[i].weight)
	}
	return 2*worth + weight + 1
}

func lowest(prices []int64) int64 {
	if len(prices) == 0 {
		return 0
	}
	return slices.Min(prices)
}

// insert takes as many units of a node into use as improve the whole.
func (n *network) insert(start node) {
	d := &n.sides[start.side]
	d.price[start.at] = n.entryPrice(start)
	for {
		worth, ok := d.free(start.at)
		own := worth + d.price[start.at]
		if !ok || own <= 0 {
			return
		}
		best := n.shortest(start, own)
		n.raise(start.side, best.cost)
		if best.end == start {
			return
		}
		n.augment(start, best.end)
	}
}

// entryPrice returns the lowest price of a node that its edges and units allow.
func (n *network) entryPrice(at node) int64 {
	mine, others := &n.sides[at.side], &n.sides[1-at.side]
	price, found := int64(0), false
	for _, a := range mine.of(at.at) {
		if found && a.weight-others.lowest <= price {
			break
		}
		if p := a.weight - others.price[a.to]; (!found || p > price) && !n.chosen[a.edge] {
			price, found = p, true
		}
	}
	if mine.used[at.at] > 0 {
		least := -mine.last(at.at)
		if !found {
			return least
		}
		return max(price, least)
	}
	if worth, ok := mine.free(at.at); ok && !found {
		return -worth
	}
	return price
}

// raise changes the prices of the nodes that the last search has settled, so that
// the reduced costs along its path become 0 and no other becomes negative.
func (n *network) raise(side uint8, cost int64) {
	for _, at := range n.search.settled {
		by := cost - n.search.reached[at.side][at.at].distance
		if at.side == side {
			by = -by
		}
		n.sides[at.side].price[at.at] += by
	}
}

// augment takes one more unit of start into use along the path that the last search
// has found to end.
func (n *network) augment(start, end node) {
	var added []int32
	for at := end; at != start; {
		e := n.search.reached[at.side][at.at].by
		if at.side == start.side {
			n.drop(e)
		} else {
			added = append(added, e)
		}
		at = node{1 - at.side, n.edges[e].ends[1-at.side]}
	}
	for _, e := range added {
		n.choose(e)
	}
}
