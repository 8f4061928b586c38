package portal

import (
	"slices"
	"time"
)

// Closed is why a mentor takes nobody on.
type Closed string

// The reasons, in the order in which they are looked for.
const (
	ByStatus    Closed = "status"      // on a waiting list, or paused
	Unconfirmed Closed = "unconfirmed" // what they said has run out
	NoPlace     Closed = "no-place"    // they state that they take 0 people
	CycleOver   Closed = "cycle-over"  // every cycle they take part in has ended
)

// Closed returns why a mentor takes nobody on today, as far as their own file
// tells; it is "" when they have places. Every answer to whether somebody is open
// comes from here. That decided pairs leave a place is added by match.Index.Takes, which
// suggestions ask, and site.Catalog.CanTake, which pages ask. Who asks HasPlaces itself
// tells a mentor whose places are taken from one who has none.
func (p *Portal) Closed(m *Mentor) Closed {
	a := m.Availability
	if a.Status != Open && a.Status != Limited {
		return ByStatus
	}
	if !a.Confirmed(p.Today) {
		return Unconfirmed
	}
	if n, stated := m.Places(); stated && n == 0 {
		return NoPlace
	}
	if p.Over(m.Cycles) {
		return CycleOver
	}
	return ""
}

// HasPlaces reports whether a mentor takes people on today, as far as their own
// file tells.
func (p *Portal) HasPlaces(m *Mentor) bool { return p.Closed(m) == "" }

// Over reports whether cycles are named and every one of them has ended. One that
// the program does not know has not.
func (p *Portal) Over(ids []string) bool {
	ended := func(id string) bool {
		for i := range p.Program.Cycles { // not copied: every mentor is asked about more than once
			if c := &p.Program.Cycles[i]; c.ID == id {
				return c.Phase(p.Today) == Ended
			}
		}
		return false
	}
	return len(ids) > 0 && !slices.ContainsFunc(ids, func(id string) bool { return !ended(id) })
}

// Places returns how many people a mentor takes on at a time, and whether that is
// stated at all. Who meets people only in groups takes as many as the group holds.
func (m *Mentor) Places() (n int, stated bool) {
	a := m.Availability
	switch {
	case m.onlyGroups() && a.NoGroup:
		return 0, true
	case m.inGroup():
		return a.GroupCapacity, true
	}
	return a.Capacity, a.Capacity > 0 || a.NoCapacity
}

// MinimumPeople returns with how many people at least the places of a mentor are used;
// 0 where they are not those of a group, or none is stated.
func (m *Mentor) MinimumPeople() int {
	if !m.inGroup() {
		return 0
	}
	return m.Availability.GroupMinimum
}

func (m *Mentor) onlyGroups() bool { return len(m.Kinds) == 1 && m.Kinds[0] == Group }

// inGroup reports whether the places of a mentor are those of a group.
func (m *Mentor) inGroup() bool {
	a := m.Availability
	groups := len(m.Kinds) == 0 || slices.Contains(m.Kinds, Group)
	return a.Capacity == 0 && a.GroupCapacity > 0 && (m.onlyGroups() || groups && a.NoCapacity)
}

// OpenKinds returns the kinds of mentoring that a mentor offers, without those for
// which they state that they take 0 people. None means that nothing is stated.
func (m *Mentor) OpenKinds() []Kind {
	a := m.Availability
	if !a.NoGroup && !a.NoCapacity {
		return m.Kinds
	}
	offered := m.Kinds
	if len(offered) == 0 {
		offered = Kinds()
	}
	return slices.DeleteFunc(slices.Clone(offered), func(k Kind) bool {
		return k == Group && a.NoGroup || k != Group && a.NoCapacity
	})
}

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
