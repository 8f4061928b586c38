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

// Question is what a Matching is asked: a request, or wishes without one.
type Question struct{ request *portal.Request }

// Question makes a question of a request's pseudonym, "" for none. The error is a
// *diag.Refusal.
func (m *Matching) Question(pseudonym string) (*Question, error) {
	r := portal.Request{Consent: m.portal.Today}
	if pseudonym != "" {
		found := portal.Find(m.portal.Requests, pseudonym)
		if found == nil {
			return nil, diag.Refuse("there is no request `"+pseudonym+"`",
				cmp.Or(diag.DidYouMean(pseudonym, portal.Slugs(m.portal.Requests)), "--requests FOLDER reads another folder"))
		}
		r = *found
	}
	return &Question{&r}, nil
}

// Wish puts what somebody typed for a field of a request (needs, goals, languages, timezone
// and so on) in the place of what the request says. What is typed wrongly is a *diag.Refusal.
func (m *Matching) Wish(q *Question, name, text string) error {
	r := q.request
	for _, d := range kinds.Said(r, name, text) {
		if d.Severity == diag.Error {
			return diag.Refuse(d.Message, d.Hint)
		}
	}
	switch name {
	case "needs":
		return m.needs(r)
	case "goals":
		for i := range r.Goals {
			if err := m.known(&r.Goals[i], true); err != nil {
				return err
			}
		}
	case "move":
		return cmp.Or(m.known(&r.Move.From, false), m.known(&r.Move.To, false))
	case "cycle":
		return m.cycle(r.Cycle)
	case "values":
		all := m.portal.Program.Values
		for _, v := range r.Values {
			if len(all) > 0 && !slices.Contains(all, v) {
				return diag.Refuse("\""+v+"\" is not one of the program's values", diag.DidYouMean(v, all))
			}
		}
	}
	return nil
}

// cycle checks the id of a cycle.
func (m *Matching) cycle(id string) error {
	if ids := m.portal.Program.CycleIDs(); !slices.Contains(ids, id) {
		return diag.Refuse("there is no cycle `"+id+"`", diag.DidYouMean(id, ids))
	}
	return nil
}

// needs checks the needs that were typed. A topic asked for twice is a mistake.
func (m *Matching) needs(r *portal.Request) error {
	asked := map[string]bool{}
	for i := range r.Needs {
		n := &r.Needs[i]
		if err := m.known(&n.Topic, true); err != nil {
			return err
		}
		title := m.portal.Topics.Title(n.Topic)
		if asked[title] {
			return diag.Refuse("\""+title+"\" is asked for twice", "keep one of the two")
		}
		asked[title] = true
	}
	return nil
}

// known reports a topic that nothing of the portal is about: no topic is called so, and
// another one is near or no profile holds its words, if words count. One that is called
// otherwise gets its name.
func (m *Matching) known(ref *portal.TopicRef, words bool) error {
	if ref.Key == "" || m.portal.Topics.Of(*ref) != nil {
		return nil
	}
	if t := m.vocabulary().Called(ref.Text); t != nil {
		ref.Key = portal.Fold(t.Title)
		return nil
	}
	u := m.unknown(ref.Text)
	if len(u.Near) == 0 && len(u.Writers) > 0 && words {
		return nil
	}
	remedy := "the portal's page `/topics/` lists them all"
	if len(u.Near) > 0 {
		remedy = "did you mean `" + strings.Join(u.Near, "` or `") + "`?"
	} else if few := diag.DidYouMean(ref.Text, portal.Slugs(m.portal.Topics.All())); few != "" {
		remedy = few
	}
	return diag.Refuse("there is no topic \""+ref.Text+"\"", remedy)
}

// Unknown is a word or sentence that names no topic, and what comes nearest to it.
type Unknown struct {
	Text    string
	Near    []string // slugs of topics, the nearest first
	Writers []string // names of mentors in whose profiles all of its words stand
}

// mostNear is how many topics are named in place of one.
const mostNear = 3

// Unknown returns the topics of a question that nothing is called, and that count by their
// words alone.
func (m *Matching) Unknown(q *Question) (all []Unknown) {
	r := q.request
	for _, ref := range slices.Concat(r.Goals, []portal.TopicRef{r.Move.From, r.Move.To}, r.OffersBack, r.Needed()) {
		if ref.Key != "" && m.portal.Topics.Of(ref) == nil {
			all = append(all, m.unknown(ref.Text))
		}
	}
	return all
}

// unknown looks for what comes nearest to a word that names no topic.
func (m *Matching) unknown(text string) Unknown {
	near, _ := m.vocabulary().Near(text, mostNear)
	u := Unknown{Text: text, Near: portal.Slugs(near)}
	reader := portal.NewTermReader(m.portal.Program.Language)
	asked := reader.Read(text)
	if len(asked) == 0 {
		return u
	}
	slug := func(m *portal.Mentor) string { return m.Slug }
	for _, mentor := range fair.Order(m.portal.Mentors, m.portal.Today.Week(), slug, m.index.Takes) {
		profile, holds := mentor.Terms(reader), true
		for _, term := range asked {
			_, found := profile.Find(term.Key)
			holds = holds && found
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
