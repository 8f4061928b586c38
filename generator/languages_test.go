package generator_test

import (
	"bytes"
	"encoding/json"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"ithaca/generator"
	"ithaca/generator/diag"
	"ithaca/generator/portaltest"
)

// trilingual is a site in English that is partly in Spanish and in Arabic.
func trilingual() []diag.File {
	return []diag.File{
		{Path: "content/index.md", Text: strings.Replace(base["content/index.md"], "harbour.example/concerns", "desk.example/concerns", 1)},
		{Path: "content/index.es.md", Text: "---\ntitle: Mentoría del Puerto\n---\nBienvenida. [Privacidad](/privacy/) y [el primer encuentro](guides/first.md).\n"},
		{Path: "content/index.ar.md", Text: "---\ntitle: إرشاد الميناء\n---\nأهلًا وسهلًا.\n"},
		{Path: "content/guides/first.md", Text: "---\ntitle: First meeting\nsummary: What to do.\nupdated: 2026-11-01\n---\nMeet. [In Spanish](first.es.md), [in Arabic](/ar/guides/second/).\n\n## Afterwards\n\nDone.\n"},
		{Path: "content/guides/first.es.md", Text: "---\ntitle: El primer encuentro\nsummary: Qué hacer.\n---\nLean [el segundo](second.md).\n\n## Después\n\nHecho.\n"},
		{Path: "content/guides/second.md", Text: "---\ntitle: The second\nsummary: What to do then.\naliases: [/guides/older/]\n---\nMeet again, as [afterwards](first.md#afterwards).\n"},
		{Path: "content/guides/second.ar.md", Text: "---\ntitle: اللقاء الثاني\nsummary: ماذا بعد.\n---\nتقابلوا مرة أخرى.\n"},
		{Path: "content/mentors/ana.md", Text: "---\nname: Ana\nheadline: I can help you\nlanguages: [en, es]\nhelps_with: [leading]\ncountry: PT\nkinds: [one-to-one]\n" +
			"availability: {status: open, until: 2026-12-31}\ncontact: {via: organizer, address: hidden@example.org}\nconsent: {publish: 2026-11-01}\nconfirmed: 2026-11-01\n---\nAbout me.\n"},
		{Path: "content/mentors/bo.md", Text: "---\nname: Bo\nheadline: I can help you\nlanguages: [en]\navailability: {status: paused, until: 2026-12-31}\n" +
			"contact: {via: organizer}\nconsent: {publish: 2026-11-01}\nconfirmed: 2026-11-01\n---\n"},
		{Path: "content/mentors/ana.es.md", Text: "---\nheadline: Te ayudo a dirigir\n---\nSobre mí.\n"},
		{Path: "content/topics/leading.md", Text: "---\ntitle: Leading\nkind: goal\nalso: [Heading teams]\nasks: [I want to guide people]\n---\n"},
		{Path: "content/topics/leading.es.md", Text: "---\ntitle: Dirigir\nalso: [Encabezar equipos]\nasks: [Quiero guiar a personas]\n---\n"},
	}
}

// built publishes a site and returns its files by their paths.
func built(t *testing.T, files []diag.File) (dir string, pages map[string][]byte) {
	t.Helper()
	options := generator.Options{Site: write(t, files), Templates: os.DirFS("../templates"), Today: time.Date(2026, 11, 16, 0, 0, 0, 0, time.UTC)}
	snapshot, err := generator.Take(options)
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range snapshot.Diagnostics() {
		if d.Code != "missing-message" {
			t.Error(d)
		}
	}
	dir = filepath.Join(t.TempDir(), "public")
	if _, err := snapshot.Build(options, dir, nil); err != nil {
		t.Fatal(err)
	}
	pages = map[string][]byte{}
	for _, url := range snapshot.URLs() {
		if pages[url], err = snapshot.Render(url); err != nil {
			t.Fatal(err)
		}
	}
	return dir, pages
}

var (
	alternate = regexp.MustCompile(`<link rel="alternate" hreflang="([^"]+)" href="https://harbour\.example([^"]+)">`)
	listed    = regexp.MustCompile(`<url><loc>https://harbour\.example([^<]+)</loc>(.*?)</url>`)
	inSitemap = regexp.MustCompile(`<xhtml:link rel="alternate" hreflang="([^"]+)" href="https://harbour\.example([^"]+)"/>`)
	switched  = regexp.MustCompile(`(?s)<nav class="versions.*?</nav>`)
	switchTo  = regexp.MustCompile(`<a href="([^"]+)" hreflang="([^"]+)"`)
)

