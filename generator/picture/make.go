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

// Maker makes variants of pictures within a memory budget, which all goroutines that use it
// share: a picture that would exceed it waits until others are finished.
type Maker struct {
	memory int64
	free   *semaphore.Weighted
}

// NewMaker returns a maker with a budget of memory bytes, without the files themselves. A
// single picture that takes more is made while no other is.
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
	m.withMemory(f.memory(recipes), func() { variants, problem = f.variants(recipes) })
	return variants, problem
}

// Judge returns why a file cannot be used, nil where it can.
func (m *Maker) Judge(data []byte) *Problem {
	f, problem := open(data)
	if problem == nil {
		m.withMemory(f.decodedBytes+1<<20, func() { _, problem = f.decodeWhole() })
	}
	return problem
}

// withMemory calls work with bytes of the budget reserved, or all of it if it is less.
func (m *Maker) withMemory(bytes int64, work func()) {
	bytes = min(bytes, m.memory)
	// Acquire fails only when its context is done, and this one never is.
	_ = m.free.Acquire(context.Background(), bytes)
	defer m.free.Release(bytes)
	work()
}

// decodeWhole decodes a file, and refuses one without all its pixels.
func (f *file) decodeWhole() (image.Image, *Problem) {
	img, err := f.decode()
	switch {
	case err != nil:
		return nil, undecodable(err)
	case img.Bounds().Size() != f.storedSize:
		return nil, cutOff()
	}
	return img, nil
}

// decode calls the decoders of the standard library. It returns their panics as errors.
func (f *file) decode() (img image.Image, err error) {
	defer func() {
		if recover() != nil {
			err = errors.New("the decoder gave up")
		}
	}()
	if f.Format == PNG {
		return png.Decode(bytes.NewReader(f.data))
	}
	return jpeg.Decode(bytes.NewReader(f.data))
}

// undecodable returns the problem for an error of a decoder.
func undecodable(err error) *Problem {
	var asJPEG jpeg.UnsupportedError
	var asPNG png.UnsupportedError
	if errors.As(err, &asJPEG) || errors.As(err, &asPNG) {
		return badPicture("this picture is of a kind that few programs read")
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
