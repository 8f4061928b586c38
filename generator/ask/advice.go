package ask

import (
	"cmp"
	"slices"

	"ithaca/generator/match"
	"ithaca/generator/order"
	"ithaca/generator/portal"
)

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

// Place is a request as a mentor's place in it.
type Place struct {
	Request string `json:"name"` // the pseudonym
	File    string `json:"file"` // relative to the site's folder
	Rank    int    `json:"rank"` // from 1; 0 where the mentor is not suggested
	Text    string `json:"text"` // the weightiest reason, or what rules the mentor out; a sentence without its full stop
}

// How much advice there is: nobody reads on.
const (
	adviceFirst    = 5  // a request's suggestions
	adviceRequests = 10 // requests of a mentor
	adviceRuledOut = 3
	adviceLooked   = 100 // more would make a page wait
)

// Advise returns what there is to say to the author of a file: to a mentor, or who
// is suggested for a request. Both are nil for other files.
func (m *Matching) Advise(file string) (*MentorAdvice, *Answer) {
	for _, mentor := range m.portal.Mentors {
		if mentor.File == file {
			return m.adviseMentor(mentor), nil
		}
	}
	for _, r := range m.portal.Requests {
		if r.File == file {
			answer := m.Answer(&Question{request: r}, adviceFirst)
			return nil, &answer
		}
	}
	return nil, nil
}

func (m *Matching) adviseMentor(mentor *portal.Mentor) *MentorAdvice {
	advice := &MentorAdvice{}
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
		advice.Places = append(advice.Places, Place{s.request.Slug, s.request.File, at + 1, m.evidence(&found[at].Evidence[0], false).Text})
	}
	order.Stable(advice.Places, func(x, y Place) int { return cmp.Compare(x.Rank, y.Rank) })
	advice.Places = advice.Places[:min(adviceRequests, len(advice.Places))]
	for _, s := range best(ruledOut, adviceRuledOut) {
		advice.RuledOut = append(advice.RuledOut, Place{s.request.Slug, s.request.File, 0, m.ruledOut(s.request, mentor, s.Failed)})
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

// best returns up to k of those that the mentor suits best.
func best(all []standing, k int) []standing {
	order.Stable(all, func(x, y standing) int { return cmp.Compare(y.Total, x.Total) })
	return all[:min(k, len(all))]
}
