package serve

import (
	"encoding/json"
	"net"
	"net/http"
	"net/url"

	"ithaca/generator"
	"ithaca/generator/diag"
)

// maxShown is how many mistakes a page is told of: nobody reads on.
const maxShown = 50

// maxNamed is how many of the files that a page is made of are named.
const maxNamed = 5

// prints tell whether a page is the one that is open.
type prints struct {
	Page   string `json:"page"`   // as pagePrint; "" while the page cannot be drawn
	Styles string `json:"styles"` // as stylePrint
}

// notes are what the script of an open page wants to know.
type notes struct {
	prints
	Source   *place    `json:"source,omitempty"`
	Kind     string    `json:"kind"`  // the name of the page's template
	Files    []place   `json:"files"` // of a page without a source, where they are few
	MoreOf   int       `json:"moreOf"`
	Editor   bool      `json:"editor"` // whether places lead to one
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

// here reports whether a request comes from this machine. What is said of files and
// of requests is for those who write them, whoever else may see the portal.
func here(r *http.Request) bool {
	host, _, err := net.SplitHostPort(r.RemoteAddr)
	ip := net.ParseIP(host)
	return err == nil && ip != nil && ip.IsLoopback()
}

func sendJSON(w http.ResponseWriter, v any) {
	data, err := json.Marshal(v)
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", contentType(".json"))
	_, _ = w.Write(data) // who has gone needs no answer
}

// shownAt returns what is found at the address of an open page, with the page that
// it leads to in its place.
func (st *state) shownAt(page string) found {
	found := st.find(&url.URL{Path: page})
	if found.redirect != "" {
		found.url = found.redirect
		found.drawing = st.good.at(found.redirect)
	}
	return found
}

func (st *state) printsOf(page string) prints {
	if st.good == nil {
		return prints{}
	}
	p := prints{Styles: st.stylePrint()}
	if found := st.shownAt(page); found.err == nil {
		p.Page = st.pagePrint(found.print)
	}
	return p
}

func (s *Server) notesOf(page string) notes {
	st := s.now.Load()
	n := notes{prints: st.printsOf(page), Files: []place{}, Mistakes: []mistake{}, Errors: []mistake{}, Editor: editorAddress(s.options.Editor) != ""}
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
	found := st.shownAt(page)
	if found.err != nil {
		n.Failure = found.err.Error()
		return n
	}
	of, snapshot := st.about(found.url)
	s.describe(&n, st.latest, of)
	n.advice = s.adviceOf(snapshot, of.Source)
	return n
}

// about returns the notes of a page that is shown, and the snapshot that they are of. Where the latest snapshot has no
// such page, since its file cannot be read, they are those of the last good one,
// with what is wrong with the file now.
func (st *state) about(url string) (generator.Notes, *generator.Snapshot) {
	of, snapshot := st.latest.Notes(url), st.latest
	if of.Kind == "" {
		snapshot = st.good.snapshot
		if of = snapshot.Notes(url); of.Source != "" {
			of.Diagnostics = st.latest.About(of.Source)
		}
	}
	return of, snapshot
}

// describe says of a page what it is made of.
func (s *Server) describe(n *notes, latest *generator.Snapshot, of generator.Notes) {
	n.Kind, n.Draft = of.Kind, of.Draft
	if of.Source != "" {
		source := s.file(of.Source)
		n.Source = &source
	}
	n.MoreOf = max(0, len(of.Naming)-maxNamed)
	for _, file := range of.Naming[:len(of.Naming)-n.MoreOf] {
		n.Files = append(n.Files, s.file(file))
	}
	for _, d := range of.Diagnostics[:min(maxShown, len(of.Diagnostics))] {
		n.Mistakes = append(n.Mistakes, s.mistake(latest, d))
	}
}

func (s *Server) mistake(of *generator.Snapshot, d diag.Diagnostic) mistake {
	shown := d.Visible()
	m := mistake{
		Place:    place{s.placeName(d.Position), s.openAt(d.Position)},
		Severity: d.Severity.String(), Code: string(d.Code), Message: shown.Message, Hint: shown.Hint, At: -1,
	}
	if line, before := diag.Excerpt(of.Source(d.File), d.Position); line != "" {
		m.Line, m.At = line, before
	}
	return m
}

// file returns a file of the site as a place.
func (s *Server) file(name string) place {
	at := diag.Position{File: name}
	return place{s.placeName(at), s.openAt(at)}
}

// placeName returns a place as the terminal names it.
func (s *Server) placeName(at diag.Position) string {
	if s.options.Path != nil {
		at.File = s.options.Path(at.File)
	}
	return visible(at.String())
}

// openAt returns the address that opens a place in the editor, "" for none.
func (s *Server) openAt(at diag.Position) string {
	return editorLink(s.options.Editor, s.folders.where(at.File), max(1, at.Line), max(1, at.Column))
}
