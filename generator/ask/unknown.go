package ask

import (
	"ithaca/generator/fair"
	"ithaca/generator/portal"
)

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
