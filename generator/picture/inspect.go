package picture

import (
	"bytes"
	"fmt"
	"image"
	"image/jpeg"
	"image/png"
)

// Limits of what is read. They leave room for what cameras and phones make.
const (
	MaxBytes  = 12 << 20   // of a file
	MaxPixels = 40_000_000 // of a picture
	MaxSide   = 10_000     // pixels of the longer side
	MaxAspect = 10         // times the shorter side

	// MaxMemory bounds what decoding takes, in bytes. An ordinary JPEG of 40
	// megapixels takes 60 MB; a progressive one, whose coefficients are kept
	// until the last scan, takes five times as much.
	MaxMemory = 256 << 20

	// maxWork bounds the pixels of all passes over a progressive JPEG. Programs
	// write some ten passes. An empty one costs its author sixty bytes and its
	// reader a walk over the whole picture: 12 MiB of them would take hours.
	maxWork = 500_000_000
)

// Format is how a picture's file is written.
type Format string

// JPEG and PNG are the formats that are read. Variants are always JPEG.
const (
	JPEG Format = "JPEG"
	PNG  Format = "PNG"
)

// Info is what a file says of itself before anything is decoded.
type Info struct {
	Format        Format
	Width, Height int   // pixels as people see the picture, the orientation applied
	Orientation   int   // 1 to 8 as in EXIF: how the stored pixels have to be turned
	Memory        int64 // bytes that Make holds at most, for the recipes of this package
}

// Inspect reports what a file is, whatever its name is, without decoding its
// pixels. A file that passes may still turn out damaged when Make decodes it.
func Inspect(data []byte) (Info, *Problem) {
	f, problem := open(data)
	if problem != nil {
		return Info{}, problem
	}
	return f.Info, nil
}

// file is a picture's file, taken apart. Its body is the same file without
// metadata, which is all a decoder gets to see.
type file struct {
	Info
	stored   image.Point // the size in pixels before it is turned
	body     []byte
	profile  []byte // the colour profile as it came, nil when there is none
	decoded  int64  // bytes that decoding takes
	foreign  bool   // its decoded colours are not YCbCr
	scans    int    // passes over the picture
	animated bool
	complete bool // the end of the file was reached
}

func open(data []byte) (*file, *Problem) {
	if len(data) > MaxBytes {
		return nil, tooLarge("this picture has %.1f MB; at most %d MB are read", float64(len(data))/(1<<20), MaxBytes>>20)
	}
	f, problem := takeApart(data)
	if problem == nil {
		problem = f.check()
	}
	if problem != nil {
		return nil, problem
	}
	f.Orientation = max(f.Orientation, 1)
	shown := turnOf(f.Orientation).storedSize(f.stored)
	f.Width, f.Height = shown.X, shown.Y
	f.Memory = int64(len(f.body)) + f.decoded + f.working()
	return f, nil
}

func takeApart(data []byte) (*file, *Problem) {
	switch {
	case bytes.HasPrefix(data, []byte(jpegStart)):
		return takeJPEG(data)
	case bytes.HasPrefix(data, []byte(pngStart)):
		return takePNG(data)
	}
	return nil, bad("this file is %s; pictures are JPEG or PNG", kindOf(data))
}

// check asks in the order in which answers help: what a picture is comes before
// the state its file is in.
func (f *file) check() *Problem {
	if problem := checkSize(f.stored.X, f.stored.Y); problem != nil {
		return problem
	}
	switch {
	case f.decoded > MaxMemory:
		return tooLarge("this picture takes %d MB of memory to read; at most %d MB are used", f.decoded>>20, MaxMemory>>20)
	case f.scans > maxWork/(f.stored.X*f.stored.Y):
		return tooLarge("this picture is drawn in %d passes; at most %d are read in one of its size",
			f.scans, maxWork/(f.stored.X*f.stored.Y))
	case f.animated:
		return &Problem{AnimatedPicture, "this picture moves", "save one of its frames as JPEG or PNG"}
	case !f.complete:
		return cutOff()
	}
	return f.checkConfig()
}

func checkSize(width, height int) *Problem {
	short, long := min(width, height), max(width, height)
	switch {
	case short < 1:
		return bad("this picture has no pixels")
	case long > MaxSide, width*height > MaxPixels:
		return tooLarge("this picture has %d × %d pixels; at most %d million, and %d on a side, are read",
			width, height, MaxPixels/1_000_000, MaxSide)
	case long > MaxAspect*short:
		return &Problem{PictureTooNarrow,
			fmt.Sprintf("this picture is a strip of %d × %d pixels; its longer side may be %d times the shorter", width, height, MaxAspect),
			"cut out the part that matters"}
	}
	return nil
}

// checkConfig asks the decoder for the size as well. It is the same unless the
// file was taken apart in another way than the decoder reads it.
func (f *file) checkConfig() *Problem {
	read := jpeg.DecodeConfig
	if f.Format == PNG {
		read = png.DecodeConfig
	}
	config, err := read(bytes.NewReader(f.body))
	if err != nil {
		return undecodable(err)
	}
	if config.Width != f.stored.X || config.Height != f.stored.Y {
		return cutOff()
	}
	return nil
}
