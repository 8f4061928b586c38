package theme

import (
	"bytes"
	"strings"
	"sync"
	"testing"

	"ithaca/generator/site"
	"ithaca/generator/site/data"
	"ithaca/generator/site/page"
)

func draw(t testing.TB, theme *Theme, p *site.Plan, url string) string {
	t.Helper()
	html, err := theme.Draw(p, pageAt(t, p, url))
	if err != nil {
		t.Fatal(err)
	}
	return string(html)
}

func TestTheFixtureHasEveryKindOfPage(t *testing.T) {
	found := map[string]bool{}
	for _, p := range plan(t).Pages() {
		found[p.Template] = true
	}
	for _, k := range page.Kinds() {
		if !found[k.Name] {
			t.Errorf("no page is drawn with %s", k.Name)
		}
	}
}

func TestAPageAlwaysHasTheSameBytes(t *testing.T) {
	p := plan(t)
	one, two := builtIn(t), builtIn(t)
	for _, pg := range p.Pages() {
		if pg.Template == "" {
			continue
		}
		first, again, other := draw(t, one, p, pg.URL), draw(t, one, p, pg.URL), draw(t, two, plan(t), pg.URL)
		if first != again || first != other {
			t.Errorf("%s differs from one drawing to the next", pg.URL)
		}
	}
}

func TestPagesDrawnSideBySideAreTheSameAsOneByOne(t *testing.T) {
	plans := []*site.Plan{plan(t), plan(t)}
	theme, quiet := builtIn(t), builtIn(t)
	want := map[string]string{}
	for _, pg := range plans[0].Pages() {
		if pg.Template != "" {
			want[pg.URL] = draw(t, quiet, plans[0], pg.URL)
		}
	}
	var wg sync.WaitGroup
	for i := range 8 {
		wg.Go(func() {
			p := plans[i%2]
			for _, pg := range p.Pages() {
				if pg.Template == "" {
					continue
				}
				got, err := theme.Draw(p, pg)
				if err != nil || string(got) != want[pg.URL] {
					t.Errorf("%s: %v, or other bytes", pg.URL, err)
					return
				}
			}
		})
	}
	wg.Wait()
}

func TestTheCallerOwnsTheBytes(t *testing.T) {
	p, theme := plan(t), builtIn(t)
	first, _ := theme.Draw(p, pageAt(t, p, "/about/"))
	kept := bytes.Clone(first)
	for _, url := range []string{"/", "/mentors/", "/mentors/ana/"} {
		draw(t, theme, p, url)
	}
	if !bytes.Equal(first, kept) {
		t.Error("drawing other pages changed the bytes of an earlier one")
	}
}

func TestAnErrorNamesThePageAndItsTemplate(t *testing.T) {
	p := plan(t)
	unknown := *pageAt(t, p, "/about/")
	unknown.Template = "no-such"
	_, err := builtIn(t).Draw(p, &unknown)
	if err == nil || !strings.Contains(err.Error(), "/about/") || !strings.Contains(err.Error(), "no-such.html") {
		t.Errorf("got %v", err)
	}
}

func TestWhatOnePlanSharesDoesNotReachAnother(t *testing.T) {
	theme := builtIn(t)
	first := plan(t)
	draw(t, theme, first, "/mentors/")
	other := harbour(t)
	other.Program.Title, other.Mentors[0].Role = "Another house", "Gardener"
	second, _ := site.New(other, site.Options{}, page.Plan, data.Plan)
	html := draw(t, theme, second, "/mentors/")
	if strings.Contains(html, "Harbour Mentoring") || !strings.Contains(html, "Another house") {
		t.Error("the frame of an earlier plan is shown")
	}
	if !strings.Contains(draw(t, theme, second, "/topics/python/"), "Gardener") {
		t.Error("the card of an earlier plan is shown")
	}
}

func TestSmallPartsAreRememberedByWhatTheyShow(t *testing.T) {
	theme, diags := overridden("en", map[string]string{
		"partials/loud.html": `<b>{{range .}}{{.}}!{{end}}</b>`, "partials/quiet.html": `<i>{{range .}}{{.}}{{end}}</i>`,
		"guide.html":         `{{define "main"}}{{with .View.Guide.Authors}}{{cached "loud" .}}{{cached "quiet" .}}{{cached "loud" .}}{{end}}<p>{{every "name" ", " .View.Guide.Authors}}</p>{{end}}`,
		"partials/name.html": `<u>{{.}}</u>`,
	})
	if len(diags) > 0 {
		t.Fatal(diags)
	}
	html := draw(t, theme, plan(t), "/guides/first-message/")
	if want := "<b>Ines!ليان!</b><i>Inesليان</i><b>Ines!ليان!</b><p><u>Ines</u>, <u>ليان</u></p>"; !strings.Contains(html, want) {
		t.Errorf("got %s", html)
	}
	if _, err := theme.cached("loud", map[string]int{}); err == nil {
		t.Error("a value that cannot be compared was remembered")
	}
	if _, err := theme.every("loud", "", "no list"); err == nil {
		t.Error("every took a text for a list")
	}
}