func TestEveryPageLeadsToItselfInEveryLanguageAndBack(t *testing.T) {
	dir, pages := built(t, trilingual())
	for _, fault := range portaltest.CheckLinks(dir, "https://harbour.example") {
		t.Error(fault)
	}
	links := map[string]map[string]string{} // by page, then by language
	count := 0
	for url, page := range pages {
		if !bytes.HasPrefix(page, []byte("<!DOCTYPE")) || bytes.Contains(page, []byte("http-equiv=\"refresh\"")) {
			continue
		}
		count++
		links[url] = map[string]string{}
		for _, m := range alternate.FindAllSubmatch(page, -1) {
			links[url][string(m[1])] = string(m[2])
		}
		for _, m := range switchTo.FindAllSubmatch(switched.Find(page), -1) {
			other := switched.Find(pages[string(m[1])])
			if !bytes.Contains(other, []byte(`href="`+url+`"`)) {
				t.Errorf("%s leads to %s, which does not lead back", url, m[1])
			}
		}
		if n := len(switchTo.FindAll(switched.Find(page), -1)); n != 2 {
			t.Errorf("%s leads to %d other languages", url, n)
		}
	}
	if count < 60 {
		t.Errorf("only %d pages", count)
	}
	for url, versions := range links {
		for lang, other := range versions {
			if back := links[other]; lang != "x-default" && !maps.Equal(back, versions) {
				t.Errorf("%s names %s in %s, which names %v", url, other, lang, back)
			}
		}
	}
	if want := map[string]string{"en": "/guides/first/", "es": "/es/guides/first/", "x-default": "/guides/first/"}; !maps.Equal(links["/es/guides/first/"], want) {
		t.Errorf("the guide names %v", links["/es/guides/first/"])
	}
	for _, lang := range []string{"", "/es", "/ar"} {
		for _, m := range listed.FindAllSubmatch(pages[lang+"/sitemap.xml"], -1) {
			versions := map[string]string{"x-default": links[string(m[1])]["x-default"]}
			for _, v := range inSitemap.FindAllSubmatch(m[2], -1) {
				versions[string(v[1])] = string(v[2])
			}
			if !maps.Equal(versions, links[string(m[1])]) {
				t.Errorf("the sitemap has %s in %v, and the page in %v", m[1], versions, links[string(m[1])])
			}
		}
	}
}

func TestAPageThatIsNotTranslatedSaysSo(t *testing.T) {
	_, pages := built(t, trilingual())
	for url, want := range map[string][]string{
		"/es/guides/second/": {`<html lang="es" dir="ltr">`, `<h1 lang="en" dir="ltr">The second</h1>`, `rel="canonical" href="https://harbour.example/guides/second/"`, `<div class="wrap untranslated"><p class="notice">`, "inglés", `<a href="/es/guides/first/#despu%C3%A9s">afterwards</a>`, `<div class="prose" lang="en" dir="ltr">`},
		"/ar/guides/second/": {`<html lang="ar" dir="rtl">`, "<h1>اللقاء الثاني</h1>", `rel="canonical" href="https://harbour.example/ar/guides/second/"`},
		"/ar/guides/older/":  {"/ar/guides/second/"},
		"/es/mentors/ana/":   {"Te ayudo a dirigir", "Sobre mí.", `<a href="/es/topics/leading/">Dirigir</a>`},
		"/es/":               {`<a href="/es/privacy/">Privacidad</a>`, `<a href="/es/guides/first/">`},
		"/guides/first/":     {`<a href="/es/guides/first/">In Spanish</a>`, `<a href="/ar/guides/second/">in Arabic</a>`},
		"/es/feed.xml":       {"El primer encuentro", "https://harbour.example/es/guides/first/"},
	} {
		for _, text := range want {
			if !bytes.Contains(pages[url], []byte(text)) {
				t.Errorf("%s has no %s:\n%s", url, text, pages[url])
			}
		}
	}
	if bytes.Contains(pages["/ar/guides/second/"], []byte("untranslated")) {
		t.Error("a translated page says that it is none")
	}
	for url, page := range pages {
		if bytes.Contains(page, []byte("hidden@example.org")) {
			t.Errorf("%s holds an address that is not to be shown", url)
		}
	}
}

func TestATopicIsFoundByWhatItIsCalledInEveryLanguage(t *testing.T) {
	script, err := os.ReadFile("testdata/topics.mjs")
	if err != nil {
		t.Fatal(err)
	}
	_, pages := built(t, append(trilingual(), diag.File{Path: "content/topics/welding.md", Text: "---\ntitle: Welding\nkind: skill\n---\n"}))
	files := map[string]string{}
	for url, page := range pages {
		files[url] = string(page)
	}
	called := []string{"Leading", "Dirigir", "Heading teams", "Encabezar equipos", "encabezar"}
	for lang, asks := range map[string]string{"": "I want to guide people", "/es": "Quiero guiar a personas", "/ar": "I want to guide people"} {
		input := map[string]any{"files": files, "index": lang + "/data/index.json", "names": "match/names", "queries": append(called, asks)}
		var answers []struct {
			Query, URL string
			Topic      int
		}
		if err := json.Unmarshal(portaltest.Node(t, "../templates/assets/js", string(script), input), &answers); err != nil || len(answers) != len(called)+1 {
			t.Fatalf("%d answers, %v", len(answers), err)
		}
		for _, got := range answers {
			if got.URL != lang+"/topics/leading/" {
				t.Errorf("%s: a search for %q leads to %q", lang, got.Query, got.URL)
			}
			if got.Topic != 0 {
				t.Errorf("%s: the finder takes %q for topic %d", lang, got.Query, got.Topic)
			}
		}
	}
}

