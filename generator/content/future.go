package content

import (
	"ithaca/generator/diag"
	"ithaca/generator/portal"
)

// FutureDate warns of something that is said to have happened and lies ahead: a
// consent or a confirmation that nobody can have given yet.
const FutureDate diag.Code = "future-date"

// graceDays is how far ahead of the portal's day an author may be: in Auckland it is
// tomorrow already while the clock of the run, in UTC, still says today.
const graceDays = 1

// future looks for days in profiles, stories and requests that are still to come.
func (l *linker) future(doc *Document) {
	today := l.portal.Today
	if today.IsZero() || !l.part(doc) {
		return
	}
	warn := func(key, what string, day portal.Date) {
		if day.After(today.AddDays(graceDays)) {
			l.diags.Warnf(doc.place(key), FutureDate, "write the day on which it really happened; today is "+today.String(),
				"%s on %s, which is still to come", what, day)
		}
	}
	switch item := doc.item.(type) {
	case *portal.Mentor:
		warn("confirmed", "the profile was confirmed", item.Confirmed)
		warn("consent", "the person agreed", item.Consent.Publish)
		if item.Photo != nil {
			warn("photo", "the person agreed to the picture", item.Photo.Consent)
		}
	case *portal.Story:
		warn("consent", "the person agreed", item.Consent.Publish)
	case *portal.Request:
		warn("consent", "the person agreed", item.Consent)
	}
}
