package cohort

import (
	"cmp"

	"ithaca/generator/order"
)

// PairIDs is a pair by ids, which also name those who are no longer in the market.
type PairIDs struct {
	Request string `json:"request"`
	Mentor  string `json:"mentor"`
}

// Changes is what differs from an earlier result.
type Changes struct {
	Kept int       `json:"kept"`
	New  []PairIDs `json:"new"`
	Gone []Gone    `json:"gone"`
}

// Gone is a pair of an earlier result that is not made now.
type Gone struct {
	PairIDs
	Why Ending `json:"why"`
	// By is the decided pair that has the place, or the person, for NowDecided.
	By *PairIDs `json:"by,omitempty"`
}

// Ending is why a pair is not made again.
type Ending string

// The endings, in the order in which they are looked for.
const (
	RequestLeft Ending = "request-left" // the request is not in the market
	MentorLeft  Ending = "mentor-left"  // the mentor is not
	NowRuledOut Ending = "ruled-out"    // the pair may not be made any more
	NowDecided  Ending = "decided"      // it may, but new fixed pairs take all the places of one of the two
	NowBetter   Ending = "better"       // it may, and another assignment is better
)

// Changes compares the result with the pairs of an earlier one. New and Gone are sorted by
// ids.
func (r *Result) Changes(earlier []PairIDs) Changes {
	t := newReporter(r)
	c := Changes{New: []PairIDs{}, Gone: []Gone{}}
	before, decided := map[PairIDs]bool{}, map[string]*PairIDs{} // by the id of a request or a mentor
	for _, n := range earlier {
		before[n] = true
	}
	for _, p := range r.Pairs {
		n := PairIDs{t.request(p.Request), t.mentor(p.Mentor)}
		if before[n] {
			c.Kept++
		} else {
			c.New = append(c.New, n)
			if p.Fixed != "" && len(t.mentors[p.Request]) >= t.market.Requests[p.Request].Wants {
				decided[n.Request] = &n
			}
			if p.Fixed != "" && t.placesLeft(p.Mentor) <= 0 {
				decided[n.Mentor] = &n
			}
		}
		delete(before, n)
	}
	requests, mentors, possible := map[string]bool{}, map[string]bool{}, map[PairIDs]bool{}
	for i := range t.market.Requests {
		requests[t.request(i)] = true
	}
	for i := range t.market.Mentors {
		mentors[t.mentor(i)] = true
	}
	for _, p := range t.instance.pairs {
		possible[PairIDs{t.request(p.Request), t.mentor(p.Mentor)}] = true
	}
	for n := range before {
		why, by := NowRuledOut, (*PairIDs)(nil)
		switch {
		case !requests[n.Request]:
			why = RequestLeft
		case !mentors[n.Mentor]:
			why = MentorLeft
		case possible[n]:
			why = NowBetter
			if by = cmp.Or(decided[n.Request], decided[n.Mentor]); by != nil {
				why = NowDecided
			}
		}
		c.Gone = append(c.Gone, Gone{n, why, by})
	}
	order.Stable(c.Gone, func(a, b Gone) int {
		return cmp.Or(cmp.Compare(a.Request, b.Request), cmp.Compare(a.Mentor, b.Mentor))
	})
	return c
}
