package portal

import (
	"cmp"
	"fmt"
	"time"

	"ithaca/generator/zone"
)

// Event is something that takes place, once or again and again.
type Event struct {
	Item
	Title     string
	Start     Moment
	End       Moment // the zero value when not stated
	Weeks     int    // it takes place every so many weeks; 0 for once
	Until     Date   // the last day of a recurring event; none when not stated
	Timezone  string // IANA name, in which Start and End are meant
	Kind      EventKind
	Format    Format
	Location  string
	URL       string
	Hosts     []string // slugs of mentors
	Audience  []Audience
	Cycle     string // id
	Register  string // URL
	Size      GroupSize
	Status    EventStatus
	Topics    []TopicRef
	Languages []string
}

// GroupSize is how many people can take part; 0 where not stated.
type GroupSize struct{ Min, Max int }

// EventKind is what takes place.
type EventKind string

// Deadline is the kind of event at which nobody meets.
const Deadline EventKind = "deadline"

// EventKinds returns every kind of event.
func EventKinds() []EventKind {
	return []EventKind{"office-hours", "workshop", "circle", "group", "intro", "celebration", Deadline}
}

// EventStatus is whether an event takes place as planned.
type EventStatus string

// States of an event.
const (
	Planned   EventStatus = "planned"
	Moved     EventStatus = "moved"
	Cancelled EventStatus = "cancelled"
)

// EventStatuses returns every state of an event.
func EventStatuses() []EventStatus { return []EventStatus{Planned, "full", Moved, Cancelled} }

// Moment is a day and a time of day on the clocks of some place.
type Moment struct {
	Day    Date
	Minute int // after midnight
}

// IsZero tells that no moment was given.
func (m Moment) IsZero() bool { return m.Day.IsZero() }

// In returns the moment on the clocks of a zone. Of a time that the clocks show
// twice it is the first, as in calendars (RFC 5545); one that they skip is moved as
// by time.Date.
func (m Moment) In(location *time.Location) time.Time {
	wall := m.Day.Time().Add(time.Duration(m.Minute) * time.Minute)
	if found := zone.Moments(location, wall); len(found) > 0 {
		return found[0]
	}
	return time.Date(m.Day.Year, m.Day.Month, m.Day.Day, m.Minute/60, m.Minute%60, 0, 0, location)
}

// Clock returns the time of day as 18:05.
func (m Moment) Clock() string { return fmt.Sprintf("%02d:%02d", m.Minute/60, m.Minute%60) }

// Before reports whether m is earlier than n on the same clocks.
func (m Moment) Before(n Moment) bool { return m.Compare(n) < 0 }

// Compare returns -1, 0 or 1 where m is earlier than n on the same clocks, the same
// or later.
func (m Moment) Compare(n Moment) int {
	return cmp.Or(m.Day.Time().Compare(n.Day.Time()), cmp.Compare(m.Minute, n.Minute))
}

// Next returns the day on which the event next takes place, from a day on; the
// zero Date when it has taken place for the last time.
func (e *Event) Next(today Date) Date {
	day := e.Start.Day
	if day.Before(today) {
		if e.Weeks == 0 {
			return Date{}
		}
		behind := day.DaysUntil(today)
		step := 7 * e.Weeks
		day = day.AddDays((behind + step - 1) / step * step)
	}
	if !e.Until.IsZero() && day.After(e.Until) {
		return Date{}
	}
	return day
}

// NextStart returns when an event next takes place, from a day on; the zero Moment
// when it is over.
func (e *Event) NextStart(today Date) Moment {
	if day := e.Next(today); !day.IsZero() {
		return Moment{Day: day, Minute: e.Start.Minute}
	}
	return Moment{}
}
