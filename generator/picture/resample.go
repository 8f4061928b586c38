package picture

import "image"

// Resampling is done in whole numbers: floating-point sums may be fused on some
// processors and not on others, and the same picture must give the same bytes
// everywhere.

// span is the samples along one axis that make one sample of the result, and
// what each of them weighs. The weights add up to one.
type span struct {
	start   int
	weights []int32
}

const (
	weightBits = 14
	weightOne  = 1 << weightBits

	// The sums of the first pass keep some bits below the point; 16 bits hold
	// them, since the filter exceeds its input by a quarter at most.
	keptBits = 6
)

// resample draws a part of the picture, in its pixels, as large as size.
func (p plane) resample(part image.Rectangle, size image.Point) plane {
	across := spans(part.Min.X, part.Max.X, size.X, axis{p.stepX, p.width})
	down := spans(part.Min.Y, part.Max.Y, size.Y, axis{p.stepY, p.height})
	first := down[0].start
	last := down[len(down)-1]
	rows := make([]int16, (last.start+len(last.weights)-first)*size.X)
	for y := range len(rows) / size.X {
		resampleRow(rows[y*size.X:][:size.X], p.row(first+y), across)
	}
	out := newPlane(size.X, size.Y)
	sums := make([]int32, size.X)
	for y, s := range down {
		sumRows(sums, rows[(s.start-first)*size.X:], s.weights)
		row := out.row(y)
		for x, sum := range sums {
			row[x] = byte(min(max((sum+1<<(weightBits+keptBits-1))>>(weightBits+keptBits), 0), 255))
		}
	}
	return out
}

func resampleRow(out []int16, row []byte, across []span) {
	for x, s := range across {
		sum := int32(1) << (weightBits - keptBits - 1)
		samples := row[s.start:][:len(s.weights)]
		for i, w := range s.weights {
			sum += w * int32(samples[i])
		}
		out[x] = int16(sum >> (weightBits - keptBits))
	}
}

func sumRows(sums []int32, rows []int16, weights []int32) {
	clear(sums)
	for i, w := range weights {
		row := rows[i*len(sums):][:len(sums)]
		for x, v := range row {
			sums[x] += w * int32(v)
		}
	}
}

// axis is one direction of a plane: how many pixels a sample covers, and how
// many samples there are.
type axis struct{ step, samples int }

// spans returns the span of each of n samples that show the pixels from low to
// high. Where the result is coarser the filter is stretched, so that every
// sample counts and fine patterns do not shimmer.
func spans(low, high, n int, a axis) []span {
	// In units of 1/(2·n·step) of a sample all positions are whole numbers.
	unit := 2 * n * a.step
	width := max(2*(high-low), unit) // of the filter's inner half: one sample, or one of the result
	out := make([]span, n)
	for i := range out {
		center := 2*n*low + (2*i+1)*(high-low) - n*a.step
		out[i] = spanAt(center, unit, width, a.samples)
	}
	return out
}

// spanAt weighs the samples around a place. Samples beyond the border count for
// the one at the border.
func spanAt(center, unit, width, samples int) span {
	first := ceilDiv(center-2*width, unit)
	last := -ceilDiv(-center-2*width, unit)
	start, end := min(max(first, 0), samples-1), min(max(last, 0), samples-1)
	exact := make([]int64, end-start+1)
	total := int64(0)
	for at := first; at <= last; at++ {
		w := catmullRom(int64(at*unit-center) * filterOne / int64(width))
		exact[min(max(at, start), end)-start] += w
		total += w
	}
	return span{start, normal(exact, total)}
}

// normal returns weights that add up to exactly one; what rounding leaves goes to
// the greatest, so that an even surface stays even.
func normal(exact []int64, total int64) []int32 {
	weights := make([]int32, len(exact))
	rest, greatest := int32(weightOne), 0
	for i, w := range exact {
		weights[i] = int32(roundDiv(w*weightOne, total))
		rest -= weights[i]
		if w > exact[greatest] {
			greatest = i
		}
	}
	weights[greatest] += rest
	return weights
}

// filterOne is 1 for catmullRom.
const filterOne = 1 << 12

// catmullRom is the cubic filter of that name, which goes through the samples
// and keeps edges crisp: 1 at 0, 0 at 1 and from 2 on. It is scaled by twice the
// cube of filterOne.
func catmullRom(t int64) int64 {
	const one = filterOne
	t = max(t, -t)
	switch {
	case t < one:
		return (3*t-5*one)*t*t + 2*one*one*one
	case t < 2*one:
		return ((5*one-t)*t-8*one*one)*t + 4*one*one*one
	}
	return 0
}

func ceilDiv(n, by int) int {
	if n > 0 {
		return (n + by - 1) / by
	}
	return n / by
}

func roundDiv(n, by int64) int64 {
	if n < 0 {
		return -((-n + by/2) / by)
	}
	return (n + by/2) / by
}
