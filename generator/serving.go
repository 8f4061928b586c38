package generator

import (
	"cmp"
	"slices"

	"ithaca/generator/diag"
	"ithaca/generator/portal"
	"ithaca/generator/site"
	"ithaca/generator/site/page"
	"ithaca/generator/theme"
)

// What serve asks of a snapshot beside its bytes.

// Notes are what is good to know of a page while its source is written.
type Notes struct {
	Source      string    // the content file the page is about, relative to the site's folder; "" for none. It may be a request's: for serve alone
	Kind        string    // the name of its template, as "mentor-list"
	Draft       bool      // whether build leaves it out
	Diagnostics diag.List // what is wrong with the source, sorted; it must not be changed
}

// Notes returns what is to be known of the page at a URL as it stands in links,
// nothing where no page is planned.
func (s *Snapshot) Notes(url string) Notes {
	p := s.plan.Page(url)
	if p == nil {
		return Notes{}
	}
	n := Notes{Source: p.Source(), Kind: p.Template, Draft: p.Draft()}
	if n.Kind == "request" {
		// The page itself does not know its file, lest it lead to it.
		if r := portal.Find(s.portal.Requests, p.Head.Title); r != nil {
			n.Source = r.File
		}
	}
	if n.Source != "" {
		n.Diagnostics = s.About(n.Source)
	}
	return n
}

// About returns what is wrong with a file, sorted; it must not be changed.
func (s *Snapshot) About(file string) diag.List {
	byFile := func(d diag.Diagnostic, file string) int { return cmp.Compare(d.File, file) }
	from, _ := slices.BinarySearchFunc(s.diags, file, byFile)
	to := from
	for to < len(s.diags) && s.diags[to].File == file {
		to++
	}
	return s.diags[from:to:to]
}

// Home returns the URL of the home page, with base_url's path: "/portal/".
func (s *Snapshot) Home() string { return s.plan.Site.Home }

// NotFound returns the URL of the page that answers for all that do not exist.
func (s *Snapshot) NotFound() string { return s.plan.Site.Home + page.NotFoundPath }

// Headers returns the URL of the file that says which headers go with which page.
func (s *Snapshot) Headers() string { return s.plan.Site.Home + site.HeadersPath }

// Assets returns the theme's files that pages load, by their paths in the portal. The folder
// that they lie in bears the hash of them all. The bytes must not be changed.
func (s *Snapshot) Assets() []theme.Asset { return s.theme.Assets() }
