package cohort_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"ithaca/generator/cohort"
)

// slow tries every assignment of a small market and returns the best objective,
// without ties.
func slow(m *cohort.Market) cohort.Objective {
	got, has := make([]int, len(m.Requests)), make([]int, len(m.Mentors))
	taken := map[cohort.Link]bool{}
	base := cohort.Objective{Pairs: len(m.Fixed)}
	fixedMentor := map[int]bool{}
	for _, f := range m.Fixed {
		got[f.Request]++
		has[f.Mentor]++
		fixedMentor[f.Mentor] = true
		taken[cohort.Link{Request: f.Request, Mentor: f.Mentor}] = true
		base.Score += int64(f.Score)
	}
	var best *cohort.Objective
	var try func(i int, o cohort.Objective)
	try = func(i int, o cohort.Objective) {
		if i == len(m.Pairs) {
			for j, n := range has {
				if n > 0 && n < m.Mentors[j].Minimum && !fixedMentor[j] {
					return
				}
			}
			for _, n := range got {
				o.People += min(n, 1)
			}
			if best == nil || o.Better(*best) {
				best = &o
			}
			return
		}
		p := m.Pairs[i]
		try(i+1, o)
		if taken[cohort.Link{Request: p.Request, Mentor: p.Mentor}] || got[p.Request] >= m.Requests[p.Request].Wants || has[p.Mentor] >= m.Mentors[p.Mentor].Places {
			return
		}
		got[p.Request]++
		has[p.Mentor]++
		o.Pairs++
		o.Score += int64(p.Score)
		try(i+1, o)
		got[p.Request]--
		has[p.Mentor]--
	}
	try(0, base)
	return *best
}

func solve(t interface{ Fatal(...any) }, m *cohort.Market) *cohort.Result {
	r, err := cohort.Solve(m)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestNoAssignmentOfASmallMarketIsBetter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := market(t)
		got := solve(t, m)
		want := slow(m)
		want.Tie = got.Objective.Tie
		if got.Objective != want {
			t.Fatalf("worth %+v, the best is %+v", got.Objective, want)
		}
		if faults := cohort.Check(m, got); len(faults) > 0 || !got.Exact {
			t.Fatal(got.Exact, faults)
		}
	})
}

func TestTheOrderOfTheInputChangesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := market(t)
		shuffled, requests, mentors := shuffle(m, rapid.Uint64().Draw(t, "seed"))
		a, b := solve(t, m), solve(t, shuffled)
		for i := range b.Pairs {
			b.Pairs[i].Request, b.Pairs[i].Mentor = requests[b.Pairs[i].Request], mentors[b.Pairs[i].Mentor]
		}
		if d := cmp.Diff(a.Pairs, b.Pairs); d != "" || a.Objective != b.Objective {
			t.Fatal(d, a.Objective, b.Objective)
		}
	})
}

// shuffle returns the same market in another order, and where in the first one the
// requests and mentors of the other stand.
func shuffle(m *cohort.Market, seed uint64) (other *cohort.Market, requests, mentors []int) {
	d := rand.New(rand.NewPCG(seed, 2))
	requests, mentors = d.Perm(len(m.Requests)), d.Perm(len(m.Mentors))
	other = &cohort.Market{}
	var toRequest, toMentor = make([]int, len(requests)), make([]int, len(mentors))
	for at, i := range requests {
		other.Requests, toRequest[i] = append(other.Requests, m.Requests[i]), at
	}
	for at, i := range mentors {
		other.Mentors, toMentor[i] = append(other.Mentors, m.Mentors[i]), at
	}
	for _, p := range m.Pairs {
		other.Pairs = append(other.Pairs, cohort.Pair{Request: toRequest[p.Request], Mentor: toMentor[p.Mentor], Score: p.Score})
	}
	for _, f := range m.Fixed {
		other.Fixed = append(other.Fixed, cohort.Fixed{Request: toRequest[f.Request], Mentor: toMentor[f.Mentor], Score: f.Score, By: f.By})
	}
	d.Shuffle(len(other.Pairs), func(i, j int) { other.Pairs[i], other.Pairs[j] = other.Pairs[j], other.Pairs[i] })
	d.Shuffle(len(other.Fixed), func(i, j int) { other.Fixed[i], other.Fixed[j] = other.Fixed[j], other.Fixed[i] })
	return other, requests, mentors
}

// hungarian returns the greatest sum of scores with as many pairs as possible, by the
// classic dense method on a square matrix of people and single places.
func hungarian(m *cohort.Market) (pairs int, score int64) {
	var seats []int // by column: the mentor
	for j, o := range m.Mentors {
		for range o.Places {
			seats = append(seats, j)
		}
	}
	n := max(len(m.Requests), len(seats))
	const big = 1 << 40
	cost := make([][]int64, n+1)
	for i := range cost {
		cost[i] = slices.Repeat([]int64{big}, n+1)
	}
	columns := map[int][]int{}
	for c, j := range seats {
		columns[j] = append(columns[j], c+1)
	}
	for _, p := range m.Pairs {
		for _, c := range columns[p.Mentor] {
			cost[p.Request+1][c] = int64(-p.Score)
		}
	}
	row := make([]int, n+1) // by column
	u, v := make([]int64, n+1), make([]int64, n+1)
	for i := 1; i <= n; i++ {
		row[0] = i
		least, way, seen := slices.Repeat([]int64{1 << 60}, n+1), make([]int, n+1), make([]bool, n+1)
		at := 0
		for row[at] != 0 {
			seen[at] = true
			delta, next := int64(1<<60), 0
			for c := 1; c <= n; c++ {
				if seen[c] {
					continue
				}
				if reduced := cost[row[at]][c] - u[row[at]] - v[c]; reduced < least[c] {
					least[c], way[c] = reduced, at
				}
				if least[c] < delta {
					delta, next = least[c], c
				}
			}
			for c := 0; c <= n; c++ {
				if seen[c] {
					u[row[c]] += delta
					v[c] -= delta
				} else {
					least[c] -= delta
				}
			}
			at = next
		}
		for at != 0 {
			row[at], at = row[way[at]], way[at]
		}
	}
	for c := 1; c <= n; c++ {
		if paid := cost[row[c]][c]; paid < big {
			pairs, score = pairs+1, score-paid
		}
	}
	return pairs, score
}

func TestLargerMarketsAgreeWithTheDenseMethod(t *testing.T) {
	for _, s := range shapes(true) {
		for seed := range uint64(3) {
			t.Run(fmt.Sprint(s.name, seed), func(t *testing.T) {
				s := s
				s.list = 2 + int(seed)*4
				m := s.invented(seed)
				r := solve(t, m)
				pairs, score := hungarian(m)
				if r.Objective.Pairs != pairs || r.Objective.Score != score {
					t.Errorf("worth %+v, the dense method finds %d pairs and %d", r.Objective, pairs, score)
				}
				if faults := cohort.Check(m, r); len(faults) > 0 {
					t.Error(faults)
				}
			})
		}
	}
}
