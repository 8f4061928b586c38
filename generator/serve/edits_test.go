package serve

import (
	"context"
	"fmt"
	"math/rand/v2"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/fsnotify/fsnotify"
	"github.com/google/go-cmp/cmp"

	"ithaca/generator"
	"ithaca/generator/portaltest"
)

// writer edits the small site at random, and tells what it did as a system would.
type writer struct {
	t    *testing.T
	dice *rand.Rand
	dir  string
	feed *feed
	log  []string
}

// put writes a file and tells of it.
func (w *writer) put(name, text string) {
	at := filepath.Join(w.dir, filepath.FromSlash(name))
	what := fsnotify.Write
	if _, err := os.Lstat(filepath.Dir(at)); err != nil {
		defer w.tell(filepath.ToSlash(filepath.Dir(name)), fsnotify.Create)
	} else if _, err := os.Lstat(at); err != nil {
		what = fsnotify.Create
	}
	write(w.t, at, text)
	w.log = append(w.log, "write "+name)
	w.tell(name, what)
}

func (w *writer) tell(name string, what fsnotify.Op) {
	w.feed.tell(filepath.Join(w.dir, filepath.FromSlash(name)), what)
}

func (w *writer) move(from, to string) {
	if err := os.Rename(filepath.Join(w.dir, from), filepath.Join(w.dir, to)); err != nil {
		return // it is not there now
	}
	w.log = append(w.log, "move "+from+" to "+to)
	w.tell(from, fsnotify.Remove)
	w.tell(to, fsnotify.Create)
}

func (w *writer) remove(name string) {
	if os.RemoveAll(filepath.Join(w.dir, name)) == nil {
		w.log = append(w.log, "remove "+name)
		w.tell(name, fsnotify.Remove)
	}
}

// edit does one thing that people do.
func (w *writer) edit() {
	n := w.dice.IntN(1000)
	some := []string{"ana-silva", "bo-berg", "chi-ume"}[w.dice.IntN(3)]
	file := "content/mentors/" + some + ".md"
	switch w.dice.IntN(13) {
	case 0, 1: // create or change
		w.put(file, mentor(fmt.Sprintf("Mentor %d", n), "I can help you"))
	case 2: // break
		w.put(file, mentor("Broken", "I can help")+"\nSee [nobody](nobody.md).\n")
	case 3: // half of it
		w.put(file, mentor("Half", "I can help")[:w.dice.IntN(60)])
	case 4:
		w.move(file, "content/mentors/ana-silva.md")
	case 5:
		w.remove(file)
	case 6:
		w.put("templates/not-found.html", fmt.Sprintf(`{{define "title"}}Gone{{end}}{{define "main"}}<h1>Gone %d</h1>{{end}}`, n))
	case 7:
		w.put("templates/not-found.html", `{{define "main"}}{{.Nothing}}`)
	case 8:
		w.remove("templates")
	case 9:
		w.put("templates/static/notes.txt", fmt.Sprint(n))
	case 10:
		w.move("content/guides", "content/_guides")
	case 11:
		w.move("content/_guides", "content/guides")
	case 12: // something happens that nobody tells of
		write(w.t, filepath.Join(w.dir, "content", "mentors", "dee-oh.md"), mentor(fmt.Sprintf("Dee %d", n), "I can help"))
		w.log = append(w.log, "overflow")
		w.feed.errors <- fsnotify.ErrEventOverflow
	}
}

// mend puts right whatever is wrong.
func (w *writer) mend() {
	w.log = append(w.log, "mend")
	w.remove("templates")
	for _, some := range []string{"ana-silva", "bo-berg", "chi-ume"} {
		w.put("content/mentors/"+some+".md", mentor("Mended", "I can help you"))
	}
}

func TestWhatIsServedIsWhatACleanBuildWrites(t *testing.T) {
	edits := 6
	switch {
	case testing.Short():
		edits = 4
	case portaltest.Long():
		edits = 12
	}
	for seed := range uint64(2) {
		o := options(newSite(t))
		w := &writer{t: t, dice: rand.New(rand.NewPCG(seed, 7)), dir: o.Site, feed: newFeed()}
		s := serveSite(t, o, w.feed)
		good, err := generator.Take(o)
		if err != nil {
			t.Fatal(err)
		}
		for n := range edits {
			reading := readMeanwhile(t, s, good.URLs())
			for told := len(w.log); len(w.log) == told; {
				if n%6 == 5 {
					w.mend()
				} else {
					w.edit()
				}
			}
			clean, err := generator.Take(o)
			if err != nil {
				t.Fatal(err)
			}
			before := good
			if !clean.Diagnostics().HasErrors() {
				good = clean
			}
			becomes(t, s, before, good, clean, w.log)
			reading.Wait()
		}
	}
}

