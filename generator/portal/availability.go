package portal

import "time"

// Status is whether a mentor takes people on.
type Status string

// The states a mentor can declare.
const (
	Open     Status = "open"
	Limited  Status = "limited"
	Waitlist Status = "waitlist"
	Paused   Status = "paused"
)

// Statuses returns every status, the most open first.
func Statuses() []Status { return []Status{Open, Limited, Waitlist, Paused} }

// Availability is what a mentor said about their places, and until when it can
// be relied on.
type Availability struct {
	Status        Status
	Until         Date
	Capacity      int  // people at a time; 0 when not stated, or stated as 0
	GroupCapacity int  // people in a group; likewise
	GroupMinimum  int  // with fewer people a group does not come about; 0 when not stated
	NoCapacity    bool // Capacity is stated as 0: a statement, unlike saying nothing
	NoGroup       bool // GroupCapacity is stated as 0
	Windows       []Window
}

// Window is a stretch of a week in a person's own time zone.
type Window struct {
	Day   time.Weekday
	Start int // minutes after midnight
	End   int // minutes after midnight, later than Start, at most 24 × 60
}

// Confirmed reports whether the availability can still be relied on.
func (a Availability) Confirmed(today Date) bool { return !today.After(a.Until) }

// Contact is the way to reach a mentor.
type Contact struct {
	Via     ContactWay
	URL     string // for a form or a link
	Address string // for e-mail; printed only with Via == ViaEmail
}

// ContactWay is a way to reach somebody.
type ContactWay string

// The ways to reach a mentor.
const (
	ViaOrganizer ContactWay = "organizer"
	ViaForm      ContactWay = "form"
	ViaLink      ContactWay = "link"
	ViaEmail     ContactWay = "email"
)

// ContactWays returns every way to reach a mentor.
func ContactWays() []ContactWay {
	return []ContactWay{ViaOrganizer, ViaForm, ViaLink, ViaEmail}
}
