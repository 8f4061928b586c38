package picture

import (
	"image"
	"image/color"
	"image/draw"
)

// plane is one channel of a picture: its brightness, or one of its two colour
// differences. A sample covers stepX × stepY pixels of the picture, since JPEG
// holds colour coarsely and shrinking makes every channel coarser.
type plane struct {
	pix           []byte
	stride        int
	width, height int
	stepX, stepY  int
}

func newPlane(width, height int) plane {
	return plane{make([]byte, width*height), width, width, height, 1, 1}
}

func (p plane) row(y int) []byte { return p.pix[y*p.stride:][:p.width] }

// frame is a decoded picture as stored, one plane when it is grey, else three:
// Y, Cb and Cr as JPEG has them. Staying with these from one JPEG to the other
// spares two conversions of every pixel and half of the memory.
type frame []plane

// frameOf takes a decoded picture, shrunk by a whole number. The picture's own
// pixels are used, not copied, when the number is 1 and its colours allow it.
func frameOf(img image.Image, by int) frame {
	switch img := img.(type) {
	case *image.Gray:
		b := img.Rect
		p := plane{img.Pix, img.Stride, b.Dx(), b.Dy(), 1, 1}
		return frame{p.shrink(by)}
	case *image.YCbCr:
		b := img.Rect
		x, y := coarseness(img.SubsampleRatio)
		w, h := parts(b.Dx(), x), parts(b.Dy(), y)
		return frame{
			plane{img.Y, img.YStride, b.Dx(), b.Dy(), 1, 1}.shrink(by),
			plane{img.Cb, img.CStride, w, h, x, y}.shrink(by),
			plane{img.Cr, img.CStride, w, h, x, y}.shrink(by),
		}
	}
	return flatten(img, by)
}

// parts returns into how many parts of a size something is divided, the last of
// which may be smaller.
func parts(n, size int) int { return (n + size - 1) / size }

// coarseness returns how many pixels share a sample of colour.
func coarseness(ratio image.YCbCrSubsampleRatio) (x, y int) {
	switch ratio {
	case image.YCbCrSubsampleRatio422:
		return 2, 1
	case image.YCbCrSubsampleRatio420:
		return 2, 2
	case image.YCbCrSubsampleRatio440:
		return 1, 2
	case image.YCbCrSubsampleRatio411:
		return 4, 1
	case image.YCbCrSubsampleRatio410:
		return 4, 2
	}
	return 1, 1
}

// shrink averages squares of samples. It reads each sample once, which is what
// makes a large picture cheap, and is exact for whole numbers.
func (p plane) shrink(by int) plane {
	if by == 1 {
		return p
	}
	out := newPlane(parts(p.width, by), parts(p.height, by))
	out.stepX, out.stepY = p.stepX*by, p.stepY*by
	sums := make([]uint32, out.width)
	for y := range out.height {
		clear(sums)
		rows := min(by, p.height-y*by)
		for r := range rows {
			addSquares(sums, p.row(y*by+r), by)
		}
		row := out.row(y)
		for x, sum := range sums {
			n := uint32(rows * min(by, p.width-x*by))
			row[x] = byte((sum + n/2) / n)
		}
	}
	return out
}

// addSquares adds a row of samples to the sums of the squares it crosses.
func addSquares(sums []uint32, row []byte, by int) {
	for i := range sums {
		n := min(by, len(row))
		sum := uint32(0)
		for _, v := range row[:n] {
			sum += uint32(v)
		}
		sums[i] += sum
		row = row[n:]
	}
}

// flatten takes a picture of any other kind: on white where it is transparent,
// shrunk, a strip at a time so that no second copy of all pixels is needed.
func flatten(img image.Image, by int) frame {
	b := img.Bounds()
	width, height := parts(b.Dx(), by), parts(b.Dy(), by)
	out := frame{newPlane(width, height), newPlane(width, height), newPlane(width, height)}
	strip := image.NewRGBA(image.Rect(0, 0, b.Dx(), by))
	for i := range out {
		out[i].stepX, out[i].stepY = by, by
	}
	for y := range height {
		rows := min(by, b.Dy()-y*by)
		for i := range strip.Pix {
			strip.Pix[i] = 255
		}
		area := image.Rect(0, 0, b.Dx(), rows)
		draw.Draw(strip, area, img, b.Min.Add(image.Pt(0, y*by)), draw.Over)
		for x := range width {
			r, g, b := average(strip, image.Rect(x*by, 0, x*by+by, by).Intersect(area))
			out[0].row(y)[x], out[1].row(y)[x], out[2].row(y)[x] = color.RGBToYCbCr(r, g, b)
		}
	}
	return out
}

func average(img *image.RGBA, area image.Rectangle) (r, g, b uint8) {
	var sumR, sumG, sumB, n uint32
	for y := area.Min.Y; y < area.Max.Y; y++ {
		row := img.Pix[img.PixOffset(area.Min.X, y):img.PixOffset(area.Max.X, y)]
		for ; len(row) >= 4; row = row[4:] {
			sumR, sumG, sumB = sumR+uint32(row[0]), sumG+uint32(row[1]), sumB+uint32(row[2])
			n++
		}
	}
	return uint8((sumR + n/2) / n), uint8((sumG + n/2) / n), uint8((sumB + n/2) / n)
}
