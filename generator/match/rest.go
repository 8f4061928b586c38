package match

import "slices"

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

// of returns what can be added for a mentor of a style, without the time.
func (l *rest) of(style uint8) int32 {
	if l.styled {
		return l.all + l.styles[style]
	}
	return l.all
}

// timeWith returns what the hours of a slot can add.
func (l *rest) timeWith(slot int32) int32 {
	row := l.table.at(slot)
	if row.enough == 0 {
		return l.time
	}
	return int32(int64(l.time)*row.most(&l.mine)/row.enough) + 1
}
