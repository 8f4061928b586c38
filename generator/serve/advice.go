package serve

import (
	"cmp"

	"ithaca/generator"
	"ithaca/generator/ask"
)

// advice is what the bar says of how a page is matched. Where it is a mentor's,
// Found is set; where it is a request's, Asked.
type advice struct {
	Found *mentorSide  `json:"found,omitempty"`
	Asked *requestSide `json:"asked,omitempty"`
}

// mentorSide is advice whose lists lead to files.
type mentorSide struct {
	*ask.MentorAdvice
	Places   []standing `json:"places"`
	RuledOut []standing `json:"ruledOut"`
}

// requestSide is who is suggested for a request, or why nobody is.
type requestSide struct {
	Nobody    string     `json:"nobody"`
	Suggested []standing `json:"suggested"`
}

// standing is one of a list, a request or a mentor, and the address that opens the file.
type standing struct {
	ask.Place
	Open string `json:"open"`
}

// adviceOf returns what there is to say to the author of a file.
func (s *Server) adviceOf(snapshot *generator.Snapshot, file string) advice {
	var a advice
	mentor, answer := ask.New(snapshot, s.words()).Advise(file)
	if mentor != nil {
		a.Found = &mentorSide{mentor, s.standings(mentor.Places), s.standings(mentor.RuledOut)}
	}
	if answer != nil {
		var suggested []ask.Place
		for _, one := range answer.Suggested {
			suggested = append(suggested, ask.Place{Request: one.Name, File: one.File, Rank: one.Rank, Text: one.Evidence[0].Text})
		}
		a.Asked = &requestSide{Suggested: s.standings(suggested)}
		if n := answer.Nobody; n != nil {
			text := n.Text
			if len(n.Closest) > 0 {
				text = n.Closest[0].Text
			}
			a.Asked.Nobody = cmp.Or(text, "nothing that a mentor states answers anything that is asked for")
		}
	}
	return a
}

func (s *Server) standings(places []ask.Place) []standing {
	all := make([]standing, len(places))
	for i, p := range places {
		at := s.file(p.File)
		p.File = at.Text
		all[i] = standing{p, at.Open}
	}
	return all
}
