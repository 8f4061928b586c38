package study

import (
	"encoding/json"
	"fmt"
	"math/bits"
	"slices"
)

// Estimate is a mean over all pairs in ten-thousandths, with the ends of its 95 %
// confidence interval.
//
// The interval is the percentile bootstrap (Efron 1979) over requests, because the pairs
// of one request are not independent: 2,000 samples with replacement, each of as many
// requests as there are, from a generator with a fixed seed. With fewer than ten requests
// there is no interval: both ends are the mean.
type Estimate struct{ Value, Low, High int }

// enough is from how many requests on there are intervals.
const enough = 10

// shares returns an estimate as fractions of 1.
func (e Estimate) shares() (value, low, high float64) {
	return float64(e.Value) / 10_000, float64(e.Low) / 10_000, float64(e.High) / 10_000
}

// MarshalJSON returns the estimate as fractions of 1, with null for both ends where there
// is no interval.
func (e Estimate) MarshalJSON() ([]byte, error) {
	value, low, high := e.shares()
	out := struct {
		Value float64  `json:"value"`
		Low   *float64 `json:"low"`
		High  *float64 `json:"high"`
	}{Value: value}
	if low < high {
		out.Low, out.High = &low, &high
	}
	return json.Marshal(out)
}

// Text writes the estimate, each number in a format, with its interval where there is one.
func (e Estimate) Text(format string) string {
	value, low, high := e.shares()
	if low == high {
		return fmt.Sprintf(format, value)
	}
	return fmt.Sprintf(format+" ("+format+" to "+format+")", value, low, high)
}

// row holds the sums over the pairs of one request, in millionths.
type row struct {
	pairs int64
	sums  []int64
}

// The columns of a row: the pairs named, then for each order its reciprocal ranks and
// its pairs within the first, then what each part adds to the reciprocal ranks.
const (
	named  = 0
	mrr    = 1
	recall = mrr + orders
	parts  = recall + orders
)

func columns(ofParts int) int { return parts + ofParts }

// estimate fills in the estimates of the evaluation.
func (s *survey) estimate() {
	all := bootstrap(s.rows, columns(len(s.v.Parts)))
	for i := range all {
		if !s.v.Sure() {
			all[i].Low, all[i].High = all[i].Value, all[i].Value
		}
	}
	s.v.Named = all[named]
	for i, name := range orderNames() {
		s.v.Orders = append(s.v.Orders, Order{name, all[mrr+i], all[recall+i]})
	}
	for i := range s.v.Parts {
		s.v.Parts[i].Adds = all[parts+i]
	}
	s.v.Parts = slices.DeleteFunc(s.v.Parts, func(p Part) bool { return p.Requests == 0 })
}

// resamples is how often the bootstrap draws.
const resamples = 2000

// bootstrap returns the mean over all pairs of each column, with its interval.
func bootstrap(rows []row, columns int) []Estimate {
	estimates, drawn := make([]Estimate, columns), make([][]int, columns)
	draw, sample := splitMix(1), make([]row, len(rows))
	for range resamples {
		for i := range sample {
			sample[i] = rows[draw.below(uint64(len(rows)))]
		}
		for i, mean := range means(sample, columns) {
			drawn[i] = append(drawn[i], mean)
		}
	}
	for i, mean := range means(rows, columns) {
		slices.Sort(drawn[i])
		const tail = resamples / 40 // 2.5 % at each end
		estimates[i] = Estimate{mean, drawn[i][tail], drawn[i][resamples-1-tail]}
	}
	return estimates
}

// means returns the mean over all pairs of each column, in ten-thousandths.
func means(rows []row, columns int) []int {
	sums, all := make([]int64, columns), make([]int, columns)
	var pairs int64
	for _, r := range rows {
		pairs += r.pairs
		for i, sum := range r.sums {
			sums[i] += sum
		}
	}
	for i, sum := range sums {
		all[i] = int(mean(sum, pairs*million/10_000))
	}
	return all
}

// splitMix is the pseudorandom generator SplitMix64 (Steele, Lea and Flood 2014); its
// value is the state.
type splitMix uint64

func (s *splitMix) next() uint64 {
	*s += 0x9e3779b97f4a7c15
	z := uint64(*s)
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return z ^ z>>31
}

// below returns a number from 0 to n−1, uniform but for a bias of at most n/2⁶⁴.
func (s *splitMix) below(n uint64) uint64 {
	high, _ := bits.Mul64(s.next(), n)
	return high
}
