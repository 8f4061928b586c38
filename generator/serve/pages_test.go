package serve

import (
	"bytes"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"ithaca/generator"
	"ithaca/generator/portaltest"
)

func TestEveryFileIsServedAsItIsBuilt(t *testing.T) {
	o, least := options("../.."), 150 // the demo
	if testing.Short() {
		o, least = options(newSite(t)), 30
	}
	s := serveSite(t, o, newFeed())
	clean, err := generator.Take(o)
	if err != nil {
		t.Fatal(err)
	}
	var urls []string
	for i, url := range clean.URLs() {
		if i%4 == 0 || testing.Short() || portaltest.Long() {
			urls = append(urls, url)
		}
	}
	for _, fault := range unlike(t, s, clean, urls) {
		t.Error(fault)
	}
	if n := len(urls); n < least {
		t.Errorf("only %d addresses were compared", n)
	}
}

// unlike returns each way in which what is served, at these addresses, differs from a
// snapshot.
func unlike(t *testing.T, s *served, clean *generator.Snapshot, urls []string) (faults []string) {
	t.Helper()
	for _, url := range urls {
		want, err := clean.Render(url)
		if err != nil {
			t.Fatal(err)
		}
		r := s.get(url)
		if got := text(t, r); r.StatusCode != http.StatusOK || got != string(want) {
			faults = append(faults, fmt.Sprintf("%s is served with status %d and other bytes than it is built with", url, r.StatusCode))
		}
	}
	return faults
}

func TestOnlyWhoVisitsAPageGetsTheScript(t *testing.T) {
	s := serveSite(t, options(newSite(t)), newFeed())
	plain := text(t, s.get("/mentors/ana-silva/"))
	for _, header := range []string{"Sec-Fetch-Dest: document", "Accept: text/html,*/*;q=0.8"} {
		visited := text(t, s.get("/mentors/ana-silva/", header))
		script, found := strings.CutPrefix(visited, plain)
		if !found || !strings.HasPrefix(script, `<script type="module" src="/_ithaca/live.js" `) || strings.Count(script, "\n") != 1 {
			t.Errorf("with %s the page ends with %q", header, script)
		}
	}
	for _, header := range []string{"Sec-Fetch-Dest: empty", "Sec-Fetch-Dest: iframe"} {
		if text(t, s.get("/mentors/ana-silva/", header)) != plain {
			t.Errorf("with %s the page is not as it is built", header)
		}
	}
	if feed := text(t, s.get("/robots.txt", "Sec-Fetch-Dest: document")); strings.Contains(feed, "script") {
		t.Error("what is no page got the script")
	}
}

func TestAnswersHaveTheHeadersThatArePublished(t *testing.T) {
	s := serveSite(t, options(newSite(t)), newFeed())
	page := s.get("/mentors/").Header
	for name, want := range map[string]string{
		"Content-Security-Policy": "trusted-types 'none'; frame-ancestors 'none'",
		"X-Content-Type-Options":  "nosniff",
		"Permissions-Policy":      "camera=()",
		"Content-Type":            "text/html; charset=utf-8",
		"Cache-Control":           "no-cache",
	} {
		if !strings.Contains(page.Get(name), want) {
			t.Errorf("a page is sent with %s: %s", name, page.Get(name))
		}
	}
	for _, a := range s.now.Load().latest.Assets() {
		url := s.Home() + a.Path
		asset := s.get(url).Header
		if asset.Get("Cache-Control") != "public, max-age=31536000, immutable" || asset.Get("Content-Type") == "" {
			t.Errorf("%s is sent with %v", url, asset)
		}
	}
}

func TestWhatIsNotPlannedIsNotFound(t *testing.T) {
	dir := newSite(t)
	write(t, filepath.Join(dir, "secret.txt"), "secret")
	s := serveSite(t, options(dir), newFeed())
	page := text(t, s.get("/404.html"))
	for _, path := range []string{
		"/nothing/", "/secret.txt", "/../secret.txt", "/..%2fsecret.txt", "/content/index.md", "/mentors/../../secret.txt",
		"//evil.example/", "//evil.example/..", "/\\evil.example", "/mentors//", "/mentors/ana-silva//", "//evil.example/index.html", "/live/live.js", "/\x00",
	} {
		r := s.get(path)
		if r.StatusCode != http.StatusNotFound || text(t, r) != page || r.Header.Get("Location") != "" {
			t.Errorf("%q is answered with %d, Location %q", path, r.StatusCode, r.Header.Get("Location"))
		}
	}
}

func TestAnAddressWithoutItsSlashOrWithTheFilesNameLeadsToThePage(t *testing.T) {
	o := options(newSite(t))
	o.BaseURL = "https://harbour.example/a/portal"
	s := serveSite(t, o, newFeed())
	for path, want := range map[string]string{
		"/": "/a/portal/", "/a/portal": "/a/portal/", "/a/portal/mentors/bo-berg": "/a/portal/mentors/bo-berg/",
		"/a/portal/mentors": "/a/portal/mentors/", "/a/portal/mentors/index.html": "/a/portal/mentors/",
	} {
		if r := s.get(path); r.StatusCode != http.StatusFound || r.Header.Get("Location") != want {
			t.Errorf("%s leads to %q with %d", path, r.Header.Get("Location"), r.StatusCode)
		}
	}
	if r := s.get("/a/portal/mentors/bo-berg/"); r.StatusCode != http.StatusOK || r.Header.Get("Content-Security-Policy") == "" {
		t.Errorf("below its path the page is answered with %d", r.StatusCode)
	}
	if r := s.get("/mentors/bo-berg/"); r.StatusCode != http.StatusNotFound {
		t.Errorf("outside of its path the page is answered with %d", r.StatusCode)
	}
}

func TestDraftsAreShownAndMarked(t *testing.T) {
	dir := newSite(t)
	bo := filepath.Join(dir, "content", "mentors", "bo-berg.md")
	profile, err := os.ReadFile(bo)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(bo, bytes.Replace(profile, []byte("---\n"), []byte("---\ndraft: true\n"), 1), 0o644); err != nil {
		t.Fatal(err)
	}
	s := serveSite(t, options(dir), newFeed())
	if page := text(t, s.get("/mentors/")); strings.Count(page, "</bdi></a> <strong>") != 1 {
		t.Error("the one draft in the list has no mark, or others have one")
	}
	if page := text(t, s.get("/guides/draft/")); !strings.Contains(page, "notice warning") {
		t.Error("the draft has no mark")
	}
	if n := s.notes("/guides/draft/"); !n.Draft || n.Source.Text != "content/guides/draft.md" {
		t.Errorf("the bar says %+v", n)
	}
}

func TestAnUnchangedPageIsNotSentAgain(t *testing.T) {
	s := serveSite(t, options(newSite(t)), newFeed())
	for _, header := range []string{"Sec-Fetch-Dest: document", "Sec-Fetch-Dest: empty"} {
		tag := s.get("/mentors/", header).Header.Get("ETag")
		if r := s.get("/mentors/", header, "If-None-Match: "+tag); tag == "" || r.StatusCode != http.StatusNotModified {
			t.Errorf("with %s it is answered with %d", header, r.StatusCode)
		}
		other := map[string]string{"Sec-Fetch-Dest: document": "Sec-Fetch-Dest: empty", "Sec-Fetch-Dest: empty": "Sec-Fetch-Dest: document"}[header]
		if r := s.get("/mentors/", other, "If-None-Match: "+tag); r.StatusCode != http.StatusOK {
			t.Error("the page with the script and the page without have one tag")
		}
	}
}
