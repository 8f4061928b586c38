package serve

import (
	"net/http"

	"ithaca/generator/ask"
	"ithaca/generator/upkeep"
)

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
