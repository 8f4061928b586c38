package page_test

import (
	"strings"
	"testing"

	"ithaca/generator/portaltest"
	"ithaca/generator/site"
	"ithaca/generator/site/data"
	"ithaca/generator/site/page"
)

func TestNamesStandUnderTheirLetters(t *testing.T) {
	p := portaltest.Crowd(5, 0)
	for i, name := range []string{"Zoë", "Ärla", "éva", "Adam", "ليان"} {
		p.Mentors[i].Name = name
	}
	for lang, want := range map[string]string{"en": "A: Adam Ärla; E: éva; Z: Zoë; ل: ليان", "sv": "A: Adam; E: éva; Z: Zoë; Ä: Ärla; ل: ليان"} {
		p.Program.Language = lang
		plan, _ := site.New(p, site.Options{}, page.Plan, data.Plan)
		var got []string
		for _, l := range plan.Page("/search/").View().(*page.Search).Letters {
			var names []string
			for _, n := range l.Names {
				names = append(names, n.Title)
			}
			got = append(got, l.Letter+": "+strings.Join(names, " "))
		}
		if strings.Join(got, "; ") != want {
			t.Errorf("%s: %s", lang, strings.Join(got, "; "))
		}
	}
}

func TestNamesThatAreTooManyForAPageFillSeveral(t *testing.T) {
	plan, _ := site.New(portaltest.Crowd(450, 0), site.Options{}, page.Plan, data.Plan)
	search := plan.Page("/search/").View().(*page.Search)
	if len(search.Letters) != 0 || len(search.Parts) != 3 {
		t.Fatalf("%d letters and %d parts", len(search.Letters), len(search.Parts))
	}
	seen := map[string]bool{}
	for _, part := range search.Parts {
		v := plan.Page(part.URL).View().(*page.Search)
		names := v.Letters[0].Names
		if names[0].Title != part.From || names[len(names)-1].Title != part.To {
			t.Errorf("%s is called %s to %s", part.URL, part.From, part.To)
		}
		for _, n := range names {
			seen[n.URL] = true
		}
	}
	if len(seen) != 450 {
		t.Errorf("%d names are listed", len(seen))
	}
}
