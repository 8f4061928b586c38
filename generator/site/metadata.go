package site

import (
	"path"
	"strings"
)

// Preview is the picture that a link to a page is shown with elsewhere.
type Preview struct {
	URL string // absolute
	Alt string
}

// planMetadata completes the heads once every page is planned: with the portrait
// of a profile, else with the organizers' logo. Without a base_url there is no
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
		if page.Template != "" {
			page.Head.Preview = logo
		}
	}
	for _, m := range pl.portal.Mentors {
		page, photo := pl.plan.file[m.File], pl.photo(m, false)
		if page != nil && photo != nil && m.Index {
			page.Head.Preview = Preview{pl.origin + photo.URL, photo.Alt}
		}
	}
}

// bitmap tells whether a picture is of a kind that link previews understand.
func bitmap(file string) bool {
	switch strings.ToLower(path.Ext(file)) {
	case ".png", ".jpg", ".jpeg":
		return true
	}
	return false
}
