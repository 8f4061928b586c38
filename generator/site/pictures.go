package site

import (
	"path"

	"ithaca/generator/portal"
)

// Picture is a picture of the content as it is published: its variants, the
// larger one first.
type Picture struct{ Variants []Variant }

// Variant is one size of a picture.
type Variant struct {
	Name          string // its path in the portal: "pictures/4f0c….jpg"
	Width, Height int    // pixels
	Data          []byte
}

// Photo is a person's picture on a page.
type Photo struct {
	URL           string
	Width, Height int // pixels
	Alt           string
	Credit        string
}

// planPictures plans a file for each variant of each picture.
func planPictures(pl *planner) {
	for _, picture := range inOrder(pl.pictures) {
		for _, v := range picture.Variants {
			if pl.url("/"+v.Name) == "" { // two files may hold the same picture
				pl.file("/"+v.Name, func(func(string) string) []byte { return v.Data })
			}
		}
	}
}

// photo gives a mentor's picture in its largest size or, with small, its
// smallest; nil where there is none.
func (pl *planner) photo(m *portal.Mentor, small bool) *Photo {
	if m.Photo == nil {
		return nil
	}
	variants := pl.pictures[path.Join(path.Dir(m.File), m.Photo.File)].Variants
	if len(variants) == 0 {
		return nil
	}
	v := variants[0]
	if small {
		v = variants[len(variants)-1]
	}
	return &Photo{pl.url("/" + v.Name), v.Width, v.Height, m.Photo.Alt, m.Photo.Credit}
}
