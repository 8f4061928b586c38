package generator

import (
	"ithaca/generator/match"
	"ithaca/generator/portal"
)

// Suggested is a mentor for what was asked, as people and programs read it.
// Scores, weights and values are for organizers and not for publishing.
type Suggested struct {
	Rank     int      `json:"rank,omitempty"` // from 1; 0 where the mentor is not suggested
	Slug     string   `json:"slug"`
	Name     string   `json:"name"`
	Role     string   `json:"role,omitempty"`
	Band     string   `json:"band,omitempty"` // strong, good, possible; "" below them
	Score    int      `json:"score"`          // in ten-thousandths
	Parts    []Part   `json:"parts"`
	Evidence []Reason `json:"evidence"`
	Gap      *Reason  `json:"gap,omitempty"`
	Unstated []string `json:"unstated,omitempty"` // names of filters that could not be judged
}

// Part is a part of a score.
type Part struct {
	Name   string `json:"part"`
	Weight int    `json:"weight"`
	Value  int    `json:"value"` // in ten-thousandths
}

// Reason is a reason for a suggestion or, as a gap, what one lacks. Kind says
// which of the fields are set, Text says all of it in a sentence.
type Reason struct {
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
	Minutes  *int     `json:"minutes,omitempty"`
	Words    []string `json:"words,omitempty"`
}

// Circle is a small group of mentors, with who answers what.
type Circle struct {
	Needs     []string `json:"needs"` // titles of topics
	Members   []Member `json:"members"`
	Uncovered []string `json:"uncovered"` // the needs that nobody answers
	Would     []Would  `json:"would"`     // for those of them that somebody else could answer
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

func (m *Matching) suggested(s match.Suggestion) Suggested {
	out := Suggested{
		Slug: s.Mentor.Slug, Name: s.Mentor.Name, Role: s.Mentor.Role, Band: string(s.Band), Score: s.Score,
		Parts: []Part{}, Evidence: []Reason{},
	}
	for _, p := range s.Signals {
		out.Parts = append(out.Parts, Part{p.Signal, p.Weight, p.Value})
	}
	for _, e := range s.Evidence {
		out.Evidence = append(out.Evidence, reason(e, speaksFor(e)))
	}
	if s.Gap != nil {
		gap := reason(*s.Gap, lacks(*s.Gap))
		out.Gap = &gap
	}
	for _, f := range s.Unstated {
		out.Unstated = append(out.Unstated, string(f))
	}
	return out
}

func reason(e match.Evidence, text string) Reason {
	r := Reason{
		Kind: string(e.Reason), Text: text, Topic: slug(e.Topic), By: slug(e.By), From: slug(e.From), To: slug(e.To),
		Relation: string(e.Relation), Want: string(e.Want), Goal: int(e.Goal), Level: int(e.Level),
		Place: e.Place, Words: e.Words,
	}
	if e.Reason == match.SharesTime || e.Reason == match.NearClocks {
		r.Minutes = &e.Minutes
	}
	return r
}

func slug(t *portal.Topic) string {
	if t == nil {
		return ""
	}
	return t.Slug
}
