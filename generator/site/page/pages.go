package page

import (
	"slices"

	"ithaca/generator/portal"
	"ithaca/generator/site"
)

// Text is a page of the organizers: the view of "page". Privacy is set on the
// page named privacy, for the facts that the portal itself can state.
type Text struct {
	*portal.Page
	Text    site.Prose
	Privacy *portal.Privacy
	Wanted  []WantedTopic // on the page named become-a-mentor
	Next    *NextDate     // on the page named apply
}

// ownPages returns the pages that the portal makes by itself and to which the
// organizers may add a text of their own: content/pages/help.md stands above what
// the portal says on /help/.
func ownPages() []string { return []string{"program", "help", "accessibility"} }

func planTexts(pl planner) {
	for _, p := range pl.Portal.Pages {
		if slices.Contains(ownPages(), p.Slug) {
			continue
		}
		pl.add("/"+p.Slug+"/", &p.Item, site.Head{
			Title: p.Title, Description: p.Summary, Section: p.Slug, Breadcrumb: pl.Trail(),
		}, func() any { return newText(pl.views, p) })
	}
}

// addOwn plans a page that the portal makes, at the address of its slug. The
// view gets the organizers' text, nil where they wrote none.
func (pl planner) addOwn(slug string, view func(own *Text) any) {
	path, head := "/"+slug+"/", site.Head{Section: slug, Breadcrumb: pl.Trail()}
	p := portal.Find(pl.Portal.Pages, slug)
	if p == nil {
		pl.add(path, nil, head, func() any { return view(nil) })
		return
	}
	head.Title, head.Description = p.Title, p.Summary
	pl.add(path, &p.Item, head, func() any { return view(newText(pl.views, p)) })
}

func newText(pl views, p *portal.Page) *Text {
	v := &Text{Page: p, Text: pl.Prose(&p.Item)}
	switch p.Slug {
	case "privacy":
		v.Privacy = &pl.Portal.Program.Privacy
	case "become-a-mentor":
		v.Wanted = pl.wanted()
	case "apply":
		v.Next = pl.nextDate()
	}
	return v
}

// NotFound is the view of "not-found".
type NotFound struct{}

// NotFoundPath is where the page is, from the home page on, that answers for all
// that do not exist.
const NotFoundPath = "404.html"

func planNotFound(pl planner) {
	pl.add("/"+NotFoundPath, nil, site.Head{NoIndex: true}, func() any { return &NotFound{} })
}

// WantedTopic is a topic for which mentors are looked for.
type WantedTopic struct {
	site.Link
	Asked   int // requests that name it
	Offered int // mentors who help with it
	Open    int // of them with a free place
}

// shownWanted is how many topics the page for new mentors names.
const shownWanted = 10

// wanted returns the topics that more people ask for than have a free place, those
// that are asked for most beyond what is offered first. Few
// requests could be recognised by what they ask for: package match leaves out
// what fewer than five ask for, and all sensitive topics.
func (pl views) wanted() []WantedTopic {
	var topics []WantedTopic
	for _, d := range pl.Matches().Wanted() {
		if d.Asked > d.Open && len(topics) < shownWanted {
			topics = append(topics, WantedTopic{pl.toTopic(d.Topic), d.Asked, d.Offered, d.Open})
		}
	}
	return topics
}

// Help is where people turn to: the view of "help". Whom to ask and where to
// report a concern stand in Site.
type Help struct {
	Own    *Text       // the organizers' text, of content/pages/help.md; nil without one
	Guides []Card      // for a first message
	More   []site.Link // the organizers' pages that the footer has no place for
}

// helpGuides is how many guides stand on the help page.
const helpGuides = 4

func planHelp(pl planner) {
	pl.addOwn("help", func(own *Text) any {
		v := &Help{Own: own, Guides: pl.guidesFor(portal.Approach, helpGuides)}
		if pages := pl.OwnPages(); len(pages) > site.MaxFooter {
			v.More = pages[site.MaxFooter:]
		}
		return v
	})
}

// Accessibility is the statement of who can use the portal, and how: the view of
// "accessibility".
type Accessibility struct {
	Own *Text // the organizers' text, of content/pages/accessibility.md; nil without one
}

func planAccessibility(pl planner) {
	pl.addOwn("accessibility", func(own *Text) any { return &Accessibility{own} })
}
