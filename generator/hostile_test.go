package generator_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"ithaca/generator"
	"ithaca/generator/portaltest"
)

// payloads are what strangers write where a text is asked for.
var payloads = []string{
	`<script>x()</script>`, `"><script src=//evil.example></script>`, `'"--></style></title></textarea><svg/onload=x()>`, `<img src=x onerror=x()>`,
	`javascript:x()`, "java\u0000script:x()", "jAvAsCrIpT:x()", `data:text/html,<script>x()</script>`, `vbscript:x`, `//evil.example/x`, `\\evil.example\x`,
	`[a](javascript:x())`, `[a](data:text/html;base64,PHN2Zz4=)`, `![a](//evil.example/x.png)`, `<a href="javascript:x()">a</a>`, `<javascript:x()>`, `[a]: javascript:x()`,
	`{{.Site}}{{printf "%s" .}}`, `{% raw %}`, `${x()}`, "`${x()}`", `<%= x %>`, `]]><![CDATA[<x/>`, `<!--#exec cmd="x"--><?php x(); ?>`,
	"\u202Egnp.exe\u202C", "\u2066<b>\u2069", "\uFEFFa\u200Bb", "a\u2028b\u2029c", "\r\nX-Header: x", "BEGIN:VEVENT\\nATTACH:x", `&lt;script&gt;x()&lt;/script&gt;`,
	`&#x6A;avascript:x()`, `../../../etc/passwd`, `con`, `%00%0a%2e%2e%2f`, `=cmd|'/c x'!A1`, `<iframe srcdoc="&lt;script&gt;x()">`, `<math><mtext><table><mglyph><style><img src onerror=x()>`,
	`<noscript><p title="</noscript><img src=x onerror=x()>">`, `" onmouseover="x()" a="`, strings.Repeat("<b>", 200), strings.Repeat("[", 300) + strings.Repeat("](", 300),
}

// fieldsOfStrangers are lines of frontmatter with a PAYLOAD, by the file they
// stand in. PAYLOAD is put in as a quoted text; the body's as it is.
var fieldsOfStrangers = []struct{ file, line string }{
	{"mentors", "name: PAYLOAD"}, {"mentors", "role: PAYLOAD"}, {"mentors", "headline: PAYLOAD"}, {"mentors", "pronouns: PAYLOAD"},
	{"mentors", "location: PAYLOAD"}, {"mentors", "skills: [PAYLOAD]"}, {"mentors", "ask_me: [PAYLOAD]"}, {"mentors", "not_offered: [PAYLOAD]"},
	{"mentors", "links: [{kind: PAYLOAD, url: PAYLOAD}]"}, {"mentors", "contact: {via: link, url: PAYLOAD}"}, {"mentors", "path: [{year: 2020, what: PAYLOAD, kind: setback}]"},
	{"mentors", "photo: {file: PAYLOAD, alt: PAYLOAD, consent: 2026-11-01}"}, {"mentors", "aliases: [PAYLOAD]"}, {"mentors", "intro: {first: PAYLOAD, ask_for: [PAYLOAD], reply_within: PAYLOAD}"},
	{"guides", "title: PAYLOAD"}, {"guides", "summary: PAYLOAD"}, {"guides", "topics: [PAYLOAD]"}, {"guides", "authors: [PAYLOAD]"},
	{"events", "title: PAYLOAD"}, {"events", "location: PAYLOAD"}, {"events", "url: PAYLOAD"}, {"stories", "quote: PAYLOAD"}, {"stories", "person: PAYLOAD"},
	{"mentors", "BODY"}, {"guides", "BODY"}, {"events", "BODY"}, {"stories", "BODY"},
}

