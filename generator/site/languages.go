package site

import (
	"slices"
	"strings"

	"ithaca/generator/markdown"
)

// Languages returns the plans of all languages, the portal's own first: of a portal of
// one language the plan itself.
func (p *Plan) Languages() []*Plan {
	if p.first != nil {
		p = p.first
	}
	return append([]*Plan{p}, p.others...)
}

// Folder returns the folder of a language that is not the portal's own, below the root.
func Folder(language string) string { return "/" + strings.ToLower(language) }

// IsOwn reports whether the plan is that of the portal's own language, which also has
// the files that all languages share.
func (p *Plan) IsOwn() bool { return p.first == nil }

// folder returns where the files of a language lie: "es/", "" for the portal's own.
func (p *Plan) folder() string {
	if p.IsOwn() {
		return ""
	}
	return strings.TrimPrefix(p.Site.Prefix, p.Site.Root+"/") + "/"
}

// shared returns the URL of a file that all languages share, "" where there is none.
func (p *Plan) shared(path string) string { return p.Languages()[0].URL(path) }

// Version is a page in one of the portal's languages.
type Version struct {
	Lang     string // BCP 47
	URL      string // of the page, or of the home page where the language does not have it
	Absolute string // with a base_url, where the page's texts are in the language; else ""
	Current  bool
	Own      bool // the portal's own language
}

// Versions returns a page in each of the portal's languages, its own first; nil in a
// portal of one language.
func (p *Page) Versions() []Version {
	plans := p.plan.Languages()
	if len(plans) == 1 {
		return nil
	}
	versions := make([]Version, len(plans))
	for i, plan := range plans {
		v := Version{Lang: plan.Site.Lang, URL: plan.Site.Home, Current: plan == p.plan, Own: i == 0}
		if page := plan.byURL[plan.Site.Prefix+strings.TrimPrefix(p.URL, p.plan.Site.Prefix)]; page != nil {
			v.URL = page.URL
			if page.Listed() && plan.Site.Origin != "" {
				v.Absolute = plan.Site.Origin + page.URL
			}
		}
		versions[i] = v
	}
	return versions
}

// headingOf returns the anchor of a heading in a translation by the anchor that it has in
// the original, "" for the top where the two have other headings. Any other anchor
// stays what it is.
func (p *Plan) headingOf(page *Page, anchor string) string {
	if anchor == "" || page.Item == nil || page.Item.Original == "" {
		return anchor
	}
	original := p.Languages()[0].byFile[page.Item.Original]
	has := func(h markdown.Heading) bool { return h.ID == anchor }
	here := page.Item.Body.Headings
	if original == nil || slices.ContainsFunc(here, has) || !slices.ContainsFunc(original.Item.Body.Headings, has) {
		return anchor
	}
	if there := original.Item.Body.Headings; len(here) == len(there) {
		return here[slices.IndexFunc(there, has)].ID
	}
	return ""
}
