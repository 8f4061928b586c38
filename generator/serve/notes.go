package serve

import (
	"cmp"
	"net"
	"net/http"

	"ithaca/generator"
	"ithaca/generator/ask"
	"ithaca/generator/diag"
)

// maxShown is how many mistakes a page is told: nobody reads on.
const maxShown = 50

// notes are what the script of an open page wants to know.
type notes struct {
	version
	*remarks // nil for other machines
}

// remarks are for those who write the page: they speak of files and of requests.
type remarks struct {
	Source     *place    `json:"source,omitempty"`
	Kind       string    `json:"kind"`   // the name of the page's template
	Editor     bool      `json:"editor"` // whether places lead to one
	Draft      bool      `json:"draft"`
	Mistakes   []mistake `json:"mistakes"` // of the page's source
	Errors     []mistake `json:"errors"`   // that keep newer pages from being shown
	More       int       `json:"more"`     // errors beyond those
	Failure    string    `json:"failure"`  // of the machine, or of the page's template; "" for none
	ask.Advice           // of the page's source
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

// local reports whether a request comes from this machine. What is said of files
// and of requests is for those who write them, whoever else may see the portal.
func local(r *http.Request) bool {
	host, _, err := net.SplitHostPort(r.RemoteAddr)
	ip := net.ParseIP(host)
	return err == nil && ip != nil && ip.IsLoopback()
}

// notesOf returns the notes of the page that is open at a path, for this machine
// or for others.
func (s *Server) notesOf(path string, local bool) notes {
	var n notes
	st := s.now.Load()
	shown := st.shownAt(path)
	if shown.data != nil {
		n.version = st.good.version(shown.data)
	}
	if local {
		n.remarks = s.remarksOn(st, shown)
	}
	return n
}

// shownAt returns what is found at the path of an open page, with the page that it
// leads to in its place; nothing while there is no page at all.
func (st *state) shownAt(path string) found {
	if st.good == nil {
		return found{}
	}
	shown := st.find(path)
	if to := shown.redirect; to != "" {
		shown = st.find(to)
	}
	return shown
}

func (s *Server) remarksOn(st *state, shown found) *remarks {
	errors, _ := st.latest.Diagnostics().Split(isError)
	about, snapshot := st.about(shown)
	r := &remarks{
		Kind: about.Kind, Editor: editorAddress(s.options.Editor) != "", Draft: about.Draft,
		Mistakes: s.mistakes(st.latest, about.Diagnostics), Errors: s.mistakes(st.latest, errors),
		More: max(0, len(errors)-maxShown), Advice: s.adviceOf(snapshot, about.Source),
	}
	if err := cmp.Or(shown.err, st.err); err != nil {
		r.Failure = err.Error()
	}
	if about.Source != "" {
		r.Source = new(s.file(about.Source))
	}
	return r
}

// about returns the notes of a page that is shown. Where the latest snapshot has no
// such page, since its file cannot be read, they are those of the last good one,
// with what is wrong with the file now. The snapshot is the one that has it.
func (st *state) about(shown found) (generator.Notes, *generator.Snapshot) {
	of, snapshot := st.latest.Notes(shown.url), st.latest
	if of.Kind == "" && st.good != nil {
		snapshot = st.good.snapshot
		if of = snapshot.Notes(shown.url); of.Source != "" {
			of.Diagnostics = st.latest.About(of.Source)
		}
	}
	return of, snapshot
}

// mistakes returns the first of a list.
func (s *Server) mistakes(of *generator.Snapshot, list diag.List) []mistake {
	all := []mistake{}
	for _, d := range list[:min(maxShown, len(list))] {
		shown := d.Visible()
		m := mistake{
			Place: s.place(d.Position), Severity: d.Severity.String(), Code: string(d.Code),
			Message: shown.Message, Hint: shown.Hint, At: -1,
		}
		if line, before := diag.Excerpt(of.Source(d.File), d.Position); line != "" {
			m.Line, m.At = line, before
		}
		all = append(all, m)
	}
	return all
}

// file returns a file of the site as a place.
func (s *Server) file(name string) place { return s.place(diag.Position{File: name}) }

// place returns a place in a file of the site, named as in the terminal.
func (s *Server) place(at diag.Position) place {
	open := editorLink(s.options.Editor, s.folders.where(at.File), at)
	if s.options.Path != nil {
		at.File = s.options.Path(at.File)
	}
	return place{diag.Visible(at.String()), open}
}

// adviceOf returns what there is to say to the author of a file of how a page is matched,
// with lists that lead to files.
func (s *Server) adviceOf(snapshot *generator.Snapshot, file string) ask.Advice {
	advice := ask.New(snapshot, s.words()).Advise(file)
	if found := advice.Found; found != nil {
		s.lead(found.Places)
		s.lead(found.RuledOut)
	}
	if asked := advice.Asked; asked != nil {
		s.lead(asked.Suggested)
	}
	return advice
}

// lead names files as in the terminal, and makes places lead to them.
func (s *Server) lead(places []ask.Place) {
	for i := range places {
		at := s.file(places[i].File)
		places[i].File, places[i].Open = at.Text, at.Open
	}
}
