package content

import (
	"ithaca/generator/content/kinds"
	"ithaca/generator/diag"
	"ithaca/generator/portal"
)

// NotConfirmed warns of a profile that nobody has confirmed for six months.
const NotConfirmed diag.Code = "not-confirmed"

// Aged reports whether a profile was last confirmed longer ago than any availability can
// be promised ahead.
func Aged(m *portal.Mentor, today portal.Date) bool {
	return !m.Confirmed.IsZero() && m.Confirmed.DaysUntil(today) > kinds.MaxConfirmed
}

// notConfirmed looks for a profile that nobody has confirmed for six months.
func (l *linker) notConfirmed(doc *Document) {
	m, ok := doc.item.(*portal.Mentor)
	if !ok || !l.part(doc) || !Aged(m, l.portal.Today) {
		return
	}
	l.diags.Warnf(doc.place("confirmed"), NotConfirmed, "ask whether it still holds: `ithaca people confirm "+m.Slug+"` writes the days",
		"the profile was last confirmed on %s, more than six months ago", m.Confirmed)
}
