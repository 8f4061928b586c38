package site

import "ithaca/generator/portal"

// ResourceIndex leads to the lists and to the kinds of resources: the view of
// "resource-index".
type ResourceIndex struct {
	Lists []ResourceCard
	Kinds []KindEntry
}

// ResourceCard is a list of resources in a list.
type ResourceCard struct {
	Link
	Summary string
	Items   int
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
	Text   Prose
	Items  []Resource
	Topics []Link
	Edit   string
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
	Topics []Link
	List   Link // where it stands; the zero Link on its own list
}

// listed is a resource with the list it stands on.
type listed struct {
	resource *portal.Resource
	list     *portal.ResourceList
}

func listPath(r *portal.ResourceList) string { return "/resources/" + r.Slug + "/" }

func kindPath(k portal.ResourceKind) string { return "/resources/kind/" + string(k) + "/" }

func (pl *planner) resourceCards(lists []*portal.ResourceList) []ResourceCard {
	cards := make([]ResourceCard, len(lists))
	for i, r := range lists {
		cards[i] = ResourceCard{Link{Title: r.Title, URL: pl.url(listPath(r))}, r.Summary, len(r.Items)}
	}
	return cards
}

func (pl *planner) resource(r *portal.Resource) Resource {
	return Resource{Resource: *r, Host: host(r.URL), Topics: pl.topicLinks(r.Topics)}
}

func (pl *planner) kindEntries() []KindEntry {
	var entries []KindEntry
	for _, k := range portal.ResourceKinds() {
		if n := len(pl.kinds[k]); n > 0 {
			entries = append(entries, KindEntry{k, pl.url(kindPath(k)), n})
		}
	}
	return entries
}

func planResourceIndex(pl *planner) {
	if len(pl.portal.Resources) == 0 {
		return
	}
	pl.add("/resources/", &Page{
		Template: "resource-index",
		Head:     Head{Section: "resources", Breadcrumb: pl.trail()},
		view: func() any {
			return &ResourceIndex{pl.resourceCards(pl.portal.Resources), pl.kindEntries()}
		},
	})
}

func planResourceLists(pl *planner) {
	trail := pl.trail("nav-resources", "/resources/")
	for _, list := range pl.portal.Resources {
		pl.add(listPath(list), &Page{
			Template: "resource-list",
			Head: Head{
				Title: list.Title, Description: list.Summary, Section: "resources", Breadcrumb: trail,
			},
			item: &list.Item,
			view: func() any {
				v := &ResourceList{
					ResourceList: list, Text: pl.prose(&list.Item), Topics: pl.topicLinks(list.Topics),
					Edit: editURL(pl.portal.Program.Repository, list.File),
				}
				for i := range list.Items {
					v.Items = append(v.Items, pl.resource(&list.Items[i]))
				}
				return v
			},
		})
	}
}

func planResourceKinds(pl *planner) {
	trail := pl.trail("nav-resources", "/resources/")
	for _, kind := range portal.ResourceKinds() {
		items := pl.kinds[kind]
		if len(items) == 0 {
			continue
		}
		pl.add(kindPath(kind), &Page{
			Template: "resource-kind",
			Head:     Head{Section: "resources", Breadcrumb: trail},
			view: func() any {
				v := &ResourceKind{Kind: kind, Kinds: pl.kindEntries()}
				for _, l := range items {
					r := pl.resource(l.resource)
					r.List = Link{Title: l.list.Title, URL: pl.url(listPath(l.list))}
					v.Items = append(v.Items, r)
				}
				return v
			},
		})
	}
}
