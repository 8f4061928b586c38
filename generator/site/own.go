package site

import (
	"slices"

	"ithaca/generator/portal"
)

// madePages are the pages that the portal makes by itself and to which the
// organizers may add a text of their own: content/pages/help.md stands above
// what the portal says on /help/.
var madePages = []string{"program", "help", "accessibility"}

// page returns the organizers' page of a name, or nil.
func (pl *planner) page(slug string) *portal.Page { return portal.Find(pl.portal.Pages, slug) }

// addOwn plans a page that the portal makes, at the address of its slug. The
// view gets the organizers' text, nil where they wrote none.
func (pl *planner) addOwn(slug, template string, view func(own *Text) any) {
	page := &Page{Template: template, Head: Head{Section: slug, Breadcrumb: pl.trail()}}
	p := pl.page(slug)
	if p != nil {
		page.item = &p.Item
		page.Head.Title, page.Head.Description = p.Title, p.Summary
	}
	page.view = func() any {
		if p == nil {
			return view(nil)
		}
		return view(pl.text(p))
	}
	pl.add("/"+slug+"/", page)
}

// text returns a page of the organizers.
func (pl *planner) text(p *portal.Page) *Text {
	v := &Text{Page: p, Text: pl.prose(&p.Item), Edit: editURL(pl.portal.Program.Repository, p.File)}
	if p.Slug == "privacy" {
		v.Privacy = &pl.portal.Program.Privacy
	}
	if p.Slug == becomeMentor {
		v.Wanted = pl.wanted()
	}
	return v
}

// made reports whether the portal makes the page of a slug itself.
func made(slug string) bool { return slices.Contains(madePages, slug) }

// Ways are the URLs of the pages from which people go on. Each is "" where the
// portal has no such page.
type Ways struct {
	Home, Mentors, Guides, Worksheets, Stories string
	Match                                      string // the match finder
	Needs                                      string // the needs in people's words, or else the topics
	Write                                      string // the help with a first message
	Search                                     string
	Program                                    string
	Apply                                      string // the page that says how to apply, or else the organizers' form
	Help, Privacy, Conduct, Accessibility      string
}

// ways must be called only when all pages are planned.
func (pl *planner) ways() Ways {
	w := Ways{
		Home: pl.url("/"), Mentors: pl.url("/mentors/"), Guides: pl.url("/guides/"),
		Worksheets: pl.url("/worksheets/"), Stories: pl.url("/stories/"),
		Match: pl.url("/match/"), Needs: pl.url("/needs/"), Write: pl.url("/write/"), Search: pl.url("/search/"),
		Program: pl.url("/program/"), Apply: pl.apply(),
		Help: pl.url("/help/"), Privacy: pl.url("/privacy/"), Conduct: pl.url("/code-of-conduct/"),
		Accessibility: pl.url("/accessibility/"),
	}
	if w.Needs == "" {
		w.Needs = pl.url("/topics/")
	}
	return w
}
