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

// span is a stretch of time in minutes since the start of a week, or of a cycle, in
// UTC, its end excluded.
type span struct{ from, until int }

// newSeasons returns the clocks of every cycle, and of the week from today, by the
// days on which they start.
func newSeasons(p *portal.Portal) map[portal.Date]*clocks {
	seasons := map[portal.Date]*clocks{}
	for _, c := range p.Program.Cycles {
		if seasons[c.Start] == nil {
			seasons[c.Start] = &clocks{start: c.Start, weeks: weeksOf(&c)}
		}
	}
	if seasons[p.Today] == nil {
		seasons[p.Today] = &clocks{start: p.Today, weeks: 1}
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

// clocks knows what the clocks of each zone show in the weeks from a start. It is
// safe for concurrent use.
type clocks struct {
	start portal.Date
	weeks int
	zones sync.Map // name → *clock
}

// clock is one zone's offsets from UTC over the weeks.
type clock struct {
	pieces []piece
	first  int // the offset at the start, in minutes
}

// piece is a part of the weeks in which a zone's offset does not change.
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
	start, all := c.start.Time(), c.weeks*week
	for from := 0; from < all; {
		at := start.Add(time.Duration(from) * time.Minute).In(location)
		_, seconds := at.Zone()
		until := all
		if _, change := at.ZoneBounds(); !change.IsZero() {
			if minutes := int(change.Sub(start) / time.Minute); minutes < all {
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

// stretch is some weeks, one after another, in which somebody is free at the same
// times.
type stretch struct {
	weeks int
	free  []span // sorted and apart from each other
}

// free returns when somebody is free in each week: their windows, which recur
// weekly on their own zone's clocks, in UTC. Where the clocks change within a week
// a window moves with them.
func (c *clocks) free(windows []portal.Window, name string) []stretch {
	at := c.of(name)
	if at == nil || len(windows) == 0 {
		return nil
	}
	var all []stretch
	for _, p := range at.pieces {
		for p.from < p.until {
			end := p.from/week*week + week
			if len(all) > 0 && p.from%week != 0 { // the clocks have changed within the week
				last := &all[len(all)-1]
				last.free = merged(append(last.free, c.inPiece(windows, p, end)...))
				p.from = min(end, p.until)
				continue
			}
			weeks := max(1, (p.until-p.from)/week)
			all = append(all, stretch{weeks, merged(c.inPiece(windows, p, end))})
			p.from = min(p.from+weeks*week, p.until)
		}
	}
	return all
}

// inPiece returns the windows in the week of a piece's start that ends at a minute,
// as far as they lie in the piece.
func (c *clocks) inPiece(windows []portal.Window, p piece, end int) []span {
	weekday, begin := int(c.start.Time().Weekday()), end-week
	var spans []span
	for _, w := range windows {
		from := (int(w.Day)-weekday)*24*60 + w.Start - p.offset
		for shift := -week; shift <= week; shift += week {
			s := span{max(from+shift, p.from-begin, 0), min(from+shift+w.End-w.Start, p.until-begin, week)}
			if s.from < s.until {
				spans = append(spans, s)
			}
		}
	}
	return spans
}

// ownHours is what the clocks of a cycle say of one mentor.
type ownHours struct {
	clocks *clocks
	clock  *clock // nil where the zone is not known
	free   []stretch
	enough int // minutes a week that are time enough: two meetings
}

// usualMeeting is how long a meeting is taken to be where a mentor does not say,
// in minutes.
const usualMeeting = 60

// hoursAt returns a mentor's hours in a cycle. Those of the one that was asked for
// last are kept: nearly all requests ask for the same one.
func (e *entry) hoursAt(c *clocks) *ownHours {
	if kept := e.hours.Load(); kept != nil && kept.clocks == c {
		return kept
	}
	zone, windows, meeting := e.mentor.Timezone, e.mentor.Availability.Windows, usualMeeting
	if cadence := e.mentor.Cadence; cadence != nil && cadence.Minutes > 0 {
		meeting = cadence.Minutes
	}
	h := &ownHours{c, c.of(zone), c.free(windows, zone), 2 * meeting}
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

// sharing is how many minutes a week two people are free at the same time: in the
// median week, and in how many weeks of all at least so many, or none where it is
// none.
type sharing struct{ minutes, weeks, of int }

// share compares two people's weeks.
func share(a, b []stretch) sharing {
	type some struct{ minutes, weeks int }
	var all []some
	s := sharing{}
	for i, j, left, right := 0, 0, 0, 0; i < len(a) && j < len(b); {
		weeks := min(a[i].weeks-left, b[j].weeks-right)
		all = append(all, some{sharedMinutes(a[i].free, b[j].free), weeks})
		s.of += weeks
		if left += weeks; left == a[i].weeks {
			i, left = i+1, 0
		}
		if right += weeks; right == b[j].weeks {
			j, right = j+1, 0
		}
	}
	slices.SortFunc(all, func(a, b some) int { return cmp.Compare(a.minutes, b.minutes) })
	passed := 0
	for _, one := range all {
		if passed += one.weeks; 2*passed >= s.of {
			s.minutes = one.minutes
			break
		}
	}
	for _, one := range all {
		if one.minutes == s.minutes || s.minutes > 0 && one.minutes > s.minutes {
			s.weeks += one.weeks
		}
	}
	return s
}

// sharedMinutes counts the minutes of a week that two people are free at the same
// time.
func sharedMinutes(a, b []span) int {
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
