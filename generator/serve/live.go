package serve

import (
	"encoding/json"
	"io"
	"net/http"
	"strings"
	"time"

	"ithaca/generator/ask"
	"ithaca/generator/upkeep"
)

// What the open pages need lies under a path of its own, whatever base_url's is.
const (
	livePrefix = "/_ithaca/"
	liveFolder = "live/" // of the built-in templates
)

// liveHeaders are those of what is not part of the portal.
func liveHeaders(h http.Header) {
	h.Set("Cache-Control", "no-store")
	h.Set("Content-Security-Policy", "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "+
		"img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "+
		"require-trusted-types-for 'script'; trusted-types 'none'")
	h.Set("Cross-Origin-Resource-Policy", "same-origin")
	h.Set("Referrer-Policy", "no-referrer")
}

// serveLive answers what the script of an open page asks.
func (s *Server) serveLive(w http.ResponseWriter, r *http.Request) {
	liveHeaders(w.Header())
	name := strings.TrimPrefix(r.URL.Path, livePrefix)
	if page, ok := strings.CutPrefix(name, "notes/"); ok {
		w.Header().Set("Content-Type", contentType(".json"))
		_ = json.NewEncoder(w).Encode(s.notesOf("/"+page, local(r))) // who has gone needs no answer
		return
	}
	switch name {
	case "changes":
		s.serveChanges(w, r)
	case "status":
		s.serveStatus(w, r)
	case "live.js", "frame.js", "advice.js", "live.css", "status.css", "live.html":
		w.Header().Set("Content-Type", contentType(name))
		http.ServeFileFS(w, r, s.options.Site.Templates, liveFolder+name)
	default:
		http.Error(w, "There is no such thing here.", http.StatusNotFound)
	}
}

// Bounds of the streams on which open pages hear of changes.
const (
	maxStreams = 100              // more open pages than that have to be loaded again by hand
	maxUnread  = 10 * time.Second // how long a client may leave an event unread
)

// serveChanges sends an event at once and one after each change, until the page or
// the server goes. What has changed the page asks for itself, so that it can miss
// nothing and no queue is needed for slow pages.
func (s *Server) serveChanges(w http.ResponseWriter, r *http.Request) {
	defer s.streams.Add(-1)
	if s.streams.Add(1) > maxStreams {
		http.Error(w, "Too many pages are open.", http.StatusServiceUnavailable)
		return
	}
	w.Header().Set("Content-Type", "text/event-stream")
	if r.Method == http.MethodHead {
		return
	}
	c := http.NewResponseController(w)
	_ = c.SetReadDeadline(time.Time{}) // the request is read; some writers have no deadlines
	for {
		replaced := s.now.Load().replaced // before the event is sent: a change meanwhile must not be missed
		_ = c.SetWriteDeadline(s.options.Now().Add(maxUnread))
		if _, err := io.WriteString(w, "data: changed\n\n"); err != nil || c.Flush() != nil {
			return
		}
		select {
		case <-replaced:
		case <-r.Context().Done():
			return
		}
	}
}

// serveStatus shows what needs the organizer, to this machine only: it names requests.
func (s *Server) serveStatus(w http.ResponseWriter, r *http.Request) {
	if !local(r) {
		http.Error(w, "This page is for the machine that the portal is edited on.", http.StatusForbidden)
		return
	}
	snapshot, words := s.now.Load().latest, s.words()
	lines := upkeep.Status(snapshot, upkeep.Options{Output: s.options.Site.Output, Unanswered: ask.New(snapshot, words).Unanswered()})
	page, err := upkeep.Page(words, snapshot.Portal().Program.Title, lines, s.options.Site.Templates)
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", contentType(".html"))
	_, _ = w.Write(page) // who has gone needs no answer
}
