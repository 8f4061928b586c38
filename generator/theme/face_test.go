package theme

import (
	"path"
	"strings"
	"testing"

	"ithaca/generator/portal"
	"ithaca/generator/site"
	"ithaca/generator/site/data"
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

func TestALinkToAProfileShowsItsPhotoFirst(t *testing.T) {
	p := harbour(t)
	p.Program.Brand.Logo = "logo.png"
	ana := portal.Find(p.Mentors, "ana")
	ana.Photo = &portal.Photo{File: "ana.jpg", Alt: "Ana at her desk"}
	plan, _ := site.New(p, site.Options{
		Static:   map[string][]byte{"logo.png": nil},
		Pictures: map[string]site.Picture{path.Join(path.Dir(ana.File), "ana.jpg"): {Variants: []site.Variant{{Name: "pictures/ana.jpg", Width: 480, Height: 480}}}},
	}, page.Plan, data.Plan)
	_, photo, _ := strings.Cut(draw(t, builtIn(t), plan, "/mentors/ana/"), `<meta property="og:image" content="`)
	if !strings.HasPrefix(photo, `https://harbour.example/pictures/ana.jpg"><meta property="og:image:alt" content="Ana at her desk">`) {
		t.Errorf("the first picture is %.80s", photo)
	}
	if !strings.Contains(photo, "/logo.png") {
		t.Error("the logo is not there for those who want a second one")
	}
}
