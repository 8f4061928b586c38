package study

import (
	"slices"

	"ithaca/generator/match"
	"ithaca/generator/portal"
)

// The orders of mentors that are compared, and their names.
const orders = 5

func orderNames() [orders]string {
	return [...]string{"suggestions", "without-floor", "shared-words", "exact-topics", "chance"}
}

// candidate is a mentor with the score for a request.
type candidate struct {
	match.Score
	values [orders]int64 // by order: higher is better, 0 is not ranked
}

// scoreWithout returns the score without one of its signals or halves; 0 where the mentor
// would not be suggested then.
func (c *candidate) scoreWithout(without string) int64 {
	if total, enough := c.Without(without); enough {
		return int64(total)
	}
	return 0
}

// overlap returns one more than the number of topics that a mentor names in the same
// words as a request, as a comparison of keywords would; never 0, so that all are ranked.
func overlap(r *portal.Request, m *portal.Mentor) int64 {
	named, both := m.Topics(), map[string]bool{}
	for _, ref := range r.Topics() {
		if slices.ContainsFunc(named, func(other portal.TopicRef) bool { return other.Key == ref.Key }) {
			both[ref.Key] = true
		}
	}
	return 1 + int64(len(both))
}

// rank is a mentor's rank among others: how many are ahead, and how many, the mentor
// included, are as good. The zero value is not ranked.
type rank struct{ ahead, tied int }

// rankOf ranks a value among those of rivals.
func rankOf(mine int64, rivals []candidate, value func(*candidate) int64) rank {
	if mine == 0 {
		return rank{}
	}
	r := rank{tied: 1}
	for i := range rivals {
		switch theirs := value(&rivals[i]); {
		case theirs > mine:
			r.ahead++
		case theirs == mine:
			r.tied++
		}
	}
	return r
}

// million is 1 in millionths, the unit of sums.
const million = 1_000_000

// reciprocal returns the mean of 1/rank over all orders of those who are as good,
// in millionths.
func (r rank) reciprocal() int64 {
	var sum int64
	for at := r.ahead + 1; at <= r.ahead+r.tied; at++ {
		sum += mean(million, int64(at))
	}
	return mean(sum, int64(r.tied))
}

// within returns the share of the orders of equals in which the rank is at most depth, in
// millionths.
func (r rank) within(depth int) int64 {
	return mean(million*int64(min(max(depth-r.ahead, 0), r.tied)), int64(r.tied))
}

// mean returns sum/n rounded to the nearest, halves away from zero; 0 where n is 0.
func mean(sum, n int64) int64 {
	switch {
	case n == 0:
		return 0
	case sum < 0:
		return -mean(-sum, n)
	}
	return (2*sum + n) / (2 * n)
}
