package page

import (
	"ithaca/generator/portal"
	"ithaca/generator/site"
)

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
