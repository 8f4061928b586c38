package serve

import (
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

func TestNotesAreForThisMachineAlone(t *testing.T) {
	s := serveSite(t, options(newSite(t)), newHand())
	for from, want := range map[string]int{
		"127.0.0.1:50000": 200, "[::1]:50000": 200, "[::ffff:127.0.0.1]:50000": 200,
		"192.168.1.7:50000": 404, "[fe80::1%eth0]:50000": 404, "": 404,
	} {
		for path, want := range map[string]int{"notes/mentors/ana-silva/": want, "prints/mentors/ana-silva/": 200, "live.html": 200} {
			r := httptest.NewRequest("GET", "http://192.168.1.2:4000/_ithaca/"+path, nil)
			r.RemoteAddr = from
			w := httptest.NewRecorder()
			s.ServeHTTP(w, r)
			if w.Code != want {
				t.Errorf("%s is answered with %d to %q", path, w.Code, from)
			}
			if from == "192.168.1.7:50000" && strings.Contains(w.Body.String(), "ana-silva") {
				t.Errorf("%s tells others %s", path, w.Body)
			}
		}
	}
}

func TestThePrintsOfAPageAreThoseThatItBears(t *testing.T) {
	s := serveSite(t, options(newSite(t)), newHand())
	p := s.now.Load().printsOf("/mentors/")
	if page := text(t, s.get("/mentors/", "Sec-Fetch-Dest: document")); p.Page == "" || !strings.Contains(page, `data-page="`+p.Page+`" data-styles="`+p.Styles+`"`) {
		t.Errorf("%+v", p)
	}
}

func TestFilesAreNamedAsTheTerminalNamesThem(t *testing.T) {
	o := options(newSite(t))
	write(t, filepath.Join(o.Site, "content", "guides", "odd.md"), "---\ntitle: Odd\nsumary: x\n---\n")
	s := serveSite(t, o, newHand())
	s.options.Path = func(file string) string { return "../portal/" + file }
	n := s.notesOf("/")
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
	w := &writer{t: t, dir: o.Site, feed: newHand()}
	for _, name := range []string{"a", "b", "c", "d", "e", "f"} {
		write(t, filepath.Join(o.Site, "content", "guides", name+".md"), "---\ntitle: On "+name+"\nsummary: Of boats.\ntopics: [sailing]\n---\nHello.\n")
	}
	s := serveSite(t, o, w.feed)
	n := s.notesOf("/topics/sailing/")
	var files []string
	for _, f := range n.Files {
		files = append(files, f.Text)
	}
	if n.Kind != "topic" || n.Source != nil || n.MoreOf != 1 || len(files) != maxNamed || !slices.IsSorted(files) || files[0] != "content/guides/a.md" {
		t.Errorf("a topic without a file: %+v", n)
	}
	for url, kind := range map[string]string{"/mentors/": "mentor-list", "/nothing/": "not-found"} {
		if n := s.notesOf(url); n.Kind != kind || n.Source != nil || len(n.Files) > 0 {
			t.Errorf("%s: %+v", url, n)
		}
	}

	w.put("content/mentors/ana-silva.md", "---\nname: [Ana\n---\n")
	await(t, s.edits)
	n = s.notesOf("/mentors/ana-silva/")
	if n.Source == nil || n.Source.Text != "content/mentors/ana-silva.md" || len(n.Mistakes) != 1 || n.Mistakes[0].Code != "bad-yaml" {
		t.Errorf("of a profile that cannot be read: %+v", n)
	}
}

func TestAPageThatHasMovedWithBaseURLIsFoundThere(t *testing.T) {
	o := options(newSite(t))
	w := &writer{t: t, dir: o.Site, feed: newHand()}
	s := serveSite(t, o, w.feed)
	index := files["content/index.md"]
	at := func(base string) Edit {
		t.Helper()
		w.put("content/index.md", strings.Replace(index, "https://harbour.example\n", base+"\n", 1))
		return await(t, s.edits)
	}
	if e := at("https://harbour.example/portal"); e.Home != "/portal/" || s.Home() != "/portal/" {
		t.Errorf("%+v", e)
	}
	at("https://harbour.example/new")
	for path, want := range map[string]string{
		"/": "/new/", "/portal/": "/new/", "/portal/mentors/ana-silva/": "/new/mentors/ana-silva/", "/mentors/": "/new/mentors/", "/portal/nothing/": "", "/nothing/": "",
	} {
		r := s.get(path)
		if r.Header.Get("Location") != want || (want == "") != (r.StatusCode == http.StatusNotFound) {
			t.Errorf("%s leads to %q with %d", path, r.Header.Get("Location"), r.StatusCode)
		}
	}
	if e := at("https://harbour.example"); e.Home != "/" {
		t.Errorf("%+v", e)
	}
	if r := s.get("/new/mentors/"); r.Header.Get("Location") != "/mentors/" {
		t.Errorf("back again it leads to %q", r.Header.Get("Location"))
	}
}
