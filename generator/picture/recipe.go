package picture

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"image"
)

// Recipe is what to make of a picture: it is cut to the shape of Width × Height
// and scaled to that size. Nothing is ever enlarged: of a picture that is
// smaller, the variant is smaller as well.
type Recipe struct {
	Width, Height int // pixels at most
	Quality       int // of the JPEG, 1 to 100
}

// Portrait returns the recipes for a person's picture on their own page, for
// ordinary and for fine screens, the larger one first.
func Portrait() []Recipe { return []Recipe{{400, 400, quality}, {200, 200, quality}} }

// Thumbnail returns the recipes for a person's picture in a list.
func Thumbnail() []Recipe { return []Recipe{{192, 192, quality}, {96, 96, quality}} }

// quality is where people stop seeing a difference in photographs at these
// sizes; below it edges around letters begin to shimmer.
const quality = 80

// version is part of every name. Raise it whenever the same file and recipe
// give other bytes than before; a test notices.
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

// Size returns the size in pixels of the variant of a picture whose size is that
// of Info.
func (r Recipe) Size(width, height int) (int, int) {
	part := r.cut(image.Pt(width, height)).Size()
	if part.X >= r.Width && part.Y >= r.Height {
		return r.Width, r.Height
	}
	return part.X, part.Y
}

// cut returns the largest part in the shape of the recipe: from the middle of a
// wide picture, and of a tall one nearer to its top, where the face is.
func (r Recipe) cut(whole image.Point) image.Rectangle {
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