// required are the fields that a file of each kind cannot do without.
var required = map[string][]string{
	"mentors": {"name: Mallory", "headline: I can help", "languages: [en]", "availability: {status: open, until: 2027-01-31}", "contact: {via: organizer}",
		"consent: {publish: 2026-11-01}", "confirmed: 2026-11-01", "skills: [sql]"},
	"guides":  {"title: A guide", "summary: What it says", "topics: [sql]"},
	"events":  {"title: An evening", "start: 2026-12-03 18:00", "timezone: Europe/Lisbon", "topics: [sql]"},
	"stories": {"title: A story", "summary: What happened", "topics: [sql]", "consent: {publish: 2026-11-01}"},
}

// withField returns a file of a kind with one of its lines replaced or added.
func withField(kind, line, payload string) string {
	quoted, _ := json.Marshal(payload)
	var b strings.Builder
	b.WriteString("---\n")
	key, _, _ := strings.Cut(line, ":")
	for _, other := range required[kind] {
		if !strings.HasPrefix(other, key+":") {
			b.WriteString(other + "\n")
		}
	}
	if line == "BODY" {
		return b.String() + "---\n" + payload + "\n\nA text [with a link](" + payload + ") and `" + payload + "`.\n"
	}
	return b.String() + strings.ReplaceAll(line, "PAYLOAD", string(quoted)) + "\n---\nA text.\n"
}

// Files of strangers, over a thousand where the tests are long, each with one hostile text in one place: what
// is drawn of them has no element, attribute or address that templates do not write.
func TestNothingOfAStrangersTextActsInAnyPage(t *testing.T) {
	dir := t.TempDir()
	site := map[string]string{
		"content/index.md":         "---\ntitle: Harbour\nbase_url: https://harbour.example\nconcerns: {name: Desk, url: \"https://harbour.example/c\"}\n---\nHello.\n",
		"content/pages/privacy.md": "---\ntitle: Privacy\n---\nA text.\n", "content/pages/code-of-conduct.md": "---\ntitle: Conduct\n---\nA text.\n",
		"content/topics/sql.md": "---\ntitle: SQL\n---\nA text.\n",
	}
	for name, text := range site {
		writeFile(t, dir, name, text)
	}
	o := generator.Options{Site: dir, Templates: os.DirFS("../templates"), Today: time.Date(2026, 11, 16, 0, 0, 0, 0, time.UTC), Drafts: true}
	s, err := generator.Take(o)
	if err != nil || s.Diagnostics().HasErrors() {
		t.Fatal(err, s.Diagnostics())
	}
	shown, part := 0, 3 // every third in each place
	switch {
	case testing.Short():
		part = 7
	case portaltest.Long():
		part = 1
	}
	for i, place := range fieldsOfStrangers {
		for j, payload := range payloads {
			if (i+j)%part != 0 {
				continue
			}
			name := "content/" + place.file + "/mallory.md"
			writeFile(t, dir, name, withField(place.file, place.line, payload))
			if s, err = s.Update(o); err != nil {
				t.Fatalf("%s with %q: %v", place.line, payload, err)
			}
			for _, d := range s.Diagnostics() {
				if d.Hint == "" && d.Message == "" {
					t.Errorf("%s with %q: a mistake without words", place.line, payload)
				}
			}
			for _, url := range s.URLs() {
				if !strings.HasSuffix(url, "/") || !strings.Contains(url, "mallory") && url != "/" && !strings.HasPrefix(url, "/"+place.file) && !strings.HasPrefix(url, "/topics/") {
					continue
				}
				page, err := s.Render(url)
				if err != nil {
					t.Fatalf("%s with %q: %s: %v", place.line, payload, url, err)
				}
				shown++
				for _, sink := range portaltest.Sinks(page) {
					t.Errorf("%s with %q: %s has %s", place.line, payload, url, sink)
				}
			}
			if err := os.Remove(filepath.Join(dir, filepath.FromSlash(name))); err != nil {
				t.Fatal(err)
			}
		}
	}
	if shown < len(payloads) {
		t.Errorf("only %d pages were looked at: the test is blind", shown)
	}
}

func writeFile(t *testing.T, dir, name, text string) {
	t.Helper()
	path := filepath.Join(dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}
