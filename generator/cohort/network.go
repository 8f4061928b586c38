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
	edges  []edge
	chosen []bool // by edge
	search search
}

// The numbers of the sides; the other one of a side is 1 - side.
const (
	requestSide = 0
	mentorSide  = 1
)

// edge is an edge with the nodes of both sides.
type edge struct {
	ends   [2]int32
	weight int64
}

// side is one side of a network.
type side struct {
	first []int32 // by node: where its arcs begin; one more at the end. nil until they are needed
	arcs  []arc   // of each node, those of greater weight first

	units  []int32 // by node: where its units begin; one more at the end
	worth  []int64 // by unit
	edgeOf []int32 // by unit in use: the chosen edge
	used   []int32 // by node: how many units are in use
	price  []int64
	lowest int64 // a lower bound of the prices
}

// arc is an edge seen from one of its ends.
type arc struct {
	weight   int64
	to, edge int32
}

// newNetwork makes a network of the worths of each node's units and of edges. The order
// of the edges changes nothing.
func newNetwork(worths [2][][]int64, edges []edge) *network {
	n := &network{edges: edges, chosen: make([]bool, len(edges))}
	for s := range n.sides {
		n.sides[s], n.search.reached[s] = newSide(worths[s]), make([]reach, len(worths[s]))
	}
	return n
}

func newSide(worths [][]int64) side {
	d := side{units: make([]int32, len(worths)+1), used: make([]int32, len(worths)), price: make([]int64, len(worths))}
	for i, worth := range worths {
		d.worth = append(d.worth, worth...)
		d.units[i+1] = int32(len(d.worth))
	}
	d.edgeOf = make([]int32, len(d.worth))
	return d
}

// connect makes the arcs of one side, which only searches from there need.
func (n *network) connect(s uint8) {
	d := &n.sides[s]
	if d.first != nil {
		return
	}
	d.first, d.arcs = make([]int32, len(d.used)+1), make([]arc, len(n.edges))
	for i := range n.edges {
		d.first[n.edges[i].ends[s]+1]++
	}
	for i := range d.used {
		d.first[i+1] += d.first[i]
	}
	next := slices.Clone(d.first)
	for e := range n.edges {
		at := &next[n.edges[e].ends[s]]
		d.arcs[*at] = arc{n.edges[e].weight, n.edges[e].ends[1-s], int32(e)}
		*at++
	}
	for i := range d.used {
		slices.SortFunc(d.arcsOf(int32(i)), func(a, b arc) int {
			if a.weight != b.weight {
				return cmp.Compare(b.weight, a.weight)
			}
			return cmp.Compare(a.to, b.to)
		})
	}
}

// arcsOf returns the arcs of a node.
func (d *side) arcsOf(node int32) []arc { return d.arcs[d.first[node]:d.first[node+1]] }

// nextUnit returns the worth of a node's first unit that is not in use; ok is false where
// all are.
func (d *side) nextUnit(node int32) (worth int64, ok bool) {
	at := d.units[node] + d.used[node]
	if at == d.units[node+1] {
		return 0, false
	}
	return d.worth[at], true
}

// lastUsed returns what the last unit in use is worth.
func (d *side) lastUsed(node int32) int64 { return d.worth[d.units[node]+d.used[node]-1] }

// chosenOf returns the chosen edges of a node.
func (d *side) chosenOf(node int32) []int32 {
	return d.edgeOf[d.units[node] : d.units[node]+d.used[node]]
}

// choose adds an edge to the chosen edges of its ends.
func (n *network) choose(e int32) {
	n.chosen[e] = true
	for s, node := range n.edges[e].ends {
		d := &n.sides[s]
		d.edgeOf[d.units[node]+d.used[node]] = e
		d.used[node]++
	}
}

// drop removes an edge from the chosen edges of its ends.
func (n *network) drop(e int32) {
	n.chosen[e] = false
	for s, node := range n.edges[e].ends {
		d := &n.sides[s]
		held := d.chosenOf(node)
		held[slices.Index(held, e)] = held[len(held)-1]
		d.used[node]--
	}
}
