package page

import "ithaca/generator/portal"

// Accessibility is the statement of who can use the portal, and how: the view of
// "accessibility".
type Accessibility struct {
	Own  *Text       // the organizers' text, of content/pages/accessibility.md; nil without one
	Day  portal.Date // the day the portal speaks of
	Look bool        // the organizers have changed the look with a stylesheet of their own
}

func planAccessibility(pl planner) {
	pl.addOwn("accessibility", func(own *Text) any {
		return &Accessibility{
			Own: own, Day: pl.Portal.Today,
			Look: pl.Portal.Program.Brand.CustomCSS != "",
		}
	})
}