func TestAPortalOfOneLanguageHasNoOthers(t *testing.T) {
	files := slices.DeleteFunc(trilingual(), func(f diag.File) bool {
		return strings.Contains(f.Path, ".es.") || strings.Contains(f.Path, ".ar.")
	})
	files[1].Text = strings.NewReplacer("[In Spanish](first.es.md), ", "", "[in Arabic](/ar/guides/second/)", "x").Replace(files[1].Text)
	_, pages := built(t, files)
	for url, page := range pages {
		if bytes.Contains(page, []byte("hreflang")) || bytes.Contains(page, []byte(`class="versions`)) {
			t.Errorf("%s speaks of languages", url)
		}
	}
}

// tagBefore matches a tag and the text that follows it, be there a box to tick or not.
var tagBefore = regexp.MustCompile(`<([a-z][a-z0-9]*)([^<>]*)>(?:<input[^<>]*>)?([^<>]+)`)

func TestWhatIsNotTranslatedSaysItsLanguageWhereverItStands(t *testing.T) {
	_, pages := built(t, append(trilingual(),
		diag.File{Path: "content/guides/third.md", Text: "---\ntitle: Alone in English\nsummary: Written once.\nstage: meet\ntopics: [leading]\nupdated: 2026-11-02\nnext: [second]\n---\nText.\n"},
		diag.File{Path: "content/stories/tale.md", Text: "---\ntitle: Alone in English, the story\nsummary: Written once.\ntopics: [leading]\ndate: 2026-11-03\n---\nText.\n"},
		diag.File{Path: "content/resources/books.md", Text: "---\ntitle: Alone in English, the list\nsummary: Written once.\ntopics: [leading]\nitems: [{title: A book, kind: book, why: It is good}]\n---\n"},
		diag.File{Path: "content/worksheets/sheet.md", Text: "---\ntitle: Alone in English, the sheet\nsummary: Written once.\nfields: [{label: Alone in English or not, name: one, kind: text, help: Written once.}, {label: Written once., name: two, kind: checklist, options: [Alone in English, Written once.]}]\n---\n"},
		diag.File{Path: "content/events/evening.md", Text: "---\ntitle: Alone in English, the evening\nstart: 2026-12-01 18:00\nend: 2026-12-01 19:00\ntimezone: Europe/Athens\ntopics: [leading]\n---\nCome.\n"},
		diag.File{Path: "content/pages/ours.md", Text: "---\ntitle: Alone in English, the page\nsummary: Written once.\n---\nText.\n"},
	))
	seen := map[string]int{}
	for url, page := range pages {
		lang, _, _ := strings.Cut(strings.TrimPrefix(url, "/"), "/")
		if lang != "es" && lang != "ar" || !bytes.HasPrefix(page, []byte("<!DOCTYPE")) {
			continue
		}
		for _, m := range tagBefore.FindAllStringSubmatch(string(page), -1) {
			tag, attributes, text := m[1], m[2], m[3]
			alone := strings.Contains(text, "Alone in English") || strings.Contains(text, "Written once.")
			if !alone || tag == "title" || tag == "script" || strings.Contains(string(page), `http-equiv="refresh"`) {
				continue
			}
			if seen[lang]++; !strings.Contains(attributes, `lang="en"`) {
				t.Errorf("%s has %q in <%s%s>", url, text, tag, attributes)
			}
		}
		for _, m := range regexp.MustCompile(`<p class="(?:headline|role|lead)"([^>]*)>I can help you`).FindAllSubmatch(page, -1) {
			if seen["headline"]++; !bytes.Contains(m[1], []byte(`lang="en"`)) {
				t.Errorf("%s has a headline in <p%s>", url, m[1])
			}
		}
	}
	if seen["es"] < 30 || seen["ar"] < 30 || seen["headline"] < 4 {
		t.Errorf("seen only %v", seen)
	}
	if n := bytes.Count(pages["/es/feed.xml"], []byte(`<entry xml:lang="en">`)); n != 2 || !bytes.Contains(pages["/es/feed.xml"], []byte(`xml:lang="es"`)) {
		t.Errorf("%d entries of the feed say that they are in English:\n%s", n, pages["/es/feed.xml"])
	}
	var entries []byte
	for url, page := range pages {
		if strings.HasPrefix(url, "/es/data/entries/") {
			entries = append(entries, page...)
		}
	}
	for _, row := range []string{`"Alone in English","Written once.","","","","en"]`, `"El primer encuentro","Qué hacer."]`} {
		if !bytes.Contains(entries, []byte(row)) {
			t.Errorf("what can be found has no %s:\n%s", row, entries)
		}
	}
}
