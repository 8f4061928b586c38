package upkeep

import (
	"cmp"
	"fmt"
	"slices"

	"ithaca/generator/contacts"
	"ithaca/generator/content"
	"ithaca/generator/portal"
)

// mentor adds a line about a mentor.
func (s *status) mentor(m *portal.Mentor, since portal.Date, settle, format string, args ...any) {
	s.add(Line{Who: m.Slug, Text: m.Name + ": " + fmt.Sprintf(format, args...), Since: since.String(), Settle: settle, File: m.File})
}

// ending finds availabilities that have ended or are about to.
func ending(s *status) {
	for _, m := range s.portal.Mentors {
		until, settle := m.Availability.Until, "ithaca people confirm "+m.Slug
		switch {
		case content.Aged(m, s.today):
		case until.Before(s.today):
			s.mentor(m, until, settle, "%s, ended on %s", m.Availability.Status, until)
		case until.Before(s.today.AddDays(s.Before + 1)):
			s.mentor(m, until, settle, "%s, ends on %s", m.Availability.Status, until)
		}
	}
}

// unconfirmed finds profiles that nobody has confirmed for six months.
func unconfirmed(s *status) {
	for _, m := range s.portal.Mentors {
		if content.Aged(m, s.today) {
			s.mentor(m, m.Confirmed, "ithaca people confirm "+m.Slug, "last confirmed on %s", m.Confirmed)
		}
	}
}

// outdated finds consents to an older privacy notice.
func outdated(s *status) {
	s.warned(content.OutdatedConsent, func(l *Line) {
		if slug := s.slugOf(l.File); slug != "" {
			l.Who, l.Settle = slug, "ithaca people confirm "+slug+" --consent"
		}
	})
}

// overfull finds mentors with more people than places.
func overfull(s *status) {
	for _, m := range s.portal.Mentors {
		if places, stated := m.Places(); stated && s.taken[m.Slug] > places {
			settle := fmt.Sprintf("ithaca people confirm %s --capacity %d --unasked", m.Slug, s.taken[m.Slug])
			if m.Availability.Capacity == 0 && m.Availability.GroupCapacity > 0 {
				settle = "raise `group_capacity`, or end a pair"
			}
			s.mentor(m, portal.Date{}, settle, "%d people, and %d places", s.taken[m.Slug], places)
		}
	}
}

// full finds mentors whose profile says open, and whose places are all taken.
func full(s *status) {
	for _, m := range s.portal.Mentors {
		places, stated := m.Places()
		if stated && places > 0 && s.taken[m.Slug] == places && s.portal.HasPlaces(m) {
			s.mentor(m, portal.Date{}, "ithaca people confirm "+m.Slug+" --full --unasked", "%s, and every place is taken (%d)", m.Availability.Status, places)
		}
	}
}

// cyclesOver finds mentors who say that they are open, for cycles that are over.
func cyclesOver(s *status) {
	for _, m := range s.portal.Mentors {
		if s.portal.Closed(m) != portal.CycleOver {
			continue
		}
		settle := "ithaca people confirm " + m.Slug + " --status paused --unasked"
		if next := s.next(); next != nil {
			settle = "ithaca people confirm " + m.Slug + " --cycle " + next.ID
		}
		s.mentor(m, portal.Date{}, settle, "%s for a cycle that is over", m.Availability.Status)
	}
}

// next returns the cycle that begins next, nil for none.
func (s *status) next() *portal.Cycle {
	var next *portal.Cycle
	for i := range s.portal.Program.Cycles {
		c := &s.portal.Program.Cycles[i]
		if phase := c.Phase(s.today); phase != portal.Ended && phase != portal.Running && (next == nil || c.Start.Before(next.Start)) {
			next = c
		}
	}
	return next
}

// twins finds profiles that seem to be of one person.
func twins(s *status) {
	s.warned(content.SamePerson, func(l *Line) {
		l.Who = cmp.Or(s.slugOf(l.File), l.Who)
		l.Settle = s.leave("mentors/" + s.slugOf(l.File))
	})
}

// unreachable finds people whose address the contacts do not hold.
func unreachable(s *status) {
	if s.ContactsFile == "" {
		return
	}
	lacks := func(slug, other string) bool { // an entry may not say of which kind it is
		return !slices.ContainsFunc(s.Contacts, func(c contacts.Contact) bool { return c.Email != "" && c.Slug == slug && !c.Is(other) })
	}
	settle := "add a line with an address to " + s.ContactsFile
	for _, m := range s.portal.Mentors {
		if lacks(m.Slug, "requests") {
			s.mentor(m, portal.Date{}, settle, "no address")
		}
	}
	for _, r := range s.portal.Requests {
		if lacks(r.Slug, "mentors") && !s.portal.Over([]string{r.Cycle}) {
			s.add(Line{Who: r.Slug, Text: r.Slug + ": no address", Settle: settle, File: r.File})
		}
	}
}

// Unconfirmed returns the mentors who are to be asked whether their profiles still hold, by
// the names of their files.
func Unconfirmed(lines []Line) []string {
	var slugs []string
	for _, line := range lines {
		if line.Kind == "availability" || line.Kind == "unconfirmed" {
			slugs = append(slugs, line.Who)
		}
	}
	return slugs
}