// becomes waits until what is served is the good snapshot, and the mistakes told
// are those of the latest: one edit may come as several batches on a machine that
// is busy.
func becomes(t *testing.T, s *served, before, good, latest *generator.Snapshot, log []string) {
	t.Helper()
	var faults []string
	for {
		select {
		case <-s.edits:
		case <-time.After(patience):
			t.Fatalf("after\n%s\nit stays so:\n%s", strings.Join(log, "\n"), strings.Join(faults, "\n"))
		}
		faults = append(unlike(t, s, good, good.URLs()), stillThere(s, before, good)...)
		if d := cmp.Diff(latest.Diagnostics(), s.Diagnostics()); d != "" {
			faults = append(faults, "the mistakes differ:\n"+d)
		}
		if len(faults) == 0 {
			return
		}
	}
}

// stillThere asks for what was there before and is not now.
func stillThere(s *served, before, now *generator.Snapshot) (faults []string) {
	there := map[string]bool{}
	for _, url := range now.URLs() {
		there[url] = true
	}
	for _, url := range before.URLs() {
		if r := s.get(url); !there[url] && r.StatusCode != http.StatusNotFound {
			faults = append(faults, fmt.Sprintf("%s is gone, and answered with %d", url, r.StatusCode))
		}
	}
	return faults
}

// readMeanwhile has several readers read pages. Each of them must get whole ones.
func readMeanwhile(t *testing.T, s *served, urls []string) *sync.WaitGroup {
	readers := &sync.WaitGroup{}
	for i := range 3 {
		readers.Go(func() {
			for n := i; n < len(urls); n += 3 {
				page := text(t, s.get(urls[n], "Sec-Fetch-Dest: document"))
				if isPage(urls[n]) && !strings.HasSuffix(page, "</script>\n") {
					t.Errorf("%s ends with %q", urls[n], page[max(0, len(page)-40):])
				}
				s.get("/_ithaca/notes" + urls[n])
			}
		})
	}
	return readers
}

func TestErrorsAreShownOverTheLastGoodPageAndGoWhenMended(t *testing.T) {
	o := options(newSite(t))
	w := &writer{t: t, dir: o.Site, feed: newFeed()}
	s := serveSite(t, o, w.feed)
	before := s.notes("/mentors/ana-silva/")
	page := text(t, s.get("/mentors/ana-silva/"))

	w.put("content/mentors/ana-silva.md", strings.Replace(mentor("Ana", "I can help"), "languages", "langauges", 1))
	e := await(t, s.edits)
	if e.Errors == 0 || len(e.New) != e.Errors {
		t.Errorf("the edit is %+v", e)
	}
	if text(t, s.get("/mentors/ana-silva/")) != page {
		t.Error("the last good page is gone")
	}
	n := s.notes("/mentors/ana-silva/")
	if n.Page != before.Page || len(n.Errors) == 0 || len(n.Mistakes) == 0 {
		t.Fatalf("the page is told %+v", n)
	}
	for _, m := range n.Errors {
		if m.Code == "unknown-key" && (m.Line != "langauges: [pt, en]" || m.At != 0 || m.Hint != "did you mean `languages`?" ||
			!strings.HasSuffix(m.Place.Open, "/content/mentors/ana-silva.md:4:1")) {
			t.Errorf("%+v", m)
		}
	}

	w.put("content/mentors/ana-silva.md", mentor("Ana", "I can help"))
	if e = await(t, s.edits); e.Errors != 0 || len(e.New) != 0 {
		t.Errorf("the edit is %+v", e)
	}
	if n := s.notes("/mentors/ana-silva/"); n.Page == before.Page || len(n.Errors) != 0 {
		t.Errorf("the page is told %+v", n)
	}
}

func TestAPortalThatBeginsWithErrorsAppearsWhenTheyAreMended(t *testing.T) {
	o := options(newSite(t))
	w := &writer{t: t, dir: o.Site, feed: newFeed()}
	write(t, filepath.Join(o.Site, "content", "mentors", "bo-berg.md"), "---\n<b>: 1\n---\n")
	s := serveSite(t, o, w.feed)
	r := s.get("/", "Sec-Fetch-Dest: document")
	if page := text(t, r); r.StatusCode != http.StatusServiceUnavailable || !strings.Contains(page, `src="/_ithaca/live.js" data-page=""`) {
		t.Errorf("it begins with %d and %s", r.StatusCode, page)
	}
	if n := s.notes("/"); n.Page != "" || len(n.Errors) == 0 {
		t.Errorf("the page is told %+v", n)
	}
	w.put("content/mentors/bo-berg.md", mentor("Bo", "I can help"))
	await(t, s.edits)
	if r := s.get("/"); r.StatusCode != http.StatusOK || s.notes("/").Page == "" {
		t.Errorf("then it is answered with %d", r.StatusCode)
	}
}

