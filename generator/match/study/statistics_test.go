package study

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

func TestRanksOfEqualsAreTheMeanOverAllOrders(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rank{ahead: rapid.IntRange(0, 30).Draw(t, "ahead"), tied: rapid.IntRange(1, 30).Draw(t, "tied")}
		var reciprocal float64
		var hits float64
		for rank := s.ahead + 1; rank <= s.ahead+s.tied; rank++ {
			reciprocal += 1 / float64(rank) / float64(s.tied)
			if rank <= First {
				hits += 1 / float64(s.tied)
			}
		}
		if got := float64(s.reciprocal()) / million; math.Abs(got-reciprocal) > 2e-6 {
			t.Fatalf("%+v: mean of 1/rank is %f, want %f", s, got, reciprocal)
		}
		if got := float64(s.within(First)) / million; math.Abs(got-hits) > 1e-6 {
			t.Fatalf("%+v: within the first it is %f, want %f", s, got, hits)
		}
	})
}

func TestTheBootstrapGivesTheSpreadOfTheMean(t *testing.T) {
	const n = 400
	rows := make([]row, n)
	for i := range rows {
		coin := int64(i%2) * million
		rows[i] = row{1, []int64{coin, million / 4, -coin}}
	}
	got := bootstrap(rows, 3)
	const normal = 1.96 * 0.5 / 20 * 10_000 // of the mean of 400 throws of a coin
	if e := got[0]; e.Value != 5000 || math.Abs(float64(e.Value-e.Low)-normal) > 60 || math.Abs(float64(e.High-e.Value)-normal) > 60 {
		t.Errorf("a coin: %+v, want 5000 ± %.0f", e, normal)
	}
	if e := got[1]; e != (Estimate{2500, 2500, 2500}) {
		t.Errorf("what never changes has the interval %+v", e)
	}
	if a, b := got[0], got[2]; b != (Estimate{-a.Value, -a.High, -a.Low}) {
		t.Errorf("%+v turned round is %+v", a, b)
	}
}

func TestIntervalsAreWiderForRequestsWithManyPairs(t *testing.T) {
	alone, together := make([]row, 100), make([]row, 10)
	for i := range alone {
		at, value := &together[i/10], int64(i/10%2)*million
		alone[i] = row{1, []int64{value}}
		if at.pairs++; at.sums == nil {
			at.sums = []int64{0}
		}
		at.sums[0] += value
	}
	a, b := bootstrap(alone, 1)[0], bootstrap(together, 1)[0]
	if a.Value != b.Value || b.High-b.Low < 2*(a.High-a.Low) {
		t.Errorf("100 pairs of as many requests give %+v, of ten %+v", a, b)
	}
}
