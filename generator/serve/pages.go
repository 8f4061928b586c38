package serve

import (
	"bytes"
	"fmt"
	"io/fs"
	"net/http"
	"net/url"
	"strings"
	"time"
)

// servePage answers with what the portal holds at an address, from memory.
func (s *Server) servePage(w http.ResponseWriter, r *http.Request) {
	st := s.now.Load()
	if st.good == nil {
		s.serveBroken(w, r, http.StatusServiceUnavailable)
		return
	}
	found := st.find(r.URL)
	if found.redirect != "" {
		w.Header().Set("Cache-Control", "no-store")
		w.Header().Set("Location", found.redirect)
		w.WriteHeader(http.StatusFound)
		return
	}
	if found.err != nil {
		s.serveBroken(w, r, http.StatusInternalServerError)
		return
	}
	h := w.Header()
	st.good.headers.set(h, found.url)
	h.Set("Content-Type", contentType(found.url))
	if h.Get("Cache-Control") == "" {
		h.Set("Cache-Control", "no-cache")
	}
	data, tag := found.data, fmt.Sprintf("%x", found.tag)
	if isPage(found.url) {
		h.Set("Vary", "Sec-Fetch-Dest, Accept")
		if visited(r) {
			tag += "." + st.pagePrint(found.print) + "." + st.stylePrint()
			data = append(bytes.Clone(data), script(st, found.print)...)
		}
	}
	if found.missing {
		w.WriteHeader(http.StatusNotFound)
		if r.Method != http.MethodHead {
			_, _ = w.Write(data) // who has gone needs no answer
		}
		return
	}
	h.Set("ETag", `"`+tag+`"`)
	http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(data))
}

// found is what the portal holds at an address.
type found struct {
	url string // as it stands in links
	*drawing
	missing  bool   // it is the page that answers for what does not exist
	redirect string // the URL that was probably meant; the rest is empty then
}

// find looks for the page at an address. Only what is planned is ever found, and
// addresses to go to are those of the plan, never what was asked for.
func (st *state) find(asked *url.URL) found {
	e := st.good
	for _, at := range []string{asked.Path, (&url.URL{Path: asked.Path}).EscapedPath()} {
		if d := e.at(at); d.data != nil || d.err != nil {
			return found{url: at, drawing: d}
		}
		with := at + "/"
		if d := e.at(with); (d.data != nil || d.err != nil) && !strings.HasPrefix(with, "//") {
			return found{redirect: with}
		}
	}
	if home := e.snapshot.Home(); asked.Path == "/" && !strings.HasPrefix(home, "//") {
		return found{redirect: home}
	}
	if moved := st.moved(asked.Path); moved != "" {
		return found{redirect: moved}
	}
	missing := e.snapshot.NotFound()
	return found{url: missing, drawing: e.at(missing), missing: true}
}

// moved returns the URL of the page that was at an address before the path of
// base_url was changed, "" for none. Only then do addresses outside of the path
// lead anywhere: a link that lacks it must not seem to work.
func (st *state) moved(asked string) string {
	home := st.home()
	for _, former := range st.former {
		below, ok := strings.CutPrefix(asked, former)
		if !ok || former == home {
			continue
		}
		for _, at := range []string{home + below, (&url.URL{Path: home + below}).EscapedPath()} {
			if d := st.good.at(at); !strings.HasPrefix(at, "//") && (d.data != nil || d.err != nil) {
				return at
			}
		}
	}
	return ""
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

// script returns the line that a visited page ends with. What it says of the page
// tells the script when there is something new.
func script(st *state, print uint64) string {
	return `<script type="module" src="` + livePrefix + `live.js" data-page="` + st.pagePrint(print) +
		`" data-styles="` + st.stylePrint() + "\"></script>\n"
}

// pagePrint stands for everything that makes a page look and act as it does, but
// its style sheets.
func (st *state) pagePrint(print uint64) string {
	return fmt.Sprintf("%x-%d", print^st.good.assets, st.others)
}

// stylePrint stands for all style sheets.
func (st *state) stylePrint() string { return fmt.Sprintf("%x-%d", st.good.styles, st.styles) }

// serveBroken answers while there is nothing to show: a page on which the script
// lists what is wrong.
func (s *Server) serveBroken(w http.ResponseWriter, r *http.Request, status int) {
	h := w.Header()
	liveHeaders(h)
	page, err := fs.ReadFile(s.live, "broken.html")
	if err != nil || !visited(r) {
		h.Set("Content-Type", "text/plain; charset=utf-8")
		w.WriteHeader(status)
		fmt.Fprintln(w, "This page cannot be drawn now. The terminal says why.")
		return
	}
	h.Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(status)
	if r.Method != http.MethodHead {
		_, _ = w.Write(page)
	}
}
