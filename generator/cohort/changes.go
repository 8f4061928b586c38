package cohort

import (
	"cmp"

	"ithaca/generator/order"
)

// Named is a pair of an earlier result, by ids: those who were in it may have left.
type Named struct {
	Request string `json:"request"`
	Mentor  string `json:"mentor"`
}

// Changes is what differs from an earlier result.
type Changes struct {
	Kept int     `json:"kept"`
	New  []Named `json:"new"`
	Gone []Named `json:"gone"`
}

// Changes compares with the pairs of an earlier result. Both lists are sorted by ids.
func (r *Result) Changes(earlier []Named) Changes {
	c, before := Changes{New: []Named{}, Gone: []Named{}}, map[Named]bool{}
	for _, n := range earlier {
		before[n] = true
	}
	for _, p := range r.Pairs {
		n := Named{r.solved.market.Requests[p.Request].ID, r.solved.market.Mentors[p.Mentor].ID}
		if before[n] {
			c.Kept++
		} else {
			c.New = append(c.New, n)
		}
		delete(before, n)
	}
	for n := range before {
		c.Gone = append(c.Gone, n)
	}
	order.Stable(c.Gone, func(a, b Named) int {
		return cmp.Or(cmp.Compare(a.Request, b.Request), cmp.Compare(a.Mentor, b.Mentor))
	})
	return c
}
