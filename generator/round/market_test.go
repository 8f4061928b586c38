package round

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"pgregory.net/rapid"

	"ithaca/generator/cohort"
	"ithaca/generator/match"
	"ithaca/generator/portal"
	"ithaca/generator/portaltest"
	"ithaca/generator/table"
)

func TestWhatWasDecidedHoldsAndEveryNewPairPassesTheFilters(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := portaltest.Invented(t, 12, 12)
		x := match.New(p).Private()
		for i := range p.Program.Cycles {
			cycle := &p.Program.Cycles[i]
			g := gather(p, x, cycle, Options{})
			result, err := g.solve()
			if err != nil {
				t.Fatal(err)
			}
			if faults := cohort.Check(&g.market, result); len(faults) > 0 {
				t.Fatal(faults)
			}
			made := map[cohort.Link]string{}
			for _, pair := range result.Pairs {
				made[cohort.Link{Request: pair.Request, Mentor: pair.Mentor}] = pair.Fixed
				r, m := g.requests[pair.Request], g.mentors[pair.Mentor]
				j := x.Judge(r, m)
				if j.Failed == match.ByAvailability && len(j.AllFailed) == 1 && p.HasPlaces(m) {
					j.Failed = "" // the index counts pairs of all cycles, and this one has a place
				}
				if pair.Fixed == "" && (j.Failed != "" || j.Band == "" || j.Score != pair.Score) {
					t.Fatalf("%s with %s: %+v is judged %+v", r.Slug, m.Slug, pair, j)
				}
			}
			for at, r := range g.requests {
				for mentor, verdict := range portal.Together(r, cycle.ID) {
					if made[cohort.Link{Request: at, Mentor: g.at[mentor]}] != string(verdict) {
						t.Fatalf("%s was given %s", r.Slug, mentor)
					}
				}
			}
		}
	})
}

func TestReadingTheBestMentorsOfEachRequestMatchesAsWellAsComparingAll(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := portaltest.Invented(t, 15, 15)
		x := match.New(p).Private()
		for i := range p.Program.Cycles {
			o := Options{MinScore: rapid.SampledFrom([]int{0, 0, 4000}).Draw(t, "min")}
			all, listed := gather(p, x, &p.Program.Cycles[i], o), gather(p, x, &p.Program.Cycles[i], o)
			want, err := all.solve()
			if err != nil {
				t.Fatal(err)
			}
			got, err := listed.solveLists(rapid.IntRange(1, 4).Draw(t, "few"))
			if err != nil || got.Objective != want.Objective {
				t.Fatalf("%v: %+v by lists, %+v by comparing all", err, got.Objective, want.Objective)
			}
			if faults := cohort.Check(&listed.market, got); len(faults) > 0 {
				t.Fatal(faults)
			}
			if a, b := want.Report().Unmatched, got.Report().Unmatched; len(a) != len(b) {
				t.Fatalf("%+v, %+v", a, b)
			}
		}
	})
}

func TestOnlyThoseWhoStillSeekSomebodyTakePart(t *testing.T) {
	decisions := func(all ...portal.Decision) []portal.Decision { return all }
	did := func(do portal.Verdict, rematch bool) portal.Decision {
		return portal.Decision{Cycle: "spring", Mentor: "ana-silva", Do: do, Rematch: rematch}
	}
	today := portaltest.InventedDay()
	for name, c := range map[string]struct {
		request portal.Request
		why     Why
	}{
		"without consent":           {portal.Request{}, NoConsent},
		"nothing decided":           {portal.Request{Consent: today}, ""},
		"together":                  {portal.Request{Consent: today, Decisions: decisions(did(portal.Accept, false))}, ""},
		"ended":                     {portal.Request{Consent: today, Decisions: decisions(did(portal.Accept, false), did(portal.Exit, false))}, Ended},
		"ended, another one sought": {portal.Request{Consent: today, Decisions: decisions(did(portal.Accept, false), did(portal.Exit, true))}, ""},
	} {
		t.Run(name, func(t *testing.T) {
			c.request.Cycle = "spring"
			if why := leftOut(&c.request); why != c.why {
				t.Errorf("%q", why)
			}
		})
	}
}

// FuzzTyped reads tables that somebody has typed into with any program: what was typed is
// found, so that no new table takes its place.
func FuzzTyped(f *testing.F) {
	for _, text := range []string{"accept", "=1+1", "\"a\"\nb", "ä;b", "\ufeff", " "} {
		f.Add("spring", text)
	}
	o := Outcome{Report: &cohort.Report{}, Pairs: []Pair{{Request: "heron-42", Mentor: "ana-silva"}}}
	f.Fuzz(func(t *testing.T, cycle, typed string) {
		o.Cycle = cycle
		if written := o.Table(); Typed(written) && utf8.ValidString(cycle) && !strings.ContainsRune(cycle, 0) {
			t.Fatalf("nobody has typed into %q", written)
		}
		rows := [][]string{columns, make([]string, len(columns))}
		rows[1][0], rows[1][len(columns)-1] = "spring", typed
		if strings.ContainsFunc(table.Plain(typed), unicode.IsLetter) && utf8.ValidString(typed) && !strings.ContainsRune(typed, 0) && !Typed(table.Write(rows)) {
			t.Fatalf("%q was typed", typed)
		}
	})
}

func TestNoCellOfTheTableIsAFormula(t *testing.T) {
	o := Outcome{Report: &cohort.Report{}, Pairs: []Pair{{Request: "heron-42", Name: "=1+1", Evidence: []string{"@now"}, Gap: "-2", Others: []Choice{{Mentor: "+3"}}}}}
	for cell := range strings.SplitSeq(strings.ReplaceAll(string(o.Table()), "\n", ","), ",") {
		if strings.IndexAny(cell, "=+-@") == 0 {
			t.Errorf("the table holds %q", cell)
		}
	}
}
