package match

import (
	"slices"

	"ithaca/generator/match/hours"
	"ithaca/generator/portal"
)

// The evidence of time.
const (
	SharesTime Reason = "time"   // uses Minutes, a week, Weeks and OfWeeks
	NearClocks Reason = "clocks" // uses Minutes, by which their clocks differ
)

// timeSignal is how well the hours of two people suit each other.
func timeSignal() signal {
	return signal{
		name:    "time",
		asked:   func(q *Query) bool { return q.clock != nil },
		score:   (*Query).scoreTime,
		explain: (*explanation).time,
		columns: []column{
			{"offset", func(r *recorder, e *entry) any { // Clock.Changes; empty where the zone is not known
				if clock := e.hoursAt(r.week).clock; clock != nil {
					return clock.Changes()
				}
				return []int{}
			}},
			{"windows", func(r *recorder, e *entry) any { return e.hoursAt(r.week).record(e.mentor.Availability.Windows) }},
		},
	}
}

// record returns when somebody is free, for the browser: the minutes a week that are
// enough, then for each window the minute of the week from Sunday at which it starts, as
// the difference from the one before, and its length. It is empty where that is not known.
func (h *ownHours) record(windows []portal.Window) []int {
	if len(h.free) == 0 {
		return []int{}
	}
	record, before := []int{h.enough}, 0
	for _, w := range windows {
		at := int(w.Day)*24*60 + w.Start
		record = append(record, at-before, w.End-w.Start)
		before = at
	}
	return record
}

// timeShared compares the hours of two people over the cycle; ok is false where one
// of the two has not said when they are free.
func (q *Query) timeShared(e *entry) (s hours.Sharing, ok bool) {
	theirs := e.hoursAt(q.season)
	if len(q.free) == 0 || len(theirs.free) == 0 {
		return hours.Sharing{}, false
	}
	return hours.Share(q.free, theirs.free), true
}

// scoreTime compares hours: a whole for time for two meetings a week, or for all that the
// person has. Where one of the two has not stated hours it compares their clocks, for half
// as much if the person has stated theirs, so that a mentor gains nothing by silence.
func (q *Query) scoreTime(e *entry) int64 {
	if s, ok := q.timeShared(e); ok {
		enough := min(e.hoursAt(q.season).enough, max(1, q.minutes))
		return mean(scale*int64(min(s.Minutes, enough)), int64(enough))
	}
	value := int64(half)
	if theirs := e.hoursAt(q.season).clock; theirs != nil {
		const farthest = 12 * 60
		value = mean(scale*int64(farthest-hours.Apart(q.clock.First, theirs.First)), farthest)
	}
	if len(q.free) > 0 {
		value /= 2
	}
	return value
}

func (x *explanation) time() {
	value := x.scoreTime(x.entry)
	if s, ok := x.timeShared(x.entry); ok {
		e := Evidence{Reason: SharesTime, Minutes: s.Minutes}
		if s.Weeks < s.Of {
			e.Weeks, e.OfWeeks = s.Weeks, s.Of
		}
		if s.Minutes > 0 {
			x.add(e, value)
		} else {
			x.miss(e, 0)
		}
		return
	}
	if theirs := x.entry.hoursAt(x.season).clock; theirs != nil {
		e := Evidence{Reason: NearClocks, Minutes: hours.Apart(x.clock.First, theirs.First)}
		const near, far = 3 * 60, 6 * 60
		if e.Minutes <= near {
			x.add(e, value)
		} else if e.Minutes >= far {
			x.miss(e, value)
		}
	}
}

// farClocks is from how many minutes between their clocks on it is hard for two to talk.
const farClocks = 9 * 60

// hardToMeet reports whether two people share no hour, or want to talk with clocks
// too far apart.
func (q *Query) hardToMeet(e *entry) bool {
	if q.clock == nil {
		return false
	}
	if s, ok := q.timeShared(e); ok {
		return s.Minutes == 0
	}
	theirs := e.hoursAt(q.season).clock
	return theirs != nil && q.talks() && hours.Apart(q.clock.First, theirs.First) >= farClocks
}

// talks reports whether the person wants to talk, as who states no format may.
func (q *Query) talks() bool {
	talking := func(f portal.Format) bool { return f != portal.Chat && f != portal.Email && f != portal.AsyncReview }
	return len(q.request.Formats) == 0 || slices.ContainsFunc(q.request.Formats, talking)
}
