package picture

import (
	"image"

	"golang.org/x/image/draw"
	"golang.org/x/image/math/f64"
)

// variants decodes a picture and draws it as each recipe asks.
func (f *file) variants(recipes []Recipe) ([][]byte, *Problem) {
	img, err := f.decode()
	if err != nil {
		return nil, undecodable(err)
	}
	if img.Bounds().Size() != f.stored {
		return nil, cutOff()
	}
	_, grey := img.(*image.Gray)
	img = turned(halved(img, f.halvings(recipes)), f.Orientation)
	toScreen := conversionOf(f.profile)
	var variants [][]byte
	for _, r := range recipes {
		variant := image.NewRGBA(image.Rectangle{Max: image.Pt(r.Size(f.Width, f.Height))})
		draw.Draw(variant, variant.Rect, image.White, image.Point{}, draw.Src) // behind what is transparent
		draw.CatmullRom.Scale(variant, variant.Rect, img, r.cut(img.Bounds().Size()), draw.Over, nil)
		toScreen.apply(variant)
		variants = append(variants, encode(variant, r.Quality, grey))
	}
	return variants, nil
}

// halvings returns how often a picture can be halved so that at least twice the
// size of every variant remains: enough for the careful filter, little enough
// for it to be quick.
func (f *file) halvings(recipes []Recipe) (times int) {
	for ; ; times++ {
		for _, r := range recipes {
			part := r.cut(image.Pt(f.Width, f.Height))
			width, height := r.Size(f.Width, f.Height)
			if part.Dx() < width*4<<times || part.Dy() < height*4<<times {
				return times
			}
		}
	}
}

// halved returns a picture whose sides are halved so many times.
func halved(img image.Image, times int) image.Image {
	for range times {
		whole := img.Bounds()
		half := image.NewRGBA(image.Rect(0, 0, whole.Dx()/2, whole.Dy()/2))
		// At exactly two to one this filter takes the mean of four pixels, so
		// that fine patterns become even. A last odd row or column is left out.
		whole.Max = whole.Min.Add(half.Rect.Max.Mul(2))
		draw.ApproxBiLinear.Scale(half, half.Rect, img, whole, draw.Src, nil)
		img = half
	}
	return img
}

// turned returns stored pixels as they are displayed. An orientation mirrors the
// picture left to right, top to bottom and along its diagonal, in this order.
func turned(img image.Image, orientation int) image.Image {
	size := img.Bounds().Size()
	x, y := f64.Vec3{1, 0, 0}, f64.Vec3{0, 1, 0}
	switch orientation {
	case 1:
		return img
	case 2, 3, 7, 8:
		x = f64.Vec3{-1, 0, float64(size.X)}
	}
	switch orientation {
	case 3, 4, 6, 7:
		y = f64.Vec3{0, -1, float64(size.Y)}
	}
	if swapsSides(orientation) {
		x, y, size = y, x, image.Pt(size.Y, size.X)
	}
	upright := image.NewRGBA(image.Rectangle{Max: size})
	matrix := f64.Aff3{x[0], x[1], x[2], y[0], y[1], y[2]}
	draw.NearestNeighbor.Transform(upright, matrix, img, img.Bounds(), draw.Src, nil)
	return upright
}

func swapsSides(orientation int) bool { return orientation >= 5 }

// memory returns the bytes that making the variants takes at most: the decoded
// picture, its halves and their turned copy, and for each variant its pixels,
// their copies and the rows between the two passes of the filter.
func (f *file) memory(recipes []Recipe) int64 {
	memory := f.decoded + 1<<20
	times := f.halvings(recipes)
	pixels := int64(f.Width * f.Height)
	for range times {
		pixels /= 4
		memory += 4 * pixels
	}
	if f.Orientation > 1 {
		memory += 4 * pixels
	}
	for _, r := range recipes {
		width, height := r.Size(f.Width, f.Height)
		rows := r.cut(image.Pt(f.Width, f.Height)).Dy() >> times
		memory += int64(32*width*rows + 16*width*height)
	}
	return memory
}
