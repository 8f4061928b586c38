// Package linked says what pages are about to machines that do not read them as people
// do, in JSON-LD.
package linked

import (
	"slices"

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
	if about := d.describe(p, view, word); about != nil {
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
func (pl describer) describe(p *site.Page, view any, word func(key string) string) any {
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
	case *page.MentorList:
		return pl.itemList(p, word("nav-mentors"), pl.cardItems(v.Mentors))
	case *page.FacetList:
		return pl.itemList(p, "", pl.cardItems(v.List))
	case *page.Topic:
		return pl.itemList(p, v.Topic.Title, pl.cardItems(v.Mentors))
	case *page.GuideIndex:
		var guides []item
		for _, stage := range v.Stages {
			for _, g := range stage.Guides {
				guides = append(guides, pl.to(g.Link))
			}
		}
		return pl.itemList(p, word("nav-guides"), guides)
	case *page.StoryIndex:
		return pl.itemList(p, word("nav-stories"), items(v.Stories, func(s page.StoryCard) item { return pl.to(s.Link) }))
	case *page.ResourceIndex:
		return pl.itemList(p, word("nav-resources"), items(v.Lists, func(r page.ResourceCard) item { return pl.to(r.Link) }))
	case *page.ResourceList:
		return pl.itemList(p, v.ResourceList.Title, items(v.Items, func(r page.Resource) item {
			return item{Type: "ListItem", Name: r.Title, URL: r.URL}
		}))
	case *page.EventIndex:
		return pl.itemList(p, word("nav-events"), items(v.Coming, func(e page.EventCard) item { return pl.to(e.Link) }))
	}
	return nil
}

// list is a list of pages or of things.
type list struct {
	Type  string `json:"@type"`
	ID    string `json:"@id,omitempty"`
	Name  string `json:"name,omitempty"`
	Items []item `json:"itemListElement"`
}

type item struct {
	Type     string `json:"@type"`
	Position int    `json:"position"`
	Name     string `json:"name"`
	URL      string `json:"url,omitempty"`
	Item     string `json:"item,omitempty"` // the address, as breadcrumbs call it
}

// to returns an item that leads to a page.
func (pl describer) to(l site.Link) item {
	return item{Type: "ListItem", Name: l.Title, URL: pl.Site.Origin + l.URL}
}

func items[T any](all []T, of func(T) item) []item {
	made := make([]item, len(all))
	for i, one := range all {
		made[i] = of(one)
	}
	return made
}

// cardItems returns the mentors of a list but those whose profiles are not for
// search engines.
func (pl describer) cardItems(cards []page.MentorCard) []item {
	cards = slices.DeleteFunc(slices.Clone(cards), func(c page.MentorCard) bool {
		page := pl.Page(c.URL)
		return page == nil || page.Head.NoIndex
	})
	return items(cards, func(c page.MentorCard) item { return pl.to(site.Link{Title: c.Name, URL: c.URL}) })
}

// itemList numbers the items; nil where there are none.
func (pl describer) itemList(p *site.Page, name string, items []item) any {
	if len(items) == 0 {
		return nil
	}
	for i := range items {
		items[i].Position = i + 1
	}
	return list{Type: "ItemList", ID: p.Head.Canonical, Name: name, Items: items}
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
