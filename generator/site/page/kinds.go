// Package page plans what visitors read: which pages a portal has and what each
// of them shows.
//
// It takes the address book of package site and adds to it every page, with the
// view that the page's template is given: the items it shows, in their order,
// with every link made. A kind of page is a view type, how it is planned, and one row
// of Kinds; a kind, the list of its items and small kinds close to it share a file.
// It does not know templates, interface words or the disk.
package page

import (
	"sync"

	"ithaca/generator/portal"
	"ithaca/generator/site"
)

// Kind is a kind of page.
type Kind struct {
	Name string        // of its template
	View any           // an empty view: a pointer to the type of what the template is given
	plan func(planner) // nil where others plan it: an index its lists, package site the aliases
}

// Kinds returns every kind of page, in the order in which they are planned. It is
// the one list of them: themes, tests and checks read it.
func Kinds() []Kind {
	return []Kind{
		{"home", &Home{}, planHome},
		{"mentor-list", &MentorList{}, planMentorList},
		{"mentor", &Mentor{}, planMentors},
		{"topic-index", &TopicIndex{}, planTopicIndex},
		{"topic", &Topic{}, planTopics},
		{"needs", &Needs{}, planNeeds},
		{"guide-index", &GuideIndex{}, planGuideIndex},
		{"guide", &Guide{}, planGuides},
		{"resource-index", &ResourceIndex{}, planResourceIndex},
		{"resource-list", &ResourceList{}, planResourceLists},
		{"resource-kind", &ResourceKind{}, planResourceKinds},
		{"story-index", &StoryIndex{}, planStoryIndex},
		{"story", &Story{}, planStories},
		{"worksheet-index", &WorksheetIndex{}, planWorksheetIndex},
		{"worksheet", &Worksheet{}, planWorksheets},
		{"write", &Write{}, planWrite},
		{"event-index", &EventIndex{}, planEventIndex},
		{"event", &Event{}, planEvents},
		{"request-index", &RequestIndex{}, planRequestIndex},
		{"request", &Request{}, planRequests},
		{"facet-index", &FacetIndex{}, planFacetIndexes},
		{"facet-list", &FacetList{}, nil},
		{"program", &Program{}, planProgram},
		{"help", &Help{}, planHelp},
		{"accessibility", &Accessibility{}, planAccessibility},
		{"page", &Text{}, planTexts},
		{"not-found", &NotFound{}, planNotFound},
		{"search", &Search{}, planSearch},
		{"match", &Finder{}, planFinder},
		{"alias", &site.Alias{}, nil},
	}
}

// Plan plans every page.
func Plan(book *site.Planner) {
	for _, k := range Kinds() {
		if k.plan != nil {
			k.plan(planner{newViews(book.Plan), book, k.Name})
		}
	}
}

// planner plans the pages of one kind.
type planner struct {
	views
	book *site.Planner
	kind string
}

// add plans a page at a path within the site, about an item or, with nil, about
// none, and reports whether the path was free.
func (pl planner) add(path string, item *portal.Item, head site.Head, view func() any) bool {
	return pl.book.Add(path, &site.Page{Template: pl.kind, Item: item, Head: head, View: view})
}

// addLater plans what the scripts of the page at a path ask for once somebody begins to
// use it, so that others need not load it.
func (pl planner) addLater(path string, view func() any) {
	pl.book.Add(laterPath(path), &site.Page{Later: pl.kind, View: view})
}

func laterPath(path string) string { return path + "later.txt" }

// addIndex plans the page that lists n items of a section, unless there are none.
func (pl planner) addIndex(section string, n int, view func() any) {
	if n > 0 {
		pl.add("/"+section+"/", nil, site.Head{Section: section, Breadcrumb: pl.Trail()}, view)
	}
}

// views makes what pages show. Everything that it is made of looks things up in a
// finished plan: views are made when pages are drawn, by several goroutines.
type views struct {
	*site.Plan
	suited func() map[string][]*portal.Request // published requests by the slugs of those who suit them
}

func newViews(plan *site.Plan) views {
	v := views{Plan: plan}
	v.suited = sync.OnceValue(v.suitedRequests)
	return v
}
