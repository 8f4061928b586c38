package cohort

import (
	"cmp"

	"ithaca/generator/order"
)

// Result is an assignment. It names people by their positions in the market, and is
// sorted by ids.
type Result struct {
	Pairs       []Assigned
	Objective   Objective
	Certificate Certificate
	Exact       bool // every way to open groups was tried or ruled out
	Solved      int  // how often the market was solved to decide on groups; 1 without any

	instance *instance
	net      *network // as it was then
	closed   []bool   // by mentor's position: a group that does not come about
}

// Assigned is a pair of the result.
type Assigned struct {
	Request, Mentor int
	Score           int
	Fixed           string // by what decision it was made already; "" for a new one
}

// Objective is what an assignment is worth, the most important first.
type Objective struct {
	People int   `json:"people"` // requests with a mentor
	Pairs  int   `json:"pairs"`
	Score  int64 `json:"score"` // the sum, in ten-thousandths
	Tie    int64 `json:"tie"`   // the cost that decides among equals; lower is better
}

// Better reports whether a is worth more than b.
func (a Objective) Better(b Objective) bool {
	return cmp.Or(
		cmp.Compare(a.People, b.People), cmp.Compare(a.Pairs, b.Pairs), cmp.Compare(a.Score, b.Score), cmp.Compare(b.Tie, a.Tie),
	) > 0
}

// Certificate proves that no assignment is better: dual prices of requests and mentors,
// in units of the scale, which Check compares with every pair. For groups with a minimum
// it takes as given which of them come about.
type Certificate struct {
	Scale        Scale   `json:"scale"`
	RequestPrice []int64 `json:"requests"` // by position
	MentorPrice  []int64 `json:"mentors"`
	Opened       []int   `json:"opened,omitempty"` // positions of groups with a minimum that were made to come about
	Closed       []int   `json:"closed,omitempty"` // and of those that were left out
}

// Solve returns an assignment for which no better one exists. The error says that the
// market is too large to rank assignments in 64 bits.
func Solve(m *Market) (*Result, error) {
	in, err := newInstance(m)
	if err != nil {
		return nil, err
	}
	return in.assign(), nil
}

// result reads the result from the network.
func (in *instance) result() *Result {
	r := &Result{
		Certificate: in.certificate(), instance: in, net: in.net, closed: make([]bool, len(in.places)),
	}
	for i, state := range in.state {
		r.closed[i] = state == groupClosed
	}
	for _, f := range in.market.Fixed {
		r.Pairs = append(r.Pairs, Assigned{f.Request, f.Mentor, f.Score, f.By})
	}
	for e, chosen := range in.net.chosen {
		if chosen {
			p := in.pairs[e]
			r.Pairs = append(r.Pairs, Assigned{Request: p.Request, Mentor: p.Mentor, Score: p.Score})
			r.Objective.Tie -= in.net.edges[e].weight - int64(p.Score)*in.scale.Score
		}
	}
	for at, i := range in.order[mentorSide] {
		for j, worth := range in.mentorWorths(i)[:in.net.sides[mentorSide].used[at]] {
			r.Objective.Tie -= worth
			if in.state[i] == groupOpened && j < in.minimum[i] {
				r.Objective.Tie += in.scale.Group
			}
		}
	}
	people := map[int]bool{}
	for _, p := range r.Pairs {
		people[p.Request] = true
		r.Objective.Score += int64(p.Score)
	}
	r.Objective.People, r.Objective.Pairs = len(people), len(r.Pairs)
	order.Stable(r.Pairs, func(a, b Assigned) int {
		return cmp.Or(
			cmp.Compare(in.market.Requests[a.Request].ID, in.market.Requests[b.Request].ID),
			cmp.Compare(in.market.Mentors[a.Mentor].ID, in.market.Mentors[b.Mentor].ID),
		)
	})
	return r
}

func (in *instance) certificate() Certificate {
	c := Certificate{Scale: in.scale, RequestPrice: make([]int64, len(in.wants)), MentorPrice: make([]int64, len(in.places))}
	for at, i := range in.order[requestSide] {
		c.RequestPrice[i] = in.net.sides[requestSide].price[at]
	}
	for at, i := range in.order[mentorSide] {
		c.MentorPrice[i] = in.net.sides[mentorSide].price[at]
	}
	for _, i := range in.order[mentorSide] {
		switch in.state[i] {
		case groupOpened:
			c.Opened = append(c.Opened, i)
		case groupClosed:
			c.Closed = append(c.Closed, i)
		}
	}
	return c
}

// SolveGrowing solves a market whose pairs are read only as far as the result depends on
// them (column generation). Next returns more pairs of a request by position, none of a
// higher score than those it returned before, and the highest score that pairs still
// unread can have; 0 where there are none. The pairs are added to the market, for which
// Check proves the result.
func SolveGrowing(m *Market, next func(request int) (pairs []Pair, unlisted int)) (*Result, error) {
	read := func(request int) {
		pairs, unlisted := next(request)
		m.Pairs = append(m.Pairs, pairs...)
		m.Requests[request].Unlisted = unlisted
	}
	for i := range m.Requests {
		read(i)
	}
	for {
		r, err := Solve(m)
		if err != nil {
			return nil, err
		}
		short := r.tooShort()
		if len(short) == 0 {
			return r, nil
		}
		for _, i := range short {
			read(i)
		}
	}
}

// tooShort returns the positions of requests with an unread pair that could have a negative
// reduced cost with the mentor of the lowest price. Where groups were opened or closed, those
// of all requests with unread pairs: any of them may be what a group lacks.
func (r *Result) tooShort() []int {
	in := r.instance
	least := r.net.priceBound()
	for i, price := range r.Certificate.MentorPrice {
		if in.places[i] > 0 && !r.closed[i] {
			least = min(least, price)
		}
	}
	most := int64(0)
	if in.scale.Ties {
		most = waitingStep*maxWaiting + draws - 1
	}
	grouped := len(r.Certificate.Opened)+len(r.Certificate.Closed) > 0
	var short []int
	for i := range in.wants {
		unlisted := int64(in.market.Requests[i].Unlisted)
		if unlisted > 0 && in.wants[i] > 0 && (grouped || r.Certificate.RequestPrice[i]+least < unlisted*in.scale.Score+most) {
			short = append(short, i)
		}
	}
	return short
}
