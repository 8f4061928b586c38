package match

import "ithaca/generator/portal"

// The evidence of style.
const (
	SimilarStyle Reason = "style"  // uses no field
	SharesValues Reason = "values" // uses Words
)

// styleSignal is how alike two people work, and what they value.
func styleSignal() signal {
	return signal{
		name:    "style",
		asked:   func(q *Query) bool { return q.request.Style != portal.Style{} || len(q.request.Values) > 0 },
		score:   (*Query).scoreStyle,
		explain: (*explanation).style,
		columns: []column{
			{"style", func(_ *recorder, e *entry) any { // structure, directness and challenge as three digits, 0 for not stated
				s := e.mentor.Style
				return s.Structure*100 + s.Directness*10 + s.Challenge
			}},
			{"values", func(_ *recorder, e *entry) any { return append([]string{}, e.mentor.Values...) }},
		},
	}
}

// scoreStyle is the mean over the axes and values that the person stated.
func (q *Query) scoreStyle(e *entry) int64 {
	var sum, n int64
	for _, axis := range axes(q.request.Style, e.mentor.Style) {
		if axis.mine != 0 {
			n++
			sum += nearness(axis.mine, axis.theirs)
		}
	}
	if len(q.request.Values) > 0 {
		n++
		sum += shareOf(q.request.Values, e.mentor.Values)
	}
	return mean(sum, n)
}

// axis is an axis of style as two people have stated it, from 1 to 5; 0 where they have
// not.
type axis struct{ mine, theirs int }

func axes(mine, theirs portal.Style) [3]axis {
	return [...]axis{
		{mine.Structure, theirs.Structure}, {mine.Directness, theirs.Directness}, {mine.Challenge, theirs.Challenge},
	}
}

// nearness returns how close two positions on an axis are, in ten-thousandths: a quarter
// less for each step between them, half where theirs is not stated.
func nearness(mine, theirs int) int64 {
	if theirs == 0 {
		return half
	}
	return int64(scale - max(mine-theirs, theirs-mine)*scale/4)
}

func (x *explanation) style() {
	r := x.request
	if both := common(r.Values, x.mentor.Values); len(both) > 0 {
		x.add(Evidence{Reason: SharesValues, Words: both}, shareOf(r.Values, x.mentor.Values))
	}
	sum, near, n := x.statedAxes(x.mentor.Style)
	if n == 0 {
		return
	}
	const similar = 7500
	if value := mean(sum, n); value >= similar && near {
		x.add(Evidence{Reason: SimilarStyle}, value/2)
	} else if value < half {
		x.miss(Evidence{Reason: SimilarStyle}, value)
	}
}

// statedAxes returns the sum of nearness over the n axes that both have stated. Near
// reports whether the two are at most one step apart on each.
func (q *Query) statedAxes(theirs portal.Style) (sum int64, near bool, n int64) {
	near = true
	for _, axis := range axes(q.request.Style, theirs) {
		if axis.mine != 0 && axis.theirs != 0 {
			n++
			sum += nearness(axis.mine, axis.theirs)
			near = near && nearness(axis.mine, axis.theirs) >= scale-scale/4
		}
	}
	return sum, near, n
}
