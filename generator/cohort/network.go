package cohort

import (
	"cmp"
	"slices"
)

// network is a bipartite graph whose two sides are treated alike, so that the
// search can start from either. A node has units: how often it may be paired, and
// what each time is worth. The units of a node are used in order and never grow in
// worth, which is what makes shortest paths enough.
//
// Every node has a price. With y and z the prices of the two ends of an edge, these
// conditions hold at any time for nodes that have been inserted:
//
//	an edge that is not chosen   y + z ≥ weight
//	a chosen edge                y + z ≤ weight
//	a unit that is used          worth + price ≥ 0
//	a unit that is not           worth + price ≤ 0
//
// Prices for which they hold prove that no choice has a higher sum of worths and
// weights (complementary slackness).
type network struct {
	sides  [2]side
	chosen []bool // by edge
	search searchState
}

// side is one side of a network.
type side struct {
	first  []int32 // by node: where its edges begin; one more at the end
	to     []int32 // the other ends, those of greater weight first
	edge   []int32 // the numbers of the edges
	weight []int64

	units  []int32 // by node: where its units begin; one more at the end
	worth  []int64 // by unit
	held   []int32 // by unit in use: the chosen edge
	used   []int32 // by node: how many units are in use
	ends   []int32 // by edge: the node
	price  []int64
	lowest int64 // at most the lowest price
}

// link is an edge before the network is made.
type link struct {
	ends   [2]int32
	weight int64
}

// newNetwork makes a network of the worths of each node's units and of edges, in an
// order that does not depend on that of its arguments.
func newNetwork(worths [2][][]int64, links []link) *network {
	slices.SortFunc(links, func(a, b link) int {
		return cmp.Or(cmp.Compare(a.ends[0], b.ends[0]), cmp.Compare(b.weight, a.weight), cmp.Compare(a.ends[1], b.ends[1]))
	})
	n := &network{chosen: make([]bool, len(links))}
	for s := range n.sides {
		n.sides[s] = newSide(worths[s], links, s)
	}
	n.search = newSearchState(len(worths[0]), len(worths[1]))
	return n
}

func newSide(worths [][]int64, links []link, s int) side {
	d := side{
		first: make([]int32, len(worths)+1), to: make([]int32, len(links)), edge: make([]int32, len(links)), weight: make([]int64, len(links)),
		units: make([]int32, len(worths)+1), used: make([]int32, len(worths)), ends: make([]int32, len(links)), price: make([]int64, len(worths)),
	}
	for i, worth := range worths {
		d.worth = append(d.worth, worth...)
		d.units[i+1] = int32(len(d.worth))
	}
	d.held = make([]int32, len(d.worth))
	for e := range links {
		d.ends[e] = links[e].ends[s]
		d.first[d.ends[e]+1]++
	}
	for i := range worths {
		d.first[i+1] += d.first[i]
	}
	order := make([]int32, len(links))
	for e := range order {
		order[e] = int32(e)
	}
	if s == 1 { // side 0 has them in order already
		slices.SortFunc(order, func(a, b int32) int {
			return cmp.Or(cmp.Compare(links[b].weight, links[a].weight), cmp.Compare(a, b))
		})
	}
	next := slices.Clone(d.first)
	for _, e := range order {
		at := next[d.ends[e]]
		next[d.ends[e]]++
		d.to[at], d.edge[at], d.weight[at] = links[e].ends[1-s], e, links[e].weight
	}
	return d
}

// free reports whether a node has a unit that is not in use, and what it is worth.
func (d *side) free(node int32) (worth int64, ok bool) {
	at := d.units[node] + d.used[node]
	if at == d.units[node+1] {
		return 0, false
	}
	return d.worth[at], true
}

// last returns what the last unit in use is worth.
func (d *side) last(node int32) int64 { return d.worth[d.units[node]+d.used[node]-1] }

// holds returns the chosen edges of a node.
func (d *side) holds(node int32) []int32 {
	return d.held[d.units[node] : d.units[node]+d.used[node]]
}

// weightOf returns the weight of an edge; side 0 has them in order.
func (n *network) weightOf(e int32) int64 { return n.sides[0].weight[e] }

// choose adds an edge to what its ends hold.
func (n *network) choose(e int32) {
	n.chosen[e] = true
	for s := range n.sides {
		d := &n.sides[s]
		node := d.ends[e]
		d.held[d.units[node]+d.used[node]] = e
		d.used[node]++
	}
}

// drop takes an edge from what its ends hold.
func (n *network) drop(e int32) {
	n.chosen[e] = false
	for s := range n.sides {
		d := &n.sides[s]
		node := d.ends[e]
		held := d.holds(node)
		held[slices.Index(held, e)] = held[len(held)-1]
		d.used[node]--
	}
}
