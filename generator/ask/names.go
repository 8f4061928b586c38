package ask

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

// Choices returns what can be written for a field of Fields that names things of the site:
// its cycles, or its topics.
func (m *Matching) Choices(field string) []Name {
	var names []Name
	if field == "cycle" {
		for _, cycle := range m.portal.Program.Cycles {
			names = append(names, Name{cycle.ID, cycle.Title})
		}
		return names
	}
	for _, topic := range m.portal.Topics.All() {
		names = append(names, Name{topic.Slug, topic.Title})
	}
	return names
}
