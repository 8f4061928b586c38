package serve

import (
	"bufio"
	"context"
	"encoding/json"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"ithaca/generator/diag"
)

// listening runs a server on a port of its own and gives its address.
func listening(t *testing.T, h http.Handler) (address string, stop func() error) {
	t.Helper()
	l, err := Listen("127.0.0.1:0", false)
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() { ended <- Run(ctx, l, "127.0.0.1:0", h) }()
	stop = func() error { cancel(); return await(t, ended) }
	t.Cleanup(cancel)
	return "http://" + l.Addr().String(), stop
}

// stream follows the changes and returns the lines that come.
func stream(t *testing.T, address string) <-chan string {
	t.Helper()
	r, err := http.Get(address + "/_ithaca/changes")
	if err != nil {
		t.Fatal(err)
	}
	if r.Header.Get("Content-Type") != "text/event-stream" || r.Header.Get("Cache-Control") != "no-store" {
		t.Errorf("the stream has %v", r.Header)
	}
	lines := make(chan string, 10)
	go func() {
		defer r.Body.Close()
		defer close(lines)
		for s := bufio.NewScanner(r.Body); s.Scan(); {
			if s.Text() != "" {
				lines <- s.Text()
			}
		}
	}()
	return lines
}

func TestOpenPagesAreToldOfEachChangeUntilTheEnd(t *testing.T) {
	o := options(newSite(t))
	w := &writer{t: t, dir: o.Site, feed: newFeed()}
	s := serveSite(t, o, w.feed)
	address, stop := listening(t, s)
	one, two := stream(t, address), stream(t, address)
	for _, lines := range []<-chan string{one, two} {
		if line := await(t, lines); line != "data: changed" {
			t.Errorf("the stream begins with %q", line)
		}
	}
	w.put("content/mentors/ana-silva.md", mentor("Ana", "I can help"))
	for _, lines := range []<-chan string{one, two} {
		if line := await(t, lines); line != "data: changed" {
			t.Errorf("the change is told as %q", line)
		}
	}
	if err := stop(); err != nil {
		t.Error(err)
	}
	for _, lines := range []<-chan string{one, two} {
		if line, more := <-lines; more {
			t.Errorf("at the end comes %q", line)
		}
	}
	for end := time.Now().Add(patience); s.streams.Load() != 0; time.Sleep(time.Millisecond) {
		if time.Now().After(end) {
			t.Fatalf("%d streams are left", s.streams.Load())
		}
	}
}

func TestTooManyStreamsAreRefused(t *testing.T) {
	s := serveSite(t, options(newSite(t)), newFeed())
	s.streams.Store(maxStreams)
	if r := s.get("/_ithaca/changes"); r.StatusCode != http.StatusServiceUnavailable {
		t.Errorf("answered with %d", r.StatusCode)
	}
	if n := s.streams.Load(); n != maxStreams {
		t.Errorf("%d streams are counted", n)
	}
}

func TestTheLivePagesObeyAPolicyAsStrictAsThePortals(t *testing.T) {
	s := serveSite(t, options(newSite(t)), newFeed())
	for name, kind := range map[string]string{
		"live.js": "text/javascript", "frame.js": "text/javascript", "advice.js": "text/javascript", "live.css": "text/css", "status": "text/html", "status.css": "text/css", "live.html": "text/html", "notes/": "application/json",
	} {
		r := s.get("/_ithaca/" + name)
		if r.StatusCode != http.StatusOK || !strings.HasPrefix(r.Header.Get("Content-Type"), kind) {
			t.Errorf("%s is answered with %d as %s", name, r.StatusCode, r.Header.Get("Content-Type"))
		}
		if r.Header.Get("Cross-Origin-Resource-Policy") != "same-origin" || !strings.Contains(r.Header.Get("Content-Security-Policy"), "trusted-types 'none'") {
			t.Errorf("%s has %v", name, r.Header)
		}
		if code := text(t, r); strings.Contains(code, "innerHTML") || strings.Contains(code, "style=") {
			t.Errorf("%s does what the policy forbids", name)
		}
	}
	for _, name := range []string{"", "nothing", "broken.html", "../layout.html", "notes", "live.js/"} {
		if r := s.get("/_ithaca/" + name); r.StatusCode != http.StatusNotFound {
			t.Errorf("%q is answered with %d", name, r.StatusCode)
		}
	}
}

