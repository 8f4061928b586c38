package site

import "ithaca/generator/portal"

// Availability is whether a mentor takes people on, as of the portal's day.
type Availability struct {
	State  string      // open, limited, waitlist, paused, full, unconfirmed or over
	Until  portal.Date // until when it is confirmed, or was
	Places int         // how many people at a time; 0 when not stated
}

// The states of an availability besides those that mentors declare.
const (
	Full        = "full"        // they would take somebody on, but their places are taken, or they have none
	Unconfirmed = "unconfirmed" // it has run out
	Over        = "over"        // every cycle they take part in has ended
)

// Availability returns how a mentor is available today.
func (c *Catalog) Availability(m *portal.Mentor) Availability {
	places, _ := m.Places()
	a := Availability{State: string(m.Availability.Status), Until: m.Availability.Until, Places: places}
	switch closed := c.Portal.Closed(m); {
	case !m.Availability.Confirmed(c.Portal.Today):
		a.State, a.Places = Unconfirmed, 0
	case closed == portal.NoPlace || c.taken(m):
		a.State = Full
	case closed == portal.CycleOver:
		a.State = Over
	}
	return a
}

// CanTake reports whether a mentor has a place today: their file says so, and the
// pairs that were decided leave one.
func (c *Catalog) CanTake(m *portal.Mentor) bool {
	return c.Portal.HasPlaces(m) && !c.taken(m)
}

// OpenAmong counts the mentors who can take somebody on today. Every such
// number on every page comes from here.
func (c *Catalog) OpenAmong(mentors []*portal.Mentor) int {
	n := 0
	for _, m := range mentors {
		if c.CanTake(m) {
			n++
		}
	}
	return n
}

// taken reports whether all places that a mentor states are taken. Only those with whom
// a pair was decided have to be asked for.
func (c *Catalog) taken(m *portal.Mentor) bool {
	return c.decided[m.Slug] && c.Portal.HasPlaces(m) && !c.Matches().Takes(m)
}

// decided returns the slugs of the mentors with whom a pair was decided.
func decided(requests []*portal.Request) map[string]bool {
	with := map[string]bool{}
	for _, r := range requests {
		for _, d := range r.Decisions {
			if d.Do == portal.Lock || d.Do == portal.Accept {
				with[d.Mentor] = true
			}
		}
	}
	return with
}
