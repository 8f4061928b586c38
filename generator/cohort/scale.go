package cohort

import "math"

// Scale is what one unit of each step of the objective is worth, so that it outweighs all
// that the steps below it can add up to. A unit of the tie cost is worth 1.
type Scale struct {
	Score  int64 `json:"score"`  // a ten-thousandth of a score
	Pair   int64 `json:"pair"`   // a pair, beyond its score
	Person int64 `json:"person"` // the first pair of a request
	Group  int64 `json:"group"`  // a place of a group that must reach its minimum
	Ties   bool  `json:"ties"`   // whether load, waiting and the draw count at all
}

// The tie cost, in 12 bits: the load of a mentor first, then how long somebody has
// waited, then a draw.
const (
	loadStep    = 256 // for each person whom the mentor has already, up to maxLoad
	maxLoad     = 15
	waitingStep = 16 // for each month, up to maxWaiting
	maxWaiting  = 15
	month       = 30 // days
	draws       = 16 // a draw is below it
	maxTie      = loadStep*maxLoad + waitingStep*maxWaiting + draws - 1
)

// scaleFor returns the scale of a market in which at most pairs pairs can be made, and
// reports whether it fits in 64-bit integers. Where it would only without ties, it has none.
func scaleFor(pairs int, several, groups bool) (Scale, bool) {
	for _, ties := range []bool{true, false} {
		if s, ok := scaleWith(int64(pairs), several, groups, ties); ok {
			return s, true
		}
	}
	return Scale{}, false
}

func scaleWith(pairs int64, several, groups, ties bool) (Scale, bool) {
	s := Scale{Score: 1, Ties: ties}
	tie := int64(0)
	if ties {
		tie = maxTie
		s.Score = pairs*tie + 1
	}
	const most = math.MaxInt64 / 16 // paths and prices stay within a few times the highest unit
	grow := func(unit int64) int64 {
		if unit > most/(pairs+1) {
			return 0
		}
		return unit * (pairs + 1)
	}
	s.Pair = grow(s.Score*MaxScore + tie)
	s.Person, s.Group = s.Pair, 0
	if several {
		s.Person = grow(s.Pair * 2)
	}
	highest := s.Person
	if groups {
		s.Group = grow(s.Person * 2)
		highest = s.Group
	}
	return s, s.Pair > 0 && highest > 0
}
