package serve

import (
	"ithaca/generator"
	"ithaca/generator/diag"
)

// advice is what the bar says of how a page is matched. Where it is a mentor's,
// Found is set; where it is a request's, Asked.
type advice struct {
	Found *mentorSide  `json:"found,omitempty"`
	Asked *requestSide `json:"asked,omitempty"`
}

// mentorSide is generator.MentorAdvice as the page reads it.
type mentorSide struct {
	Asked    int        `json:"asked"` // how many look for somebody
	Closed   string     `json:"closed"`
	Places   []standing `json:"places"`
	Behind   int        `json:"behind"`
	RuledOut []standing `json:"ruledOut"`
	Hints    []hint     `json:"hints"`
}

// requestSide is generator.RequestAdvice likewise.
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

// hint is something to write; its words stand in live.html, by its kind.
type hint struct {
	Kind     string   `json:"kind"`
	Words    []string `json:"words"`
	Day      string   `json:"day"`
	Requests int      `json:"requests"`
}

func (s *Server) adviceOf(n generator.Notes) advice {
	var a advice
	if m := n.Mentor; m != nil {
		a.Found = &mentorSide{Asked: m.Asked, Closed: visible(m.Closed), Hints: []hint{}, Behind: m.Behind, Places: s.standings(m.Places), RuledOut: s.standings(m.RuledOut)}
		for _, h := range m.Hints {
			a.Found.Hints = append(a.Found.Hints, hint{string(h.Kind), allVisible(h.Words), h.Day, h.Requests})
		}
	}
	if r := n.Request; r != nil {
		a.Asked = &requestSide{Nobody: visible(r.Nobody), Suggested: []standing{}}
		for i, p := range r.Suggested {
			a.Asked.Suggested = append(a.Asked.Suggested, s.standing(p.Name, p.Source, i+1, p.Text))
		}
	}
	return a
}

func (s *Server) standings(places []generator.RequestPlace) []standing {
	all := []standing{}
	for _, p := range places {
		all = append(all, s.standing(p.Request, p.Source, p.Rank, p.Text))
	}
	return all
}

func (s *Server) standing(name, file string, rank int, text string) standing {
	at := s.file(file)
	return standing{place{visible(name), at.Open}, at.Text, rank, visible(text)}
}

// visible writes what hides in a text, as diagnostics do.
func visible(text string) string { return diag.Diagnostic{Message: text}.Visible().Message }

func allVisible(texts []string) []string {
	all := []string{}
	for _, t := range texts {
		all = append(all, visible(t))
	}
	return all
}
