package cohort_test

import (
	"errors"
	"math"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ithaca/generator/cohort"
)

func TestEachMistakeOfAMarketIsNamed(t *testing.T) {
	for name, c := range map[string]struct {
		spoil func(*cohort.Market)
		want  cohort.Problem
	}{
		"two requests of one id":      {func(m *cohort.Market) { m.Requests[1].ID = "ant" }, cohort.Problem{Kind: cohort.BadID, Request: "ant"}},
		"a mentor without an id":      {func(m *cohort.Market) { m.Mentors[0].ID = "" }, cohort.Problem{Kind: cohort.BadID}},
		"a request that wants nobody": {func(m *cohort.Market) { m.Requests[2].Wants = 0 }, cohort.Problem{Kind: cohort.BadNumber, Request: "cat"}},
		"less than no places":         {func(m *cohort.Market) { m.Mentors[1].Places = -1 }, cohort.Problem{Kind: cohort.BadNumber, Mentor: "ben"}},
		"a score beyond the highest":  {func(m *cohort.Market) { m.Pairs[0].Score = 10_001 }, cohort.Problem{Kind: cohort.BadNumber, Request: "ant", Mentor: "ana"}},
		"a pair with nobody":          {func(m *cohort.Market) { m.Pairs[0].Mentor = 4 }, cohort.Problem{Kind: cohort.BadPosition, Request: "ant"}},
		"a pair twice":                {func(m *cohort.Market) { m.Pairs[1] = m.Pairs[0] }, cohort.Problem{Kind: cohort.BadRepeat, Request: "ant", Mentor: "ana"}},
		"a lock twice":                {func(m *cohort.Market) { m.Fixed = append(m.Fixed, m.Fixed[0]) }, cohort.Problem{Kind: cohort.BadRepeat, Request: "ant", Mentor: "ben"}},
		"a lock on a forbidden pair":  {func(m *cohort.Market) { m.Forbidden[0] = cohort.Link{Request: 0, Mentor: 1} }, cohort.Problem{Kind: cohort.BadDecision, Request: "ant", Mentor: "ben"}},
		"more than integers can rank": {func(m *cohort.Market) {
			m.Requests[0].Wants, m.Mentors[0].Places = math.MaxInt32, math.MaxInt32
		}, cohort.Problem{Kind: cohort.BadMagnitude}},
	} {
		t.Run(name, func(t *testing.T) {
			m := small()
			c.spoil(m)
			var problems cohort.Problems
			if _, err := cohort.Solve(m); !errors.As(err, &problems) {
				t.Fatal(err)
			}
			if d := cmp.Diff(cohort.Problems{c.want}, problems); d != "" {
				t.Error(d)
			}
		})
	}
}
