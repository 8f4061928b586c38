package serve

import (
	"encoding/json"
	"io/fs"
	"net/http"
	"net/url"
	"strings"

	"ithaca/generator"
	"ithaca/generator/diag"
)

// What the open pages need lies under a path of its own, whatever base_url's is.
const (
	livePrefix  = "/_ithaca/"
	liveFolder  = "live" // of the built-in templates
	notesPrefix = livePrefix + "notes"
)

func isLive(path string) bool { return strings.HasPrefix(path, livePrefix) }

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
	if page, ok := strings.CutPrefix(r.URL.Path, notesPrefix); ok && strings.HasPrefix(page, "/") {
		s.serveNotes(w, page)
		return
	}
	switch name := strings.TrimPrefix(r.URL.Path, livePrefix); name {
	case "changes":
		s.serveChanges(w, r)
	case "live.js", "frame.js", "advice.js", "live.css", "live.html":
		data, err := fs.ReadFile(s.live, name)
		if err != nil {
			http.Error(w, "It is missing.", http.StatusInternalServerError)
			return
		}
		w.Header().Set("Content-Type", contentType(name))
		_, _ = w.Write(data) // who has gone needs no answer
	default:
		http.Error(w, "There is no such thing here.", http.StatusNotFound)
	}
}

// maxShown is how many mistakes a page is told of: nobody reads on.
const maxShown = 50

// notes are what the script of an open page wants to know.
type notes struct {
	Page     string    `json:"page"`   // as pagePrint; "" while the page cannot be drawn
	Styles   string    `json:"styles"` // as stylePrint
	Source   *place    `json:"source,omitempty"`
	Draft    bool      `json:"draft"`
	Mistakes []mistake `json:"mistakes"` // of the page's source
	Errors   []mistake `json:"errors"`   // that keep newer pages from being shown
	More     int       `json:"more"`     // errors beyond those
	Failure  string    `json:"failure"`  // of the machine, or of the page's template; "" for none
	advice             // of the page's source
}

// place is a file, and the address that opens it in an editor, "" for none.
type place struct {
	Text string `json:"text"`
	Open string `json:"open"`
}

// mistake is a diagnostic with the line that it speaks of. At is how many code
// points stand before the place of the mistake, -1 where none is known.
type mistake struct {
	Place    place  `json:"place"`
	Severity string `json:"severity"`
	Code     string `json:"code"`
	Message  string `json:"message"`
	Hint     string `json:"hint"`
	Line     string `json:"line"`
	At       int    `json:"at"`
}

func (s *Server) serveNotes(w http.ResponseWriter, page string) {
	data, err := json.Marshal(s.notesOf(page))
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", contentType(".json"))
	_, _ = w.Write(data) // who has gone needs no answer
}

func (s *Server) notesOf(page string) notes {
	st := s.now.Load()
	n := notes{Mistakes: []mistake{}, Errors: []mistake{}}
	if st.err != nil {
		n.Failure = st.err.Error()
	}
	for _, d := range st.latest.Diagnostics() {
		switch {
		case d.Severity != diag.Error:
		case len(n.Errors) < maxShown:
			n.Errors = append(n.Errors, s.mistake(st.latest, d))
		default:
			n.More++
		}
	}
	if st.good == nil {
		return n
	}
	n.Styles = st.stylePrint()
	found := st.find(&url.URL{Path: page})
	if found.redirect != "" {
		found.url = found.redirect
		found.drawing = st.good.at(found.redirect)
	}
	if found.err != nil {
		n.Failure = found.err.Error()
		return n
	}
	n.Page = st.pagePrint(found.print)
	of := st.latest.Notes(found.url)
	n.Draft = of.Draft
	n.advice = s.adviceOf(of)
	if of.Source != "" {
		n.Source = &place{of.Source, s.openAt(diag.Position{File: of.Source})}
	}
	for _, d := range of.Diagnostics[:min(maxShown, len(of.Diagnostics))] {
		n.Mistakes = append(n.Mistakes, s.mistake(st.latest, d))
	}
	return n
}

func (s *Server) mistake(of *generator.Snapshot, d diag.Diagnostic) mistake {
	shown := d.Visible()
	m := mistake{
		Place:    place{shown.Position.String(), s.openAt(d.Position)},
		Severity: d.Severity.String(), Code: string(d.Code), Message: shown.Message, Hint: shown.Hint, At: -1,
	}
	if line, before := diag.Excerpt(of.Source(d.File), d.Position); line != "" {
		m.Line, m.At = line, before
	}
	return m
}

// openAt gives the address that opens a place in the editor, "" for none.
func (s *Server) openAt(at diag.Position) string {
	return editorLink(s.options.Editor, s.folders.where(at.File), max(1, at.Line), max(1, at.Column))
}
