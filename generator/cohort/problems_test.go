package cohort_test

import (
	"math"
	"testing"

	"ithaca/generator/cohort"
)

func TestAMarketTooLargeFor64BitsIsRefused(t *testing.T) {
	m := small()
	m.Requests[0].Wants, m.Mentors[0].Places = math.MaxInt32, math.MaxInt32
	if _, err := cohort.Solve(m); err == nil {
		t.Error("they are assigned")
	}
}
