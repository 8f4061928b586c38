package page_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"ithaca/generator/site/page"
)

// finderOf returns the finder of a portal with two mentors and the given index.md.
func finderOf(t *testing.T, index string) *page.Finder {
	t.Helper()
	plan, list := planned(map[string]string{
		"content/index.md":         index,
		"content/topics/career.md": "---\ntitle: Changing career\nkind: need\n---\n",
		"content/mentors/ana.md":   "---\nname: Ana\nheadline: I help\nlanguages: [pt-BR, en]\nhelps_with: [career]\n---\n",
		"content/mentors/rui.md":   "---\nname: Rui\nheadline: I help\nlanguages: [pt, el]\nhelps_with: [career]\n---\n",
	}, false)
	for _, one := range plan.Pages() {
		if f, ok := view(one).(*page.Finder); ok {
			return f
		}
	}
	t.Fatalf("there is no finder: %v", list)
	return nil
}

func TestTheFinderOffersALanguageOnceForAllItsVariants(t *testing.T) {
	f := finderOf(t, "---\ntitle: Harbour\n---\n")
	if diff := cmp.Diff([]string{"pt", "en", "el"}, f.Languages); diff != "" {
		t.Errorf("languages (-want +got)\n%s", diff)
	}
	if f.Round != nil {
		t.Errorf("without rounds one can apply for %s", f.Round.ID)
	}
}

func TestTheFinderKnowsTheRoundThatOneCanApplyForNext(t *testing.T) {
	f := finderOf(t, `---
title: Harbour
cycles:
  - id: old
    requests: {from: 2020-01-01, until: 2020-02-01}
    start: 2020-03-01
    end: 2020-09-01
  - id: new
    title: The next one
    requests: {from: 2090-01-01, until: 2090-02-01}
---
`)
	if f.Round == nil || f.Round.Title != "The next one" || f.Round.Requests.From.String() != "2090-01-01" {
		t.Errorf("one can apply for %+v", f.Round)
	}
}
