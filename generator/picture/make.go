package picture

import (
	"bytes"
	"context"
	"errors"
	"image"
	"image/draw"
	"image/jpeg"
	"image/png"

	"golang.org/x/sync/semaphore"
)

// Maker makes variants of pictures. All who use the same one share its memory:
// a picture that would exceed it waits until others are finished.
type Maker struct {
	memory int64
	free   *semaphore.Weighted
}

// NewMaker returns a maker whose pictures take at most so many bytes together,
// their files apart. A single picture that takes more is made alone.
func NewMaker(memory int64) *Maker {
	return &Maker{memory, semaphore.NewWeighted(memory)}
}

// Make returns a JPEG for each recipe, in their order, or why the file cannot be
// used. The file is decoded once.
func (m *Maker) Make(data []byte, recipes []Recipe) (variants [][]byte, problem *Problem) {
	f, problem := open(data)
	if problem != nil {
		return nil, problem
	}
	m.holding(f.memory(recipes), func() { variants, problem = f.variants(recipes) })
	return variants, problem
}

// Judge returns why a file cannot be used, nil where it can.
func (m *Maker) Judge(data []byte) *Problem {
	f, problem := open(data)
	if problem == nil {
		m.holding(f.decoded+1<<20, func() { _, problem = f.whole() })
	}
	return problem
}

// holding calls work while it holds so many bytes of the memory, or all of it.
func (m *Maker) holding(bytes int64, work func()) {
	bytes = min(bytes, m.memory)
	// Acquire fails only when its context is done, and this one never is.
	_ = m.free.Acquire(context.Background(), bytes)
	defer m.free.Release(bytes)
	work()
}

var errPanicked = errors.New("the decoder gave up")

// whole decodes a file that has all its pixels.
func (f *file) whole() (image.Image, *Problem) {
	img, err := f.decode()
	switch {
	case err != nil:
		return nil, undecodable(err)
	case img.Bounds().Size() != f.stored:
		return nil, cutOff()
	}
	return img, nil
}

// decode calls the decoders of the standard library. A panic of theirs is a
// fault of the file, not the end of the program.
func (f *file) decode() (img image.Image, err error) {
	defer func() {
		if recover() != nil {
			err = errPanicked
		}
	}()
	if f.Format == PNG {
		return png.Decode(bytes.NewReader(f.data))
	}
	return jpeg.Decode(bytes.NewReader(f.data))
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

func encode(img image.Image, quality int, grey bool) []byte {
	if grey {
		plain := image.NewGray(img.Bounds())
		draw.Draw(plain, plain.Rect, img, image.Point{}, draw.Src)
		img = plain
	}
	var b bytes.Buffer
	// Writing to memory cannot fail, and no side reaches JPEG's limit of 65,535.
	_ = jpeg.Encode(&b, img, &jpeg.Options{Quality: quality})
	return b.Bytes()
}
