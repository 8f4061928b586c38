package ask

import (
	"cmp"

	"ithaca/generator/each"
	"ithaca/generator/match"
	"ithaca/generator/portal"
	"ithaca/generator/site/page"
)

// Answer is who suits what was asked.
type Answer struct {
	*Counts               // nil where nobody asked for them and there are suggestions
	Named     int         `json:"named"`
	Suggested []Suggested `json:"suggested"`         // the best first
	Nobody    string      `json:"nobody,omitempty"`  // why there are no mentors to choose from
	Closest   []Verdict   `json:"closest,omitempty"` // where nobody is suggested: the three who come nearest, the best first
}

// Why says why nobody is suggested; "" where somebody is.
func (a *Answer) Why() string {
	switch {
	case a.Named > 0:
		return ""
	case len(a.Closest) > 0:
		return a.Closest[0].Text
	}
	return cmp.Or(a.Nobody, "nothing that a mentor states answers anything that is asked for")
}

// Counts is what becomes of all mentors for what was asked.
type Counts struct {
	Considered int           `json:"considered"` // mentors in all
	Filtered   []FilterCount `json:"filtered"`   // how many each filter is the first to rule out
	Weak       int           `json:"weak"`       // those who pass every filter, and suit too little
}

// Suggested is a mentor for what was asked, as people and programs read it.
type Suggested struct {
	Rank     int        `json:"rank,omitempty"` // from 1; 0 where the mentor is not suggested
	Slug     string     `json:"slug"`
	Name     string     `json:"name"`
	Role     string     `json:"role,omitempty"`
	Band     string     `json:"band,omitempty"` // strong, good, possible; "" below them
	Score    int        `json:"score"`          // in ten-thousandths
	Parts    []Part     `json:"parts"`
	Evidence []Evidence `json:"evidence"` // the weightiest first
	Gap      *Evidence  `json:"gap,omitempty"`
	NoHour   *Evidence  `json:"no_hour,omitempty"`  // that no hour suits both, where it is not the gap
	Unstated []string   `json:"unstated,omitempty"` // names of filters that could not be judged
	File     string     `json:"-"`                  // the profile's, relative to the site's folder
}

// Pair returns "locked" or "accepted" for a mentor who is a pair with the one who asks
// already, else "".
func (s *Suggested) Pair() string {
	if len(s.Evidence) == 0 {
		return ""
	}
	switch s.Evidence[0].Reason {
	case match.LockedPair:
		return "locked"
	case match.AcceptedPair:
		return "accepted"
	}
	return ""
}

// Part is a part of a score.
type Part = match.SignalScore

// Evidence is what speaks for a mentor or, as a gap, what is missing.
type Evidence struct {
	Text string `json:"text"` // all of it in a sentence
	match.Evidence
}

// FilterCount is how many a filter rules out, and what the filter asks, in words.
type FilterCount struct {
	Filter string `json:"filter"`
	Count  int    `json:"count"`
	Text   string `json:"-"`
}

// Answer returns the best mentors for what is asked, at most limit of them.
func (m *Matching) Answer(q *Question, limit int) Answer {
	a := Answer{}
	for i, s := range m.index.Suggest(q.request, limit) {
		one := m.suggested(&s)
		one.Rank = i + 1
		a.Suggested = append(a.Suggested, one)
	}
	if a.Named = len(a.Suggested); a.Named == 0 {
		return m.nobody(q)
	}
	return a
}

func (m *Matching) suggested(s *match.Suggestion) Suggested {
	return Suggested{
		Slug: s.Mentor.Slug, Name: s.Mentor.Name, Role: s.Mentor.Role, Band: string(s.Band), Score: s.Score,
		Parts: append([]Part{}, s.Signals...), Evidence: m.evidence(s.Evidence, false), Unstated: portal.Texts(s.Unstated),
		Gap: m.gap(s.Gap), NoHour: m.gap(s.NoHour), File: s.Mentor.File,
	}
}

// gap words what is missing, nil for nothing.
func (m *Matching) gap(e *match.Evidence) *Evidence {
	if e == nil {
		return nil
	}
	return &m.evidence([]match.Evidence{*e}, true)[0]
}

func (m *Matching) evidence(all []match.Evidence, gap bool) []Evidence {
	return each.Of(all, func(e match.Evidence) Evidence {
		return Evidence{m.words.Reason(page.ReasonOf(&e, gap, page.Unlinked)), e}
	})
}

// Counts counts what becomes of every mentor of the portal.
func (m *Matching) Counts(q *Question) *Counts {
	c, _ := m.count(q)
	return c
}

// count does so, and returns who suits at all, the best first.
func (m *Matching) count(q *Question) (*Counts, []standing) {
	c := &Counts{Considered: len(m.portal.Mentors)}
	filtered := map[match.Filter]int{}
	var near []standing
	query := m.index.Query(q.request)
	for _, one := range m.portal.Mentors {
		s := standing{query.Score(one), q.request, one}
		switch {
		case s.Failed != "":
			filtered[s.Failed]++
		case s.Band == "":
			c.Weak++
		}
		if s.Total > 0 {
			near = append(near, s)
		}
	}
	c.Filtered = m.counts(filtered)
	return c, best(near, len(near))
}

// nobody looks at every mentor of the portal and says why none is suggested.
func (m *Matching) nobody(q *Question) Answer {
	a := Answer{Suggested: []Suggested{}}
	var near []standing
	a.Counts, near = m.count(q)
	switch {
	case a.Considered == 0:
		a.Nobody = m.words.Text("verdict-no-mentors")
	case q.request.Consent.IsZero():
		a.Nobody = m.words.Text("ruled-out-consent")
	case len(m.index.Query(q.request).Score(m.portal.Mentors[0]).Signals) == 0:
		a.Nobody = m.words.Text("verdict-empty")
	default:
		const closest = 3
		for _, s := range near[:min(closest, len(near))] {
			j := m.index.Judge(q.request, s.mentor)
			a.Closest = append(a.Closest, m.verdict(q, &j))
		}
	}
	return a
}

// counts returns the filters that rule somebody out, in the order in which they are
// tried.
func (m *Matching) counts(filtered map[match.Filter]int) []FilterCount {
	counts := []FilterCount{}
	for _, f := range match.Filters() {
		if filtered[f] > 0 {
			counts = append(counts, FilterCount{string(f), filtered[f], m.words.Text("filtered-" + string(f))})
		}
	}
	return counts
}

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
	return each.Of(topics, func(t *portal.Topic) string { return t.Title })
}
