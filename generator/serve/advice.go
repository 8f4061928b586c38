package serve

import (
	"ithaca/generator"
	"ithaca/generator/ask"
)

// adviceOf returns what there is to say to the author of a file of how a page is matched,
// with lists that lead to files.
func (s *Server) adviceOf(snapshot *generator.Snapshot, file string) ask.Advice {
	advice := ask.New(snapshot, s.words()).Advise(file)
	if found := advice.Found; found != nil {
		s.lead(found.Places)
		s.lead(found.RuledOut)
	}
	if asked := advice.Asked; asked != nil {
		s.lead(asked.Suggested)
	}
	return advice
}

// lead names files as in the terminal, and makes places lead to them.
func (s *Server) lead(places []ask.Place) {
	for i := range places {
		at := s.file(places[i].File)
		places[i].File, places[i].Open = at.Text, at.Open
	}
}
