package serve

import (
	"net"
	"net/http"
	"net/url"
	"strings"
)

// guard lets a request through to a handler only when it comes from a person's
// browser on its own account, or from a page that this server sent.
//
// Any page on the internet can make a browser ask this machine for something.
// Such requests say that they come from elsewhere, and are refused. A page can
// also give its own name this machine's address ("DNS rebinding"); then the name
// is not one that this server goes by.
type guard struct {
	next http.Handler
	// name is the host that the server was told to listen on, "" for every one.
	name string
}

func (g guard) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("X-Content-Type-Options", "nosniff")
	switch {
	case r.Method != http.MethodGet && r.Method != http.MethodHead:
		w.Header().Set("Allow", "GET, HEAD")
		http.Error(w, "Pages can be read here, and nothing else.", http.StatusMethodNotAllowed)
	case !g.known(r.Host):
		http.Error(w, "This server does not go by that name.", http.StatusMisdirectedRequest)
	case foreign(r):
		http.Error(w, "Pages from elsewhere may not read this one.", http.StatusForbidden)
	default:
		g.next.ServeHTTP(w, r)
	}
}

// known reports whether a request's host is one of ours: this machine's own names,
// the one that was asked for, or, when others may come, a plain address, which no
// name can be bound to afterwards.
func (g guard) known(host string) bool {
	u, err := url.Parse("http://" + host)
	if err != nil || u.Host != host || u.User != nil {
		return false
	}
	name := strings.ToLower(u.Hostname())
	ip := net.ParseIP(name)
	switch {
	case name == "localhost", ip != nil && ip.IsLoopback():
		return true
	case name == "":
		return false
	case ip != nil:
		asked := net.ParseIP(g.name)
		return g.name == "" || asked.Equal(ip) || asked.IsUnspecified()
	}
	return name == strings.ToLower(g.name)
}

// foreign reports whether a page from elsewhere asks, by what browsers say of it.
// To go to a page by a link from elsewhere is allowed: what asks cannot read it.
func foreign(r *http.Request) bool {
	if origin := r.Header.Get("Origin"); origin != "" && origin != "http://"+r.Host {
		return true
	}
	switch r.Header.Get("Sec-Fetch-Site") {
	case "", "same-origin", "none":
		return false
	}
	return r.Header.Get("Sec-Fetch-Mode") != "navigate" || r.Header.Get("Sec-Fetch-Dest") != "document"
}
