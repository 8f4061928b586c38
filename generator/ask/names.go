package ask

import (
	"ithaca/generator/content/kinds"
	"ithaca/generator/zone"
)

// Name is how something is called in a file, and what people call it, which may be "".
type Name struct{ Name, Title string }

// Mentors returns the mentors by name.
func (m *Matching) Mentors() []Name {
	var names []Name
	for _, one := range m.portal.Mentors {
		names = append(names, Name{one.Slug, one.Name})
	}
	return names
}

// Requests returns the requests by pseudonym.
func (m *Matching) Requests() []Name {
	var names []Name
	for _, one := range m.portal.Requests {
		names = append(names, Name{Name: one.Slug})
	}
	return names
}

// Choices returns what can be written for a field of Fields as far as that is known:
// the topics of the site, its cycles, the words of a closed set.
func (m *Matching) Choices(field string) []Name {
	var names []Name
	switch field {
	case "needs", "goals", "move":
		for _, topic := range m.portal.Topics.All() {
			names = append(names, Name{topic.Slug, topic.Title})
		}
	case "cycle":
		for _, cycle := range m.portal.Program.Cycles {
			names = append(names, Name{cycle.ID, cycle.Title})
		}
	case "values":
		names = untitled(m.portal.Program.Values)
	case "timezone":
		names = untitled(zone.Names())
	default:
		names = untitled(kinds.Words(field))
	}
	return names
}

func untitled(words []string) []Name {
	names := make([]Name, len(words))
	for i, word := range words {
		names[i] = Name{Name: word}
	}
	return names
}
