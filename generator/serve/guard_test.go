package serve

import (
	"net/http"
	"net/http/httptest"
	"testing"
)

func TestTheGuardLetsInOnlyThisMachinesOwnPages(t *testing.T) {
	for _, c := range []struct {
		why, name, method, host, header, value string
		want                                   int
	}{
		{"a person", "127.0.0.1", "GET", "127.0.0.1:4000", "", "", 200},
		{"by name", "127.0.0.1", "GET", "localhost:4000", "", "", 200},
		{"in capitals", "127.0.0.1", "HEAD", "LOCALHOST:4000", "", "", 200},
		{"IPv6", "127.0.0.1", "GET", "[::1]:4000", "", "", 200},
		{"through a tunnel", "127.0.0.1", "GET", "localhost:9999", "", "", 200},
		{"without a port", "127.0.0.1", "GET", "localhost", "", "", 200},
		{"a rebound name", "127.0.0.1", "GET", "evil.example:4000", "", "", 421},
		{"a name that begins like ours", "127.0.0.1", "GET", "localhost.evil.example", "", "", 421},
		{"a name that holds ours", "127.0.0.1", "GET", "127.0.0.1.evil.example", "", "", 421},
		{"another address", "127.0.0.1", "GET", "192.168.1.7:4000", "", "", 421},
		{"no host", "127.0.0.1", "GET", "", "", "", 421},
		{"a user in the host", "127.0.0.1", "GET", "localhost@evil.example", "", "", 421},
		{"a path in the host", "127.0.0.1", "GET", "evil.example/@localhost", "", "", 421},
		{"open to the network", "0.0.0.0", "GET", "192.168.1.7:4000", "", "", 200},
		{"open to the network, without an address", "", "GET", "192.168.1.7:4000", "", "", 200},
		{"open to the network, rebound", "0.0.0.0", "GET", "evil.example:4000", "", "", 421},
		{"one address", "192.168.1.7", "GET", "192.168.1.7:4000", "", "", 200},
		{"a name of ours", "mybox.lan", "GET", "MyBox.lan:4000", "", "", 200},

		{"a form", "127.0.0.1", "POST", "localhost:4000", "", "", 405},
		{"a question", "127.0.0.1", "OPTIONS", "localhost:4000", "", "", 405},
		{"its own page", "127.0.0.1", "GET", "localhost:4000", "Origin", "http://localhost:4000", 200},
		{"a page from elsewhere", "127.0.0.1", "GET", "localhost:4000", "Origin", "https://evil.example", 403},
		{"a page from another port", "127.0.0.1", "GET", "localhost:4000", "Origin", "http://localhost:3000", 403},
		{"a page of no origin", "127.0.0.1", "GET", "localhost:4000", "Origin", "null", 403},
		{"a picture in a page from elsewhere", "127.0.0.1", "GET", "localhost:4000", "Sec-Fetch-Site", "cross-site", 403},
		{"a picture in a page from another port", "127.0.0.1", "GET", "localhost:4000", "Sec-Fetch-Site", "same-site", 403},
		{"a picture in its own page", "127.0.0.1", "GET", "localhost:4000", "Sec-Fetch-Site", "same-origin", 200},
		{"a typed address", "127.0.0.1", "GET", "localhost:4000", "Sec-Fetch-Site", "none", 200},
	} {
		r := httptest.NewRequest("GET", "http://localhost/_ithaca/changes", nil)
		r.Method, r.Host = c.method, c.host
		if c.header != "" {
			r.Header.Set(c.header, c.value)
		}
		w := httptest.NewRecorder()
		guard{http.HandlerFunc(func(http.ResponseWriter, *http.Request) {}), c.name}.ServeHTTP(w, r)
		if w.Code != c.want {
			t.Errorf("%s: answered with %d instead of %d", c.why, w.Code, c.want)
		}
		if w.Header().Get("X-Content-Type-Options") != "nosniff" {
			t.Errorf("%s: the browser may guess what the answer is", c.why)
		}
	}
}

func TestALinkFromElsewhereMayBeFollowed(t *testing.T) {
	ask := func(mode, dest string) int {
		r := httptest.NewRequest("GET", "http://localhost:4000/", nil)
		r.Header.Set("Sec-Fetch-Site", "cross-site")
		r.Header.Set("Sec-Fetch-Mode", mode)
		r.Header.Set("Sec-Fetch-Dest", dest)
		w := httptest.NewRecorder()
		guard{http.HandlerFunc(func(http.ResponseWriter, *http.Request) {}), "127.0.0.1"}.ServeHTTP(w, r)
		return w.Code
	}
	if got := ask("navigate", "document"); got != http.StatusOK {
		t.Errorf("a link is answered with %d", got)
	}
	if got := ask("navigate", "iframe"); got != http.StatusForbidden {
		t.Errorf("a frame is answered with %d", got)
	}
}
