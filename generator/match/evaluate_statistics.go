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

// column returns a group's sum of reciprocal ranks, or of their differences, whose
// mean over all pairs is wanted.
type column func(result) int64

// measure turns what groups obtained into estimates.
func (v *Evaluation) measure(results []result, filled map[Part]*Contribution) {
	if len(results) == 0 {
		return
	}
	columns := []column{func(r result) int64 { return r.orders[byScore].reciprocal - r.orders[byOverlap].reciprocal }}
	for order := range orders {
		columns = append(columns, func(r result) int64 { return r.orders[order].reciprocal })
	}
	for _, name := range []Part{NeedsPart, GoalsPart, RankedPart, PathPart, TimePart, StylePart, OffersPart} {
		if c := filled[name]; c != nil {
			v.Without = append(v.Without, *c)
			columns = append(columns, func(r result) int64 { return r.lost[name] })
		}
	}
	estimates := bootstrap(results, columns)
	v.Gain = estimates[0]
	for order, m := range []*Measure{byScore: &v.Score, byOverlap: &v.Overlap, byNothing: &v.Random} {
		m.MRR = estimates[1+order]
		m.recall(results, order)
	}
	v.Random = v.Random.exact()
	for i := range v.Without {
		v.Without[i].Loss = estimates[1+orders+i]
	}
}

// recall counts the pairs found within each depth.
func (m *Measure) recall(results []result, order int) {
	var hits [len(depths)]int64
	var pairs int64
	for _, r := range results {
		pairs += int64(r.pairs)
		for i := range depths {
			hits[i] += r.orders[order].hits[i]
		}
	}
	for i := range depths {
		m.Recall[i] = wilson(hits[i], pairs)
	}
}

// exact leaves the intervals out: what chance gives is computed, not observed.
func (m Measure) exact() Measure {
	point := func(e Estimate) Estimate { return Estimate{e.Value, e.Value, e.Value} }
	m.MRR = point(m.MRR)
	for i := range m.Recall {
		m.Recall[i] = point(m.Recall[i])
	}
	return m
}

// resamples is how often the bootstrap draws.
const resamples = 2000

// bootstrap returns the mean over all pairs of each column, with its interval.
func bootstrap(results []result, columns []column) []Estimate {
	n := len(columns)
	table := make([]int64, 0, len(results)*(n+1)) // by group: the columns, then how many pairs
	whole := make([]int64, n+1)
	for _, r := range results {
		for _, of := range columns {
			table = append(table, of(r))
		}
		table = append(table, int64(r.pairs))
		add(whole, table[len(table)-n-1:])
	}
	drawn := make([][]int64, n)
	dice, sums := splitMix(1), make([]int64, n+1)
	for range resamples {
		clear(sums)
		for range results {
			at := int(dice.below(uint64(len(results)))) * (n + 1)
			add(sums, table[at:at+n+1])
		}
		for i := range columns {
			drawn[i] = append(drawn[i], meanOf(sums[i], sums[n]))
		}
	}
	estimates := make([]Estimate, n)
	for i := range columns {
		slices.Sort(drawn[i])
		const tail = resamples / 40 // 2.5 % at each end
		estimates[i] = Estimate{int(meanOf(whole[i], whole[n])), int(drawn[i][tail]), int(drawn[i][resamples-1-tail])}
	}
	return estimates
}

func add(sums, values []int64) {
	for i, value := range values {
		sums[i] += value
	}
}

// meanOf returns the mean of a sum in millionths in ten-thousandths, rounded
// away from nought at a half.
func meanOf(sum, n int64) int64 {
	if sum < 0 {
		return -meanOf(-sum, n)
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

// below returns a number below n, all of them as likely but for n/2⁶⁴.
func (s *splitMix) below(n uint64) uint64 {
	high, _ := bits.Mul64(s.next(), n)
	return high
}

// wilson returns a share of n pairs with its interval, in whole numbers: hits are
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

// squareRoot returns the largest whole number whose square is at most n.
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
