package generator

import (
	"fmt"
	"slices"
	"strings"

	"ithaca/generator/content"
	"ithaca/generator/diag"
	"ithaca/generator/portal"
)

// Said is a field of a request as somebody typed it: needs, goals, move,
// languages, timezone and so on, named as in a request's file. Needs are written
// as "topic:want:goal" and a move as "from:to".
type Said struct {
	Name   string
	Values []string
}

// Say returns a field from what was typed for it: what takes several values takes
// them between commas.
func Say(name, text string) Said {
	texts := []string{text}
	if content.TakesMany(name) {
		texts = strings.Split(text, ",")
	}
	s := Said{Name: name}
	for _, t := range texts {
		if t = strings.TrimSpace(t); t != "" {
			s.Values = append(s.Values, t)
		}
	}
	return s
}

// wishes returns the names of what can be said.
func wishes() []string {
	return []string{
		"needs", "goals", "move", "languages", "timezone", "windows", "stage", "kinds", "formats", "duration",
		"country", "location", "offers", "values", "cycle",
	}
}

// Asked is a question to a Matching: a request, or wishes without one.
type Asked struct {
	Request string   // the pseudonym; "" for wishes without a request
	Ignored []string // topics that no mentor and no topic's file knows, and that count for nothing

	request *portal.Request
}

// AskError is a question that cannot be understood.
type AskError struct{ Field, Problem, Remedy string } // Field is "" for a name that is not a field

func (e *AskError) Error() string {
	text := e.Problem
	if e.Field != "" {
		text = "--" + e.Field + ": " + text
	}
	if e.Remedy != "" {
		text += "; " + e.Remedy
	}
	return text
}

// Ask makes a question of a request's pseudonym, which may be "", and of fields,
// which take the place of those of the request. What is typed wrongly is an
// *AskError.
func (m *Matching) Ask(pseudonym string, said []Said) (*Asked, error) {
	return asking{m, false}.ask(pseudonym, said)
}

// asking reads a question.
type asking struct {
	*Matching
	loose bool // topics that nobody knows are no mistakes
}

func (m asking) ask(pseudonym string, said []Said) (*Asked, error) {
	r := &portal.Request{Consent: m.portal.Today}
	a := &Asked{Request: pseudonym, request: r}
	if pseudonym != "" {
		found := portal.Find(m.portal.Requests, pseudonym)
		if found == nil {
			return nil, m.noRequest(pseudonym)
		}
		*r = *found
	}
	for _, s := range said {
		if err := m.say(r, s); err != nil {
			return nil, err
		}
	}
	for _, ref := range topicsOf(r) {
		if ref.Key != "" && m.portal.Topics.Of(ref) == nil {
			a.Ignored = append(a.Ignored, ref.Text)
		}
	}
	return a, nil
}

// noRequest says that there is no request of a name, which there are, and how to
// have others read.
func (m *Matching) noRequest(pseudonym string) *AskError {
	const most = 5
	all := m.Pseudonyms()
	e := &AskError{Problem: "there is no request `" + pseudonym + "`", Remedy: "--requests FOLDER reads another folder"}
	switch near := diag.Nearest(pseudonym, all); {
	case near != "":
		e.Remedy = "did you mean `" + near + "`?"
	case len(all) == 0:
		e.Problem += ": " + m.folder + " holds none"
	case len(all) > most:
		e.Problem += fmt.Sprintf(": %s holds %s and %d more", m.folder, strings.Join(all[:most], ", "), len(all)-most)
	default:
		e.Problem += ": " + m.folder + " holds only " + strings.Join(all, ", ")
	}
	return e
}

// topicsOf returns every topic that a request is matched by.
func topicsOf(r *portal.Request) []portal.TopicRef {
	refs := slices.Concat(r.Goals, []portal.TopicRef{r.Move.From, r.Move.To}, r.OffersBack)
	for _, n := range r.Needs {
		refs = append(refs, n.Topic)
	}
	return refs
}

// say stores one field.
func (m asking) say(r *portal.Request, s Said) (err error) {
	switch s.Name {
	case "needs":
		r.Needs, err = m.needs(s.Values)
	case "move":
		r.Move, err = m.move(s.Values)
	default:
		for _, d := range content.Said(r, s.Name, s.Values) {
			if d.Severity == diag.Error {
				return &AskError{s.Name, d.Message, d.Hint}
			}
		}
		err = m.joined(r, s.Name)
	}
	return err
}

// joined checks what a field says of other files.
func (m asking) joined(r *portal.Request, name string) error {
	switch name {
	case "goals":
		return m.known(name, r.Goals)
	case "offers_back":
		return m.known(name, r.OffersBack)
	case "cycle":
		ids := m.cycleIDs()
		if !slices.Contains(ids, r.Cycle) {
			return &AskError{name, "there is no cycle `" + r.Cycle + "`", diag.DidYouMean(r.Cycle, ids)}
		}
	case "values":
		return m.values(r)
	}
	return nil
}

// cycleIDs returns the ids of the cycles in index.md.
func (m *Matching) cycleIDs() []string {
	var ids []string
	for _, c := range m.portal.Program.Cycles {
		ids = append(ids, c.ID)
	}
	return ids
}

func (m asking) values(r *portal.Request) error {
	all := m.portal.Program.Values
	for i, v := range r.Values {
		known := slices.IndexFunc(all, func(w string) bool { return portal.Fold(w) == portal.Fold(v) })
		if len(all) > 0 && known < 0 {
			return &AskError{"values", "\"" + v + "\" is not one of the program's values", diag.DidYouMean(v, all)}
		}
		if known >= 0 {
			r.Values[i] = all[known]
		}
	}
	return nil
}

func (m asking) known(name string, refs []portal.TopicRef) error {
	for _, ref := range refs {
		if err := m.knownTopic(name, ref); err != nil {
			return err
		}
	}
	return nil
}
