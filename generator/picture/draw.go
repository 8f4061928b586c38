package picture

import (
	"image"

	"golang.org/x/image/draw"
)

// variants decodes a picture and returns a JPEG for each recipe.
func (f *file) variants(recipes []Recipe) ([][]byte, *Problem) {
	img, problem := f.decodeWhole()
	if problem != nil {
		return nil, problem
	}
	_, grey := img.(*image.Gray)
	halvings := f.halvings(recipes)
	img = turned(halved(img, halvings), f.Orientation)
	toScreen := conversionOf(f.profile)
	var variants [][]byte
	for i, r := range recipes {
		smaller := f.halvings(recipes[i:])
		img, halvings = halved(img, smaller-halvings), smaller
		variant := image.NewRGBA(image.Rectangle{Max: image.Pt(r.Size(f.Width, f.Height))})
		draw.Draw(variant, variant.Rect, image.White, image.Point{}, draw.Src) // behind what is transparent
		draw.CatmullRom.Scale(variant, variant.Rect, img, r.crop(img.Bounds().Size()), draw.Over, nil)
		toScreen.apply(variant)
		variants = append(variants, encode(variant, r.Quality, grey))
	}
	return variants, nil
}

// halvings returns how often a picture can be halved so that at least twice the size of
// every variant remains: the Catmull-Rom filter then still has enough pixels, and few enough
// to be fast.
func (f *file) halvings(recipes []Recipe) (times int) {
	for ; ; times++ {
		for _, r := range recipes {
			part := r.crop(image.Pt(f.Width, f.Height))
			width, height := r.Size(f.Width, f.Height)
			if part.Dx() < width*4<<times || part.Dy() < height*4<<times {
				return times
			}
		}
	}
}

// halved returns a picture whose sides are halved times times. Each pixel is the mean of
// four; a last odd row or column is dropped.
func halved(img image.Image, times int) image.Image {
	for range times {
		whole := img.Bounds()
		half := image.NewRGBA(image.Rect(0, 0, whole.Dx()/2, whole.Dy()/2))
		rows := image.NewRGBA(image.Rect(0, 0, half.Rect.Dx()*2, 2))
		for y := range half.Rect.Dy() {
			draw.Draw(rows, rows.Rect, img, whole.Min.Add(image.Pt(0, 2*y)), draw.Src)
			upper, lower, into := rows.Pix[:rows.Stride], rows.Pix[rows.Stride:], half.Pix[y*half.Stride:]
			for i := range half.Stride {
				at := i/4*8 + i%4
				into[i] = uint8((int(upper[at]) + int(upper[at+4]) + int(lower[at]) + int(lower[at+4]) + 2) / 4)
			}
		}
		img = half
	}
	return img
}

// turned returns a picture in its EXIF orientation, which is any of these, in this order: a
// mirroring left to right, one top to bottom, and a transposition.
func turned(img image.Image, orientation int) image.Image {
	if orientation <= 1 {
		return img
	}
	size := img.Bounds().Size()
	stored, isRGBA := img.(*image.RGBA)
	if !isRGBA {
		stored = image.NewRGBA(image.Rectangle{Max: size})
		draw.Draw(stored, stored.Rect, img, img.Bounds().Min, draw.Src)
	}
	displayed := size
	if swapsSides(orientation) {
		displayed = image.Pt(size.Y, size.X)
	}
	upright := image.NewRGBA(image.Rectangle{Max: displayed})
	for y := range size.Y {
		for x := range size.X {
			to := image.Pt(x, y)
			switch orientation {
			case 2, 3, 7, 8:
				to.X = size.X - 1 - x
			}
			switch orientation {
			case 3, 4, 6, 7:
				to.Y = size.Y - 1 - y
			}
			if swapsSides(orientation) {
				to.X, to.Y = to.Y, to.X
			}
			copy(upright.Pix[upright.PixOffset(to.X, to.Y):][:4], stored.Pix[y*stored.Stride+4*x:])
		}
	}
	return upright
}

func swapsSides(orientation int) bool { return orientation >= 5 }

// memory returns an upper bound of the bytes that making the variants takes: the decoded
// picture, its halves and turned copies, and for each variant its pixels, their copies and
// the rows between the two passes of the filter.
func (f *file) memory(recipes []Recipe) int64 {
	memory := f.decodedBytes + 1<<20
	times := f.halvings(recipes)
	pixels := int64(f.Width * f.Height)
	for range times {
		pixels /= 4
		memory += 4 * pixels
	}
	if f.Orientation > 1 {
		memory += 8 * pixels
	}
	for _, r := range recipes {
		width, height := r.Size(f.Width, f.Height)
		rows := r.crop(image.Pt(f.Width, f.Height)).Dy() >> times
		memory += int64(32*width*rows + 16*width*height)
	}
	return memory
}
