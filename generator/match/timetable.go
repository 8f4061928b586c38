package match

import "math/bits"

// weekHours is a set of the hours of a week in UTC, a bit for each that somebody
// is free in, or in a part of.
type weekHours [3]uint64

func hoursOf(free []span) weekHours {
	var hours weekHours
	for _, s := range free {
		for h := s.from / 60; h*60 < s.until; h++ {
			hours[h/64] |= 1 << (h % 64)
		}
	}
	return hours
}

// timetable reports when the mentor of each slot is free in one week. It bounds the
// time that two people share at the price of a few instructions.
type timetable = bySlot[row]

type row struct {
	hours  weekHours
	enough int64 // minutes a week; 0 where no hours are stated, so that clocks are compared
}

// row returns what a mentor's hours in a week say.
func (h *ownHours) row() row {
	if !h.stated {
		return row{}
	}
	return row{hoursOf(h.free), int64(h.enough)}
}

// most returns the most minutes that somebody shares with a mentor, at most what is
// enough.
func (r *row) most(mine *weekHours) int64 {
	both := 0
	for i, hours := range mine {
		both += bits.OnesCount64(hours & r.hours[i])
	}
	return min(int64(both)*60, r.enough)
}

// timetableOf returns the timetable of a week. It is made when a question first
// asks for the week, and follows changes from then on.
func (x *Index) timetableOf(c *clocks) *timetable {
	if made, found := x.timetables.Load(c); found {
		return made.(*timetable)
	}
	t := newBySlot[row](x.slots.length)
	for _, slot := range x.order {
		if e := *x.slots.at(slot); e.open {
			t.set(slot, e.hoursIn(c).row())
		}
	}
	made, _ := x.timetables.LoadOrStore(c, t)
	return made.(*timetable)
}

// keepTimetables returns y the timetables of x, with the rows of changed slots.
func (y *Index) keepTimetables(x *Index, changed []int32) {
	for c, old := range x.timetables.Range {
		t := old.(*timetable).successor()
		for t.length < y.slots.length {
			t.grow()
		}
		for _, slot := range changed {
			t.set(slot, (*y.slots.at(slot)).hoursIn(c.(*clocks)).row())
		}
		y.timetables.Store(c, t)
	}
}
