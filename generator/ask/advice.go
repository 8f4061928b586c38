package ask

import (
	"cmp"
	"slices"

	"ithaca/generator/match"
	"ithaca/generator/order"
	"ithaca/generator/portal"
)

// Advice is what there is to say to the author of a file: of a mentor, or of a request.
type Advice struct {
	Found *MentorAdvice  `json:"found,omitempty"`
	Asked *RequestAdvice `json:"asked,omitempty"`
}

// RequestAdvice is who is suggested for a request, or why nobody is.
type RequestAdvice struct {
	Nobody    string  `json:"nobody"`
	Suggested []Place `json:"suggested"`
}

// MentorAdvice is what suggestions look like from a mentor's side.
type MentorAdvice struct {
	Closed string `json:"closed"` // why the mentor is suggested to nobody today, in a sentence; "" with an open place
	// The requests that have the mentor among their first five, the best place first;
	// those whose first five suit better are only counted. Looked at are the hundred
	// that the mentor suits best.
	Places   []Place `json:"places"`
	Behind   int     `json:"behind"`
	RuledOut []Place `json:"ruledOut"` // the requests that the mentor would answer best, but for what Text says
	Hints    []Hint  `json:"hints"`    // what would make the profile found more often
	Asked    int     `json:"asked"`    // how many requests look for somebody
}

// Place is the place of a mentor in the suggestions for a request, as one of the two sees it.
type Place struct {
	Name string `json:"name"` // of the mentor, or the request's pseudonym
	File string `json:"file"` // relative to the site's folder
	Open string `json:"open"` // an address that opens the file, for those who have one to fill in
	Rank int    `json:"rank"` // from 1; 0 where the mentor is not suggested
	Text string `json:"text"` // the weightiest reason, or what rules the mentor out; a sentence without its full stop
}

// How much advice there is: nobody reads on.
const (
	adviceFirst    = 5  // a request's suggestions
	adviceRequests = 10 // requests of a mentor
	adviceRuledOut = 3
	adviceLooked   = 100 // more would make a page wait
)

// Advise returns what there is to say to the author of a file.
func (m *Matching) Advise(file string) Advice {
	for _, mentor := range m.portal.Mentors {
		if mentor.File == file {
			return Advice{Found: m.adviseMentor(mentor)}
		}
	}
	for _, r := range m.portal.Requests {
		if r.File == file {
			return Advice{Asked: m.adviseRequest(r)}
		}
	}
	return Advice{}
}

func (m *Matching) adviseRequest(r *portal.Request) *RequestAdvice {
	answer := m.Answer(&Question{request: r}, adviceFirst)
	advice := &RequestAdvice{Nobody: answer.Why(), Suggested: []Place{}}
	for _, s := range answer.Suggested {
		advice.Suggested = append(advice.Suggested, Place{Name: s.Name, File: s.File, Rank: s.Rank, Text: s.Evidence[0].Text})
	}
	return advice
}

func (m *Matching) adviseMentor(mentor *portal.Mentor) *MentorAdvice {
	advice := &MentorAdvice{Places: []Place{}, RuledOut: []Place{}}
	if !m.index.Takes(mentor) {
		advice.Closed = m.ruledOut(&portal.Request{}, mentor, match.ByAvailability)
	}
	var near []*portal.Request
	var suited, ruledOut []standing
	for _, r := range m.portal.Requests {
		if r.Consent.IsZero() || portal.Settled(r) {
			continue
		}
		advice.Asked++
		s := standing{m.index.Query(r).Score(mentor), r, mentor}
		if topics, _ := s.Without(match.Words); topics > 0 {
			near = append(near, r)
		}
		switch {
		case s.Band == "":
		case s.Failed == "":
			suited = append(suited, s)
		case advice.Closed == "":
			ruledOut = append(ruledOut, s)
		}
	}
	for _, s := range best(suited, adviceLooked) {
		found := m.index.Suggest(s.request, adviceFirst)
		at := slices.IndexFunc(found, func(one match.Suggestion) bool { return one.Mentor == mentor })
		if at < 0 {
			advice.Behind++
			continue
		}
		advice.Places = append(advice.Places, s.place(at+1, m.evidence(found[at].Evidence[:1], false)[0].Text))
	}
	order.Stable(advice.Places, func(x, y Place) int { return cmp.Compare(x.Rank, y.Rank) })
	advice.Places = advice.Places[:min(adviceRequests, len(advice.Places))]
	for _, s := range best(ruledOut, adviceRuledOut) {
		advice.RuledOut = append(advice.RuledOut, s.place(0, m.ruledOut(s.request, mentor, s.Failed)))
	}
	advice.Hints = m.hints(mentor, near)
	return advice
}

// standing is how a mentor stands for a request.
type standing struct {
	match.Score
	request *portal.Request
	mentor  *portal.Mentor
}

// place returns the place that a mentor has, as the mentor sees it.
func (s *standing) place(rank int, text string) Place {
	return Place{Name: s.request.Slug, File: s.request.File, Rank: rank, Text: text}
}

// best returns up to k of those that the mentor suits best.
func best(all []standing, k int) []standing {
	order.Stable(all, func(x, y standing) int { return cmp.Compare(y.Total, x.Total) })
	return all[:min(k, len(all))]
}
