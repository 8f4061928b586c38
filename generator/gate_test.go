package generator_test

import (
	"encoding/base64"
	"errors"
	"html"
	"maps"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"ithaca/generator/diag"
	"ithaca/generator/secrets"
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
		{Path: "content/mentors/bo-berg.md", Text: strings.NewReplacer("NAME", "Bo Berg", "hidden@", "other@").Replace(mentor)},
		{Path: "content/requests/teal-07.md", Text: private},
		{Path: "templates/not-found.html", Text: "{{define \"main\"}}<div class=\"wrap\"><h1>Nothing here</h1><p>" + template + "</p></div>{{end}}\n"},
	}
}

// wantLeak builds a site whose pages must not be published, and insists on a find.
func wantLeak(t *testing.T, files []diag.File, want secrets.Find) {
	t.Helper()
	out, err := publishTo(t, write(t, files))
	var leaks secrets.Leaks
	if !errors.As(err, &leaks) {
		t.Errorf("%v: it is published: %v", want, err)
		return
	}
	if !slices.Contains(leaks, want) {
		t.Errorf("found %v, want %v", leaks, want)
	}
	if _, err := os.Stat(out); err == nil {
		t.Errorf("%v: something was written", want)
	}
}

func publishTo(t *testing.T, dir string) (string, error) {
	t.Helper()
	out := filepath.Join(t.TempDir(), "public")
	snapshot := take(t, options(dir))
	for _, d := range snapshot.Diagnostics() {
		if d.Severity == diag.Error {
			t.Fatal(d)
		}
	}
	_, err := snapshot.Build(options(dir), out, nil)
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

// some returns the names of cases in their order; with -short, as under the race
// detector, every third.
func some[V any](cases map[string]V) []string {
	all := slices.Sorted(maps.Keys(cases))
	if !testing.Short() {
		return all
	}
	var few []string
	for i := 0; i < len(all); i += 3 {
		few = append(few, all[i])
	}
	return few
}

func TestATemplateThatPrintsASecretIsCaught(t *testing.T) {
	cases := map[string]string{
		"Ask teal-07.": "the pseudonym of a request that is not published",
		"From Quillfeather &amp; Daughters: <em>teal-07</em>.":                                  "`organisation` of a request",
		"Somebody is afraid of the night foreman here.":                                         "`aims` of a request",
		base64.StdEncoding.EncodeToString([]byte("my uncle, twice, and he laughed both times")): "`tried` of a request",
		"teal-07: bo-berg, ana-silva":                                                           "`ranked` of a request",
		"mail hidden@private.example":                                                           "the e-mail address of a mentor who did not ask for it to be shown",
	}
	for _, text := range some(cases) {
		want := cases[text]
		files := siteFiles(text, "Welcome.")
		wantLeak(t, files, secrets.Find{URL: "/404.html", Field: want})
		_, err := publishTo(t, write(t, files))
		for _, said := range []string{"teal-07", "Quillfeather", "foreman", "uncle", "bo-berg", "hidden@"} {
			if strings.Contains(err.Error(), said) {
				t.Errorf("the error says the value: %s", err)
			}
		}
	}
}

func TestLettersOfABuiltInScriptAreNoPseudonym(t *testing.T) {
	files := siteFiles("", "Welcome.")[:4] // without a template of the site's own
	scripts := ""
	for name, text := range published(t, files) {
		if strings.HasSuffix(name, ".js") {
			scripts += text
		}
	}
	words := regexp.MustCompile(`\b[a-z]{4,}-[a-z]\b`).FindAllString(scripts, -1) // such as length-n, which no page says
	if len(words) == 0 {
		t.Fatal("no script subtracts a letter from a word any more: look for something else in them")
	}
	slices.Sort(words)
	files[3].Path = "content/requests/" + words[0] + ".md"
	dir := write(t, files)
	if _, err := publishTo(t, dir); err != nil {
		t.Errorf("%s: %v", words[0], err)
	}
	snapshot := take(t, options(dir))
	for _, url := range snapshot.URLs() {
		if _, err := snapshot.Render(url); err != nil {
			t.Errorf("%s: serve does not show what build publishes: %v", words[0], err)
		}
	}
}

// inProse puts a text into what people or organizers write, by what that is.
var inProse = map[string]func(text string) diag.File{
	"a guide": func(text string) diag.File {
		return diag.File{Path: "content/guides/first.md", Text: "---\ntitle: First\nsummary: First steps.\n---\n" + text + "\n"}
	},
	"a guide's summary": func(text string) diag.File {
		return diag.File{Path: "content/guides/first.md", Text: "---\ntitle: First\nsummary: >-\n  " + text + "\n---\nText.\n"}
	},
	"a story": func(text string) diag.File {
		return diag.File{Path: "content/stories/told.md", Text: "---\ntitle: Told\nsummary: A story.\n---\n" + text + "\n"}
	},
	"a story's quote": func(text string) diag.File {
		return diag.File{Path: "content/stories/told.md", Text: "---\ntitle: Told\nsummary: A story.\nquote: >-\n  " + text + "\n---\nText.\n"}
	},
	"a profile": func(text string) diag.File {
		profile := strings.Replace(mentor, "NAME", "Ana Silva", 1)
		return diag.File{Path: "content/mentors/ana-silva.md", Text: profile + text + "\n"}
	},
	"a resource": func(text string) diag.File {
		return diag.File{Path: "content/resources/list.md", Text: "---\ntitle: List\nitems:\n  - title: Book\n    kind: book\n    why: >-\n      " + text + "\n---\n"}
	},
	"an event": func(text string) diag.File {
		return diag.File{Path: "content/events/hours.md", Text: "---\ntitle: Hours\nstart: 2026-12-01 18:00\ntimezone: Europe/Lisbon\nhosts: [ana-silva]\n---\n" + text + "\n"}
	},
	"a page": func(text string) diag.File {
		return diag.File{Path: "content/pages/about.md", Text: "---\ntitle: About\n---\n" + text + "\n"}
	},
	"a worksheet": func(text string) diag.File {
		return diag.File{Path: "content/worksheets/sheet.md", Text: "---\ntitle: Sheet\nsummary: A sheet.\nfields: [{label: Name, kind: line}]\n---\n" + text + "\n"}
	},
	"a topic": func(text string) diag.File {
		return diag.File{Path: "content/topics/welding.md", Text: "---\ntitle: Welding\nkind: skill\n---\n" + text + "\n"}
	},
	"the home page": func(text string) diag.File {
		return diag.File{Path: "content/index.md", Text: siteFiles("", text)[0].Text}
	},
	"a template": func(text string) diag.File {
		return siteFiles(text, "")[4]
	},
	"an asset of the site's own": func(text string) diag.File {
		return diag.File{Path: "templates/assets/js/own.js", Text: "export const told = '" + text + "';\n"}
	},
	"a file that is published as it is": func(text string) diag.File {
		return diag.File{Path: "templates/static/notes.html", Text: "<p>" + text + "</p>\n"}
	},
	"a text file that is published as it is": func(text string) diag.File {
		return diag.File{Path: "templates/static/.well-known/notes.txt", Text: text + "\n"}
	},
}

func TestWhatSomebodyConfidedIsRefusedInEveryKindOfPublicFile(t *testing.T) {
	plants := map[string]string{
		"I ASKED my *uncle* twice, and he laughed both times.":                                   "`tried` of a request",
		"Stop being afraid of the night foreman.":                                                "`aims` of a request",
		"And nobody at home knows that I write this.":                                            "the text of a request",
		"Our **badger-23**, Quillfeather & Daughters, Lower Quayside, avoids Brack and Sons and": "the pseudonym of a request that is not published",
	}
	want := append(slices.Collect(maps.Values(plants)), "`organisation` of a request", "`exclude_organisations` of a request", "`location` of a request")
	text := strings.Join(slices.Sorted(maps.Keys(plants)), " ")
	for _, where := range some(inProse) {
		file := inProse[where]
		files := append(siteFiles("Nothing here.", "Welcome."), diag.File{Path: "content/requests/badger-23.md", Text: badger})
		planted := file(text)
		if !strings.HasSuffix(planted.Path, ".md") {
			planted.Text = strings.ReplaceAll(strings.ReplaceAll(planted.Text, "*", ""), "&", "&amp;")
		}
		out, err := publishTo(t, write(t, append(files, planted)))
		var leaks secrets.Leaks
		if !errors.As(err, &leaks) {
			t.Errorf("in %s: %v", where, err)
			continue
		}
		for _, field := range want {
			if !slices.ContainsFunc(leaks, func(f secrets.Find) bool { return f.Field == field }) {
				t.Errorf("in %s: %s is not found: %v", where, field, err)
			}
		}
		if _, err := os.Stat(out); err == nil {
			t.Errorf("in %s: something was written", where)
		}
	}
}

func TestWhatSomebodyConfidedIsRefusedHoweverManyTextsHoldIt(t *testing.T) {
	for _, stretch := range []string{"my uncle twice, and he laughed", "Stop being afraid of the night", "at home knows that I write this"} {
		files := append(siteFiles("Nothing here.", stretch), diag.File{Path: "content/requests/badger-23.md", Text: badger})
		for _, name := range []string{"first", "second", "third", "fourth"} {
			files = append(files, diag.File{Path: "content/guides/" + name + ".md", Text: "---\ntitle: " + name + "\nsummary: Steps.\n---\nOne said: " + stretch + ".\n"})
		}
		_, err := publishTo(t, write(t, files))
		var leaks secrets.Leaks
		if !errors.As(err, &leaks) || len(leaks) < 5 {
			t.Errorf("%q: %v", stretch, err)
		}
	}
}

// badger is a request of which nothing may be published, with all that it can
// confide.
const badger = `---
languages: [en]
needs: [{topic: welding, want: must}]
location: Lower Quayside
organisation: Quillfeather & Daughters
exclude_organisations: [Brack and Sons]
aims: {short: "Stop being afraid of the night foreman."}
tried: "I asked my uncle twice, and he laughed both times. Call +49 170 5550199."
ranked: [bo-berg, ana-silva]
avoid: [ana-silva, bo-berg]
waiting_since: 2026-01-02
adult: true
cycle: spring
consent: {matching: 2026-10-01}
decisions: [{cycle: spring, mentor: bo-berg, do: decline, reason: fit}]
---
Nobody at home knows that I write this to you.
`

func TestAnEverydayWordInProseIsNoFind(t *testing.T) {
	ordinary := strings.NewReplacer("Quillfeather & Daughters", "Bank", "Brack and Sons", "Harbour", "Lower Quayside", "Here").Replace(badger)
	files := append(siteFiles("Nothing here.", "At the bank of the harbour, welcome."), diag.File{Path: "content/requests/badger-23.md", Text: ordinary})
	if _, err := publishTo(t, write(t, files)); err != nil {
		t.Error(err)
	}
}

func TestTheValueOfAPublishedFieldIsNoSecret(t *testing.T) {
	files := append(siteFiles("Nothing here.", "Welcome."),
		diag.File{Path: "content/requests/badger-23.md", Text: strings.Replace(badger, "he laughed both times.", "read The Little Book of Welding for Beginners at https://books.example/welding/.", 1)},
		diag.File{Path: "content/resources/list.md", Text: "---\ntitle: List\nitems: [{title: The Little Book of Welding for Beginners, kind: book, why: Good., url: \"https://books.example/welding/\"}]\n---\n"})
	if _, err := publishTo(t, write(t, files)); err != nil {
		t.Error(err)
	}
}

func TestARequestWithAPageTellsNoneOfItsConfidences(t *testing.T) {
	files := append(siteFiles("Nothing here.", "Welcome."), diag.File{Path: "content/requests/badger-23.md", Text: strings.Replace(badger, "cycle: spring\n", "cycle: spring\npublish: true\n", 1)})
	files[0].Text = strings.Replace(files[0].Text, "{repository: private}", "{repository: private, publish: pseudonyms}", 1)
	texts := published(t, files)
	if !strings.Contains(texts["requests/badger-23/index.html"], "badger-23") {
		t.Fatal("the request has no page")
	}
	for name, text := range texts {
		for _, said := range []string{"Quillfeather", "Brack", "Lower Quayside", "foreman", "uncle", "5550199", "2026-01-02", "Nobody at home"} {
			if strings.Contains(text, said) {
				t.Errorf("%s holds %q", name, said)
			}
		}
	}
	files[0].Text += "\nOur badger-23 works for Quillfeather & Daughters.\n"
	wantLeak(t, files, secrets.Find{URL: "/", Field: "`organisation` of a request"})
}
