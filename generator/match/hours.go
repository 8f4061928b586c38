package match

import (
	"ithaca/generator/match/hours"
	"ithaca/generator/portal"
)

// newSeasons returns the weeks of every cycle, and the one from today, by the
// days on which they start.
func newSeasons(p *portal.Portal) map[portal.Date]*hours.Season {
	seasons := map[portal.Date]*hours.Season{}
	for _, c := range p.Program.Cycles {
		if seasons[c.Start] == nil {
			seasons[c.Start] = hours.NewSeason(c.Start.Time(), weeksOf(&c))
		}
	}
	if seasons[p.Today] == nil {
		seasons[p.Today] = hours.NewSeason(p.Today.Time(), 1)
	}
	return seasons
}

// weeksOf returns how many weeks a cycle has: half a year where it does not say.
func weeksOf(c *portal.Cycle) int {
	const usual, most = 26, 104
	if c.End.IsZero() || c.End.Before(c.Start) {
		return usual
	}
	return min(most, (c.Start.DaysUntil(c.End)+7)/7)
}

// ownHours is when a mentor is free in the weeks of a cycle.
type ownHours struct {
	season *hours.Season
	clock  *hours.Clock // nil where the zone is not known
	free   hours.Free
	enough int // minutes a week for two meetings
}

// usualMeeting is how long a meeting is taken to be where a mentor does not say,
// in minutes.
const usualMeeting = 60

// hoursAt returns a mentor's hours in a cycle. Those of the last cycle asked for are
// cached: nearly all requests are for the same one.
func (e *entry) hoursAt(s *hours.Season) *ownHours {
	if kept := e.hours.Load(); kept != nil && kept.season == s {
		return kept
	}
	zone, windows, meeting := e.mentor.Timezone, e.mentor.Availability.Windows, usualMeeting
	if cadence := e.mentor.Cadence; cadence != nil && cadence.Minutes > 0 {
		meeting = cadence.Minutes
	}
	h := &ownHours{s, s.Clock(zone), s.Free(weekly(windows), zone), 2 * meeting}
	e.hours.Store(h)
	return h
}

// weekly returns windows for package hours.
func weekly(windows []portal.Window) []hours.Window {
	all := make([]hours.Window, len(windows))
	for i, w := range windows {
		all[i] = hours.Window(w)
	}
	return all
}
