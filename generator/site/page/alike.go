package page

import (
	"slices"

	"ithaca/generator/match"
	"ithaca/generator/portal"
	"ithaca/generator/site"
)

// Alike is whom else to ask, as a profile says it.
type Alike struct {
	Full        bool         // they have no place now, or have not confirmed it: the others come first
	Others      []Other      // who can be asked for the same
	Complements []Complement // who covers what they do not
}

// Other is a mentor who can be asked for the same as another.
type Other struct {
	site.Link
	Role   string
	Topics []string // of theirs, those that are the same or close
}

// Complement is a mentor who works in the same field as another and covers what
// the other does not.
type Complement struct {
	site.Link
	Role   string
	Covers site.Link
}

// How much a profile shows beside itself.
const (
	shownOthers      = 3
	moreOthers       = 6 // for a mentor without a place
	shownComplements = 2
)

func (pl views) alike(m *portal.Mentor) Alike {
	v := Alike{Full: !pl.CanTake(m)}
	others := shownOthers
	if v.Full {
		others = moreOthers
	}
	alike, complements := pl.Matches().Around(m, others, shownComplements)
	for i := range alike {
		v.Others = append(v.Others, pl.other(&alike[i]))
	}
	for _, c := range complements {
		v.Complements = append(v.Complements, Complement{pl.toMentor(c.Mentor), c.Mentor.Role, pl.toTopic(c.Covers)})
	}
	return v
}

func (pl views) other(s *match.Suggestion) Other {
	o := Other{Link: pl.toMentor(s.Mentor), Role: s.Mentor.Role}
	for i := range s.Evidence {
		if by := s.Evidence[i].By; by != nil && len(o.Topics) < namedTopics {
			if !slices.Contains(o.Topics, by.Title) {
				o.Topics = append(o.Topics, by.Title)
			}
		}
	}
	return o
}
