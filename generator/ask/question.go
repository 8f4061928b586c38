package ask

import (
	"cmp"
	"slices"
	"strings"

	"ithaca/generator/content/kinds"
	"ithaca/generator/diag"
	"ithaca/generator/fair"
	"ithaca/generator/portal"
)

// Fields are what somebody typed for fields of a request (needs, goals, languages,
// timezone and so on), by the names that they have in a request's file, as kinds.Said
// reads them.
type Fields map[string]string

// Question is what a Matching is asked: a request, or wishes without one.
type Question struct {
	Ignored []string // topics that nothing is called, and that count by their words alone

	request *portal.Request
}

// Question makes a question of a request's pseudonym, which may be "", and of fields,
// which take the place of those of the request. What is typed wrongly is an *Error.
func (m *Matching) Question(pseudonym string, typed Fields) (*Question, error) {
	r := &portal.Request{Consent: m.portal.Today}
	if pseudonym != "" {
		found := portal.Find(m.portal.Requests, pseudonym)
		if found == nil {
			return nil, &Error{"", "there is no request `" + pseudonym + "`", diag.DidYouMean(pseudonym, portal.Slugs(m.portal.Requests))}
		}
		*r = *found
	}
	for _, name := range kinds.SaidFields() {
		if text, said := typed[name]; said {
			if err := m.read(r, name, text); err != nil {
				return nil, err
			}
		}
	}
	q := &Question{request: r}
	for _, ref := range slices.Concat(r.Goals, []portal.TopicRef{r.Move.From, r.Move.To}, r.OffersBack, r.Needed()) {
		if ref.Key != "" && m.portal.Topics.Of(ref) == nil {
			q.Ignored = append(q.Ignored, ref.Text)
		}
	}
	return q, nil
}

// read stores one field, and checks what it says of other files.
func (m *Matching) read(r *portal.Request, name, text string) error {
	for _, d := range kinds.Said(r, name, text) {
		if d.Severity == diag.Error {
			return &Error{name, d.Message, d.Hint}
		}
	}
	switch name {
	case "needs":
		return m.needs(r)
	case "goals":
		for i := range r.Goals {
			if err := m.known(name, &r.Goals[i]); err != nil {
				return err
			}
		}
	case "move":
		return cmp.Or(m.known(name, &r.Move.From), m.known(name, &r.Move.To))
	case "cycle":
		return m.cycle(r.Cycle)
	case "values":
		all := m.portal.Program.Values
		for _, v := range r.Values {
			if len(all) > 0 && !slices.Contains(all, v) {
				return &Error{name, "\"" + v + "\" is not one of the program's values", diag.DidYouMean(v, all)}
			}
		}
	}
	return nil
}

// cycle checks the id of a cycle.
func (m *Matching) cycle(id string) error {
	if ids := m.portal.Program.CycleIDs(); !slices.Contains(ids, id) {
		return &Error{"cycle", "there is no cycle `" + id + "`", diag.DidYouMean(id, ids)}
	}
	return nil
}

// needs checks the needs that were typed. A topic asked for twice is a mistake.
func (m *Matching) needs(r *portal.Request) error {
	asked := map[string]bool{}
	for i := range r.Needs {
		n := &r.Needs[i]
		if err := m.known("needs", &n.Topic); err != nil {
			return err
		}
		title := m.portal.Topics.Title(n.Topic)
		if asked[title] {
			return &Error{"needs", "\"" + title + "\" is asked for twice", "keep one of the two"}
		}
		asked[title] = true
	}
	return nil
}

// known reports a topic that nothing of the portal is about: no topic is called so, and
// another one is near or no profile holds its words. One that is called otherwise gets
// its name.
func (m *Matching) known(field string, ref *portal.TopicRef) error {
	if ref.Key == "" || m.portal.Topics.Of(*ref) != nil {
		return nil
	}
	if t := m.vocabulary().Called(ref.Text); t != nil {
		ref.Key = portal.Fold(t.Title)
		return nil
	}
	u := m.Unknown(ref.Text)
	if len(u.Near) == 0 && len(u.Writers) > 0 && field != "move" {
		return nil
	}
	remedy := "the portal's page `/topics/` lists them all"
	if len(u.Near) > 0 {
		remedy = "did you mean `" + strings.Join(u.Near, "` or `") + "`?"
	} else if few := diag.DidYouMean(ref.Text, portal.Slugs(m.portal.Topics.All())); few != "" {
		remedy = few
	}
	return &Error{field, "there is no topic \"" + ref.Text + "\"", remedy}
}

// Unknown is a word or sentence that names no topic, and what comes nearest to it.
type Unknown struct {
	Text    string
	Near    []string // slugs of topics, the nearest first
	Writers []string // names of mentors in whose profiles all of its words stand
}

// mostNear is how many topics are named in place of one.
const mostNear = 3

// Unknown looks for what comes nearest to a word that names no topic.
func (m *Matching) Unknown(text string) Unknown {
	u := Unknown{Text: text}
	near, _ := m.vocabulary().Near(text, mostNear)
	for _, t := range near {
		u.Near = append(u.Near, t.Slug)
	}
	reader := portal.NewTermReader(m.portal.Program.Language)
	asked := reader.Read(text)
	if len(asked) == 0 {
		return u
	}
	slug := func(m *portal.Mentor) string { return m.Slug }
	for _, mentor := range fair.Order(m.portal.Mentors, m.portal.Today.Week(), slug, m.index.Takes) {
		profile, holds := mentor.Terms(reader), true
		for _, term := range asked {
			_, found := profile.All.Find(term.Key)
			_, offered := profile.Offered.Find(term.Key)
			holds = holds && (found || offered)
		}
		if holds {
			u.Writers = append(u.Writers, mentor.Name)
		}
	}
	return u
}

// vocabulary returns the names of the portal's topics.
func (m *Matching) vocabulary() *portal.Vocabulary {
	return portal.NewVocabulary(m.portal.Topics, m.portal.Program.Language)
}
