package cohort_test

import (
	"math"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"ithaca/generator/cohort"
)

// small is a market in which everything happens: a lock, a group that
// comes about and one that does not, somebody who wants two mentors, somebody left out.
func small() *cohort.Market {
	return &cohort.Market{
		Requests: []cohort.Request{
			{ID: "ant", Wants: 1, Waiting: 90}, {ID: "bee", Wants: 2}, {ID: "cat", Wants: 1}, {ID: "dog", Wants: 1}, {ID: "eel", Wants: 1},
		},
		Mentors: []cohort.Mentor{
			{ID: "ana", Places: 1}, {ID: "ben", Places: 1, Taken: 2}, {ID: "circle", Places: 5, Minimum: 2}, {ID: "lonely", Places: 3, Minimum: 3},
		},
		Pairs: []cohort.Pair{
			{0, 0, 8000}, {0, 1, 6000}, {1, 0, 9000}, {1, 1, 7000}, {1, 2, 2000},
			{2, 2, 5000}, {3, 3, 4000}, {4, 0, 3000},
		},
		Fixed: []cohort.Fixed{{0, 1, 6000, "lock"}},
	}
}

func TestEachKindOfWrongResultIsRejected(t *testing.T) {
	type wrong = func(m *cohort.Market, r *cohort.Result)
	give := func(r *cohort.Result, request, mentor, score int) {
		r.Pairs = append(r.Pairs, cohort.Assigned{Request: request, Mentor: mentor, Score: score})
		r.Objective.Pairs++
		r.Objective.Score += int64(score)
	}
	for name, c := range map[string]struct {
		tamper wrong
		want   string
	}{
		"a pair twice":               {func(_ *cohort.Market, r *cohort.Result) { r.Pairs = append(r.Pairs, r.Pairs[0]) }, "twice"},
		"nobody":                     {func(_ *cohort.Market, r *cohort.Result) { r.Pairs[0].Mentor = 9 }, "names nobody"},
		"a pair that nobody offered": {func(_ *cohort.Market, r *cohort.Result) { give(r, 4, 3, 1) }, "cannot be a pair"},
		"another score":              {func(_ *cohort.Market, r *cohort.Result) { r.Pairs[1].Score++ }, "not what the market says"},
		"a lock undone":              {func(_ *cohort.Market, r *cohort.Result) { r.Pairs = r.Pairs[1:] }, "has not got them"},
		"a lock called new":          {func(_ *cohort.Market, r *cohort.Result) { r.Pairs[0].Fixed = "" }, "not what the market says"},
		"a place too many":           {func(_ *cohort.Market, r *cohort.Result) { give(r, 4, 0, 3000) }, "2 people and 1 places"},
		"a mentor too many": {func(m *cohort.Market, r *cohort.Result) {
			m.Mentors[0].Places = 2
			give(r, 0, 0, 8000)
		}, "has 2 mentors and wants 1"},
		"a group below its minimum": {func(_ *cohort.Market, r *cohort.Result) { give(r, 3, 3, 4000) }, "has 1 people and needs 3"},
		"a wrong sum":               {func(_ *cohort.Market, r *cohort.Result) { r.Objective.Score++ }, "is said to be worth"},
		"a wrong tie":               {func(_ *cohort.Market, r *cohort.Result) { r.Objective.Tie-- }, "is said to be worth"},
		"a pair left out": {func(m *cohort.Market, r *cohort.Result) {
			r.Pairs = slices.DeleteFunc(r.Pairs, func(p cohort.Assigned) bool { return p.Request == 4 })
			r.Objective = cohort.Objective{People: 3, Pairs: 3, Score: 13_000}
			r.Objective.Tie = tie(m, r)
		}, "better off with more"},
		"another market": {func(m *cohort.Market, _ *cohort.Result) { m.Mentors = m.Mentors[:3] }, "another market"},
		"a better pair that appeared": {func(m *cohort.Market, _ *cohort.Result) {
			m.Pairs = append(m.Pairs, cohort.Pair{Request: 3, Mentor: 2, Score: 1})
		}, "worth more than their prices"},
		"a list cut short":            {func(m *cohort.Market, _ *cohort.Result) { m.Requests[4].Unlisted = 9000 }, "too short"},
		"too high a price for people": {func(_ *cohort.Market, r *cohort.Result) { r.Certificate.RequestPrice[2] += 1 << 55 }, "worth less than their prices"},
		"too low a price for people":  {func(_ *cohort.Market, r *cohort.Result) { r.Certificate.RequestPrice[1] -= 1 << 55 }, "with fewer"},
		"too high a price for places": {func(_ *cohort.Market, r *cohort.Result) {
			for _, mentor := range []int{0, 2} { // and so that every pair is still worth its prices
				r.Certificate.MentorPrice[mentor] += 600
			}
			for _, request := range []int{1, 2, 4} {
				r.Certificate.RequestPrice[request] -= 600
			}
		}, "better off with more"},
		"too low a price for places": {func(_ *cohort.Market, r *cohort.Result) { r.Certificate.MentorPrice[0] -= 1 << 40 }, "more than their prices"},
		"a price beyond all bounds":  {func(_ *cohort.Market, r *cohort.Result) { r.Certificate.MentorPrice[0] = math.MaxInt64 }, "out of range"},
		"scores that ties outweigh":  {func(_ *cohort.Market, r *cohort.Result) { r.Certificate.Scale.Score = 4095 }, "a score can be outweighed"},
		"pairs that scores outweigh": {func(_ *cohort.Market, r *cohort.Result) { r.Certificate.Scale.Pair /= 8 }, "a pair can be outweighed"},
		"people whom pairs outweigh": {func(_ *cohort.Market, r *cohort.Result) { r.Certificate.Scale.Person = r.Certificate.Scale.Pair }, "a person can be outweighed"},
		"a scale that overflows":     {func(_ *cohort.Market, r *cohort.Result) { r.Certificate.Scale.Score = math.MaxInt64 }, "outweighed"},
		"a closed group with people": {func(_ *cohort.Market, r *cohort.Result) { r.Certificate.Closed = []int{2} }, "was left out and has people"},
		"an opened group without":    {func(_ *cohort.Market, r *cohort.Result) { r.Certificate.Opened = []int{3} }, "opened with fewer"},
	} {
		t.Run(name, func(t *testing.T) {
			m := small()
			r := solve(t, m)
			if faults := cohort.Check(m, r); len(faults) > 0 {
				t.Fatal("before:", faults)
			}
			c.tamper(m, r)
			if faults := strings.Join(cohort.Check(m, r), "\n"); !strings.Contains(faults, c.want) {
				t.Errorf("found %q, not %q", faults, c.want)
			}
		})
	}
}

