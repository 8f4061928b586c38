package upkeep

import (
	"cmp"
	"io/fs"
	"slices"
	"strings"

	"ithaca/generator"
	"ithaca/generator/contacts"
	"ithaca/generator/diag"
	"ithaca/generator/order"
	"ithaca/generator/portal"
	"ithaca/generator/theme"
)

// Line is one thing that needs the organizer.
type Line struct {
	Kind   string `json:"kind"`
	Who    string `json:"who"` // what it is about: the name of a file, of a topic or a cycle, an address
	Text   string `json:"text"`
	Since  string `json:"since,omitempty"` // the day since when, or on which
	Settle string `json:"settle"`          // a command that begins with "ithaca ", or else what to do
	File   string `json:"file,omitempty"`  // relative to the site's folder
}

// Options say what a status is taken of.
type Options struct {
	Before int    // days ahead that are looked at; 0 for a month
	Output string // where the last build was published; "" for nowhere
	// Unanswered says of requests for which nobody is suggested why, by pseudonym.
	Unanswered map[string]string
	// Dead are warnings of links to other sites that lead nowhere now.
	Dead         diag.List
	Contacts     []contacts.Contact
	ContactsFile string // "" where no contacts were named
}

// Kind is a kind of lines.
type Kind struct {
	Name, Title string
	find        func(*status)
}

// Kinds returns every kind of line, the most urgent first.
func Kinds() []Kind {
	return []Kind{
		{"mistakes", "Mistakes", mistakes},
		{"availability", "Availability that ends", ending},
		{"unconfirmed", "Not confirmed for six months", unconfirmed},
		{"consent", "Consent to an older privacy notice", outdated},
		{"overfull", "More people than places", overfull},
		{"cycle-over", "Open, and every cycle they name is over", cyclesOver},
		{"pairs", "Pairs that need somebody", broken},
		{"waiting", "Requests without a mentor after the match", waiting},
		{"unanswerable", "Requests that nobody can answer", unanswerable},
		{"full", "Listed as open, and full", full},
		{"retention", "Kept longer than the privacy notice says", kept},
		{"cycles", "Cycles", planned},
		{"closing", "Cycles that ended", closed},
		{"dates", "Dates", dates},
		{"reviews", "Guides to go through", reviews},
		{"topics-asked", "Topics that people ask for and nobody offers", asked},
		{"topics-alike", "Topics that differ in spelling", alike},
		{"topics-unused", "Topics that nobody uses", unused},
		{"persons", "Two files about one person", twins},
		{"addresses", "Addresses of the last build that lead nowhere now", lost},
		{"links", "Links to other sites that lead nowhere now", dead},
		{"contacts", "People who cannot be written to", unreachable},
	}
}

// status is what the kinds of lines are found in, and what was found.
type status struct {
	Options
	*generator.Snapshot
	portal *portal.Portal
	today  portal.Date
	taken  map[string]int // places, by mentor
	lines  []Line
}

func (s *status) add(line Line) { s.lines = append(s.lines, line) }

// contacts returns the flag that names the contacts, those of this run where it has any.
func (s *status) contacts() string {
	return " --contacts " + cmp.Or(diag.ShellWord(s.ContactsFile), "../contacts.csv")
}

// leave returns what takes people out of the site, and of the contacts of this run.
func (s *status) leave(names ...string) string {
	command := "ithaca people leave " + strings.Join(names, " ")
	if s.ContactsFile != "" {
		command += s.contacts()
	}
	return command
}

// Status returns what needs the organizer, the most urgent first; nothing where nothing is
// wrong.
func Status(s *generator.Snapshot, o Options) []Line {
	p := withoutDrafts(s.Portal())
	o.Before = cmp.Or(o.Before, soon)
	st := &status{o, s, p, p.Today, portal.Taken(p), []Line{}}
	for _, kind := range Kinds() {
		before := len(st.lines)
		kind.find(st)
		found := st.lines[before:]
		order.Stable(found, func(a, b Line) int { return cmp.Or(cmp.Compare(a.Since, b.Since), cmp.Compare(a.Who, b.Who)) })
		for i := range found {
			found[i].Kind = kind.Name
		}
	}
	return st.lines
}

// withoutDrafts returns a portal as visitors will have it.
func withoutDrafts(p *portal.Portal) *portal.Portal {
	published := *p
	published.Mentors = slices.DeleteFunc(slices.Clone(p.Mentors), func(m *portal.Mentor) bool { return m.Draft })
	published.Requests = nil
	for _, r := range p.Requests {
		if r.Draft {
			published.Drafts.Requests = append(slices.Clip(published.Drafts.Requests), r)
		} else {
			published.Requests = append(published.Requests, r)
		}
	}
	return &published
}

// dead finds links to other sites that lead nowhere now.
func dead(s *status) {
	for _, d := range s.Dead {
		s.add(Line{Who: d.File, Text: d.Position.String() + ": " + d.Message, Settle: d.Hint, File: d.File})
	}
}

// warned adds a line for each warning of a code that check gives, changed by a function.
func (s *status) warned(code diag.Code, change func(*Line)) {
	for _, d := range s.Diagnostics() {
		if d.Code == code && d.Severity == diag.Warning {
			line := Line{Who: d.File, Text: d.File + ": " + d.Message, Settle: d.Hint, File: d.File}
			change(&line)
			s.add(line)
		}
	}
}

// slugOf returns the slug of a mentor by the file, "" for other files.
func (s *status) slugOf(file string) string {
	for _, m := range s.portal.Mentors {
		if m.File == file {
			return m.Slug
		}
	}
	return ""
}

// Words are the words of the page.
type Words = theme.Words

// Group is the lines of a kind.
type Group struct {
	Title string
	Lines []Line
}

// IsCommand reports whether a command settles a line.
func (l Line) IsCommand() bool { return strings.HasPrefix(l.Settle, "ithaca ") }

// Groups returns lines by their kinds, the most urgent first, without kinds that have none.
// What settles several lines in a row is said with the last of them.
func Groups(lines []Line) []Group {
	var all []Group
	for _, kind := range Kinds() {
		g := Group{Title: kind.Title}
		for _, line := range lines {
			if line.Kind == kind.Name {
				if last := len(g.Lines) - 1; last >= 0 && g.Lines[last].Settle == line.Settle {
					g.Lines[last].Settle = ""
				}
				g.Lines = append(g.Lines, line)
			}
		}
		if len(g.Lines) > 0 {
			all = append(all, g)
		}
	}
	return all
}

// Page draws a status as a page for the organizer's own machine.
func Page(w *Words, title string, lines []Line, folders ...fs.FS) ([]byte, error) {
	return theme.Document(w, "status", struct {
		Title  string
		Groups []Group
	}{title, Groups(lines)}, folders...)
}
