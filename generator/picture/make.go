package picture

import (
	"bytes"
	"errors"
	"image"
	"image/jpeg"
	"image/png"
)

// Make returns a JPEG for each recipe, in their order. The file is decoded once,
// and nothing but its pixels is in the result. Make holds at most Info.Memory
// bytes at a time; callers that make several at once can weigh that first.
func Make(data []byte, recipes []Recipe) ([][]byte, *Problem) {
	f, problem := open(data)
	if problem != nil {
		return nil, problem
	}
	pixels, problem := f.pixels(f.reduction(recipes))
	if problem != nil {
		return nil, problem
	}
	toScreen := conversionOf(f.profile)
	variants := make([][]byte, len(recipes))
	turn := turnOf(f.Orientation)
	for i, r := range recipes {
		part, size := r.fit(image.Pt(f.Width, f.Height))
		variant := turn.apply(pixels.draw(turn.stored(part, f.stored), turn.storedSize(size)))
		toScreen.apply(variant)
		variants[i] = variant.encode(r.Quality)
	}
	return variants, nil
}

// reduction returns by which whole number the pixels can be shrunk first so that
// twice the size of the largest variant remains: enough for the careful filter,
// little enough for it to be quick.
func (f *file) reduction(recipes []Recipe) int {
	by := MaxSide
	for _, r := range recipes {
		part, size := r.fit(image.Pt(f.Width, f.Height))
		by = min(by, part.Dx()/(2*size.X), part.Dy()/(2*size.Y))
	}
	return max(by, 1)
}

// working returns the bytes that Make takes beside decoding for the largest variant
// of this package: three planes of it and as many turned, its JPEG, and for each
// plane the rows between the two passes of the filter. Foreign colours are held
// once more.
func (f *file) working() int64 {
	_, size := Figure()[0].fit(image.Pt(f.Width, f.Height))
	stored := turnOf(f.Orientation).storedSize(size)
	rows := 3 * 2 * stored.X * f.stored.Y
	working := int64(8*size.X*size.Y + rows + 1<<20)
	if f.foreign {
		working += 3 * int64(f.Width) * int64(f.Height)
	}
	return working
}

// pixels decodes the picture. Its full size is let go on return.
func (f *file) pixels(by int) (frame, *Problem) {
	img, err := f.decode()
	if err != nil {
		return nil, undecodable(err)
	}
	if img.Bounds().Size() != f.stored {
		return nil, cutOff()
	}
	return frameOf(img, by), nil
}

var errPanicked = errors.New("the decoder gave up")

// decode calls the decoders of the standard library. A panic of theirs is a
// fault of the file, not the end of the program.
func (f *file) decode() (img image.Image, err error) {
	defer func() {
		if recover() != nil {
			err = errPanicked
		}
	}()
	if f.Format == PNG {
		return png.Decode(bytes.NewReader(f.body))
	}
	return jpeg.Decode(bytes.NewReader(f.body))
}

// undecodable says why a decoder refused a file, as far as it helps its author.
func undecodable(err error) *Problem {
	var asJPEG jpeg.UnsupportedError
	var asPNG png.UnsupportedError
	if errors.As(err, &asJPEG) || errors.As(err, &asPNG) {
		return bad("this picture is of a kind that few programs read")
	}
	return cutOff()
}

// draw returns a part of the picture in a size. The planes of the result are
// equally fine, so that they can be turned; the encoder makes colour coarser.
func (f frame) draw(part image.Rectangle, size image.Point) frame {
	out := make(frame, len(f))
	for i, p := range f {
		out[i] = p.resample(part, size)
	}
	return out
}

// encode writes a frame whose planes are equally fine.
func (f frame) encode(quality int) []byte {
	var img image.Image
	area := image.Rect(0, 0, f[0].width, f[0].height)
	if len(f) == 1 {
		img = &image.Gray{Pix: f[0].pix, Stride: f[0].stride, Rect: area}
	} else {
		img = &image.YCbCr{
			Y: f[0].pix, Cb: f[1].pix, Cr: f[2].pix, YStride: f[0].stride, CStride: f[1].stride,
			SubsampleRatio: image.YCbCrSubsampleRatio444, Rect: area,
		}
	}
	var b bytes.Buffer
	// Writing to memory cannot fail, and no side reaches JPEG's limit of 65,535.
	_ = jpeg.Encode(&b, img, &jpeg.Options{Quality: quality})
	return b.Bytes()
}
