package cohort

import "slices"

// solve chooses edges of the greatest sum of worths and weights, by shortest augmenting
// paths: it inserts the nodes of one side, one unit after another, and the edges chosen
// are optimal for the units inserted so far.
func (n *network) solve(from uint8) {
	n.connect(from)
	mine, others := &n.sides[from], &n.sides[1-from]
	highest := n.priceBound()
	for i := range others.price {
		node := int32(i)
		if worth, ok := others.nextUnit(node); ok {
			others.price[i] = -worth
		} else {
			others.price[i] = highest
		}
	}
	if len(others.price) > 0 {
		others.lowest = slices.Min(others.price)
	}
	if singleUnits(others) {
		n.auction(from)
	}
	for i := range mine.price {
		n.insert(node{from, int32(i)})
	}
}

// singleUnits reports whether no node of a side has several units.
func singleUnits(d *side) bool {
	for i := range d.used {
		if d.units[i+1]-d.units[i] > 1 {
			return false
		}
	}
	return true
}

// priceBound returns an upper bound of all prices.
func (n *network) priceBound() int64 {
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

// insert takes units of a node into use as long as that raises the sum.
func (n *network) insert(start node) {
	d := &n.sides[start.side]
	d.price[start.at] = n.entryPrice(start)
	for {
		worth, ok := d.nextUnit(start.at)
		own := worth + d.price[start.at]
		if !ok || own <= 0 {
			return
		}
		best := n.shortest(start, own)
		n.updatePrices(start.side, best.cost)
		if best.end == start {
			return
		}
		n.augment(start, best.end)
	}
}

// entryPrice returns the lowest price of a node for which the conditions of the network
// hold.
func (n *network) entryPrice(at node) int64 {
	mine, others := &n.sides[at.side], &n.sides[1-at.side]
	price, found := int64(0), false
	for _, a := range mine.arcsOf(at.at) {
		if found && a.weight-others.lowest <= price {
			break
		}
		if p := a.weight - others.price[a.to]; (!found || p > price) && !n.chosen[a.edge] {
			price, found = p, true
		}
	}
	if mine.used[at.at] > 0 {
		least := -mine.lastUsed(at.at)
		if !found {
			return least
		}
		return max(price, least)
	}
	if worth, ok := mine.nextUnit(at.at); ok && !found {
		return -worth
	}
	return price
}

// updatePrices changes the prices of the nodes that the last search has settled, from a
// node of side to a distance of cost, so that the reduced costs along its path become 0
// and no other becomes negative.
func (n *network) updatePrices(side uint8, cost int64) {
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