func TestMistakesAreTextsAndNotMoreThanAnybodyReads(t *testing.T) {
	dir := newSite(t)
	s := serveSite(t, options(dir), newFeed())
	m := s.mistakes(s.now.Load().latest, diag.List{{
		Position: diag.Position{File: "content/<b>\u202e.md", Line: 2, Column: 3},
		Message:  "<script>alert(1)</script>\u202e", Hint: "\x1b[2J",
	}})[0]
	if m.Message != "<script>alert(1)</script><U+202E>" || m.Hint != "<U+001B>[2J" || m.Place.Text != "content/<b><U+202E>.md:2:3" ||
		!strings.HasPrefix(m.Place.Open, "vscode://file/") || strings.ContainsAny(m.Place.Open, "<>\u202e") {
		t.Errorf("%+v", m)
	}
	data, err := json.Marshal(m)
	if err != nil || strings.Contains(string(data), "<script") {
		t.Errorf("%s, %v", data, err)
	}

	for i := range maxShown + 3 {
		write(t, filepath.Join(dir, "content", "mentors", string(rune('a'+i/26))+string(rune('a'+i%26))+".md"), "---\nx: 1\n---\n")
	}
	s = serveSite(t, options(dir), newFeed())
	if n := s.notes("/"); len(n.Errors) != maxShown || n.More == 0 {
		t.Errorf("%d errors are shown, and %d more", len(n.Errors), n.More)
	}
}

func TestTheNotesOfAPageThatIsNotThereAreThoseOfThe404Page(t *testing.T) {
	s := serveSite(t, options(newSite(t)), newFeed())
	n := s.notes("/nothing/")
	script := text(t, s.get("/nothing/", "Sec-Fetch-Dest: document"))
	if n.Source != nil || !strings.Contains(script, `data-page="`+n.Page+`" data-styles="`+n.Styles+`"`) {
		t.Errorf("%+v", n)
	}
}

func TestManyRequestsAreAnswered(t *testing.T) {
	s := serveSite(t, options(newSite(t)), newFeed())
	address, stop := listening(t, s)
	const clients, each = 20, 60
	failed := make(chan error, clients)
	client := &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: clients}}
	for range clients {
		go func() {
			for n := range each {
				r, err := client.Get(address + []string{"/mentors/", "/nothing/" + strings.Repeat("x", n), "/_ithaca/notes/"}[n%3])
				if err != nil {
					failed <- err
					return
				}
				r.Body.Close()
			}
			failed <- nil
		}()
	}
	for range clients {
		if err := await(t, failed); err != nil {
			t.Error(err)
		}
	}
	client.CloseIdleConnections()
	if err := stop(); err != nil {
		t.Error(err)
	}
}

func TestATakenPortIsNamedWithOneThatIsFree(t *testing.T) {
	taken, err := Listen("127.0.0.1:0", false)
	if err != nil {
		t.Fatal(err)
	}
	defer taken.Close()
	address := taken.Addr().String()
	_, err = Listen(address, false)
	port, ok := err.(*diag.Refusal)
	if !ok || !strings.HasPrefix(port.Error(), address) || !strings.Contains(port.Hint(), "--addr 127.0.0.1:") || !strings.Contains(port.Error(), "in use") {
		t.Fatalf("%v", err)
	}
	next, err := Listen(address, true)
	if err != nil {
		t.Fatal(err)
	}
	defer next.Close()
	if next.Addr().(*net.TCPAddr).Port <= taken.Addr().(*net.TCPAddr).Port {
		t.Errorf("the next port is %s", next.Addr())
	}
	_, err = Listen("192.0.2.1:0", true) // no machine has it
	if elsewhere, ok := err.(*diag.Refusal); !ok || elsewhere.Hint() == "" {
		t.Errorf("of an address elsewhere it is said: %v", err)
	}
}

func TestASlowClientIsNotWaitedForForEver(t *testing.T) {
	server := newHTTP(nil, "")
	for name, d := range map[string]time.Duration{
		"the header": server.ReadHeaderTimeout, "the request": server.ReadTimeout, "the answer": server.WriteTimeout, "the next request": server.IdleTimeout,
	} {
		if d <= 0 || d > 2*time.Minute {
			t.Errorf("for %s it waits %s", name, d)
		}
	}
}

func TestEveryKindOfPageWithoutAFileSaysWhatItIs(t *testing.T) {
	templates := filepath.Join("..", "..", "templates")
	live, err := os.ReadFile(filepath.Join(templates, "live", "live.html"))
	if err != nil {
		t.Fatal(err)
	}
	pages, err := filepath.Glob(filepath.Join(templates, "*.html"))
	if err != nil || len(pages) == 0 {
		t.Fatal(pages, err)
	}
	filed := []string{"event", "guide", "home", "layout", "mentor", "page", "request", "resource-list", "story", "worksheet"}
	for _, page := range pages {
		kind := strings.TrimSuffix(filepath.Base(page), ".html")
		if slices.Contains(filed, kind) == strings.Contains(string(live), `data-kind="`+kind+`"`) {
			t.Errorf("the bar does not know what %s is, or knows it needlessly", kind)
		}
	}
}