// A group that comes about only because it was decided so: without it one person would
// have a mentor, with it three have, one of them by a pair that is worth much less.
func TestAWrongResultWithAGroupIsRejected(t *testing.T) {
	for name, c := range map[string]struct {
		tamper func(m *cohort.Market, r *cohort.Result)
		want   string
	}{
		"somebody moved out of it": {func(m *cohort.Market, r *cohort.Result) {
			r.Pairs[0] = cohort.Assigned{Request: 0, Mentor: 0, Score: 9000}
			r.Objective.Score += 8900
			r.Objective.Tie = tie(m, r)
		}, "the group of mentor circle has 2 people and needs 3"},
		"not said to be opened":            {func(_ *cohort.Market, r *cohort.Result) { r.Certificate.Opened = nil }, "mentor circle would be better off with fewer"},
		"said to be left out":              {func(_ *cohort.Market, r *cohort.Result) { r.Certificate.Closed = []int{1} }, "was left out and has people"},
		"worth less than those it joins":   {func(_ *cohort.Market, r *cohort.Result) { r.Certificate.Scale.Group /= 8 }, "a group can be outweighed"},
		"its places cheaper than they are": {func(_ *cohort.Market, r *cohort.Result) { r.Certificate.MentorPrice[1] -= 1 << 50 }, "mentor circle would be better off with fewer"},
	} {
		t.Run(name, func(t *testing.T) {
			m := &cohort.Market{
				Requests: []cohort.Request{{ID: "ant", Wants: 1}, {ID: "bee", Wants: 1}, {ID: "cat", Wants: 1}},
				Mentors:  []cohort.Mentor{{ID: "ana", Places: 1}, {ID: "circle", Places: 4, Minimum: 3}},
				Pairs:    []cohort.Pair{{0, 0, 9000}, {0, 1, 100}, {1, 1, 5000}, {2, 1, 5000}},
			}
			r := solve(t, m)
			if faults := cohort.Check(m, r); len(faults) > 0 || !r.Exact || r.Objective.People != 3 || !slices.Equal(r.Certificate.Opened, []int{1}) {
				t.Fatalf("before: %v %+v", faults, r)
			}
			c.tamper(m, r)
			if faults := strings.Join(cohort.Check(m, r), "\n"); !strings.Contains(faults, c.want) {
				t.Errorf("found %q, not %q", faults, c.want)
			}
		})
	}
}

// tie returns the tie cost that Check expects of a result, read from its complaint.
func tie(m *cohort.Market, r *cohort.Result) int64 {
	for try := int64(-4096); try < 4096*8; try++ {
		r.Objective.Tie = try
		if !strings.Contains(strings.Join(cohort.Check(m, r), "\n"), "is said to be worth") {
			return try
		}
	}
	return 0
}

func TestNoOtherAssignmentPassesTheCheck(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := market(t)
		r := solve(t, m)
		if len(r.Pairs) == 0 {
			return
		}
		at := rapid.IntRange(0, len(r.Pairs)-1).Draw(t, "at")
		gone := r.Pairs[at]
		r.Pairs = slices.Delete(slices.Clone(r.Pairs), at, at+1)
		r.Objective.Pairs, r.Objective.Score = len(r.Pairs), r.Objective.Score-int64(gone.Score)
		people := map[int]bool{}
		for _, p := range r.Pairs {
			people[p.Request] = true
		}
		r.Objective.People = len(people)
		r.Objective.Tie = tie(m, r)
		if faults := cohort.Check(m, r); len(faults) == 0 {
			t.Fatalf("without %+v it passes", gone)
		}
	})
}
