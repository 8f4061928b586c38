package serve

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"testing"
)

func TestOnlyThisMachineIsToldOfFilesAndRequests(t *testing.T) {
	s := serveSite(t, options(newSite(t)), newFeed())
	for from, local := range map[string]bool{
		"127.0.0.1:50000": true, "[::1]:50000": true, "[::ffff:127.0.0.1]:50000": true,
		"192.168.1.7:50000": false, "[fe80::1%eth0]:50000": false, "": false,
	} {
		r := httptest.NewRequest("GET", "http://192.168.1.2:4000/_ithaca/notes/mentors/ana-silva/", nil)
		r.RemoteAddr = from
		w := httptest.NewRecorder()
		s.ServeHTTP(w, r)
		var told map[string]any
		if err := json.Unmarshal(w.Body.Bytes(), &told); err != nil || w.Code != http.StatusOK || told["page"] == "" || told["styles"] == "" {
			t.Errorf("%q is told %s, with %d", from, w.Body, w.Code)
		}
		if strings.Contains(w.Body.String(), "ana-silva") != local || (len(told) > 2) != local {
			t.Errorf("%q is told %s", from, w.Body)
		}
	}
}

func TestOnlyThisMachineSeesWhatNeedsTheOrganizer(t *testing.T) {
	dir := newSite(t)
	write(t, filepath.Join(dir, "content", "guides", "old.md"), "---\ntitle: Old <b>\nsummary: x\nreview_by: 2020-01-01\n---\nTalk.\n")
	s := serveSite(t, options(dir), newFeed())
	for from, want := range map[string]int{"127.0.0.1:50000": http.StatusOK, "192.168.1.7:50000": http.StatusForbidden} {
		r := httptest.NewRequest("GET", "http://192.168.1.2:4000/_ithaca/status", nil)
		r.RemoteAddr = from
		w := httptest.NewRecorder()
		s.ServeHTTP(w, r)
		if told := strings.Contains(w.Body.String(), "content/guides/old.md: the guide was to be gone through"); w.Code != want || told != (want == http.StatusOK) {
			t.Errorf("%q is answered with %d: %s", from, w.Code, w.Body)
		}
	}
}

func TestAPageBearsItsVersion(t *testing.T) {
	s := serveSite(t, options(newSite(t)), newFeed())
	v := s.notesOf("/mentors/", false).version
	if page := text(t, s.get("/mentors/", "Sec-Fetch-Dest: document")); v.Page == "" || !strings.HasSuffix(page, v.script()) {
		t.Errorf("%+v", v)
	}
}

func TestFilesAreNamedAsTheTerminalNamesThem(t *testing.T) {
	o := options(newSite(t))
	write(t, filepath.Join(o.Site, "content", "guides", "odd.md"), "---\ntitle: Odd\nsumary: x\n---\n")
	s := serveSite(t, o, newFeed())
	s.options.Path = func(file string) string { return "../portal/" + file }
	n := s.notes("/")
	for _, m := range n.Errors {
		if !strings.HasPrefix(m.Place.Text, "../portal/content/guides/odd.md:") || !strings.Contains(m.Place.Open, o.Site) {
			t.Errorf("%+v", m.Place)
		}
	}
	if len(n.Errors) == 0 {
		t.Error("there are no errors")
	}
}

func TestAPageSaysWhatItIsMadeOf(t *testing.T) {
	o := options(newSite(t))
	w := &writer{t: t, dir: o.Site, feed: newFeed()}
	s := serveSite(t, o, w.feed)
	for url, kind := range map[string]string{"/mentors/": "mentor-list", "/nothing/": "not-found"} {
		if n := s.notes(url); n.Kind != kind || n.Source != nil {
			t.Errorf("%s: %+v", url, n)
		}
	}

	w.put("content/mentors/ana-silva.md", "---\nname: [Ana\n---\n")
	await(t, s.edits)
	n := s.notes("/mentors/ana-silva/")
	if n.Source == nil || n.Source.Text != "content/mentors/ana-silva.md" || len(n.Mistakes) != 1 || n.Mistakes[0].Code != "bad-yaml" {
		t.Errorf("of a profile that cannot be read: %+v", n)
	}
}

func TestThePortalMovesWithBaseURL(t *testing.T) {
	o := options(newSite(t))
	w := &writer{t: t, dir: o.Site, feed: newFeed()}
	s := serveSite(t, o, w.feed)
	w.put("content/index.md", strings.Replace(files["content/index.md"], "https://harbour.example\n", "https://harbour.example/portal\n", 1))
	if e := await(t, s.edits); e.Home != "/portal/" || s.Home() != "/portal/" {
		t.Errorf("%+v", e)
	}
	for path, want := range map[string]string{"/": "/portal/", "/portal": "/portal/", "/portal/mentors": "/portal/mentors/", "/mentors/": ""} {
		r := s.get(path)
		if r.Header.Get("Location") != want || (want == "") != (r.StatusCode == http.StatusNotFound) {
			t.Errorf("%s leads to %q with %d", path, r.Header.Get("Location"), r.StatusCode)
		}
	}
}
