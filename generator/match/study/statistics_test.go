package study

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

func TestPlacesAreSharedAsTheMeanOverAllOrders(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rank{ahead: rapid.IntRange(0, 30).Draw(t, "ahead"), tied: rapid.IntRange(1, 30).Draw(t, "tied")}
		var reciprocal float64
		hits := map[int]float64{}
		for rank := s.ahead + 1; rank <= s.ahead+s.tied; rank++ {
			reciprocal += 1 / float64(rank) / float64(s.tied)
			for _, depth := range depths {
				if rank <= depth {
					hits[depth] += 1 / float64(s.tied)
				}
			}
		}
		if got := float64(s.reciprocal()) / million; math.Abs(got-reciprocal) > 2e-6 {
			t.Fatalf("%+v: mean of 1/rank is %f, want %f", s, got, reciprocal)
		}
		for _, depth := range depths {
			if got := float64(s.within(depth)) / scale; math.Abs(got-hits[depth]) > 1e-4 {
				t.Fatalf("%+v: within %d is %f, want %f", s, depth, got, hits[depth])
			}
		}
	})
}

func TestWilsonsIntervalIsTheOneOfItsFormula(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.Int64Range(1, 10_000).Draw(t, "pairs")
		hits := rapid.Int64Range(0, n*scale).Draw(t, "hits")
		count, p, z := float64(n), float64(hits)/float64(n*scale), 1.96
		root := z * math.Sqrt(z*z+4*count*p*(1-p))
		low, high := (2*count*p+z*z-root)/2/(count+z*z), (2*count*p+z*z+root)/2/(count+z*z)
		got := wilson(hits, n)
		for _, c := range []struct{ got, want float64 }{
			{float64(got.Value), p * scale}, {float64(got.Low), low * scale}, {float64(got.High), high * scale},
		} {
			if math.Abs(c.got-c.want) > 2 {
				t.Fatalf("%d of %d: %+v, want %f between %f and %f", hits, n, got, p, low, high)
			}
		}
	})
}

func TestTheBootstrapGivesTheSpreadOfTheMean(t *testing.T) {
	const n = 400
	rows := make([]row, n)
	for i := range rows {
		rows[i].pairs = 1
		rows[i].reciprocal[byScore] = int64(i%2) * million
	}
	got := bootstrap(rows, []column{
		func(r row) int64 { return r.reciprocal[byScore] },
		func(row) int64 { return million / 4 },
		func(r row) int64 { return -r.reciprocal[byScore] },
	})
	const normal = 1.96 * 0.5 / 20 * scale // of the mean of 400 throws of a coin
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

func TestRequestsWithManyPairsSpreadMore(t *testing.T) {
	alone, together := make([]row, 100), make([]row, 10)
	for i := range alone {
		at := &together[i/10]
		value := int64(i/10%2) * million
		alone[i].pairs, alone[i].reciprocal[byScore] = 1, value
		at.pairs++
		at.reciprocal[byScore] += value
	}
	of := []column{func(r row) int64 { return r.reciprocal[byScore] }}
	a, b := bootstrap(alone, of)[0], bootstrap(together, of)[0]
	if a.Value != b.Value || b.High-b.Low < 2*(a.High-a.Low) {
		t.Errorf("100 pairs of as many requests give %+v, of ten %+v", a, b)
	}
}
