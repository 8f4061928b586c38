package generator_test

import (
	"encoding/base64"
	"errors"
	"html"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"ithaca/generator"
	"ithaca/generator/diag"
)

// private is a request of which nothing may be published.
const private = `---
languages: [en]
needs: [{topic: welding, want: must}]
organisation: Quillfeather & Daughters
aims: {short: "Stop being afraid of the night foreman."}
tried: I asked my uncle twice, and he laughed both times.
ranked: [bo-berg, ana-silva]
cycle: spring
consent: {matching: 2026-10-01}
---
`

// mentor is a profile without mistakes.
const mentor = `---
name: NAME
headline: I can help you weld
languages: [en]
skills: [welding]
availability: {status: open, until: 2027-01-31}
contact: {via: organizer, address: hidden@private.example}
consent: {publish: 2026-10-01}
confirmed: 2026-10-01
---
`

// secretive is a site with a private request and a template of its own.
func secretive(t *testing.T, template, text string) string {
	return write(t, siteFiles(template, text))
}

// siteFiles are the files of such a site.
func siteFiles(template, text string) []diag.File {
	return []diag.File{
		{Path: "content/index.md", Text: "---\ntitle: Harbour\nbase_url: https://harbour.example\n" +
			"concerns: {name: Desk, url: \"https://harbour.example/c\"}\nrequests: {repository: private}\n" +
			"cycles: [{id: spring}]\n---\n" + text + "\n"},
		{Path: "content/mentors/ana-silva.md", Text: strings.Replace(mentor, "NAME", "Ana Silva", 1)},
		{Path: "content/mentors/bo-berg.md", Text: strings.Replace(mentor, "NAME", "Bo Berg", 1)},
		{Path: "content/requests/teal-07.md", Text: private},
		{Path: "templates/not-found.html", Text: "{{define \"main\"}}<div class=\"wrap\"><h1>Nothing here</h1><p>" + template + "</p></div>{{end}}\n"},
	}
}

// wantLeak builds a site whose pages must not be published, and insists on a find.
func wantLeak(t *testing.T, files []diag.File, want generator.Find) {
	t.Helper()
	out, err := publishTo(t, write(t, files))
	var leaks *generator.LeakError
	if !errors.As(err, &leaks) {
		t.Errorf("%v: it is published: %v", want, err)
		return
	}
	if !slices.Contains(leaks.Finds, want) {
		t.Errorf("found %v, want %v", leaks.Finds, want)
	}
	if _, err := os.Stat(out); err == nil {
		t.Errorf("%v: something was written", want)
	}
}

func publishTo(t *testing.T, dir string) (string, error) {
	t.Helper()
	out := filepath.Join(t.TempDir(), "public")
	snapshot, err := generator.Take(options(dir))
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range snapshot.Diagnostics() {
		if d.Severity == diag.Error {
			t.Fatal(d)
		}
	}
	_, err = snapshot.Build(options(dir), generator.Output{Dir: out})
	return out, err
}

func TestNothingOfAPrivateRequestIsInTheOutput(t *testing.T) {
	out, err := publishTo(t, secretive(t, "Try the home page.", "Welcome."))
	if err != nil {
		t.Fatal(err)
	}
	secrets := []string{"teal-07", "Quillfeather & Daughters", "afraid of the night foreman", "he laughed both times", "bo-berg ana-silva", "hidden@private.example"}
	for name, data := range tree(t, out) {
		for _, s := range secrets {
			for _, form := range []string{s, html.EscapeString(s), url.QueryEscape(s), base64.StdEncoding.EncodeToString([]byte(s))} {
				if strings.Contains(string(data), form) {
					t.Errorf("%s holds %q", name, form)
				}
			}
		}
	}
}

func TestATemplateThatPrintsASecretIsCaught(t *testing.T) {
	for text, want := range map[string]string{
		"Ask teal-07.":                                  "the pseudonym of a request that is not published",
		"From Quillfeather &amp; Daughters.":            "`organisation` of a request",
		"Somebody is afraid of the night foreman here.": "`aims` of a request",
		base64.StdEncoding.EncodeToString([]byte("my uncle, twice, and he laughed both times")): "`tried` of a request",
		"bo-berg, ana-silva":          "`ranked` of a request",
		"mail hidden@private.example": "the e-mail address of a mentor who did not ask for it to be shown",
	} {
		out, err := publishTo(t, secretive(t, text, "Welcome."))
		var leak *generator.LeakError
		if !errors.As(err, &leak) {
			t.Errorf("%q is published: %v", text, err)
			continue
		}
		if !slices.Contains(leak.Finds, generator.Find{URL: "/404.html", Field: want}) {
			t.Errorf("%q: %v", text, leak.Finds)
		}
		if strings.Contains(err.Error(), "teal-07") || strings.Contains(err.Error(), "Quillfeather") {
			t.Errorf("the error says the value: %s", err)
		}
		if _, err := os.Stat(out); err == nil {
			t.Errorf("%q: something was written", text)
		}
	}
}

func TestWhatIsPublishedAnywayIsNoSecret(t *testing.T) {
	if _, err := publishTo(t, secretive(t, "Nothing.", "We thank Quillfeather & Daughters for the room.")); err != nil {
		t.Error(err)
	}
}
