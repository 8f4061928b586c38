package cohort

import (
	"cmp"
	"errors"
	"hash/fnv"
	"slices"
)

// instance is a market prepared for the solver: sorted by ids, without the places and
// wishes that fixed pairs fill.
type instance struct {
	market *Market
	scale  Scale
	state  []groupState // by mentor

	order    [2][]int // by side: positions in the market sorted by id; the index is the node's number
	wants    []int    // by request's position: mentors still wanted
	places   []int    // by mentor's position: places still open
	minimum  []int    // by mentor's position: how many more a group needs
	together []bool   // by request's position: there is a fixed pair
	pairs    []Pair   // that may be made
	net      *network
}

// newInstance prepares a market.
func newInstance(m *Market) (*instance, error) {
	in := &instance{
		market: m, state: make([]groupState, len(m.Mentors)), wants: make([]int, len(m.Requests)), places: make([]int, len(m.Mentors)),
		minimum: make([]int, len(m.Mentors)), together: make([]bool, len(m.Requests)),
	}
	for i, r := range m.Requests {
		in.wants[i] = r.Wants
	}
	for i, o := range m.Mentors {
		in.places[i], in.minimum[i] = o.Places, o.Minimum
	}
	fixed := map[Link]bool{}
	for _, f := range m.Fixed {
		in.together[f.Request], in.minimum[f.Mentor] = true, 0 // a fixed pair opens a group
		in.wants[f.Request], in.places[f.Mentor] = max(0, in.wants[f.Request]-1), max(0, in.places[f.Mentor]-1)
		fixed[Link{f.Request, f.Mentor}] = true
	}
	in.pairs = make([]Pair, 0, len(m.Pairs))
	for _, p := range m.Pairs {
		if !in.together[p.Request] || !fixed[Link{p.Request, p.Mentor}] {
			in.pairs = append(in.pairs, p)
		}
	}
	in.order[requestSide] = positionsByID(len(m.Requests), func(i int) string { return m.Requests[i].ID })
	in.order[mentorSide] = positionsByID(len(m.Mentors), func(i int) string { return m.Mentors[i].ID })
	return in, in.chooseScale()
}

func positionsByID(n int, id func(int) string) []int {
	order := make([]int, n)
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int { return cmp.Compare(id(a), id(b)) })
	return order
}

// chooseScale sets the scale for the numbers of mentors still wanted and places still open.
func (in *instance) chooseScale() error {
	wanted, open, several, groups := 0, 0, false, false
	for i, n := range in.wants {
		wanted += n
		several = several || n > 1 || n > 0 && in.together[i]
	}
	for i, n := range in.places {
		open += n
		groups = groups || in.minimum[i] > 1
	}
	var ok bool
	if in.scale, ok = scaleFor(max(1, min(wanted, open)), several, groups); !ok {
		return errors.New("the cycle has more people and places than whole numbers of this machine can rank")
	}
	return nil
}

// buildNetwork makes the network for the current states of the groups.
func (in *instance) buildNetwork() {
	var number [2][]int32 // by side and position in the market: the node's number
	for s, order := range in.order {
		number[s] = make([]int32, len(order))
		for at, i := range order {
			number[s][i] = int32(at)
		}
	}
	worths := [2][][]int64{make([][]int64, len(in.wants)), make([][]int64, len(in.places))}
	for at, i := range in.order[requestSide] {
		worths[0][at] = in.requestWorths(i)
	}
	for at, i := range in.order[mentorSide] {
		worths[1][at] = in.mentorWorths(i)
	}
	edges := make([]edge, 0, len(in.pairs))
	draws := [2][]uint32{in.tieDraws(0), in.tieDraws(1)}
	for _, p := range in.pairs {
		ends := [2]int32{number[0][p.Request], number[1][p.Mentor]}
		weight := int64(p.Score) * in.scale.Score
		if in.scale.Ties {
			weight += waitingStep * int64(min(in.market.Requests[p.Request].Waiting/month, maxWaiting))
			weight += int64((draws[0][ends[requestSide]] ^ draws[1][ends[mentorSide]]) * 0x9E3779B1 >> 28)
		}
		edges = append(edges, edge{ends, weight})
	}
	in.net = newNetwork(worths, edges)
}

// requestWorths returns what each mentor that a request still wants is worth.
func (in *instance) requestWorths(i int) []int64 {
	worths := make([]int64, in.wants[i])
	for j := range worths {
		worths[j] = in.scale.Pair
		if j == 0 && !in.together[i] {
			worths[j] = in.scale.Person
		}
	}
	return worths
}

// mentorWorths returns what each open place of a mentor is worth: its load, as a cost.
func (in *instance) mentorWorths(i int) []int64 {
	if in.state[i] == groupClosed {
		return nil
	}
	m := &in.market.Mentors[i]
	worths := make([]int64, in.places[i])
	load := m.Taken + max(0, m.Places-in.places[i])
	for j := range worths {
		if in.scale.Ties {
			worths[j] = -loadStep * int64(min(load+j, maxLoad))
		}
		if in.state[i] == groupOpened && j < in.minimum[i] {
			worths[j] += in.scale.Group
		}
	}
	return worths
}

// tieDraws returns a hash of each id of one side, by node: two of them combined draw
// among equal pairs.
func (in *instance) tieDraws(s int) []uint32 {
	draws := make([]uint32, len(in.order[s]))
	for at, i := range in.order[s] {
		h := fnv.New32a()
		if s == 0 {
			h.Write([]byte(in.market.Requests[i].ID))
		} else {
			h.Write([]byte("/" + in.market.Mentors[i].ID))
		}
		draws[at] = h.Sum32()
	}
	return draws
}

// solve builds the network and solves it from the side that has fewer units: the other
// then has some to spare, and paths stay short. From about equally many on, it starts from
// the mentors.
func (in *instance) solve() {
	in.buildNetwork()
	from, wanted, open := uint8(requestSide), len(in.net.sides[requestSide].worth), len(in.net.sides[mentorSide].worth)
	if 50*wanted > 49*open {
		from = mentorSide
	}
	in.net.solve(from)
}
