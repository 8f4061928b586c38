package page_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"ithaca/generator/portal"
	"ithaca/generator/portaltest"
	"ithaca/generator/site"
	"ithaca/generator/site/data"
	"ithaca/generator/site/page"
)

// pairedCrowd returns a crowd of people with a place each, of whom some have taken
// somebody on.
func pairedCrowd(n int, taken ...int) *portal.Portal {
	p := portaltest.Crowd(n, n-1)
	for i, m := range p.Mentors {
		m.Availability.Capacity, m.Country = 1, []string{"PT", "GR"}[i%2]
	}
	r := &portal.Request{}
	r.Slug = "heron-42"
	for _, i := range taken {
		r.Decisions = append(r.Decisions, portal.Decision{Cycle: "now", Mentor: p.Mentors[i].Slug, Do: portal.Accept})
	}
	p.Requests = []*portal.Request{r}
	return p
}

func word(key string) string { return key }

func TestAMentorWhosePlacesAreTakenIsFullEverywhere(t *testing.T) {
	plan, _ := site.New(pairedCrowd(6, 2), site.Options{}, page.Plan, data.Plan)
	const slug = "mentor-000002"
	if v := plan.Page("/mentors/" + slug + "/").View().(*page.Mentor); v.Availability.State != site.Full || !v.Alike.Full {
		t.Errorf("the profile says %+v", v.Availability)
	}
	list := plan.Page("/mentors/").View().(*page.MentorList)
	at := slices.IndexFunc(list.Mentors, func(c page.MentorCard) bool { return strings.Contains(c.URL, slug) })
	if at < 4 || list.Mentors[at].Availability.State != site.Full || list.Open != 4 {
		t.Errorf("of %d who are open, the full one stands at %d as %+v", list.Open, at, list.Mentors[at].Availability)
	}
	for file, want := range map[string]string{
		"/data/cards/0.json": fmt.Sprintf(`"%s","Mentor 2","","","country PT","",[],5,`, slug),
		"/mentors.json":      `"availability":{"status":"full"`,
	} {
		if data := string(plan.Page(file).Data(word)); !strings.Contains(data, want) {
			t.Errorf("%s has no %s:\n%s", file, want, data)
		}
	}
}
