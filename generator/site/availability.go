package site

import "ithaca/generator/portal"

// Availability is whether a mentor takes people on, as of the portal's day.
type Availability struct {
	State  string      // open, limited, waitlist, paused, full or unconfirmed
	Until  portal.Date // until when it is confirmed, or was
	Places int         // how many people at a time; 0 when not stated
}

// The states of an availability besides those that mentors declare.
const (
	Full        = "full"        // they would take somebody on, but their places are taken
	Unconfirmed = "unconfirmed" // it has run out
)

// Availability returns how a mentor is available today.
func (c *Catalog) Availability(m *portal.Mentor) Availability {
	a := m.Availability
	switch {
	case !a.Confirmed(c.Portal.Today):
		return Availability{State: Unconfirmed, Until: a.Until}
	case c.full[m.Slug]:
		return Availability{State: Full, Until: a.Until, Places: a.Capacity}
	}
	return Availability{State: string(a.Status), Until: a.Until, Places: a.Capacity}
}

// CanTake reports whether a mentor has a place today: they say so, it is still
// confirmed, and the pairs that were decided leave one.
func (c *Catalog) CanTake(m *portal.Mentor) bool {
	return m.Availability.HasPlaces(c.Portal.Today) && !c.full[m.Slug]
}

// OpenAmong counts the mentors who can take somebody on today. Every number of
// free places on every page comes from here.
func (c *Catalog) OpenAmong(mentors []*portal.Mentor) int {
	n := 0
	for _, m := range mentors {
		if c.CanTake(m) {
			n++
		}
	}
	return n
}

// withoutPlaces returns the mentors who say that they have places, all of which
// are taken. Only those with whom a pair was decided have to be asked for.
func (c *Catalog) withoutPlaces() map[string]bool {
	full := map[string]bool{}
	for _, r := range c.Portal.Requests {
		for _, d := range r.Decisions {
			if d.Do != portal.Lock && d.Do != portal.Accept || full[d.Mentor] {
				continue
			}
			m := portal.Find(c.Portal.Mentors, d.Mentor)
			if m != nil && m.Availability.HasPlaces(c.Portal.Today) && !c.Matches().Takes(m) {
				full[d.Mentor] = true
			}
		}
	}
	return full
}
