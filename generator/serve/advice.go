package serve

import (
	"cmp"

	"ithaca/generator"
	"ithaca/generator/ask"
	"ithaca/generator/diag"
)

// advice is what the bar says of how a page is matched. Where it is a mentor's,
// Found is set; where it is a request's, Asked.
type advice struct {
	Found *mentorSide  `json:"found,omitempty"`
	Asked *requestSide `json:"asked,omitempty"`
}

// mentorSide is ask.MentorAdvice as the page reads it.
type mentorSide struct {
	Asked    int        `json:"asked"` // how many look for somebody
	Closed   string     `json:"closed"`
	Places   []standing `json:"places"`
	Behind   int        `json:"behind"`
	RuledOut []standing `json:"ruledOut"`
	Hints    []hint     `json:"hints"`
}

// requestSide is who is suggested for a request, or why nobody is.
type requestSide struct {
	Nobody    string     `json:"nobody"`
	Suggested []standing `json:"suggested"`
}

// standing is one of a list: somebody, their file, and what is to be said of them.
type standing struct {
	Who  place  `json:"who"`
	File string `json:"file"`
	Rank int    `json:"rank"`
	Text string `json:"text"`
}

// hint is something to write, in words.
type hint struct {
	Kind string `json:"kind"` // as ask.Hint's
	Text string `json:"text"`
}

// adviceOf returns what there is to say to the author of a file.
func (s *Server) adviceOf(snapshot *generator.Snapshot, file string) advice {
	var a advice
	mentor, answer := ask.New(snapshot, s.words()).Advise(file)
	if mentor != nil {
		a.Found = &mentorSide{
			Asked: mentor.Asked, Closed: visible(mentor.Closed), Hints: []hint{}, Behind: mentor.Behind,
			Places: s.standings(mentor.Places), RuledOut: s.standings(mentor.RuledOut),
		}
		for _, h := range mentor.Hints {
			a.Found.Hints = append(a.Found.Hints, hint{h.Kind, visible(h.Text)})
		}
	}
	if answer != nil {
		a.Asked = &requestSide{Suggested: []standing{}}
		for _, one := range answer.Suggested {
			a.Asked.Suggested = append(a.Asked.Suggested, s.standing(one.Name, one.File, one.Rank, one.Evidence[0].Text))
		}
		if n := answer.Nobody; n != nil {
			text := n.Text
			if len(n.Closest) > 0 {
				text = n.Closest[0].Text
			}
			a.Asked.Nobody = visible(cmp.Or(text, "nothing that a mentor states answers anything that is asked for"))
		}
	}
	return a
}

func (s *Server) standings(places []ask.Place) []standing {
	all := []standing{}
	for _, p := range places {
		all = append(all, s.standing(p.Request, p.File, p.Rank, p.Text))
	}
	return all
}

func (s *Server) standing(name, file string, rank int, text string) standing {
	at := s.file(file)
	return standing{place{visible(name), at.Open}, at.Text, rank, visible(text)}
}

// visible writes what hides in a text, as diagnostics do.
func visible(text string) string { return diag.Diagnostic{Message: text}.Visible().Message }
