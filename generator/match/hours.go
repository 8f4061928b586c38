package match

import (
	"cmp"
	"slices"
	"sync"
	"time"

	"ithaca/generator/portal"
	"ithaca/generator/zone"
)

// week is the length of a week in minutes.
const week = 7 * 24 * 60

// span is a stretch of time in minutes since the start of a week in UTC, its end
// excluded.
type span struct{ from, until int }

// newWeeks returns the clocks of every week that can be asked for: from the day on
// which a cycle starts, and from today.
func newWeeks(p *portal.Portal) map[portal.Date]*clocks {
	weeks := map[portal.Date]*clocks{p.Today: {start: p.Today}}
	for _, c := range p.Program.Cycles {
		weeks[c.Start] = &clocks{start: c.Start}
	}
	return weeks
}

// clocks knows what the clocks of each zone show in the seven days from a start.
// It is safe for concurrent use.
type clocks struct {
	start portal.Date
	zones sync.Map // name → *clock
}

// clock is one zone's offsets from UTC over the week.
type clock struct {
	pieces []piece
	first  int // the offset at the start, in minutes
}

// piece is a part of the week in which a zone's offset does not change.
type piece struct {
	span
	offset int // minutes that the clocks are ahead of UTC
}

// of returns a zone's clock, or nil for a zone that is not known.
func (c *clocks) of(name string) *clock {
	if found, ok := c.zones.Load(name); ok {
		return found.(*clock)
	}
	location, err := zone.Load(name)
	if name == "" || err != nil {
		return nil
	}
	made := &clock{}
	start := c.start.Time()
	for from := 0; from < week; {
		at := start.Add(time.Duration(from) * time.Minute).In(location)
		_, seconds := at.Zone()
		until := week
		if _, change := at.ZoneBounds(); !change.IsZero() {
			if minutes := int(change.Sub(start) / time.Minute); minutes < week {
				until = max(minutes, from+1)
			}
		}
		made.pieces = append(made.pieces, piece{span{from, until}, seconds / 60})
		from = until
	}
	made.first = made.pieces[0].offset
	c.zones.Store(name, made)
	return made
}

// free returns when somebody is free in the week that begins at the clocks' start,
// sorted and apart from each other: their windows, which recur weekly on their
// own zone's clocks, in UTC. Where the clocks change within the week a window
// moves with them.
func (c *clocks) free(windows []portal.Window, name string) []span {
	at := c.of(name)
	if at == nil || len(windows) == 0 {
		return nil
	}
	weekday := int(c.start.Time().Weekday())
	var spans []span
	for _, p := range at.pieces {
		for _, w := range windows {
			from := (int(w.Day)-weekday)*24*60 + w.Start - p.offset
			for shift := -week; shift <= week; shift += week {
				s := span{max(from+shift, p.from), min(from+shift+w.End-w.Start, p.until)}
				if s.from < s.until {
					spans = append(spans, s)
				}
			}
		}
	}
	return merged(spans)
}

// ownHours is what the clocks of a week say of one mentor.
type ownHours struct {
	clocks *clocks
	clock  *clock // nil where the zone is not known
	free   []span
	stated bool // whether they say when they are free
	enough int  // minutes a week that are time enough: two meetings
}

// usualMeeting is how long a meeting is taken to be where a mentor does not say,
// in minutes.
const usualMeeting = 60

// hoursAt returns a mentor's hours in a week. Those of the week that was asked for
// last are kept: nearly all requests ask for the same one.
func (e *entry) hoursAt(c *clocks) *ownHours {
	if kept := e.hours.Load(); kept != nil && kept.clocks == c {
		return kept
	}
	zone, windows, meeting := e.mentor.Timezone, e.mentor.Availability.Windows, usualMeeting
	if cadence := e.mentor.Cadence; cadence != nil && cadence.Minutes > 0 {
		meeting = cadence.Minutes
	}
	h := &ownHours{c, c.of(zone), c.free(windows, zone), len(windows) > 0, 2 * meeting}
	e.hours.Store(h)
	return h
}

// merged sorts spans and joins those that touch.
func merged(spans []span) []span {
	slices.SortFunc(spans, func(a, b span) int {
		return cmp.Or(cmp.Compare(a.from, b.from), cmp.Compare(a.until, b.until))
	})
	joined := spans[:0]
	for _, s := range spans {
		if last := len(joined) - 1; last >= 0 && s.from <= joined[last].until {
			joined[last].until = max(joined[last].until, s.until)
			continue
		}
		joined = append(joined, s)
	}
	return joined
}

// shared counts the minutes that two people are free at the same time.
func shared(a, b []span) int {
	minutes := 0
	for len(a) > 0 && len(b) > 0 {
		if both := min(a[0].until, b[0].until) - max(a[0].from, b[0].from); both > 0 {
			minutes += both
		}
		if a[0].until < b[0].until {
			a = a[1:]
		} else {
			b = b[1:]
		}
	}
	return minutes
}

// apart returns how many minutes two clocks differ, at most half a day: someone
// twelve hours ahead is as far away as someone twelve hours behind.
func apart(a, b int) int {
	d := a - b
	if d < 0 {
		d = -d
	}
	return min(d, 24*60-d)
}
