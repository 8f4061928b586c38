package generator

import (
	"cmp"
	"slices"

	"ithaca/generator/match"
	"ithaca/generator/portal"
	"ithaca/generator/site"
)

// What those who write a profile or a request are told of how it is matched. It
// names requests, and is therefore for serve alone: no page is made of it.

// MentorAdvice is what suggestions look like from a mentor's side.
type MentorAdvice struct {
	Closed string // why the mentor is suggested to nobody today, in a sentence; "" with an open place
	// The open requests that have the mentor among their first five, the best
	// place first; those whose first five suit better are only counted. Looked
	// at are the hundred that the mentor suits best.
	Places []RequestPlace
	Behind int
	// The requests that the mentor would answer best, but for what Text says.
	RuledOut []RequestPlace
	Hints    []Hint // what would make the profile found more often
	Asked    int    // how many requests look for somebody
}

// RequestPlace is a request as a mentor's place in it.
type RequestPlace struct {
	Request string // the pseudonym
	Source  string // its file, relative to the site's folder
	Rank    int    // from 1; 0 where the mentor is not suggested
	Text    string // the weightiest reason, or what rules the mentor out; a sentence without its full stop
}

// RequestAdvice is who would be suggested for a request, and why.
type RequestAdvice struct {
	Nobody    string // why there is nobody, in a sentence; "" where there is somebody
	Suggested []MentorPlace
}

// MentorPlace is a mentor as a place among a request's suggestions.
type MentorPlace struct {
	Name   string
	Source string // the profile's file
	Text   string // the weightiest reason
}

// How much advice there is: nobody reads on.
const (
	adviceFirst    = 5  // a request's suggestions
	adviceRequests = 10 // requests of a mentor
	adviceRuledOut = 3
	adviceLooked   = 100 // more would make a page wait
)

// advisor answers for a page of a snapshot.
type advisor struct{ *Matching }

// advise fills what a page's source is told of matching.
func (s *Snapshot) advise(page *site.Page, n *Notes) {
	index := s.matches
	a := advisor{&Matching{portal: index.Portal(), index: index}}
	switch page.Template {
	case "mentor":
		for _, m := range a.portal.Mentors {
			if m.File == n.Source {
				n.Mentor = a.mentorAdvice(m)
			}
		}
	case "request":
		// The page has no source, lest it lead to the request's file.
		if r := portal.Find(a.portal.Requests, page.Head.Title); r != nil {
			n.Source, n.Request = r.File, a.requestAdvice(r)
		}
	}
}

func (a advisor) requestAdvice(r *portal.Request) *RequestAdvice {
	advice := &RequestAdvice{}
	for _, s := range a.index.Suggest(r, adviceFirst) {
		advice.Suggested = append(advice.Suggested, MentorPlace{s.Mentor.Name, s.Mentor.File, speaksFor(s.Evidence[0])})
	}
	if len(advice.Suggested) > 0 {
		return advice
	}
	nobody := a.Nobody(&Asked{request: r})
	switch advice.Nobody = nobody.Text; {
	case advice.Nobody != "":
	case len(nobody.Closest) > 0:
		advice.Nobody = nobody.Closest[0].Text
	default:
		advice.Nobody = "nothing that a mentor states answers anything that is asked for"
	}
	return advice
}

func (a advisor) mentorAdvice(m *portal.Mentor) *MentorAdvice {
	advice := &MentorAdvice{}
	if !a.index.Takes(m) {
		advice.Closed = a.noPlace(m)
	}
	var near []*portal.Request
	var suited, ruledOut []standing
	for _, r := range a.portal.Requests {
		if r.Consent.IsZero() || match.Settled(r) {
			continue
		}
		advice.Asked++
		s := standing{a.index.Query(r).Score(m), r}
		if s.Total > 0 {
			near = append(near, r)
		}
		switch {
		case s.Band == "":
		case s.Failed != "":
			ruledOut = append(ruledOut, s)
		default:
			suited = append(suited, s)
		}
	}
	for _, s := range bestOf(suited, adviceLooked) {
		if rank := slices.Index(a.index.Best(s.request, adviceFirst), m) + 1; rank > 0 {
			advice.Places = append(advice.Places, RequestPlace{s.request.Slug, s.request.File, rank, ""})
		} else {
			advice.Behind++
		}
	}
	advice.Places = a.best(advice.Places)
	if advice.Closed == "" {
		advice.RuledOut = a.nearest(ruledOut, m)
	}
	advice.Hints = a.hints(m, near)
	return advice
}

// standing is how a mentor stands for one of the requests.
type standing struct {
	match.Score
	request *portal.Request
}

// bestOf returns up to k of those that the mentor suits best.
func bestOf(all []standing, k int) []standing {
	slices.SortStableFunc(all, func(x, y standing) int { return cmp.Compare(y.Total, x.Total) })
	return all[:min(k, len(all))]
}

// best keeps the best places, each with why.
func (a advisor) best(places []RequestPlace) []RequestPlace {
	slices.SortStableFunc(places, func(x, y RequestPlace) int { return cmp.Compare(x.Rank, y.Rank) })
	places = places[:min(adviceRequests, len(places))]
	for i := range places {
		r := portal.Find(a.portal.Requests, places[i].Request)
		places[i].Text = speaksFor(a.index.Suggest(r, places[i].Rank)[places[i].Rank-1].Evidence[0])
	}
	return places
}

// nearest returns the requests that the mentor would answer best, each with what
// rules the mentor out.
func (a advisor) nearest(ruledOut []standing, m *portal.Mentor) []RequestPlace {
	var places []RequestPlace
	for _, s := range bestOf(ruledOut, adviceRuledOut) {
		places = append(places, RequestPlace{s.request.Slug, s.request.File, 0, a.ruledOut(s.request, m, s.Failed)})
	}
	return places
}
