package page_test

import (
	"fmt"
	"strings"
	"testing"

	"ithaca/generator/content"
	"ithaca/generator/portal"
	"ithaca/generator/portaltest"
	"ithaca/generator/site"
	"ithaca/generator/site/data"
	"ithaca/generator/site/page"
)

const cyclesIndex = `---
title: Harbour Mentoring
base_url: https://harbour.example
concerns: {name: Safety desk, url: "https://harbour.example/concerns/"}
cycles:
  - {id: old, start: 2025-01-10, end: 2025-06-30, results: Nine pairs finished.}
  - {id: now, title: Autumn, start: 2026-09-14, reviews: [2026-10-12, 2026-12-14, 2027-02-08], end: 2027-03-14}
  - {id: next, title: Spring, signup: {from: 2026-11-02, until: 2026-12-18}, requests: {from: 2027-01-11, until: 2027-02-07}, start: 2027-03-15}
---
`

// program plans a site whose program has three rounds, as it is on a day.
func program(t *testing.T, day portal.Date) *site.Plan {
	t.Helper()
	var docs []*content.Document
	for path, text := range portaltest.Base() {
		if path == "content/index.md" {
			text = cyclesIndex
		}
		docs = append(docs, content.Decode(path, []byte(text)))
	}
	p, list := content.Link(docs, content.Options{Today: day})
	plan, found := site.New(p, site.Options{}, page.Plan, data.Plan)
	if list = append(list, found...); list.HasErrors() {
		t.Fatal(list)
	}
	return plan
}

func TestTheNextDateIsTheSoonestForSomebodyWhoLooksForAMentor(t *testing.T) {
	for _, c := range []struct{ today, key, day string }{
		{"2026-11-16", "requests-from", "2027-01-11"},
		{"2027-01-11", "requests-from", "2027-01-11"},
		{"2027-01-12", "requests-until", "2027-02-07"},
		{"2027-02-08", "start", "2027-03-15"},
		{"2027-03-16", "", ""},
	} {
		day, err := portal.ParseDate(c.today)
		if err != nil {
			t.Fatal(err)
		}
		got := program(t, day).Page("/").View().(*page.Home).Next
		switch {
		case c.key == "" && got != nil:
			t.Errorf("on %s: %v, want none", c.today, *got)
		case c.key != "" && (got == nil || got.Key != c.key || got.Day.String() != c.day || got.Calendar != "/program/remind-me.ics"):
			t.Errorf("on %s: %v, want %s on %s", c.today, got, c.key, c.day)
		}
	}
}

func TestTheProgramShowsFirstWhatOneCanStillApplyFor(t *testing.T) {
	plan := program(t, today)
	v := plan.Page("/program/").View().(*page.Program)
	var titles []string
	for _, r := range v.Rounds {
		titles = append(titles, r.Title)
	}
	if got := strings.Join(titles, ", "); got != "Spring, Autumn" || len(v.Past) != 1 || v.Past[0].Results == "" {
		t.Errorf("rounds %s, past %v", got, v.Past)
	}
	for _, d := range v.Rounds[0].Dates {
		if d.Now != (d.Key == "signup") || d.Over {
			t.Errorf("%s: now %v, over %v", d.Key, d.Now, d.Over)
		}
	}
	var autumn []string
	for _, d := range v.Rounds[1].Dates {
		autumn = append(autumn, fmt.Sprintf("%s %s %v %v", d.Key, d.From, d.More, d.Over))
	}
	want := "review 2026-10-12 [] true, review 2026-12-14 [2027-02-08] false, end 2027-03-14 [] false"
	if got := strings.Join(autumn, ", "); got != want {
		t.Errorf("of what is over only the last, and days of a kind together: %s, want %s", got, want)
	}
	if plan.Page("/program/old.ics") != nil || plan.Page("/program/now.ics") == nil {
		t.Error("a round has a calendar file exactly while it is not over")
	}
}

func TestAnOrganizersTextStandsOnThePageThePortalMakes(t *testing.T) {
	plan, list := planned(map[string]string{
		"content/index.md":      portaltest.Base()["content/index.md"],
		"content/pages/help.md": "---\ntitle: Ask us\naliases: [/hilfe/]\n---\nRing the bell.\n",
	}, false)
	if list.HasErrors() {
		t.Fatal(list)
	}
	help, ok := plan.Page("/help/").View().(*page.Help)
	if !ok || help.Own == nil || help.Own.Title != "Ask us" || help.Own.Text.Empty() || plan.Page("/hilfe/") == nil {
		t.Errorf("/help/ shows %+v", help)
	}
	if plan.Site.Footer[0].URL != "/help/" {
		t.Errorf("the footer begins with %v", plan.Site.Footer[0])
	}
	for _, link := range plan.Site.Footer[1:] {
		if link.URL == "/help/" {
			t.Error("the footer leads to /help/ twice")
		}
	}
}
