package serve

import (
	"encoding/json"
	"net/http"
	"strings"
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
