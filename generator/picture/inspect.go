package picture

import (
	"bytes"
	"fmt"
	"image"
	"math"

	"ithaca/generator/diag"
)

// Limits of files. The pictures of cameras and phones are within them.
const (
	MaxBytes  = 12 << 20   // of a file
	MaxPixels = 40_000_000 // of a picture
	MaxSide   = 10_000     // pixels of the longer side
	MaxAspect = 10         // times the shorter side

	// MaxMemory bounds what decoding one picture takes, in bytes. An ordinary
	// JPEG of 40 megapixels takes 60 MB; a progressive one, whose coefficients
	// are kept until the last scan, takes five times as much.
	MaxMemory = 256 << 20

	// maxWork bounds the pixels of all scans of a progressive JPEG together. Programs
	// write some ten scans. An empty one takes sixty bytes, and the decoder walks over
	// the whole picture for it: 12 MiB of them would take hours.
	maxWork = 500_000_000
)

// Format is the format of a picture's file.
type Format string

// JPEG and PNG are the formats that are read. Variants are always JPEG.
const (
	JPEG Format = "JPEG"
	PNG  Format = "PNG"
)

// Info is the header of a file.
type Info struct {
	Format        Format
	Width, Height int // pixels as people see the picture, the orientation applied
	Orientation   int // 1 to 8 as in EXIF: how the stored pixels have to be turned
}

// Inspect returns the header of a file, or why the file cannot be used, without decoding
// its pixels. A file that passes may still turn out to be damaged when it is decoded.
func Inspect(data []byte) (Info, *Problem) {
	f, problem := open(data)
	if problem != nil {
		return Info{}, problem
	}
	return f.Info, nil
}

// file is a picture's file whose pixels are not decoded yet.
type file struct {
	Info
	data         []byte
	storedSize   image.Point // the size in pixels before it is turned
	profile      []byte      // the colour profile as it came, nil when there is none
	decodedBytes int64       // bytes that decoding takes
	scans        int         // passes over the picture
	animated     bool
	complete     bool // the end of the file was reached
}

// open parses everything of a file but its pixels, and refuses it where the limits are
// exceeded or nothing useful could be decoded.
func open(data []byte) (*file, *Problem) {
	if len(data) > MaxBytes {
		// Rounded up and down, so that the two numbers are never the same.
		return nil, tooLarge("this picture has %.1f MB; at most %.1f MB are read",
			math.Ceil(float64(len(data))/1e5)/10, math.Floor(MaxBytes/1e5)/10)
	}
	f := &file{data: data}
	var problem *Problem
	switch {
	case bytes.HasPrefix(data, []byte(jpegStart)):
		problem = f.readJPEG()
	case bytes.HasPrefix(data, []byte(pngStart)):
		problem = f.readPNG()
	default:
		problem = badPicture("this file is %s; pictures are JPEG or PNG", kindOf(data))
	}
	if problem == nil {
		problem = f.check()
	}
	if problem != nil {
		return nil, problem
	}
	f.Orientation = max(f.Orientation, 1)
	f.Width, f.Height = f.storedSize.X, f.storedSize.Y
	if swapsSides(f.Orientation) {
		f.Width, f.Height = f.Height, f.Width
	}
	return f, nil
}

// check returns the first reason why a file cannot be used, size before damage.
func (f *file) check() *Problem {
	if problem := checkSize(f.storedSize.X, f.storedSize.Y); problem != nil {
		return problem
	}
	maxScans := maxWork / (f.storedSize.X * f.storedSize.Y)
	switch {
	case f.decodedBytes > MaxMemory:
		return tooLarge("this picture takes %d MB of memory to read; at most %d MB are used", f.decodedBytes>>20+1, MaxMemory>>20)
	case f.scans > maxScans:
		return tooLarge("this picture is drawn in %d passes; at most %d are read in one of its size", f.scans, maxScans)
	case f.animated:
		return &Problem{Code: AnimatedPicture, Message: "this picture moves", Hint: "save one of its frames as JPEG or PNG"}
	case !f.complete:
		return cutOff()
	}
	return nil
}

func checkSize(width, height int) *Problem {
	short, long := min(width, height), max(width, height)
	switch {
	case short < 1:
		return badPicture("this picture has no pixels")
	case long > MaxSide, width*height > MaxPixels:
		return tooLarge("this picture has %d × %d pixels; at most %d million, and %d on a side, are read",
			width, height, MaxPixels/1_000_000, MaxSide)
	case long > MaxAspect*short:
		return &Problem{Code: PictureTooNarrow,
			Message: fmt.Sprintf("this picture is a strip of %d × %d pixels; its longer side may be %d times the shorter", width, height, MaxAspect),
			Hint:    "cut out the part that matters"}
	}
	return nil
}

// BadPicture is reported for a file that is not a JPEG or PNG, whatever its
// name says, and for one that is damaged, cut off or of a kind few programs read.
const BadPicture diag.Code = "bad-picture"

// AnimatedPicture is reported for a picture that moves. Movement distracts
// readers, cannot be stopped by them, and only its first frame would be left.
const AnimatedPicture diag.Code = "animated-picture"

// PictureTooLarge is reported for a picture that would take more memory or time
// to read than one picture may take: too many bytes, pixels or repeated scans.
const PictureTooLarge diag.Code = "picture-too-large"

// PictureTooNarrow is reported for a picture that is a strip: cut to the shape of
// a portrait, little of it would be left.
const PictureTooNarrow diag.Code = "picture-too-narrow"

// Problem is why a file cannot be used. The caller adds the position.
type Problem = diag.Diagnostic

const (
	saveAgain   = "open it in a program for pictures and save it as JPEG"
	saveSmaller = "save a smaller copy: 1600 pixels on its longer side are plenty"
)

func badPicture(format string, args ...any) *Problem {
	return &Problem{Code: BadPicture, Message: fmt.Sprintf(format, args...), Hint: saveAgain}
}

func tooLarge(format string, args ...any) *Problem {
	return &Problem{Code: PictureTooLarge, Message: fmt.Sprintf(format, args...), Hint: saveSmaller}
}

// cutOff returns the problem of a file without its end, or whose pixels end early.
func cutOff() *Problem {
	return &Problem{Code: BadPicture, Message: "this picture is damaged or cut off", Hint: "copy it once more from where it came, or " + saveAgain}
}
