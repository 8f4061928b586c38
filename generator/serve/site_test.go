package serve

import (
	"context"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/fsnotify/fsnotify"

	"ithaca/generator"
)

// files are a small site, by their paths in it.
var files = map[string]string{
	"content/index.md": `---
title: Harbour Mentoring
base_url: https://harbour.example
concerns: {name: Safety desk, url: "https://harbour.example/concerns"}
---
Welcome.
`,
	"content/pages/code-of-conduct.md": "---\ntitle: Code of conduct\n---\nBe kind.\n",
	"content/pages/privacy.md":         "---\ntitle: Privacy\n---\nWhat we keep.\n",
	"content/guides/first.md":          "---\ntitle: The first meeting\nsummary: You know what to say.\n---\n## Agenda\n\nSay hello.\n",
	"content/guides/draft.md":          "---\ntitle: Not yet\nsummary: It is being written.\ndraft: true\n---\n## Soon\n\nMore.\n",
	"content/mentors/ana-silva.md":     mentor("Ana Silva", "I can help you change your field"),
	"content/mentors/bo-berg.md":       mentor("Bo Berg", "I can help you lead your first team"),
}

func mentor(name, headline string) string {
	return "---\nname: " + name + "\nheadline: " + headline + `
languages: [pt, en]
availability: {status: open, until: 2027-01-31, capacity: 2}
contact: {via: organizer}
consent: {publish: 2026-10-01}
confirmed: 2026-10-01
---
I worked nights for nine years.
`
}

// newSite writes the small site to a folder.
func newSite(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		write(t, filepath.Join(dir, filepath.FromSlash(name)), text)
	}
	return dir
}

func write(t *testing.T, file, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// options are those of a site that is looked at, drafts and all.
func options(dir string) generator.Options {
	return generator.Options{
		Site: dir, Templates: os.DirFS(filepath.Join("..", "..", "templates")), Drafts: true,
		Today: time.Date(2026, 11, 20, 0, 0, 0, 0, time.UTC),
	}
}

// served is a server under test.
type served struct {
	*Server
	t     *testing.T
	edits chan Edit
}

// serveSite follows a site with a feed of the test's own, nil for the system's.
func serveSite(t *testing.T, o generator.Options, f *feed) *served {
	t.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	t.Cleanup(cancel)
	s := &served{t: t, edits: make(chan Edit, 1000)}
	all := Options{Site: o, Now: time.Now, Editor: "code", Report: func(e Edit) { s.edits <- e }}
	var err error
	if f == nil {
		s.Server, err = Open(ctx, all)
	} else {
		s.Server, err = open(ctx, all, f.notifier())
	}
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// notes returns what this machine is told of the page at a path.
func (s *served) notes(path string) notes { return s.notesOf(path, true) }

// get asks for a path, as a script does; the header's lines may say otherwise.
func (s *served) get(path string, header ...string) *http.Response {
	s.t.Helper()
	return fetch(s.t, s.Server, path, header...)
}

func fetch(t *testing.T, h http.Handler, path string, header ...string) *http.Response {
	t.Helper()
	r := httptest.NewRequest("GET", "http://127.0.0.1:4000/", nil)
	r.URL.Path, r.RemoteAddr = path, "127.0.0.1:50000"
	r.Header.Set("Accept", "*/*")
	for _, line := range header {
		name, value, _ := strings.Cut(line, ": ")
		r.Header.Set(name, value)
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w.Result()
}

func text(t *testing.T, r *http.Response) string {
	t.Helper()
	data, err := io.ReadAll(r.Body)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// feed is a notifier that a test drives.
type feed struct {
	events  chan fsnotify.Event
	errors  chan error
	refuse  error // what adding a folder returns from then on
	added   map[string]bool
	closed  chan struct{} // once nothing more is expected of it
	notices chan string
}

func newFeed() *feed {
	return &feed{
		events: make(chan fsnotify.Event), errors: make(chan error), added: map[string]bool{},
		closed: make(chan struct{}), notices: make(chan string, 10),
	}
}

func (f *feed) notifier() notifier {
	add := func(folder string) error {
		f.added[folder] = true
		return f.refuse
	}
	return notifier{f.events, f.errors, add, sync.OnceValue(func() error { close(f.closed); return nil })}
}

func (f *feed) tell(path string, op fsnotify.Op) { f.events <- fsnotify.Event{Name: path, Op: op} }

// patience is how long a test waits for what must happen.
const patience = 2 * time.Minute

// await returns the next value, or fails the test.
func await[T any](t *testing.T, from <-chan T) T {
	t.Helper()
	select {
	case value := <-from:
		return value
	case <-time.After(patience):
		t.Fatal("nothing happened")
		panic("unreachable")
	}
}
