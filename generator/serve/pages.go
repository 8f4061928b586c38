package serve

import (
	"bytes"
	"cmp"
	"fmt"
	"hash/maphash"
	"io/fs"
	"net/http"
	"net/url"
	"path"
	"strings"
	"time"
)

// servePage answers with what the portal holds at an address, from memory.
func (s *Server) servePage(w http.ResponseWriter, r *http.Request) {
	st := s.now.Load()
	if st.good == nil {
		s.serveBroken(w, http.StatusServiceUnavailable)
		return
	}
	found := st.find(r.URL.Path)
	h := w.Header()
	switch {
	case found.redirect != "":
		h.Set("Cache-Control", "no-store")
		h.Set("Location", found.redirect)
		w.WriteHeader(http.StatusFound)
		return
	case found.err != nil:
		s.serveBroken(w, http.StatusInternalServerError)
		return
	}
	setHeaders(h, st.good.headers, found.url)
	h.Set("Content-Type", contentType(found.url))
	if h.Get("Cache-Control") == "" {
		h.Set("Cache-Control", "no-cache")
	}
	data := found.data
	if isPage(found.url) {
		h.Set("Vary", "Sec-Fetch-Dest, Accept")
		if visited(r) {
			data = append(bytes.Clone(data), st.good.version(data).script()...)
		}
	}
	if found.missing {
		w.WriteHeader(http.StatusNotFound)
		_, _ = w.Write(data) // who has gone needs no answer
		return
	}
	h.Set("ETag", fmt.Sprintf(`"%x"`, maphash.Bytes(seed, data)))
	http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(data))
}

// found is what the portal holds at an address.
type found struct {
	url      string // as it stands in links
	data     []byte
	err      error
	missing  bool   // it is the page that answers for what does not exist
	redirect string // the URL that was probably meant; the rest is empty then
}

// find looks for the page at an address. Only what is planned is ever found, and
// addresses to go to are those of the plan, never what was asked for.
func (st *state) find(path string) found {
	e := st.good
	for _, at := range []string{path, (&url.URL{Path: path}).EscapedPath()} {
		if data, err := e.snapshot.Render(at); data != nil || err != nil {
			return found{url: at, data: data, err: err}
		}
		if e.leadsTo(at + "/") {
			return found{redirect: at + "/"}
		}
		if folder, ok := strings.CutSuffix(at, "index.html"); ok && e.leadsTo(folder) {
			return found{redirect: folder} // static hosts know the page by both names
		}
	}
	if path == "/" && e.leadsTo(e.snapshot.Home()) {
		return found{redirect: e.snapshot.Home()}
	}
	f := found{url: e.snapshot.NotFound(), missing: true}
	f.data, f.err = e.snapshot.Render(f.url)
	return f
}

// isPage reports whether a URL is that of a page for people.
func isPage(url string) bool { return strings.HasPrefix(contentType(url), "text/html") }

// visited reports whether a person goes to the page, as opposed to a script that
// reads it. Browsers say so; of older ones what they accept tells.
func visited(r *http.Request) bool {
	if dest := r.Header.Get("Sec-Fetch-Dest"); dest != "" {
		return dest == "document"
	}
	return strings.Contains(r.Header.Get("Accept"), "text/html")
}

// serveBroken answers while there is nothing to show: a page on which the script
// lists what is wrong.
func (s *Server) serveBroken(w http.ResponseWriter, status int) {
	liveHeaders(w.Header())
	w.Header().Set("Content-Type", contentType("broken.html"))
	w.WriteHeader(status)
	page, _ := fs.ReadFile(s.options.Site.Templates, liveFolder+"broken.html") // it is built in
	_, _ = w.Write(page)
}

// setHeaders gives an answer the headers that its address is published with. The
// rules have the form in which several static hosts take them: an address, which
// may end in *, at the beginning of a line, and its headers below it, indented.
func setHeaders(to http.Header, rules []byte, url string) {
	applies := false
	for line := range strings.Lines(string(rules)) {
		rule := strings.TrimSpace(line)
		name, value, found := strings.Cut(rule, ":")
		switch {
		case rule == "", rule[0] == '#':
		case line[0] != ' ' && line[0] != '\t':
			prefix, many := strings.CutSuffix(rule, "*")
			applies = url == rule || many && strings.HasPrefix(url, prefix)
		case applies && found:
			to.Set(strings.TrimSpace(name), strings.TrimSpace(value))
		}
	}
}

// contentType returns the type of a file of a portal by its name. The table is our
// own: that of a machine differs from one to the next.
func contentType(url string) string {
	types := map[string]string{
		".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8",
		".js": "text/javascript; charset=utf-8", ".mjs": "text/javascript; charset=utf-8",
		".json": "application/json", ".webmanifest": "application/manifest+json",
		".xml": "application/xml", ".ics": "text/calendar; charset=utf-8", ".csv": "text/csv; charset=utf-8",
		".txt": "text/plain; charset=utf-8", ".md": "text/plain; charset=utf-8", ".toml": "text/plain; charset=utf-8",
		"":     "text/plain; charset=utf-8", // _headers, CNAME and the like
		".svg": "image/svg+xml", ".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg",
		".webp": "image/webp", ".gif": "image/gif", ".ico": "image/vnd.microsoft.icon",
		".woff2": "font/woff2", ".pdf": "application/pdf", ".mp4": "video/mp4",
	}
	if strings.HasSuffix(url, "/") {
		return types[".html"]
	}
	return cmp.Or(types[strings.ToLower(path.Ext(url))], "application/octet-stream")
}
