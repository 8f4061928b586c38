package cohort

import (
	"cmp"

	"ithaca/generator/order"
)

// Report is what there is to say of an assignment, as data. It names people by ids and
// is sorted: what matters more comes first, then by id.
type Report struct {
	Hash      string      `json:"hash"` // of the market: equal ones have equal results
	Objective Objective   `json:"objective"`
	FirstCome Objective   `json:"first_come"` // of Market.FirstCome
	Greedy    Objective   `json:"greedy"`     // of Market.Greedy
	Unmatched []Unmatched `json:"unmatched"`
	Unused    []Unused    `json:"unused"`
	Places    []Gain      `json:"places"` // mentors with whom one more place would help, the most first
	Ranks     []RankCount `json:"ranks"`
	Blocking  []Blocking  `json:"blocking"` // all pairs who would both rather have each other
	Topics    []TopicSum  `json:"topics"`
	Load      []Load      `json:"load"` // every mentor
	Waiting   Waiting     `json:"waiting"`
}

// Report returns the report on a result. It is not safe for concurrent use.
func (r *Result) Report() *Report {
	t := newReporter(r)
	gains := t.gains()
	return &Report{
		Hash: t.market.Hash(), Objective: r.Objective, FirstCome: t.market.FirstCome(), Greedy: t.market.Greedy(),
		Unmatched: t.unmatched(gains), Unused: t.unused(), Places: gains, Ranks: t.ranks(), Blocking: t.blocking(),
		Topics: t.topics(), Load: t.load(), Waiting: t.waiting(),
	}
}

// reporter is a result with indexes for the parts of a report.
type reporter struct {
	*Result
	market  *Market
	made    map[Link]*Assigned
	mentors [][]int  // by request: its mentors, in order
	people  [][]int  // by mentor: its people, in order
	offers  [][]Pair // by request: the pairs that may be made, the best first
	suitors [][]Pair // by mentor: likewise
}

func newReporter(r *Result) *reporter {
	m := r.instance.market
	t := &reporter{
		Result: r, market: m, made: map[Link]*Assigned{},
		mentors: make([][]int, len(m.Requests)), people: make([][]int, len(m.Mentors)),
		offers: make([][]Pair, len(m.Requests)), suitors: make([][]Pair, len(m.Mentors)),
	}
	for i := range r.Pairs {
		p := &r.Pairs[i]
		t.made[Link{p.Request, p.Mentor}] = p
		t.mentors[p.Request] = append(t.mentors[p.Request], p.Mentor)
		t.people[p.Mentor] = append(t.people[p.Mentor], p.Request)
	}
	for _, p := range r.instance.pairs {
		t.offers[p.Request] = append(t.offers[p.Request], p)
		t.suitors[p.Mentor] = append(t.suitors[p.Mentor], p)
	}
	for _, lists := range [][][]Pair{t.offers, t.suitors} {
		for _, list := range lists {
			order.Stable(list, func(a, b Pair) int {
				return cmp.Or(
					cmp.Compare(b.Score, a.Score), cmp.Compare(t.mentor(a.Mentor), t.mentor(b.Mentor)),
					cmp.Compare(t.request(a.Request), t.request(b.Request)),
				)
			})
		}
	}
	return t
}

func (t *reporter) request(i int) string { return t.market.Requests[i].ID }
func (t *reporter) mentor(i int) string  { return t.market.Mentors[i].ID }

// stillWanted returns how many more mentors a request wants, and placesLeft how many more
// people a mentor could take: none in a group that does not come about.
func (t *reporter) stillWanted(request int) int {
	return max(0, t.market.Requests[request].Wants-len(t.mentors[request]))
}

func (t *reporter) placesLeft(mentor int) int {
	if t.closed[mentor] {
		return 0
	}
	return max(0, t.market.Mentors[mentor].Places-len(t.people[mentor]))
}
