package match

import (
	"slices"

	"ithaca/generator/portal"
)

// Part names a part of the score.
type Part string

// The parts of the score. Each runs from 0 to 10,000.
const (
	NeedsPart  Part = "needs"
	RankedPart Part = "ranked"
	GoalsPart  Part = "goals"
	PathPart   Part = "path"
	TimePart   Part = "time"
	StylePart  Part = "style"
	OffersPart Part = "offers"
)

// part is a part that a request filled in, with its weight and how it is scored.
type part struct {
	name   Part
	weight int
	score  func(*question, *entry) int64
}

// half is the worth of what a mentor has not stated: unknown is not "no".
const half = scale / 2

// mean gives a rounded mean.
func mean(sum, weight int64) int64 {
	if weight == 0 {
		return 0
	}
	return (2*sum + weight) / (2 * weight)
}

// score gives the weighted mean over the parts that were filled in.
func (q *question) score(e *entry) int32 {
	var sum int64
	for _, p := range q.parts {
		sum += int64(p.weight) * p.score(q, e)
	}
	return int32(mean(sum, q.total))
}

// answer gives how well a mentor answers a wish: the best product of closeness
// and level fit over their topics, in ten-thousandths, and the topic it comes
// from.
func (q *question) answer(w wish, e *entry) (best int32, by skill, relation Relation) {
	for _, n := range w.near {
		if n.close*100 <= best {
			break
		}
		if level, has := e.level(n.topic); has {
			if value := n.close * fit(level, w.goal); value > best {
				best, by, relation = value, skill{n.topic, level}, n.relation
			}
		}
	}
	return best, by, relation
}

// coverage gives the weighted mean of the answers to wishes.
func (q *question) coverage(wishes []wish, e *entry) int64 {
	var sum, weight int64
	for _, w := range wishes {
		value, _, _ := q.answer(w, e)
		sum += w.weight * int64(value)
		weight += w.weight
	}
	return mean(sum, weight)
}

func (q *question) scoreNeeds(e *entry) int64 { return q.coverage(q.needs, e) }

func (q *question) scoreGoals(e *entry) int64 { return q.coverage(q.goals, e) }

// rank gives the place of a mentor among those the person would choose, from 1;
// 0 for none.
func (q *question) rank(e *entry) int { return slices.Index(q.ranked, e) + 1 }

func (q *question) scoreRanked(e *entry) int64 {
	place := q.rank(e)
	if place == 0 || place > 5 {
		return 0
	}
	return int64(scale - (place-1)*scale/5)
}

// moveAnswer gives how close a mentor's move comes to the one that is wished,
// where going to counts double, and which move it is.
func (q *question) moveAnswer(e *entry) (best int64, made step) {
	made = step{-1, -1}
	for _, s := range e.path {
		var sum, weight int64
		if q.move.to >= 0 {
			weight += 2
			sum += 2 * q.closePercent(q.move.to, s.to)
		}
		if q.move.from >= 0 {
			weight++
			sum += q.closePercent(q.move.from, s.from)
		}
		if value := mean(sum*100, weight); value > best {
			best, made = value, s
		}
	}
	return best, made
}

func (q *question) closePercent(asked, has int32) int64 {
	if has < 0 {
		return 0
	}
	close, _ := q.graph.closeness(asked, has)
	return int64(close)
}

func (q *question) scorePath(e *entry) int64 {
	best, _ := q.moveAnswer(e)
	return best
}

// usualMeeting is how long a meeting is taken to be where a mentor does not say,
// in minutes.
const usualMeeting = 60

// minutesShared counts the minutes a week in which both are free; −1 where one
// of the two has not said when.
func (q *question) minutesShared(e *entry) int {
	if len(q.free) == 0 || len(e.mentor.Availability.Windows) == 0 {
		return -1
	}
	return shared(q.free, e.hoursAt(q.clocks).free)
}

// scoreTime compares hours: time for two meetings a week is enough. Where one of
// the two has not said when they are free it compares clocks.
func (q *question) scoreTime(e *entry) int64 {
	if minutes := q.minutesShared(e); minutes >= 0 {
		meeting := usualMeeting
		if c := e.mentor.Cadence; c != nil && c.Minutes > 0 {
			meeting = c.Minutes
		}
		return mean(scale*int64(min(minutes, 2*meeting)), int64(2*meeting))
	}
	theirs := e.hoursAt(q.clocks).clock
	if theirs == nil {
		return half
	}
	const farthest = 12 * 60
	return mean(scale*int64(farthest-apart(q.clock.first, theirs.first)), farthest)
}

// scoreStyle is the mean over the axes and values that the person stated.
func (q *question) scoreStyle(e *entry) int64 {
	sum, n := q.axes(&q.facts[e.slot].style)
	if len(q.request.Values) > 0 {
		n++
		if len(e.mentor.Values) == 0 {
			sum += half
		} else {
			sum += mean(scale*int64(len(q.valuesShared(e))), int64(len(q.request.Values)))
		}
	}
	return mean(sum, n)
}

// axes compares the axes that the person stated, and counts them.
func (q *question) axes(theirs *[3]uint8) (sum, n int64) {
	mine := q.request.Style
	for i, axis := range [3]int{mine.Structure, mine.Directness, mine.Challenge} {
		if axis != 0 {
			n++
			sum += nearness(axis, int(theirs[i]))
		}
	}
	return sum, n
}

// nearness of two steps on an axis from 1 to 5.
func nearness(mine, theirs int) int64 {
	if theirs == 0 {
		return half
	}
	d := mine - theirs
	if d < 0 {
		d = -d
	}
	return int64(scale - d*scale/4)
}

func (q *question) valuesShared(e *entry) []string {
	var both []string
	for _, v := range q.request.Values {
		if slices.Contains(e.mentor.Values, v) {
			both = append(both, v)
		}
	}
	return both
}

// scoreOffers is the mean of what was filled in: the industries of the move, the
// offers hoped for, and what the mentor could learn in return.
func (q *question) scoreOffers(e *entry) int64 {
	var sum, n int64
	if fields := q.fields(); len(fields) > 0 {
		n++
		sum += q.industry(fields, e)
	}
	if hoped := q.request.Offers; len(hoped) > 0 {
		n++
		if len(e.mentor.Offers) == 0 {
			sum += half
		} else {
			sum += mean(scale*int64(len(q.offersMade(e))), int64(len(hoped)))
		}
	}
	if len(q.offered) > 0 {
		n++
		if len(q.wouldLearn(e)) > 0 {
			sum += scale
		}
	}
	return mean(sum, n)
}

func (q *question) industry(fields []end, e *entry) int64 {
	if len(e.industries) == 0 {
		return half
	}
	var sum, weight int64
	for _, f := range fields {
		var best int64
		for _, has := range e.industries {
			best = max(best, q.closePercent(f.topic, has))
		}
		sum += f.weight * best * 100
		weight += f.weight
	}
	return mean(sum, weight)
}

func (q *question) offersMade(e *entry) []portal.Offer {
	var made []portal.Offer
	for _, o := range q.request.Offers {
		if slices.Contains(e.mentor.Offers, o) {
			made = append(made, o)
		}
	}
	return made
}

// wouldLearn gives what the person offers that the mentor would like to learn.
func (q *question) wouldLearn(e *entry) []int32 {
	var topics []int32
	for _, offered := range q.offered {
		for _, wished := range e.learning {
			if close, _ := q.graph.closeness(wished, offered); close >= narrowerClose {
				topics = append(topics, offered)
				break
			}
		}
	}
	return topics
}
