package ask

import "ithaca/generator/portal"

// Circle is a small group of mentors, with who answers what.
type Circle struct {
	Needs     []string `json:"needs"` // titles of topics
	Members   []Member `json:"members"`
	Uncovered []string `json:"uncovered"` // the needs that nobody answers
	Would     []Would  `json:"would"`     // for those of them that somebody else could answer
	Nobody    *Nobody  `json:"-"`         // why there are no members; nil where there are
}

// Would is who could answer what a circle leaves open, and why they are not of it.
type Would struct {
	Need string `json:"need"` // the topic's title
	Name string `json:"name"` // of the best of them
	Text string `json:"text"` // why they are not in the circle, in a sentence
	More int    `json:"more"` // how many others there are
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
	c := Circle{Needs: titles(found.Needs), Uncovered: titles(found.Uncovered), Would: []Would{}, Members: []Member{}}
	for _, t := range found.Uncovered {
		if w, found := m.would(q, t); found {
			c.Would = append(c.Would, w)
		}
	}
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

// would looks for mentors who answer a topic by itself, though nobody in a circle
// does, and reports whether there are any.
func (m *Matching) would(q *Question, t *portal.Topic) (Would, bool) {
	const helpful = 2500 // how well a mentor must answer a need to be of help, as in a circle
	alone := *q.request
	alone.Needs = []portal.Need{{Topic: portal.TopicRef{Text: t.Title, Key: t.Slug}, Want: portal.WantHave}}
	alone.Goals, alone.Move, alone.Ranked, alone.Offers, alone.OffersBack = nil, portal.CareerMove{}, nil, nil, nil
	alone.Windows, alone.Timezone, alone.Values, alone.Style = nil, "", nil, portal.Style{}
	query := m.index.Query(&alone)
	var best standing
	w := Would{Need: t.Title, More: -1}
	for _, one := range m.portal.Mentors {
		s := standing{query.Score(one), &alone, one}
		if s.Total >= helpful {
			w.More++
		}
		if s.Total > max(best.Total, helpful-1) {
			best = s
		}
	}
	switch {
	case best.mentor == nil:
		return w, false
	case best.Failed != "":
		w.Text = m.ruledOut(q.request, best.mentor, best.Failed)
	default:
		w.Text = m.words.Text("verdict-weak", "Name", best.mentor.Name)
	}
	w.Name = best.mentor.Name
	return w, true
}
