package site

import (
	"maps"
	"path"
	"slices"

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
func (pl *Planner) planPictures() {
	for _, file := range slices.Sorted(maps.Keys(pl.pictures)) {
		for _, v := range pl.pictures[file].Variants {
			if pl.URL("/"+v.Name) == "" { // two files may hold the same picture
				pl.AddFile("/"+v.Name, func(func(string) string) []byte { return v.Data })
			}
		}
	}
}

// Face returns a mentor's picture for lists, nil where the organizers show none
// there: they cost data, and faces sway a choice. A mentor without a picture has
// one without an address, so that all cards are alike.
func (p *Plan) Face(m *portal.Mentor) *Photo {
	if !p.Portal.Program.Brand.Photos {
		return nil
	}
	if photo := p.Photo(m, true); photo != nil {
		return photo
	}
	return &Photo{}
}

// Photo returns a mentor's picture in its largest size or, with small, its
// smallest; nil where there is none.
func (p *Plan) Photo(m *portal.Mentor, small bool) *Photo {
	if m.Photo == nil {
		return nil
	}
	variants := p.pictures[path.Join(path.Dir(m.File), m.Photo.File)].Variants
	if len(variants) == 0 {
		return nil
	}
	v := variants[0]
	if small {
		v = variants[len(variants)-1]
	}
	return &Photo{URL: p.shared("/" + v.Name), Width: v.Width, Height: v.Height, Alt: m.Photo.Alt, Credit: m.Photo.Credit}
}
