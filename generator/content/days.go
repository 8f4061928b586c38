package content

import (
	"ithaca/generator/content/kinds"
	"ithaca/generator/diag"
	"ithaca/generator/portal"
)

// FutureDate warns of a past event with a date in the future: a
// consent or a confirmation that nobody can have given yet.
const FutureDate diag.Code = "future-date"

// graceDays is how far ahead of the portal's day an author may be: in Auckland it is
// tomorrow already while the clock of the run, in UTC, still says today.
const graceDays = 1

// checkFutureDates warns of days in profiles, stories and requests that are in the future.
func (l *linker) checkFutureDates(doc *Document) {
	today := l.portal.Today
	if today.IsZero() || !l.included(doc) {
		return
	}
	warn := func(key, what string, day portal.Date) {
		if day.After(today.AddDays(graceDays)) {
			l.diags.Warnf(doc.position(key), FutureDate, "write the day on which it really happened; today is "+today.String(),
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

// NotConfirmed warns of a profile that nobody has confirmed for six months.
const NotConfirmed diag.Code = "not-confirmed"

// Aged reports whether a profile was last confirmed more than kinds.MaxConfirmed days ago.
func Aged(m *portal.Mentor, today portal.Date) bool {
	return !m.Confirmed.IsZero() && m.Confirmed.DaysUntil(today) > kinds.MaxConfirmed
}

// checkConfirmed warns of a profile that is Aged.
func (l *linker) checkConfirmed(doc *Document) {
	m, ok := doc.item.(*portal.Mentor)
	if !ok || !l.included(doc) || !Aged(m, l.portal.Today) {
		return
	}
	l.diags.Warnf(doc.position("confirmed"), NotConfirmed, "ask whether it still holds: `ithaca people confirm "+m.Slug+"` writes the days",
		"the profile was last confirmed on %s, more than six months ago", m.Confirmed)
}

// CycleOver warns of an open status where every cycle that is named has ended.
const CycleOver diag.Code = "cycle-over"

// checkCycles warns of a mentor with the status open whose cycles have all ended.
func (l *linker) checkCycles(doc *Document) {
	m, ok := doc.item.(*portal.Mentor)
	if !ok || !l.included(doc) || l.portal.Closed(m) != portal.CycleOver {
		return
	}
	l.diags.Warnf(doc.position("cycles"), CycleOver, "add the next cycle, leave `cycles` out to take part in all, or write `status: paused`",
		"every cycle that the profile names is over, so that it is not shown as open")
}
