package match

// The evidence of time.
const (
	SharesTime Reason = "time"   // uses Minutes, a week
	NearClocks Reason = "clocks" // uses Minutes, by which their clocks differ
)

// timeSignal is how well the hours of two people suit each other.
func timeSignal() signal {
	return signal{
		name:    "time",
		filled:  func(q *question) bool { return q.clock != nil },
		score:   (*question).scoreTime,
		explain: (*explanation).time,
		record: recordFields{
			9: func(r *recorder, e *entry) any { // minutes that the clocks are ahead of UTC at the start; null when unknown
				if clock := e.hoursAt(r.week).clock; clock != nil {
					return clock.first
				}
				return nil
			},
		},
	}
}

// minutesShared counts the minutes a week in which both are free; −1 where one
// of the two has not said when.
func (q *question) minutesShared(e *entry) int {
	theirs := e.hoursAt(q.clocks)
	if len(q.free) == 0 || !theirs.stated {
		return -1
	}
	return shared(q.free, theirs.free)
}

// scoreTime compares hours: time for two meetings a week is enough. Where one of
// the two has not said when they are free it compares clocks.
func (q *question) scoreTime(e *entry) int64 {
	if minutes := q.minutesShared(e); minutes >= 0 {
		enough := e.hoursAt(q.clocks).enough
		return mean(scale*int64(min(minutes, enough)), int64(enough))
	}
	theirs := e.hoursAt(q.clocks).clock
	if theirs == nil {
		return half
	}
	const farthest = 12 * 60
	return mean(scale*int64(farthest-apart(q.clock.first, theirs.first)), farthest)
}

func (x *explanation) time() {
	value := x.scoreTime(x.entry)
	if minutes := x.minutesShared(x.entry); minutes >= 0 {
		e := Evidence{Reason: SharesTime, Minutes: minutes}
		if minutes > 0 {
			x.add(e, value)
		} else {
			x.miss(e, 0)
		}
		return
	}
	if theirs := x.entry.hoursAt(x.clocks).clock; theirs != nil {
		e := Evidence{Reason: NearClocks, Minutes: apart(x.clock.first, theirs.first)}
		const near, far = 3 * 60, 6 * 60
		if e.Minutes <= near {
			x.add(e, value)
		} else if e.Minutes >= far {
			x.miss(e, value)
		}
	}
}
