package ask

import (
	"cmp"
	"slices"

	"ithaca/generator/match"
	"ithaca/generator/portal"
	"ithaca/generator/site"
	"ithaca/generator/site/page"
)

// Answer is who suits what was asked.
type Answer struct {
	Suggested []Suggested // the best first
	Nobody    *Nobody     // why there is no suggestion; nil where there is one
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
	Unstated []string   `json:"unstated,omitempty"` // names of filters that could not be judged
	File     string     `json:"-"`                  // the profile's, relative to the site's folder
}

// Part is a part of a score.
type Part struct {
	Name   string `json:"part"`
	Weight int    `json:"weight"`
	Value  int    `json:"value"` // in ten-thousandths
}

// Evidence is what speaks for a mentor or, as a gap, what is missing. Kind says
// which of the fields are set, Text says all of it in a sentence.
type Evidence struct {
	Kind     string   `json:"kind"`
	Text     string   `json:"text"`
	Topic    string   `json:"topic,omitempty"` // slugs of topics
	By       string   `json:"by,omitempty"`
	From     string   `json:"from,omitempty"`
	To       string   `json:"to,omitempty"`
	Relation string   `json:"relation,omitempty"`
	Want     string   `json:"want,omitempty"`
	Goal     int      `json:"goal,omitempty"`
	Level    int      `json:"level,omitempty"`
	Place    int      `json:"place,omitempty"`
	Minutes  int      `json:"minutes,omitempty"`
	Words    []string `json:"words,omitempty"`
}

// Nobody is why there is no suggestion.
type Nobody struct {
	Text     string        // in a sentence; "" where there are mentors to choose from
	Mentors  int           // in all
	Filtered []FilterCount // how many mentors each filter is the first to rule out
	Weak     int           // those who pass every filter, and suit too little
	Closest  []Verdict     // the three who come nearest, the best first
}

// FilterCount is how many a filter rules out, and what the filter asks, in words.
type FilterCount struct {
	Filter string `json:"filter"`
	Count  int    `json:"pairs"`
	Text   string `json:"-"`
}

// Answer returns the best mentors for what is asked, at most limit of them.
func (m *Matching) Answer(q *Question, limit int) Answer {
	a := Answer{Suggested: []Suggested{}}
	for i, s := range m.index.Suggest(q.request, limit) {
		one := m.suggested(&s)
		one.Rank = i + 1
		a.Suggested = append(a.Suggested, one)
	}
	if len(a.Suggested) == 0 {
		a.Nobody = m.nobody(q)
	}
	return a
}

func (m *Matching) suggested(s *match.Suggestion) Suggested {
	out := Suggested{
		Slug: s.Mentor.Slug, Name: s.Mentor.Name, Role: s.Mentor.Role, Band: string(s.Band), Score: s.Score,
		Parts: []Part{}, Evidence: []Evidence{}, File: s.Mentor.File,
	}
	for _, p := range s.Signals {
		out.Parts = append(out.Parts, Part{p.Signal, p.Weight, p.Value})
	}
	for i := range s.Evidence {
		out.Evidence = append(out.Evidence, m.evidence(&s.Evidence[i], false))
	}
	if s.Gap != nil {
		gap := m.evidence(s.Gap, true)
		out.Gap = &gap
	}
	out.Unstated = texts(s.Unstated)
	return out
}

func (m *Matching) evidence(e *match.Evidence, gap bool) Evidence {
	r := page.ReasonOf(e, gap, named)
	return Evidence{
		Kind: string(e.Reason), Text: m.words.Reason(r), Topic: r.Topic.URL, By: r.By.URL, From: r.From.URL, To: r.To.URL,
		Relation: string(e.Relation), Want: string(e.Want), Goal: int(e.Goal), Level: int(e.Level), Place: e.Place,
		Minutes: e.Minutes, Words: e.Words,
	}
}

// named names a topic, with its slug in place of an address.
func named(t *portal.Topic) site.Link {
	if t == nil {
		return site.Link{}
	}
	return site.Link{Title: t.Title, URL: t.Slug}
}

// nobody looks at every mentor of the portal and says why none is suggested.
func (m *Matching) nobody(q *Question) *Nobody {
	n := &Nobody{Mentors: len(m.portal.Mentors)}
	switch {
	case n.Mentors == 0:
		n.Text = m.words.Text("verdict-no-mentors")
		return n
	case q.request.Consent.IsZero():
		n.Text = m.words.Text("ruled-out-consent")
		return n
	}
	filtered := map[match.Filter]int{}
	var near []match.Judgement
	for _, one := range m.portal.Mentors {
		j := m.index.Judge(q.request, one)
		if len(j.Signals) == 0 {
			n.Text = m.words.Text("verdict-empty")
			return n
		}
		if filtered[j.Failed]++; j.Score > 0 {
			near = append(near, j)
		}
	}
	n.Weak, n.Filtered = filtered[""], m.counts(filtered)
	slices.SortStableFunc(near, func(a, b match.Judgement) int { return cmp.Compare(b.Score, a.Score) })
	const closest = 3
	for _, j := range near[:min(closest, len(near))] {
		n.Closest = append(n.Closest, m.verdict(q, &j))
	}
	return n
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
