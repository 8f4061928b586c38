package theme

import (
	"strings"
	"testing"

	"ithaca/generator/portal"
	"ithaca/generator/site"
	"ithaca/generator/site/page"
)

func TestFacesFurtherDownAPageAreLoadedWhenTheyComeIntoView(t *testing.T) {
	theme := builtIn(t)
	shown := &site.Site{}
	d := &drawing{Site: shown, theme: theme, shared: theme.cacheOf(shown)}
	for i := range eagerFaces + 2 {
		card, err := d.Card(page.MentorCard{Mentor: &portal.Mentor{Name: "Ana"}, URL: "/mentors/ana/", Photo: &site.Photo{URL: "/pictures/ana.jpg"}})
		if err != nil {
			t.Fatal(err)
		}
		if lazy := strings.Contains(string(card), `loading="lazy"`); lazy != (i >= eagerFaces) || !strings.Contains(string(card), "/pictures/ana.jpg") {
			t.Errorf("card %d: %s", i+1, card)
		}
	}
	if card, err := d.Card(page.MentorCard{Mentor: &portal.Mentor{Name: "Bo"}, URL: "/mentors/bo/", Photo: &site.Photo{}}); err != nil || strings.Contains(string(card), "<img") || !strings.Contains(string(card), "<svg") {
		t.Errorf("without a picture: %s, %v", card, err)
	}
}
