package serve

import (
	"net/http"
	"testing"

	"ithaca/generator/diag"
)

func TestLinksOpenTheEditorThatTheWriterUses(t *testing.T) {
	const file = "/home/a b/ana & co?#.md"
	for wish, want := range map[string]string{
		"code":                        "vscode://file/home/a%20b/ana%20%26%20co%3F%23.md:7:3",
		"/usr/bin/code --wait":        "vscode://file/home/a%20b/ana%20%26%20co%3F%23.md:7:3",
		"subl -w":                     "subl://open?url=file:///home/a%20b/ana%20%26%20co%3F%23.md&line=7&column=3",
		"mine://edit?f={file}":        "mine://edit?f=/home/a%20b/ana%20%26%20co%3F%23.md",
		"vim":                         "",
		"":                            "",
		"javascript://x%0a{file}":     "",
		"JavaScript://x%0a{file}":     "",
		"data://{file}":               "",
		"https://evil.example/{file}": "",
		"mine://edit":                 "",
	} {
		if got := editorLink(wish, file, diag.Position{Line: 7, Column: 3}); got != want {
			t.Errorf("%q opens %q instead of %q", wish, got, want)
		}
	}
	if got := editorLink("code", `C:/ana.md`, diag.Position{}); got != "vscode://file/C%3A/ana.md:1:1" {
		t.Errorf("on Windows it opens %q", got)
	}
	if got := Editor("", "vim", "code -w", "zed"); got != "code -w" {
		t.Errorf("of several it is %q", got)
	}
}

func TestHeadersAreReadAsStaticHostsReadThem(t *testing.T) {
	rules := []byte("# note\n/portal/*\n  A: one\n  B: two: three\n\n/portal/assets/*\n\tA: other\n/portal/exact\n  C: four\n")
	for url, want := range map[string][3]string{
		"/portal/": {"one", "two: three", ""}, "/portal/assets/x.css": {"other", "two: three", ""},
		"/portal/exact": {"one", "two: three", "four"}, "/portal/exact/not": {"one", "two: three", ""}, "/": {},
	} {
		h := http.Header{}
		setHeaders(h, rules, url)
		if got := [3]string{h.Get("A"), h.Get("B"), h.Get("C")}; got != want {
			t.Errorf("%s has %q instead of %q", url, got, want)
		}
	}
}

func TestEveryKindOfFileHasItsType(t *testing.T) {
	for url, want := range map[string]string{
		"/": "text/html; charset=utf-8", "/a/": "text/html; charset=utf-8", "/404.html": "text/html; charset=utf-8",
		"/events.ics": "text/calendar; charset=utf-8", "/site.webmanifest": "application/manifest+json", "/x.JPG": "image/jpeg",
		"/_headers": "text/plain; charset=utf-8", "/x.exe": "application/octet-stream", "/feed.xml": "application/xml",
	} {
		if got := contentType(url); got != want {
			t.Errorf("%s is %s instead of %s", url, got, want)
		}
	}
}
