package page_test

import (
	"fmt"
	"strings"
	"testing"

	"ithaca/generator/portaltest"
	"ithaca/generator/site"
	"ithaca/generator/site/data"
	"ithaca/generator/site/page"
)

func TestValuesOfEqualCountAreOrderedAsReadersExpect(t *testing.T) {
	p := portaltest.Crowd(4, 2)
	for i, m := range p.Mentors {
		m.Languages = []string{"de", "ar", "hr", "bn"}
		m.Country = []string{"DE", "CH", "AT", "GR"}[i]
	}
	p.Mentors[0].Languages = []string{"bn"}
	for lang, want := range map[string]string{
		"en": "bn ar hr de, AT DE GR CH",
		"de": "bn ar de hr, DE GR AT CH", // Österreich stands among the words with O
	} {
		p.Program.Language = lang
		for _, m := range p.Mentors {
			m.Availability.Status = "open"
		}
		plan, list := site.New(p, site.Options{}, page.Plan, data.Plan)
		if list.HasErrors() {
			t.Fatal(list)
		}
		var got []string
		for _, facet := range []site.Facet{site.ByLanguage, site.ByPlace} {
			var values []string
			for _, v := range plan.Page(fmt.Sprintf("/%s/", facet)).View().(*page.FacetIndex).Values {
				values = append(values, v.Value)
			}
			got = append(got, strings.Join(values, " "))
		}
		if strings.Join(got, ", ") != want {
			t.Errorf("in %s: %s, want %s", lang, strings.Join(got, ", "), want)
		}
	}
}
