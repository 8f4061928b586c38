package online

import (
	"maps"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

func TestLinksAreFoundWhereFilesNameThem(t *testing.T) {
	const text = `---
url: https://a.example/x
list: [{url: "https://b.example/y?z=1"}, {url: https://c.example/w}]
apply: https://forms.example/{mentor}
---
Zoë: see [it](https://en.wiki.example/Knot_(sea)#Use), (https://d.example), <https://e.example/>. **https://f.example/**
mailto:ana@example.org ftp://g.example
`
	var got []string
	for _, l := range find("content/a.md", text) {
		got = append(got, strings.TrimPrefix(l.at.String(), "content/a.md:")+" "+l.url)
	}
	want := []string{
		"2:6 https://a.example/x", "3:15 https://b.example/y?z=1", "3:48 https://c.example/w",
		"6:15 https://en.wiki.example/Knot_(sea)", "6:57 https://d.example", "6:78 https://e.example/", "6:101 https://f.example/",
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

func TestWhatOthersAnswerDecidesWhetherALinkIsDead(t *testing.T) {
	stay := make(chan struct{})
	var fetched []string
	mux := http.NewServeMux()
	mux.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		switch path := r.URL.Path; path {
		case "/gone", "/deep/gone":
			w.WriteHeader(http.StatusGone)
		case "/missing":
			w.WriteHeader(http.StatusNotFound)
		case "/members", "/busy":
			w.WriteHeader(map[string]int{"/members": http.StatusForbidden, "/busy": http.StatusTooManyRequests}[path])
		case "/fails":
			w.WriteHeader(http.StatusServiceUnavailable)
		case "/get-alone":
			if r.Method != http.MethodGet {
				w.WriteHeader(http.StatusNotFound)
			}
			fetched = append(fetched, r.Method)
		case "/moved":
			http.Redirect(w, r, "/fine", http.StatusMovedPermanently)
		case "/round":
			http.Redirect(w, r, "/round", http.StatusFound)
		case "/file":
			http.Redirect(w, r, "file:///etc/passwd", http.StatusFound)
		case "/silent":
			<-stay
		}
	})
	server := httptest.NewServer(mux)
	defer server.Close()
	defer close(stay)
	want := map[string]string{
		"/fine": "", "/moved": "", "/members": "", "/busy": "", "/get-alone": "",
		"/gone": "there is no such page (410)", "/missing": "there is no such page (404)", "/fails": "the site fails (503)",
		"/round": "nothing answers", "/file": "nothing answers", "/silent": "nothing answers in time",
	}
	var links []link
	for path := range want {
		links = append(links, link{url: server.URL + path}, link{url: server.URL + path})
	}
	got := map[string]string{}
	for url, problem := range ask(links, Options{Patience: time.Second, Open: netip.Addr.IsLoopback}) {
		got[strings.TrimPrefix(url, server.URL)] = problem
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
	if d := cmp.Diff([]string{"GET"}, fetched); d != "" {
		t.Error(d)
	}
}

func TestACertificateHasToHold(t *testing.T) {
	server := httptest.NewTLSServer(http.NotFoundHandler()) // nobody has signed its certificate
	defer server.Close()
	got := ask([]link{{url: server.URL}}, Options{Open: netip.Addr.IsLoopback})
	if got[server.URL] != "its certificate does not hold" {
		t.Errorf("%v", got)
	}
}

func TestNobodyInAPrivateNetworkIsAsked(t *testing.T) {
	asked := false
	inside := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { asked = true }))
	defer inside.Close()
	got := ask([]link{{url: inside.URL}, {url: "http://[::1]/"}, {url: "http://169.254.169.254/"}, {url: "http://100.64.0.1/"}, {url: "http://[::ffff:10.0.0.1]/"}}, Options{})
	for url, problem := range got {
		if problem != "it is an address of a private network" {
			t.Errorf("%s: %q", url, problem)
		}
	}
	if asked || len(got) != 5 {
		t.Errorf("it was asked: %t, of %d addresses", asked, len(got))
	}
	if !onTheInternet(netip.MustParseAddr("93.184.215.14")) || !onTheInternet(netip.MustParseAddr("2606:2800:21f::1")) {
		t.Error("nobody is asked at all")
	}
}

func TestAMachineWithoutAWayToOthersIsToldApartFromDeadLinks(t *testing.T) {
	alone := map[string]string{"https://a.example/": noSite, "https://b.example/": noAnswer, "https://c.example/": tooLate, "https://d.example/": noSite}
	if !nobodyAnswers(alone) {
		t.Error("four sites are taken for gone at once")
	}
	for address, problem := range map[string]string{"https://d.example/": "", "https://e.example/": "there is no such page (404)"} {
		others := maps.Clone(alone)
		if others[address] = problem; nobodyAnswers(others) {
			t.Errorf("%s answers with %q", address, problem)
		}
	}
	delete(alone, "https://d.example/")
	if nobodyAnswers(alone) || nobodyAnswers(nil) {
		t.Error("three sites may be gone")
	}
}
