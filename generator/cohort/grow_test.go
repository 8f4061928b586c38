package cohort_test

import (
	"cmp"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"ithaca/generator/cohort"
)

// reading returns a market without its pairs, and what reads them a few at a time.
func reading(m *cohort.Market, few int) (*cohort.Market, func(int) ([]cohort.Pair, int)) {
	lists := make([][]cohort.Pair, len(m.Requests))
	for _, p := range m.Pairs {
		lists[p.Request] = append(lists[p.Request], p)
	}
	for _, list := range lists {
		slices.SortStableFunc(list, func(a, b cohort.Pair) int { return cmp.Compare(b.Score, a.Score) })
	}
	bare := *m
	bare.Pairs, bare.Requests = nil, slices.Clone(m.Requests)
	return &bare, func(i int) (pairs []cohort.Pair, unlisted int) {
		n := min(few, len(lists[i]))
		pairs, lists[i] = lists[i][:n], lists[i][n:]
		if len(lists[i]) > 0 {
			unlisted = max(1, lists[i][0].Score)
		}
		return pairs, unlisted
	}
}

func TestColumnGenerationFindsTheSameObjective(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := market(t)
		want := solve(t, m)
		bare, next := reading(m, rapid.IntRange(1, 3).Draw(t, "few"))
		got, err := cohort.SolveGrowing(bare, next)
		if err != nil || got.Objective != want.Objective {
			t.Fatal(err, got, want)
		}
		if faults := cohort.Check(bare, got); len(faults) > 0 {
			t.Fatal(faults)
		}
	})
}

func TestColumnGenerationReadsFewPairsWherePlacesAreLeft(t *testing.T) {
	m := shape{"slack", 250, 500, 1, 50}.invented(1)
	bare, next := reading(m, 5)
	if _, err := cohort.SolveGrowing(bare, next); err != nil {
		t.Fatal(err)
	}
	if read := len(bare.Pairs); read*2 > len(m.Pairs) {
		t.Errorf("%d of %d pairs were read", read, len(m.Pairs))
	}
}
