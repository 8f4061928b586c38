package cohort

import (
	"cmp"
	"slices"
)

// FirstCome returns the objective of serving those who have waited longest first, each
// with the best mentors left, as programs do by hand. It keeps fixed pairs, undoes groups
// that stay below their minimum, and leaves Tie 0.
func (m *Market) FirstCome() Objective {
	return m.greedily(func(a, b Pair) int {
		return cmp.Or(
			cmp.Compare(m.Requests[b.Request].Waiting, m.Requests[a.Request].Waiting),
			cmp.Compare(m.Requests[a.Request].ID, m.Requests[b.Request].ID),
			cmp.Compare(b.Score, a.Score), cmp.Compare(m.Mentors[a.Mentor].ID, m.Mentors[b.Mentor].ID),
		)
	})
}

// Greedy returns the objective of always making the pair with the highest score left,
// under the same rules as FirstCome.
func (m *Market) Greedy() Objective {
	return m.greedily(func(a, b Pair) int {
		return cmp.Or(
			cmp.Compare(b.Score, a.Score), cmp.Compare(m.Requests[a.Request].ID, m.Requests[b.Request].ID),
			cmp.Compare(m.Mentors[a.Mentor].ID, m.Mentors[b.Mentor].ID),
		)
	})
}

// greedily makes the pairs of a market in an order, as long as the request wants another
// mentor and the mentor has a place, and returns the objective.
func (m *Market) greedily(order func(a, b Pair) int) Objective {
	fixed, got, has := map[Link]bool{}, make([]int, len(m.Requests)), make([]int, len(m.Mentors))
	decided := make([]bool, len(m.Mentors))
	var made []Pair
	for _, f := range m.Fixed {
		made = append(made, Pair{f.Request, f.Mentor, f.Score})
		got[f.Request]++
		has[f.Mentor]++
		decided[f.Mentor] = true
		fixed[Link{f.Request, f.Mentor}] = true
	}
	for _, p := range slices.SortedFunc(slices.Values(m.Pairs), order) {
		if fixed[Link{p.Request, p.Mentor}] || got[p.Request] >= m.Requests[p.Request].Wants || has[p.Mentor] >= m.Mentors[p.Mentor].Places {
			continue
		}
		made = append(made, p)
		got[p.Request]++
		has[p.Mentor]++
	}
	var o Objective
	people := map[int]bool{}
	for _, p := range made {
		if has[p.Mentor] >= m.Mentors[p.Mentor].Minimum || decided[p.Mentor] {
			o.Pairs++
			o.Score += int64(p.Score)
			people[p.Request] = true
		}
	}
	o.People = len(people)
	return o
}
