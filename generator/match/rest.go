package match

import (
	"slices"

	"ithaca/generator/portal"
)

// rest is what can be added to what lists say of somebody, in units.
type rest struct {
	all    int32         // of everybody
	styled bool          // whether styles tell something
	styles [styles]int32 // by style
	table  *timetable    // nil where hours tell nothing
	mine   weekHours     // of the person who asks
	time   int32         // of somebody who shares enough time
}

// most is what somebody can have whom no list gives.
func (l *rest) most() int32 {
	if l.styled {
		return l.all + l.time + slices.Max(l.styles[:])
	}
	return l.all + l.time
}

// of gives what can be added for a mentor of a style, without the time.
func (l *rest) of(style uint8) int32 {
	if l.styled {
		return l.all + l.styles[style]
	}
	return l.all
}

// timeWith gives what the hours of a slot can add.
func (l *rest) timeWith(slot int32) int32 {
	row := l.table.at(slot)
	if row.enough == 0 {
		return l.time
	}
	return int32(int64(l.time)*row.most(&l.mine)/row.enough) + 1
}

// mostStyle notes what each style can add, where the axes are all that was stated.
func (q *question) mostStyle(left *rest, share float64) {
	if q.request.Style == (portal.Style{}) || len(q.request.Values) > 0 {
		left.all += units(share * scale)
		return
	}
	left.styled = true
	for i := range left.styles {
		sum, n := q.axes(uint8(i))
		left.styles[i] = units(share * float64(sum) / float64(n))
	}
}

// mostTime notes what hours can add, where the person has said when they are free.
func (q *question) mostTime(left *rest, share float64) {
	if len(q.free) == 0 {
		left.all += units(share * scale)
		return
	}
	left.table, left.mine, left.time = q.timetableOf(q.clocks), hoursOf(q.free), units(share*scale)
}
