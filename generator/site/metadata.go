package site

import (
	"path"
	"strings"

	"ithaca/generator/portal"
)

// Preview is the picture that a link to a page is shown with elsewhere.
type Preview struct {
	URL string // absolute
	Alt string
}

// planMetadata completes the heads once every page is planned: with the
// organizers' logo where it is not the portrait of a profile. Without a base_url there is no
// address to give, and a profile that is not for search engines shows nobody's
// face elsewhere.
func planMetadata(pl *planner) {
	if pl.origin == "" {
		return
	}
	logo := Preview{}
	if name := pl.portal.Program.Brand.Logo; bitmap(name) && pl.url("/"+strings.TrimPrefix(name, "/")) != "" {
		logo = Preview{pl.origin + pl.url("/"+strings.TrimPrefix(name, "/")), pl.portal.Program.Title}
	}
	for _, page := range pl.plan.pages {
		if page.Template != "" && page.Head.Preview == (Preview{}) {
			page.Head.Preview = logo
		}
	}
}

// portrait returns the preview of a profile; the zero one stands for the logo.
func (pl *planner) portrait(m *portal.Mentor) Preview {
	if photo := pl.photo(m, false); photo != nil && m.Index && pl.origin != "" {
		return Preview{pl.origin + photo.URL, photo.Alt}
	}
	return Preview{}
}

// bitmap reports whether a picture is of a kind that link previews understand.
func bitmap(file string) bool {
	switch strings.ToLower(path.Ext(file)) {
	case ".png", ".jpg", ".jpeg":
		return true
	}
	return false
}
