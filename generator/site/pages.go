package site

import "ithaca/generator/portal"

// Text is a page of the organizers: the view of "page". Privacy is set on the
// page named privacy, for the facts that the portal itself can state.
type Text struct {
	*portal.Page
	Text    Prose
	Privacy *portal.Privacy
	Wanted  []WantedTopic // on the page named become-a-mentor
	Edit    string
}

// NotFound is the view of "not-found".
type NotFound struct{ Ways Ways }

func planPages(pl *planner) {
	for _, p := range pl.portal.Pages {
		if made(p.Slug) {
			continue
		}
		pl.add("/"+p.Slug+"/", &Page{
			Template: "page",
			Head: Head{
				Title: p.Title, Description: p.Summary, Section: p.Slug, Breadcrumb: pl.trail(),
			},
			item: &p.Item,
			view: func() any { return pl.text(p) },
		})
	}
}

// NotFoundPath is where the page is that answers for all that do not exist.
const NotFoundPath = "404.html"

func planNotFound(pl *planner) {
	pl.add("/"+NotFoundPath, &Page{
		Template: "not-found",
		Head:     Head{NoIndex: true},
		view:     func() any { return &NotFound{pl.ways()} },
	})
}
