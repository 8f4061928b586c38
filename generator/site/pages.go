package site

import "ithaca/generator/portal"

// Text is a page of the organizers: the view of "page". Privacy is set on the
// page named privacy, for the facts that the portal itself can state.
type Text struct {
	*portal.Page
	Text    Prose
	Privacy *portal.Privacy
	Edit    string
}

// Home is the home page: the view of "home".
type Home struct {
	*portal.Program
	Text    Prose
	Needs   []TopicEntry // those that somebody can help with, most helpers first
	Mentors int
	Open    int      // mentors with open places
	Spoken  []string // the languages mentors speak, most spoken first
	Cycles  []Cycle  // that have not ended
	Guides  []GuideCard
	Story   *StoryCard
	Browse  string // URL of the mentor list
	All     Link   // the topic index
	Apply   string // where to apply: a page, or a form elsewhere; "" when neither exists
}

// Cycle is a round of the program and where it stands.
type Cycle struct {
	portal.Cycle
	Phase portal.Phase
}

// NotFound is the view of "not-found".
type NotFound struct{ Mentors, Topics, Guides, Home string }

func planPages(pl *planner) {
	for _, p := range pl.portal.Pages {
		pl.add("/"+p.Slug+"/", &Page{
			Template: "page",
			Head: Head{
				Title: p.Title, Description: p.Summary, Section: p.Slug, Breadcrumb: pl.trail(),
			},
			item: &p.Item,
			view: func() any {
				v := &Text{Page: p, Text: pl.prose(&p.Item), Edit: editURL(pl.portal.Program.Repository, p.File)}
				if p.Slug == "privacy" {
					v.Privacy = &pl.portal.Program.Privacy
				}
				return v
			},
		})
	}
}

// NotFoundPath is where the page is that answers for all that do not exist.
const NotFoundPath = "404.html"

func planNotFound(pl *planner) {
	pl.add("/"+NotFoundPath, &Page{
		Template: "not-found",
		Head:     Head{NoIndex: true},
		view: func() any {
			return &NotFound{pl.url("/mentors/"), pl.url("/topics/"), pl.url("/guides/"), pl.url("/")}
		},
	})
}

// How many entries the home page shows of each.
const (
	homeNeeds  = 12
	homeGuides = 3
)

func planHome(pl *planner) {
	program := pl.portal.Program
	pl.add("/", &Page{
		Template: "home",
		Head:     Head{Description: program.Description},
		item:     &program.Item,
		view:     func() any { return pl.home() },
	})
}

func (pl *planner) home() *Home {
	p := pl.portal
	v := &Home{
		Program: p.Program, Text: pl.prose(&p.Program.Item),
		Needs: pl.homeNeeds(), Mentors: len(pl.ordered), Open: pl.openAmong(pl.ordered),
		Spoken: pl.spoken(), Browse: pl.url("/mentors/"), All: Link{Key: "nav-topics", URL: pl.url("/topics/")},
		Apply: pl.apply(),
	}
	for _, c := range p.Program.Cycles {
		if phase := c.Phase(p.Today); phase != portal.Ended {
			v.Cycles = append(v.Cycles, Cycle{c, phase})
		}
	}
	v.Guides = pl.guideCards(pl.guideOrder())
	v.Guides = v.Guides[:min(homeGuides, len(v.Guides))]
	if stories := pl.storyCards(newestFirst(p.Stories)); len(stories) > 0 {
		v.Story = &stories[0]
	}
	return v
}

// apply gives the page that says how to apply, else the organizers' form.
func (pl *planner) apply() string {
	if url := pl.url("/apply/"); url != "" {
		return url
	}
	return fillTemplate(pl.portal.Program.Apply, "")
}
