package content

import (
	"slices"

	"ithaca/generator/diag"
	"ithaca/generator/portal"
)

// NoContact warns of a portal that sends people to organizers and does not say where
// they are.
const NoContact diag.Code = "no-contact"

// checkContact warns of a missing address of the organizers where pages need it: for
// messages to mentors who are reached through them, and for new profiles, unless a
// repository takes them.
func (l *linker) checkContact() {
	program := l.portal.Program
	if program.Contact.URL != "" || program.Concerns.URL == "" { // without concerns, index.md itself could not be read
		return
	}
	sheet := slices.ContainsFunc(l.portal.Worksheets, func(w *portal.Worksheet) bool { return w.Produces == portal.ProfileProduct })
	through := slices.ContainsFunc(l.portal.Mentors, func(m *portal.Mentor) bool { return m.Contact.Via == portal.ViaOrganizer })
	what := ""
	switch {
	case through && program.Message == "":
		what = "messages to mentors go through the organizers"
	case sheet && program.Repository.URL == "":
		what = "people are asked to send in their profiles"
	default:
		return
	}
	l.diags.Warnf(diag.Position{File: "content/index.md"}, NoContact,
		"write `contact: {name: the organizers, url: \"mailto:hello@example.org\"}`; until then they go where concerns are reported",
		"%s, and nothing says where that is", what)
}
