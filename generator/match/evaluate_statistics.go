package match

import (
	"math/bits"
	"slices"
)

// Estimate is a mean in ten-thousandths with the ends of its 95 % confidence
// interval.
type Estimate struct{ Value, Low, High int }

// Measure is how well an order of mentors agrees with past decisions.
type Measure struct {
	// MRR is the mean reciprocal rank of the chosen mentors: 1 if all of them
	// come first, a half if all come second. Its interval is the percentile
	// bootstrap (Efron 1979) over requests: 2,000 times as many requests as there
	// are, drawn with replacement by a generator that always starts the same.
	MRR Estimate
	// Recall is the share of pairs in which the chosen mentor is among the first
	// 1, 3 and 5. Its interval is Wilson's (1927), with pairs taken as
	// independent:
	//
	//	(2np + z² ± z √(z² + 4np(1−p))) / 2(n + z²), z = 1.96
	Recall [3]Estimate
}

// measure turns what groups obtained into estimates.
func (v *Evaluation) measure(results []result, filled map[Part]*Contribution) {
	if len(results) == 0 {
		return
	}
	var columns [][]int64 // the reciprocal ranks whose mean is wanted, by group
	column := func(of func(result) int64) int {
		values := make([]int64, len(results))
		for i, r := range results {
			values[i] = of(r)
		}
		columns = append(columns, values)
		return len(columns) - 1
	}
	for order := range orders {
		column(func(r result) int64 { return r.orders[order].reciprocal })
	}
	gain := column(func(r result) int64 { return r.orders[byScore].reciprocal - r.orders[byOverlap].reciprocal })
	first := len(columns)
	for _, name := range []Part{NeedsPart, GoalsPart, RankedPart, PathPart, TimePart, StylePart, OffersPart} {
		if c := filled[name]; c != nil {
			v.Without = append(v.Without, *c)
			column(func(r result) int64 {
				without, has := r.without[name]
				if !has {
					return 0
				}
				return r.orders[byScore].reciprocal - without
			})
		}
	}
	sizes := make([]int64, len(results))
	for i, r := range results {
		sizes[i] = int64(r.pairs)
	}
	estimates := bootstrap(sizes, columns)
	for order, m := range []*Measure{byScore: &v.Score, byOverlap: &v.Overlap, byNothing: &v.Random} {
		m.MRR = estimates[order]
		for i := range depths {
			var hits int64
			for _, r := range results {
				hits += r.orders[order].hits[i]
			}
			m.Recall[i] = wilson(hits, int64(v.Pairs))
		}
	}
	v.Gain = estimates[gain]
	for i := range v.Without {
		v.Without[i].Loss = estimates[first+i]
	}
}

// resamples is how often the bootstrap draws.
const resamples = 2000

// bootstrap gives the mean of each column, of sums in millionths over as many
// pairs as sizes says, with its interval.
func bootstrap(sizes []int64, columns [][]int64) []Estimate {
	drawn := make([][]int64, len(columns))
	for i := range drawn {
		drawn[i] = make([]int64, resamples)
	}
	sums := make([]int64, len(columns))
	dice := splitMix(1)
	for n := range resamples {
		clear(sums)
		var size int64
		for range sizes {
			at := dice.below(uint64(len(sizes)))
			size += sizes[at]
			for i, column := range columns {
				sums[i] += column[at]
			}
		}
		for i, sum := range sums {
			drawn[i][n] = hundredthsOf(sum, size)
		}
	}
	var all int64
	for _, size := range sizes {
		all += size
	}
	estimates := make([]Estimate, len(columns))
	for i, column := range columns {
		var sum int64
		for _, value := range column {
			sum += value
		}
		slices.Sort(drawn[i])
		const tail = resamples / 40 // 2.5 % at each end
		estimates[i] = Estimate{int(hundredthsOf(sum, all)), int(drawn[i][tail]), int(drawn[i][resamples-1-tail])}
	}
	return estimates
}

// hundredthsOf gives the mean of a sum in millionths in ten-thousandths, rounded
// away from nought at a half.
func hundredthsOf(sum, n int64) int64 {
	if sum < 0 {
		return -hundredthsOf(-sum, n)
	}
	return mean(sum, n*million/scale)
}

// splitMix is the generator SplitMix64 (Steele, Lea and Flood 2014). It is no
// source of luck: it always gives the same numbers.
type splitMix uint64

func (s *splitMix) next() uint64 {
	*s += 0x9e3779b97f4a7c15
	z := uint64(*s)
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return z ^ z>>31
}

// below gives a number below n, all of them as likely but for n/2⁶⁴.
func (s *splitMix) below(n uint64) uint64 {
	high, _ := bits.Mul64(s.next(), n)
	return high
}

// wilson gives a share of n pairs with its interval, in whole numbers: hits are
// in ten-thousandths, as are z² and all that is computed.
func wilson(hits, n int64) Estimate {
	if n == 0 {
		return Estimate{}
	}
	const z, zz = 19_600, 38_416 // z and z² in ten-thousandths
	spread := 4*mean(hits*(n*scale-hits)/scale, n) + zz
	root := z * squareRoot(spread*scale) / scale
	middle, below := 2*hits+zz, 2*(n*scale+zz)
	return Estimate{
		Value: int(mean(hits, n)),
		Low:   int(max(0, (middle-root)*scale/below)),
		High:  int(min(scale, (middle+root)*scale/below)),
	}
}

// squareRoot gives the largest whole number whose square is at most n.
func squareRoot(n int64) int64 {
	if n < 2 {
		return max(n, 0)
	}
	root := int64(1) << ((bits.Len64(uint64(n)) + 1) / 2)
	for {
		next := (root + n/root) / 2
		if next >= root {
			return root
		}
		root = next
	}
}