func TestWhenTheFilesCannotBeReadTheLastPortalStays(t *testing.T) {
	o := options(newSite(t))
	w := &writer{t: t, dir: o.Site, feed: newFeed()}
	s := serveSite(t, o, w.feed)
	w.move("content", "elsewhere")
	if e := await(t, s.edits); e.Err == nil {
		t.Fatalf("the edit is %+v", e)
	}
	if n := s.notes("/mentors/"); n.Failure == "" || n.Page == "" || s.get("/mentors/").StatusCode != http.StatusOK {
		t.Errorf("the page is told %+v", n)
	}
	write(t, filepath.Join(o.Site, "elsewhere", "mentors", "chi-ume.md"), mentor("Chi", "I can help"))
	w.move("elsewhere", "content")
	if e := await(t, s.edits); e.Err != nil {
		t.Fatalf("the edit is %+v", e)
	}
	if n := s.notes("/mentors/"); n.Failure != "" || s.get("/mentors/chi-ume/").StatusCode != http.StatusOK {
		t.Errorf("then the page is told %+v", n)
	}
}

func TestOnlyPagesThatAreOtherThanBeforeAreLoadedAgain(t *testing.T) {
	o := options(newSite(t))
	w := &writer{t: t, dir: o.Site, feed: newFeed()}
	s := serveSite(t, o, w.feed)
	ana, bo := s.notes("/mentors/ana-silva/"), s.notes("/mentors/bo-berg/")
	w.put("content/mentors/ana-silva.md", mentor("Ana Silva", "I can help you change your field")+"\nMore.\n")
	await(t, s.edits)
	if s.notes("/mentors/ana-silva/").Page == ana.Page || s.notes("/mentors/bo-berg/").Page != bo.Page {
		t.Error("not the one page was changed that was edited")
	}
	for _, name := range []string{"templates/assets/css/own.css", "templates/static/own.css"} {
		w.put(name, "h1 { color: green }")
		await(t, s.edits)
		before := s.notes("/mentors/bo-berg/")
		w.put(name, "h1 { color: red }")
		await(t, s.edits)
		if now := s.notes("/mentors/bo-berg/"); now.Page != before.Page || now.Styles == before.Styles {
			t.Errorf("after %s the page is %s instead of %s, its styles %s instead of %s", name, now.Page, before.Page, now.Styles, before.Styles)
		}
	}
	before := s.notes("/mentors/bo-berg/")
	w.put("templates/static/logo.svg", "<svg/>")
	await(t, s.edits)
	if s.notes("/mentors/bo-berg/").Page == before.Page {
		t.Error("a new picture does not show")
	}
}

func TestWhenADayBeginsThePortalIsThatDays(t *testing.T) {
	o := options(newSite(t))
	w := &writer{t: t, dir: o.Site, feed: newFeed()}
	var day atomic.Int64 // after the first
	ctx, cancel := context.WithCancel(context.Background())
	t.Cleanup(cancel)
	edits := make(chan Edit, 10)
	s, err := open(ctx, Options{
		Site: o, Now: time.Now, Report: func(e Edit) { edits <- e },
		Today: func() time.Time { return o.Today.AddDate(0, 0, int(day.Load())).Add(7 * time.Hour) },
	}, w.feed.notifier())
	if err != nil {
		t.Fatal(err)
	}
	closed := func() string { return s.notesOf("/mentors/ana-silva/", true).Found.Closed }
	if closed() != "" {
		t.Fatalf("on the first day the mentor is closed: %s", closed())
	}

	// The server's own loop is silent as long as nothing is edited.
	minutes, ended := make(chan time.Time), make(chan struct{})
	looking, stop := context.WithCancel(ctx)
	go func() { s.follow(looking, nil, minutes); close(ended) }()
	minutes <- time.Time{}
	day.Store(100) // the availability has ended
	minutes <- time.Time{}
	if e := await(t, edits); !e.NewDay || e.Errors != 0 || !strings.Contains(closed(), "since 2027-01-31") {
		t.Errorf("the edit is %+v, and the mentor closed: %q", e, closed())
	}
	minutes <- time.Time{}
	stop()
	await(t, ended)
	if len(edits) > 0 {
		t.Error("the same day began twice")
	}

	day.Store(0)
	w.put("content/mentors/bo-berg.md", mentor("Bo", "I can help"))
	if e := await(t, edits); e.NewDay || closed() != "" {
		t.Errorf("after an edit on another day it is %+v, and the mentor closed: %q", e, closed())
	}
}
