// Package linked says what pages are about to machines that do not read them as people
// do, in JSON-LD.
package linked

import (
	"ithaca/generator/portal"
	"ithaca/generator/site"
	"ithaca/generator/site/page"
)

// block is a block of JSON-LD in the words of schema.org. It says nothing that does not
// stand on the page, and never an e-mail address.
type block struct {
	Context string `json:"@context"`
	Graph   []any  `json:"@graph"`
}

// Data returns a page's block of JSON-LD, made from its view and the interface's
// words by their keys; nil for a page that search engines are asked not to list,
// and without a base_url, because everything in it is named by an absolute
// address.
func Data(plan *site.Plan, p *site.Page, view any, word func(key string) string) any {
	if p.Head.Canonical == "" || p.Head.NoIndex {
		return nil
	}
	d := describer{plan}
	var graph []any
	if about := d.describe(p, view); about != nil {
		graph = append(graph, about)
	}
	if _, home := view.(*page.Home); home {
		graph = append(graph, d.organization())
	}
	if trail := d.trail(p, word); trail != nil {
		graph = append(graph, trail)
	}
	if len(graph) == 0 {
		return nil
	}
	return block{"https://schema.org", graph}
}

// describer says of a plan's pages what they are about.
type describer struct{ *site.Plan }

// describe returns what a page is about, nil where that has no type of its own.
func (pl describer) describe(p *site.Page, view any) any {
	switch v := view.(type) {
	case *page.Home:
		return pl.website()
	case *page.Mentor:
		return pl.profilePage(p, v)
	case *page.Guide:
		return pl.article(p, v.Guide.Authors, portal.Date{})
	case *page.Story:
		return pl.article(p, nil, v.Story.Date)
	case *page.Event:
		return pl.event(p, v)
	}
	return nil
}

// list is a list of pages.
type list struct {
	Type  string `json:"@type"`
	Items []item `json:"itemListElement"`
}

type item struct {
	Type     string `json:"@type"`
	Position int    `json:"position"`
	Name     string `json:"name"`
	Item     string `json:"item"` // the address
}

// trail returns the breadcrumb of a page that shows one.
func (pl describer) trail(p *site.Page, word func(key string) string) any {
	if len(p.Head.Breadcrumb) < 2 {
		return nil
	}
	trail := list{Type: "BreadcrumbList"}
	for i, l := range p.Head.Breadcrumb {
		name := l.Title
		if name == "" {
			name = word(l.Key)
		}
		trail.Items = append(trail.Items, item{Type: "ListItem", Position: i + 1, Name: name, Item: pl.Site.Origin + l.URL})
	}
	return trail
}
