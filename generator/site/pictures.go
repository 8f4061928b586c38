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
	Lazy          bool // it is loaded only when it comes into view
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

// face returns a mentor's picture for lists, nil where the organizers show none
// there: they cost data, and faces sway a choice. A mentor without a picture has
// one without an address, so that all cards are alike.
func (pl *planner) face(m *portal.Mentor) *Photo {
	if !pl.portal.Program.Brand.Photos {
		return nil
	}
	if photo := pl.photo(m, true); photo != nil {
		return photo
	}
	return &Photo{}
}

// photo returns a mentor's picture in its largest size or, with small, its
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
	return &Photo{URL: pl.url("/" + v.Name), Width: v.Width, Height: v.Height, Alt: m.Photo.Alt, Credit: m.Photo.Credit}
}
