package cohort_test

import (
	"encoding/json"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"ithaca/generator/cohort"
)

// withoutGroups draws a market whose groups need no minimum.
func withoutGroups(t *rapid.T) *cohort.Market {
	m := market(t)
	for i := range m.Mentors {
		m.Mentors[i].Minimum = 0
	}
	return m
}

func TestAGainEqualsThatOfSolvingWithOneMorePlace(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := withoutGroups(t)
		r := solve(t, m)
		gains := map[string]cohort.Gain{}
		for _, g := range r.Report().Places {
			gains[g.Mentor] = g
		}
		for i := range m.Mentors {
			m.Mentors[i].Places++
			more := solve(t, m).Objective
			m.Mentors[i].Places--
			g := gains[m.Mentors[i].ID]
			got := cohort.Objective{People: r.Objective.People + g.People, Pairs: r.Objective.Pairs + g.Pairs, Score: r.Objective.Score + g.Score, Tie: more.Tie}
			if got != more {
				t.Fatalf("one more place at %s: said %+v, found %+v", m.Mentors[i].ID, got, more)
			}
		}
	})
}

func TestTheNearestChangeGivesTheRequestAMentor(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := withoutGroups(t)
		near(t, m)
		r := solve(t, m)
		for _, u := range r.Report().Unmatched {
			if u.Change == nil {
				continue
			}
			request := slices.IndexFunc(m.Requests, func(o cohort.Request) bool { return o.ID == u.Request })
			mentor := slices.IndexFunc(m.Mentors, func(o cohort.Mentor) bool { return o.ID == u.Change.Mentor })
			changed := *m
			changed.Mentors = slices.Clone(m.Mentors)
			switch u.Change.Kind {
			case cohort.OneMorePlace:
				changed.Mentors[mentor].Places = max(changed.Mentors[mentor].Places, countFixed(m, mentor)) + 1
				if u.Change.Reserved {
					changed.Fixed = append(slices.Clone(m.Fixed), cohort.Fixed{Request: request, Mentor: mentor, By: "lock"})
				}
			case cohort.WithoutFilter:
				changed.Pairs = append(slices.Clone(m.Pairs), cohort.Pair{Request: request, Mentor: mentor, Score: u.Change.Score})
			}
			after := solve(t, &changed)
			got := 0
			for _, p := range after.Pairs {
				if p.Request == request {
					got++
				}
			}
			alone := u.Change.Kind != cohort.OneMorePlace || u.Change.Reserved // else another may be as good
			if after.Objective.Pairs <= r.Objective.Pairs || alone && u.Got == 0 && got == 0 {
				t.Fatalf("%+v: %+v", u, after)
			}
		}
	})
}

func countFixed(m *cohort.Market, mentor int) int {
	n := 0
	for _, f := range m.Fixed {
		if f.Mentor == mentor {
			n++
		}
	}
	return n
}

// near lets filters rule out pairs of a market that are not in it.
func near(t *rapid.T, m *cohort.Market) {
	known := map[cohort.Link]bool{}
	for _, p := range m.Pairs {
		known[cohort.Link{Request: p.Request, Mentor: p.Mentor}] = true
	}
	for _, f := range m.Fixed {
		known[cohort.Link{Request: f.Request, Mentor: f.Mentor}] = true
	}
	for i := range m.Requests {
		for j := range m.Mentors {
			if !known[cohort.Link{Request: i, Mentor: j}] && rapid.Bool().Draw(t, "near") {
				m.Requests[i].Facts.Near = append(m.Requests[i].Facts.Near, cohort.Near{Other: j, Filter: "language", Score: 5000})
			}
		}
	}
}

func TestBlockingPairsAreThoseWhoWouldBothRather(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := withoutGroups(t)
		r := solve(t, m)
		var want []string
		for _, p := range m.Pairs {
			mine, theirs, got, has, paired := false, false, 0, 0, false
			for _, o := range r.Pairs {
				paired = paired || o.Request == p.Request && o.Mentor == p.Mentor
				if o.Request == p.Request {
					got++
					mine = mine || o.Fixed == "" && o.Score < p.Score
				}
				if o.Mentor == p.Mentor {
					has++
					theirs = theirs || o.Fixed == "" && o.Score < p.Score
				}
			}
			mine = mine || got < m.Requests[p.Request].Wants && p.Score > 0
			theirs = theirs || has < m.Mentors[p.Mentor].Places && p.Score > 0
			if !paired && mine && theirs {
				want = append(want, m.Requests[p.Request].ID+m.Mentors[p.Mentor].ID)
			}
		}
		var got []string
		for _, b := range r.Report().Blocking {
			got = append(got, b.Request+b.Mentor)
		}
		slices.Sort(got)
		slices.Sort(want)
		if d := cmp.Diff(want, got); d != "" {
			t.Fatal(d)
		}
	})
}

func TestGreedyAndFirstComeAreNeverBetter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := market(t)
		r := solve(t, m)
		for _, simple := range []cohort.Objective{m.FirstCome(), m.Greedy()} {
			simple.Tie = r.Objective.Tie
			if simple.Better(r.Objective) {
				t.Fatalf("%+v is better than %+v", simple, r.Objective)
			}
		}
	})
}

func TestTheReportSaysTheSameForAnyOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := market(t)
		other, _, _ := shuffle(m, rapid.Uint64().Draw(t, "seed"))
		a, b := solve(t, m).Report(), solve(t, other).Report()
		if d := cmp.Diff(marshal(t, a), marshal(t, b)); d != "" {
			t.Fatal(d)
		}
	})
}

func marshal(t interface{ Fatal(...any) }, v any) string {
	text, err := json.MarshalIndent(v, "", " ")
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}
