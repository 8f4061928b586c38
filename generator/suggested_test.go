package generator_test

import (
	"testing"

	"ithaca/generator"
	"ithaca/generator/match"
)

// What an organizer wants of suggestions: several mentors for nearly everybody, and
// "strong" said rarely enough to mean something.
func TestMostRequestsOfTheDemoHaveThreeMentorsAndFewAreStrong(t *testing.T) {
	demo, err := generator.Take(options(".."))
	if err != nil {
		t.Fatal(err)
	}
	x := demo.Matches().Private()
	several, named, strong := 0, 0, 0
	for _, r := range demo.Portal().Requests {
		suggested := x.Suggest(r, 5)
		if len(suggested) >= 3 {
			several++
		}
		for _, s := range suggested {
			named++
			if s.Band == match.Strong {
				strong++
			}
		}
	}
	t.Logf("%d of %d requests have three or more; %d of %d pairs are strong", several, len(demo.Portal().Requests), strong, named)
	if several < 20 {
		t.Errorf("only %d of %d requests have three mentors or more", several, len(demo.Portal().Requests))
	}
	if 100*strong > 15*named {
		t.Errorf("%d of %d named pairs are strong", strong, named)
	}
}
