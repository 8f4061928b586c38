package page

import (
	"net/url"
	"strings"

	"ithaca/generator/each"
	"ithaca/generator/portal"
	"ithaca/generator/site"
)

// ResourceIndex leads to the lists and to the kinds of resources: the view of
// "resource-index".
type ResourceIndex struct {
	Lists []Card
	Kinds []KindEntry
}

// KindEntry is a kind of resources with how many there are.
type KindEntry struct {
	Kind  portal.ResourceKind
	URL   string
	Items int
}

// ResourceList is one list: the view of "resource-list".
type ResourceList struct {
	*portal.ResourceList
	Text   site.Prose
	Items  []Resource
	Topics []site.Link
}

// ResourceKind is every resource of one kind: the view of "resource-kind".
type ResourceKind struct {
	Kind  portal.ResourceKind
	Items []Resource
	Kinds []KindEntry // all, for going on
}

// Resource is one thing on a list.
type Resource struct {
	portal.Resource
	Host   string // of its URL, without "www."
	Topics []site.Link
	List   site.Link // where it stands; the zero Link on its own list
}

func listPath(r *portal.ResourceList) string { return "/resources/" + r.Slug + "/" }

func kindPath(k portal.ResourceKind) string { return "/resources/kind/" + string(k) + "/" }

func (pl views) listCard(r *portal.ResourceList) Card {
	return Card{Link: site.Link{Title: r.Title, Lang: r.Lang, URL: pl.URL(listPath(r))}, Summary: r.Summary, Size: len(r.Items)}
}

func (pl views) resource(r portal.Resource) Resource {
	return Resource{Resource: r, Host: host(r.URL), Topics: pl.toRefs(r.Topics)}
}

func (pl views) kindEntries() []KindEntry {
	var entries []KindEntry
	for _, k := range portal.ResourceKinds() {
		if n := len(pl.OfKind(k)); n > 0 {
			entries = append(entries, KindEntry{k, pl.URL(kindPath(k)), n})
		}
	}
	return entries
}

func planResourceIndex(pl planner) {
	pl.addIndex("resources", len(pl.Portal.Resources), func() any {
		return &ResourceIndex{each.Of(pl.Portal.Resources, pl.listCard), pl.kindEntries()}
	})
}

func planResourceLists(pl planner) {
	trail := pl.Trail("nav-resources", "/resources/")
	for _, list := range pl.Portal.Resources {
		pl.add(listPath(list), &list.Item, site.Head{
			Title: list.Title, Description: list.Summary, Section: "resources", Breadcrumb: trail,
		}, func() any {
			return &ResourceList{list, pl.Prose(&list.Item), each.Of(list.Items, pl.resource), pl.toRefs(list.Topics)}
		})
	}
}

func planResourceKinds(pl planner) {
	trail := pl.Trail("nav-resources", "/resources/")
	for _, kind := range portal.ResourceKinds() {
		items := pl.OfKind(kind)
		if len(items) == 0 {
			continue
		}
		pl.add(kindPath(kind), nil, site.Head{Section: "resources", Breadcrumb: trail}, func() any {
			listed := func(l site.Listed) Resource {
				r := pl.resource(*l.Resource)
				r.List = pl.listCard(l.List).Link
				return r
			}
			return &ResourceKind{kind, each.Of(items, listed), pl.kindEntries()}
		})
	}
}

// host returns the host of a URL as people know it.
func host(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	return strings.TrimPrefix(u.Hostname(), "www.")
}
