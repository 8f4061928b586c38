package match

import "ithaca/generator/portal"

// timeSignal is how well the hours of two people suit each other.
func timeSignal() signal {
	return signal{
		name:    TimePart,
		filled:  func(q *question) bool { return q.clock != nil },
		weight:  func(w *portal.Weights) int { return w.Time },
		score:   (*question).scoreTime,
		explain: (*brief).time,
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

func (b *brief) time() {
	value := b.scoreTime(b.entry)
	if minutes := b.minutesShared(b.entry); minutes >= 0 {
		e := Evidence{Reason: SharesTime, Minutes: minutes}
		if minutes > 0 {
			b.add(e, value)
		} else {
			b.miss(e, 0)
		}
		return
	}
	if theirs := b.entry.hoursAt(b.clocks).clock; theirs != nil {
		e := Evidence{Reason: NearClocks, Minutes: apart(b.clock.first, theirs.first)}
		const near, far = 3 * 60, 6 * 60
		if e.Minutes <= near {
			b.add(e, value)
		} else if e.Minutes >= far {
			b.miss(e, value)
		}
	}
}
