package ask

import "ithaca/generator/portal"

// Circle is a small group of mentors, with who answers what.
type Circle struct {
	Needs     []string `json:"needs"` // titles of topics
	Members   []Member `json:"members"`
	Uncovered []string `json:"uncovered"` // the needs that nobody answers
	Nobody    Answer   `json:"-"`         // where there are no members: why
}

// Member is one of a circle.
type Member struct {
	Suggested
	Adds  []string `json:"adds"`  // titles of topics
	Cover []string `json:"cover"` // for each need strong, some or ""
}

// Circle returns up to size mentors who together answer more of what is asked than
// one of them alone.
func (m *Matching) Circle(q *Question, size int) Circle {
	found := m.index.Circle(q.request, size)
	c := Circle{Needs: titles(found.Needs), Uncovered: titles(found.Uncovered), Members: []Member{}}
	query := m.index.Query(q.request)
	for _, one := range found.Members {
		reasons := query.Explain(one.Mentor)
		c.Members = append(c.Members, Member{m.suggested(&reasons), titles(one.Adds), portal.Texts(one.Cover)})
	}
	if len(c.Members) == 0 {
		c.Nobody = m.nobody(q)
	}
	return c
}

func titles(topics []*portal.Topic) []string {
	names := make([]string, len(topics))
	for i, t := range topics {
		names[i] = t.Title
	}
	return names
}
