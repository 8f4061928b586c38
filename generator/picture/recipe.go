package picture

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"image"
)

// Recipe says how a variant is made: the picture is cropped to the aspect ratio of Width ×
// Height and scaled down to that size. It is never enlarged: the variant of a smaller
// picture is smaller.
type Recipe struct {
	Width, Height int // pixels at most
	Quality       int // of the JPEG, 1 to 100
}

// Portrait returns the recipes for a person's picture on their own page, for
// ordinary and for fine screens, the larger one first.
func Portrait() []Recipe { return []Recipe{{400, 400, quality}, {200, 200, quality}} }

// Thumbnail returns the recipe for a person's picture in a list: faces are half as wide,
// which suits fine screens.
func Thumbnail() Recipe { return Recipe{96, 96, quality} }

// quality is from where on people see no difference in photographs at these sizes; below
// it there are artefacts around letters.
const quality = 80

// version is part of every name. It must be raised when the same file and recipe result in
// other bytes; a test checks that.
const version = 4

// Name returns the name under which a variant is published, such as
// "pictures/4f0c….jpg", from the SHA-256 of the picture's file. It depends on
// nothing else, so a variant that exists under its name need not be made again.
func Name(source [sha256.Size]byte, r Recipe) string {
	key := binary.BigEndian.AppendUint32(source[:], version)
	for _, n := range []int{r.Width, r.Height, r.Quality} {
		key = binary.BigEndian.AppendUint64(key, uint64(n))
	}
	sum := sha256.Sum256(key)
	return "pictures/" + hex.EncodeToString(sum[:16]) + ".jpg"
}

// Size returns the width and height in pixels of the variant of a picture with those of
// Info.
func (r Recipe) Size(width, height int) (int, int) {
	part := r.crop(image.Pt(width, height)).Size()
	if part.X >= r.Width && part.Y >= r.Height {
		return r.Width, r.Height
	}
	return part.X, part.Y
}

// crop returns the largest part with the recipe's aspect ratio: the middle of a wide
// picture, and of a tall one a part nearer to its top, where the face is.
func (r Recipe) crop(whole image.Point) image.Rectangle {
	size := whole
	if whole.X*r.Height > whole.Y*r.Width {
		size.X = scaled(whole.Y, r.Width, r.Height)
	} else {
		size.Y = scaled(whole.X, r.Height, r.Width)
	}
	spare := whole.Sub(size)
	start := image.Pt(spare.X/2, spare.Y/3)
	return image.Rectangle{start, start.Add(size)}
}

// scaled returns n × by ÷ of, rounded and at least 1.
func scaled(n, by, of int) int { return max(1, (2*n*by+of)/(2*of)) }
