package page

import (
	"slices"

	"ithaca/generator/portal"
	"ithaca/generator/site"
)

// linkedData is what a page says to machines that do not read it as people do: a
// block of JSON-LD in the words of schema.org. It says nothing that does not
// stand on the page, and never an e-mail address.
type linkedData struct {
	Context string `json:"@context"`
	Graph   []any  `json:"@graph"`
}

// Linked returns a page's block of JSON-LD, made from its view and the interface's
// words by their keys; nil for a page that search engines are asked not to list,
// and without a base_url, because everything in it is named by an absolute
// address.
func Linked(plan *site.Plan, p *site.Page, view any, word func(key string) string) any {
	if p.Head.Canonical == "" || p.Head.NoIndex {
		return nil
	}
	d := describer{plan}
	var graph []any
	if about := d.describe(p, view, word); about != nil {
		graph = append(graph, about)
	}
	if _, home := view.(*Home); home {
		graph = append(graph, d.organization())
	}
	if trail := d.trail(p, word); trail != nil {
		graph = append(graph, trail)
	}
	if len(graph) == 0 {
		return nil
	}
	return linkedData{"https://schema.org", graph}
}

// describer says of a plan's pages what they are about.
type describer struct{ *site.Plan }

// describe returns what a page is about, nil where that has no type of its own.
func (pl describer) describe(p *site.Page, view any, word func(key string) string) any {
	switch v := view.(type) {
	case *Home:
		return pl.website()
	case *Mentor:
		return pl.profilePage(p, v)
	case *Guide:
		return pl.article(p, v.Guide.Authors, portal.Date{})
	case *Story:
		return pl.article(p, nil, v.Story.Date)
	case *Event:
		return pl.event(p, v)
	case *MentorList:
		return pl.itemList(p, word("nav-mentors"), pl.cardItems(v.Mentors))
	case *FacetList:
		return pl.itemList(p, "", pl.cardItems(v.List))
	case *Topic:
		return pl.itemList(p, v.Topic.Title, pl.cardItems(v.Mentors))
	case *GuideIndex:
		var items []linkedItem
		for _, stage := range v.Stages {
			for _, g := range stage.Guides {
				items = append(items, pl.item(g.Link))
			}
		}
		return pl.itemList(p, word("nav-guides"), items)
	case *StoryIndex:
		return pl.itemList(p, word("nav-stories"), each(v.Stories, func(s StoryCard) linkedItem { return pl.item(s.Link) }))
	case *ResourceIndex:
		return pl.itemList(p, word("nav-resources"), each(v.Lists, func(r ResourceCard) linkedItem { return pl.item(r.Link) }))
	case *ResourceList:
		return pl.itemList(p, v.ResourceList.Title, each(v.Items, func(r Resource) linkedItem {
			return linkedItem{Type: "ListItem", Name: r.Title, URL: r.URL}
		}))
	case *EventIndex:
		return pl.itemList(p, word("nav-events"), each(v.Coming, func(e EventCard) linkedItem { return pl.item(e.Link) }))
	}
	return nil
}

// linkedList is a list of pages or of things.
type linkedList struct {
	Type  string       `json:"@type"`
	ID    string       `json:"@id,omitempty"`
	Name  string       `json:"name,omitempty"`
	Items []linkedItem `json:"itemListElement"`
}

type linkedItem struct {
	Type     string `json:"@type"`
	Position int    `json:"position"`
	Name     string `json:"name"`
	URL      string `json:"url,omitempty"`
	Item     string `json:"item,omitempty"` // the address, as breadcrumbs call it
}

func (pl describer) item(l site.Link) linkedItem {
	return linkedItem{Type: "ListItem", Name: l.Title, URL: pl.Site.Origin + l.URL}
}

// cardItems returns the mentors of a list but those whose profiles are not for
// search engines.
func (pl describer) cardItems(cards []MentorCard) []linkedItem {
	cards = slices.DeleteFunc(slices.Clone(cards), func(c MentorCard) bool {
		page := pl.Page(c.URL)
		return page == nil || page.Head.NoIndex
	})
	return each(cards, func(c MentorCard) linkedItem { return pl.item(site.Link{Title: c.Name, URL: c.URL}) })
}

// itemList numbers the items; nil where there are none.
func (pl describer) itemList(p *site.Page, name string, items []linkedItem) any {
	if len(items) == 0 {
		return nil
	}
	for i := range items {
		items[i].Position = i + 1
	}
	return linkedList{Type: "ItemList", ID: p.Head.Canonical, Name: name, Items: items}
}

// linkedTrail returns the breadcrumb of a page that shows one.
func (pl describer) trail(p *site.Page, word func(key string) string) any {
	if len(p.Head.Breadcrumb) < 2 {
		return nil
	}
	trail := linkedList{Type: "BreadcrumbList"}
	for i, l := range p.Head.Breadcrumb {
		name := l.Title
		if name == "" {
			name = word(l.Key)
		}
		trail.Items = append(trail.Items, linkedItem{Type: "ListItem", Position: i + 1, Name: name, Item: pl.Site.Origin + l.URL})
	}
	return trail
}
