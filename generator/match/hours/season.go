// Package hours compares when people are free in the weeks of a season, whatever
// the clocks of their time zones show.
//
// It takes windows that recur weekly on the clocks of a zone, and returns how many
// minutes a week two people share, and in how many weeks. It does not know who they
// are.
package hours

import (
	"sync"
	"time"

	"ithaca/generator/zone"
)

// week is the length of a week in minutes.
const week = 7 * 24 * 60

// span is a stretch of time in minutes since the start of a week, or of a cycle, in
// UTC, its end excluded.
type span struct{ from, until int }

// Window is a stretch of a day that recurs weekly, in minutes after midnight on a
// zone's clocks.
type Window struct {
	Day   time.Weekday
	Start int
	End   int // later than Start, at most 24 × 60
}

// Season is a number of weeks from a start, with the clocks of time zones in them. It is
// safe for concurrent use.
type Season struct {
	start time.Time // midnight in UTC
	weeks int
	zones sync.Map // name → *Clock
}

// NewSeason returns the weeks from a start, which is a midnight in UTC.
func NewSeason(start time.Time, weeks int) *Season { return &Season{start: start, weeks: weeks} }

// Weeks returns how many weeks there are.
func (s *Season) Weeks() int { return s.weeks }

// Clock is one zone's offsets from UTC over the weeks.
type Clock struct {
	pieces []piece
	// First is by how many minutes the clock is ahead of UTC at the start.
	First int
}

// Changes returns the offsets from UTC over the weeks, in minutes, as a list of the first
// offset, the minute of the season at which it changes, the second offset, and so on.
func (c *Clock) Changes() []int {
	changes := []int{c.First}
	for _, p := range c.pieces[1:] {
		changes = append(changes, p.from, p.offset)
	}
	return changes
}

// piece is a part of the weeks in which a zone's offset does not change.
type piece struct {
	span
	offset int // minutes that the clocks are ahead of UTC
}

// Clock returns a zone's clock, or nil for a zone that is not known.
func (s *Season) Clock(name string) *Clock {
	if found, ok := s.zones.Load(name); ok {
		return found.(*Clock)
	}
	location, err := zone.Load(name)
	if name == "" || err != nil {
		return nil
	}
	made := &Clock{}
	start, all := s.start, s.weeks*week
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
	made.First = made.pieces[0].offset
	s.zones.Store(name, made)
	return made
}

// stretch is some weeks, one after another, in which somebody is free at the same
// times.
type stretch struct {
	weeks int
	free  []span // sorted and apart from each other
}

// Free is when somebody is free in the weeks of a season; nil where that is not known.
type Free []stretch

// FirstWeek returns how many minutes of the first week somebody is free.
func (f Free) FirstWeek() (minutes int) {
	if len(f) > 0 {
		for _, s := range f[0].free {
			minutes += s.until - s.from
		}
	}
	return minutes
}

// Free returns when somebody is free in each week: their windows, which recur
// weekly on their own zone's clocks, in UTC. Where the clocks change within a week
// a window moves with them.
func (s *Season) Free(windows []Window, name string) Free {
	at := s.Clock(name)
	if at == nil || len(windows) == 0 {
		return nil
	}
	var all Free
	for _, p := range at.pieces {
		for p.from < p.until {
			end := p.from/week*week + week
			if len(all) > 0 && p.from%week != 0 { // the clocks have changed within the week
				last := &all[len(all)-1]
				last.free = merged(append(last.free, s.inPiece(windows, p, end)...))
				p.from = min(end, p.until)
				continue
			}
			weeks := max(1, (p.until-p.from)/week)
			all = append(all, stretch{weeks, merged(s.inPiece(windows, p, end))})
			p.from = min(p.from+weeks*week, p.until)
		}
	}
	return all
}

// inPiece returns the parts of windows that are in a piece and in the week in which the
// piece starts, which ends at a minute of the season. Spans count from the week's start.
func (s *Season) inPiece(windows []Window, p piece, end int) []span {
	weekday, begin := int(s.start.Weekday()), end-week
	var spans []span
	for _, w := range windows {
		from := (int(w.Day)-weekday)*24*60 + w.Start - p.offset
		for shift := -week; shift <= week; shift += week {
			both := span{max(from+shift, p.from-begin, 0), min(from+shift+w.End-w.Start, p.until-begin, week)}
			if both.from < both.until {
				spans = append(spans, both)
			}
		}
	}
	return spans
}
