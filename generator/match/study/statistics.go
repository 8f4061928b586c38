package study

import (
	"math"
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

// depths are the ranks up to which recall counts.
var depths = [...]int{1, 3, 5}

// estimate turns what was counted into estimates.
func (v *Evaluation) estimate(c *count) {
	columns := []column{func(r row) int64 { return r.reciprocal[byScore] - r.reciprocal[byOverlap] }}
	for order := range orders {
		columns = append(columns, func(r row) int64 { return r.reciprocal[order] })
	}
	for i := range c.signals {
		columns = append(columns, func(r row) int64 { return r.lost[i] })
	}
	estimates := bootstrap(c.rows, columns)
	v.Gain = estimates[0]
	for order, m := range []*Measure{byScore: &v.Score, byOverlap: &v.Overlap, byChance: &v.Random} {
		m.MRR = estimates[1+order]
		for i, hits := range c.hits[order] {
			m.Recall[i] = wilson(hits, int64(v.Pairs))
		}
	}
	v.Random = v.Random.exact()
	for i, s := range c.signals {
		if s.Loss = estimates[1+orders+i]; s.Requests > 0 {
			v.Without = append(v.Without, s)
		}
	}
}

// exact leaves the intervals out: what chance yields is computed, not observed.
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

// column returns a request's sum of reciprocal ranks, or of their differences, whose
// mean over all pairs is wanted.
type column func(row) int64

// bootstrap returns the mean over all pairs of each column, with its interval.
func bootstrap(rows []row, columns []column) []Estimate {
	drawn := make([][]int64, len(columns))
	draw, sample := splitMix(1), make([]row, len(rows))
	for range resamples {
		for i := range sample {
			sample[i] = rows[draw.below(uint64(len(rows)))]
		}
		for i, mean := range means(sample, columns) {
			drawn[i] = append(drawn[i], mean)
		}
	}
	estimates := make([]Estimate, len(columns))
	for i, mean := range means(rows, columns) {
		slices.Sort(drawn[i])
		const tail = resamples / 40 // 2.5 % at each end
		estimates[i] = Estimate{int(mean), int(drawn[i][tail]), int(drawn[i][resamples-1-tail])}
	}
	return estimates
}

// means returns the mean over all pairs of each column, in ten-thousandths.
func means(rows []row, columns []column) []int64 {
	sums := make([]int64, len(columns))
	var pairs int64
	for _, r := range rows {
		pairs += r.pairs
		for i, of := range columns {
			sums[i] += of(r)
		}
	}
	for i := range sums {
		sums[i] = mean(sums[i], pairs*million/scale)
	}
	return sums
}

// splitMix is the generator SplitMix64 (Steele, Lea and Flood 2014). Its numbers are
// always the same.
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

// wilson returns a share of n pairs with its interval; hits are in ten-thousandths.
// The conversions keep processors from fusing operations, so that all round alike.
func wilson(hits, n int64) Estimate {
	const z = 1.96
	pairs, share := float64(n), float64(hits)/float64(n*scale)
	middle := float64(2*pairs*share) + z*z
	root := z * math.Sqrt(z*z+float64(4*pairs*share*(1-share)))
	whole := 2 * (pairs + z*z) / scale
	return Estimate{
		Value: int(mean(hits, n)),
		Low:   int(math.Round(max(0, (middle-root)/whole))),
		High:  int(math.Round(min(scale, (middle+root)/whole))),
	}
}
