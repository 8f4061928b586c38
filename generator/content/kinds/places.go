package kinds

import (
	"slices"

	"ithaca/generator/content/field"
	"ithaca/generator/diag"
	"ithaca/generator/portal"
)

// OpenWithoutPlace warns of an open status beside a number of 0 places.
const OpenWithoutPlace diag.Code = "open-without-place"

// checkPlaces reports 0 places that contradict other fields.
func checkPlaces(d *field.Decoder, n field.Node, m *portal.Mentor) {
	a, group := n.Get("availability"), slices.Contains(m.Kinds, portal.Group)
	if status := m.Availability.Status; status != portal.Open && status != portal.Limited {
		return
	}
	at, key := a.Get("capacity"), "capacity"
	if m.Availability.NoGroup && (!m.Availability.NoCapacity || group) {
		at, key = a.Get("group_capacity"), "group_capacity"
	}
	switch places, stated := m.Places(); {
	case m.Availability.GroupCapacity > 0 && m.Availability.GroupMinimum > m.Availability.GroupCapacity:
		d.Warnf(a.Get("group_minimum"), OpenWithoutPlace, "lower `group_minimum`, or raise `group_capacity`",
			"`group_minimum` is more than `group_capacity`: the group never comes about")
	case stated && places == 0:
		d.Warnf(at, OpenWithoutPlace, "write `status: paused`, or the number of places instead of 0",
			"`status` is %s, and `%s` is 0: nobody is suggested who takes 0 people", m.Availability.Status, key)
	case group && m.Availability.NoGroup:
		d.Warnf(at, OpenWithoutPlace, "take `group` out of `kinds`, or write how many people the group holds",
			"`kinds` has group, and `group_capacity` is 0: groups are not offered to anybody")
	}
}
