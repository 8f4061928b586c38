package page

import (
	"ithaca/generator/portal"
	"ithaca/generator/site"
)

// Write helps to put a first message together: the view of "write". It is about
// nobody in particular; a fragment of the address (#to=ana-silva) names a mentor,
// whose profile a script reads.
type Write struct {
	Sheet  site.Link // the worksheet for the same on paper; the zero Link without one
	Guides []Card
}

const writePath = "/write/"

// planWrite plans the message builder. Where nobody is listed there is nobody to
// write to.
func planWrite(pl planner) {
	if len(pl.Portal.Mentors) == 0 {
		return
	}
	pl.add(writePath, nil, site.Head{Section: "mentors", Breadcrumb: pl.Trail("nav-mentors", "/mentors/")}, func() any {
		return &Write{
			Guides: pl.guidesFor(portal.Approach, 3), Sheet: pl.sheetFor(portal.MessageProduct, portal.Approach),
		}
	})
}
