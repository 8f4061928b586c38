package ask

import (
	"cmp"
	"maps"
	"slices"

	"ithaca/generator/each"
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
	return &RequestAdvice{answer.Why(), each.Of(answer.Suggested, func(s Suggested) Place {
		return Place{Name: s.Name, File: s.File, Rank: s.Rank, Text: s.Evidence[0].Text}
	})}
}

func (m *Matching) adviseMentor(mentor *portal.Mentor) *MentorAdvice {
	advice := &MentorAdvice{Places: []Place{}}
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
	advice.RuledOut = each.Of(best(ruledOut, adviceRuledOut), func(s standing) Place {
		return s.place(0, m.ruledOut(s.request, mentor, s.Failed))
	})
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

// Hint is something that would make a profile found more often.
type Hint struct {
	Kind string `json:"kind"` // ends-soon, no-levels
	Text string `json:"text"` // what to write and why, in sentences
}

// hints returns what would make a profile found more often, given the requests that
// are near to it.
func (m *Matching) hints(mentor *portal.Mentor, near []*portal.Request) []Hint {
	const soon = 30 // days
	hints := []Hint{}
	add := func(applies bool, kind string, filled ...any) {
		if applies {
			hints = append(hints, Hint{kind, m.words.Text("hint-"+kind, filled...)})
		}
	}
	asks := func(of func(*portal.Request) bool) bool { return slices.ContainsFunc(near, of) }
	until, wanted, unmeasured := mentor.Availability.Until, m.askedFor(mentor, near), []string(nil)
	for _, s := range mentor.Skills {
		if s.Level == 0 {
			unmeasured = append(unmeasured, m.portal.Topics.Title(s.Topic))
		}
	}
	closed := m.portal.Closed(mentor)
	add((closed == "" || closed == portal.CycleOver) && m.portal.Today.DaysUntil(until) <= soon, "ends-soon", "Day", until.String())
	add(m.portal.Over(mentor.Cycles), "past-cycles", "Words", mentor.Cycles)
	add(len(wanted) > 0, "asked-for", "Words", wanted, "Count", len(near))
	add(len(mentor.Skills) == 0, "no-skills")
	add(len(unmeasured) > 0, "no-levels", "Words", unmeasured)
	add(len(mentor.HelpsWith) == 0, "no-helps")
	add(mentor.Timezone == "", "no-timezone")
	add(len(mentor.Availability.Windows) == 0, "no-windows")
	moved := slices.ContainsFunc(mentor.Path, func(s portal.Step) bool { return s.Kind == portal.Move })
	add(!moved && asks(func(r *portal.Request) bool { return r.Move != portal.CareerMove{} }), "no-move")
	add(len(mentor.Offers) == 0 && asks(func(r *portal.Request) bool { return len(r.Offers) > 0 }), "no-offers")
	add(mentor.Style == portal.Style{} && asks(func(r *portal.Request) bool { return r.Style != portal.Style{} }), "no-style")
	return hints
}

// askedFor returns up to three topics that most of some requests name and the mentor
// does not, those with the most requests first. A topic that only requests name is
// one, too: nobody else helps with it. One request is no reason to name it.
func (m *Matching) askedFor(mentor *portal.Mentor, near []*portal.Request) []string {
	const most, fewest = 3, 2
	asked := map[string]int{}
	for _, r := range near {
		for _, title := range m.distinct(r.Topics()) {
			asked[title]++
		}
	}
	for _, title := range m.distinct(mentor.Topics()) {
		delete(asked, title)
	}
	maps.DeleteFunc(asked, func(_ string, requests int) bool { return requests < fewest })
	topics := slices.SortedFunc(maps.Keys(asked), func(x, y string) int {
		return cmp.Or(cmp.Compare(asked[y], asked[x]), cmp.Compare(x, y))
	})
	return topics[:min(most, len(topics))]
}

// distinct returns the titles of topics, each once.
func (m *Matching) distinct(refs []portal.TopicRef) []string {
	var all []string
	for _, ref := range refs {
		if title := m.portal.Topics.Title(ref); !slices.Contains(all, title) {
			all = append(all, title)
		}
	}
	return all
}
