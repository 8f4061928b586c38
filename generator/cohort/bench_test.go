package cohort_test

import (
	"testing"

	"ithaca/generator/cohort"
)

// BenchmarkSolve assigns invented markets of four shapes.
func BenchmarkSolve(b *testing.B) {
	for _, s := range shapes(testing.Short()) {
		m := s.invented(1)
		b.Run(s.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				r, err := cohort.Solve(m)
				if err != nil {
					b.Fatal(err)
				}
				b.ReportMetric(float64(r.Objective.Pairs), "pairs")
			}
		})
	}
}

// BenchmarkCheck proves the results right: the price of every pair.
func BenchmarkCheck(b *testing.B) {
	for _, s := range shapes(testing.Short()) {
		m := s.invented(1)
		r, err := cohort.Solve(m)
		if err != nil {
			b.Fatal(err)
		}
		b.Run(s.name, func(b *testing.B) {
			for b.Loop() {
				if faults := cohort.Check(m, r); len(faults) > 0 {
					b.Fatal(faults)
				}
			}
		})
	}
}
