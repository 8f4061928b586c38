package cohort

import (
	"cmp"
	"slices"
)

// FirstCome returns what it would be worth to serve people in the order of their
// waiting, each with the best mentors left: as programs without a tool do. Greedy
// returns what always making the best pair left would. Both keep to what people
// decided, know no groups with a minimum (those that stay below it fall apart), and no
// ties.
func (m *Market) FirstCome() Objective {
	return m.taking(func(a, b Pair) int {
		return cmp.Or(
			cmp.Compare(m.Requests[b.Request].Waiting, m.Requests[a.Request].Waiting),
			cmp.Compare(m.Requests[a.Request].ID, m.Requests[b.Request].ID),
			cmp.Compare(b.Score, a.Score), cmp.Compare(m.Mentors[a.Mentor].ID, m.Mentors[b.Mentor].ID),
		)
	})
}

// Greedy is explained at FirstCome.
func (m *Market) Greedy() Objective {
	return m.taking(func(a, b Pair) int {
		return cmp.Or(
			cmp.Compare(b.Score, a.Score), cmp.Compare(m.Requests[a.Request].ID, m.Requests[b.Request].ID),
			cmp.Compare(m.Mentors[a.Mentor].ID, m.Mentors[b.Mentor].ID),
		)
	})
}

// taking makes the pairs of a market in an order, as far as wishes and places go.
func (m *Market) taking(order func(a, b Pair) int) Objective {
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
