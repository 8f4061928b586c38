package picture

import (
	"image"
	"math"
	"math/rand/v2"
	"testing"
)

// slow resamples as the textbook says, each sample of the result for itself.
func slow(p plane, part image.Rectangle, size image.Point) [][]float64 {
	filter := func(t float64) float64 {
		switch t = math.Abs(t); {
		case t < 1:
			return 1.5*t*t*t - 2.5*t*t + 1
		case t < 2:
			return -0.5*t*t*t + 2.5*t*t - 4*t + 2
		}
		return 0
	}
	weigh := func(low, high, n, i, step, samples int) map[int]float64 {
		ratio := float64(high-low) / float64(n) / float64(step)
		center := (float64(low)/float64(step) + (float64(i)+0.5)*ratio) - 0.5
		stretch, sum, weights := math.Max(ratio, 1), 0.0, map[int]float64{}
		for at := int(center-2*stretch) - 2; float64(at) <= center+2*stretch+2; at++ {
			w := filter((float64(at) - center) / stretch)
			weights[min(max(at, 0), samples-1)] += w
			sum += w
		}
		for at := range weights {
			weights[at] /= sum
		}
		return weights
	}
	out := make([][]float64, size.Y)
	for y := range out {
		out[y] = make([]float64, size.X)
		rows := weigh(part.Min.Y, part.Max.Y, size.Y, y, p.stepY, p.height)
		for x := range out[y] {
			for column, w := range weigh(part.Min.X, part.Max.X, size.X, x, p.stepX, p.width) {
				for row, v := range rows {
					out[y][x] += w * v * float64(p.row(row)[column])
				}
			}
			out[y][x] = math.Min(math.Max(out[y][x], 0), 255)
		}
	}
	return out
}

func TestResamplingIsWhatTheTextbookSays(t *testing.T) {
	dice := rand.New(rand.NewPCG(1, 2))
	for range 300 {
		p := newPlane(1+dice.IntN(40), 1+dice.IntN(40))
		p.stepX, p.stepY = 1+dice.IntN(5), 1+dice.IntN(5)
		for i := range p.pix {
			p.pix[i] = byte(dice.IntN(256))
		}
		whole := image.Pt(max(1, p.width*p.stepX-dice.IntN(p.stepX)), max(1, p.height*p.stepY-dice.IntN(p.stepY)))
		start := image.Pt(dice.IntN(whole.X), dice.IntN(whole.Y))
		part := image.Rectangle{start, start.Add(image.Pt(1+dice.IntN(whole.X-start.X), 1+dice.IntN(whole.Y-start.Y)))}
		size := image.Pt(1+dice.IntN(part.Dx()), 1+dice.IntN(part.Dy()))
		got, want := p.resample(part, size), slow(p, part, size)
		for y := range want {
			for x, v := range want[y] {
				if math.Abs(float64(got.row(y)[x])-v) > 1 {
					t.Fatalf("%d × %d steps %d, %d, %v to %v: at %d,%d is %d, not %.2f",
						p.width, p.height, p.stepX, p.stepY, part, size, x, y, got.row(y)[x], v)
				}
			}
		}
	}
}

func TestAnEvenSurfaceStaysEven(t *testing.T) {
	for _, v := range []byte{0, 1, 127, 254, 255} {
		p := newPlane(97, 61)
		for i := range p.pix {
			p.pix[i] = v
		}
		for _, size := range []image.Point{{97, 61}, {40, 50}, {13, 7}, {1, 1}} {
			for _, p := range []plane{p, p.shrink(2), p.shrink(5)} {
				for _, got := range p.resample(image.Rect(0, 0, 97, 61), size).pix {
					if got != v {
						t.Fatalf("%d became %d at %v", v, got, size)
					}
				}
			}
		}
	}
}

func TestAPictureInItsOwnSizeIsCopied(t *testing.T) {
	p := newPlane(31, 17)
	for i := range p.pix {
		p.pix[i] = byte(i * 37)
	}
	got := p.resample(image.Rect(3, 2, 28, 15), image.Pt(25, 13))
	for y := range got.height {
		for x, v := range got.row(y) {
			if want := p.row(y + 2)[x+3]; v != want {
				t.Fatalf("at %d,%d is %d, not %d", x, y, v, want)
			}
		}
	}
}

func TestAFinePatternBecomesEvenGrey(t *testing.T) {
	p := newPlane(800, 800)
	for i := range p.pix {
		p.pix[i] = byte(255 * ((i%800 + i/800) % 2))
	}
	for _, small := range []plane{p.resample(image.Rect(0, 0, 800, 800), image.Pt(190, 190)), p.shrink(2)} {
		for _, v := range small.pix {
			if v < 122 || v > 134 {
				t.Fatalf("a chequered surface of %d became %d", small.width, v)
			}
		}
	}
}

func TestShrinkingAveragesSquares(t *testing.T) {
	p := plane{pix: []byte{
		0, 10, 20, 30, 40, 99,
		50, 60, 70, 80, 90, 99,
		1, 2, 3, 4, 5, 99,
	}, stride: 6, width: 5, height: 3, stepX: 2, stepY: 1}
	got := p.shrink(2)
	want := []byte{30, 50, 65, 2, 4, 5}
	if string(got.pix) != string(want) || got.width != 3 || got.height != 2 || got.stepX != 4 || got.stepY != 2 {
		t.Errorf("got %+v, want %v", got, want)
	}
}
