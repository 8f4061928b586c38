package site

import (
	"cmp"
	"slices"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"

	"ithaca/generator/order"
	"ithaca/generator/portal"
)

// ShownTopics returns the topics that have a page, as readers of the portal's
// language expect them in an index, then by slug.
func (c *Catalog) ShownTopics() []*portal.Topic {
	all := slices.Clone(c.Portal.Topics.All())
	return c.byTitle(slices.DeleteFunc(all, func(t *portal.Topic) bool { return !Shown(t) }))
}

// byTitle sorts topics by title, then by slug.
func (c *Catalog) byTitle(topics []*portal.Topic) []*portal.Topic {
	collator := c.Collator()
	order.Stable(topics, func(a, b *portal.Topic) int {
		return cmp.Or(collator.CompareString(a.Title, b.Title), cmp.Compare(a.Slug, b.Slug))
	})
	return topics
}

// Collator compares texts as readers of the portal's language expect it. It must
// not be used by several goroutines.
func (c *Catalog) Collator() *collate.Collator {
	return collate.New(language.Make(c.Portal.Program.Language), collate.Loose)
}

// Guides returns the guides in the order of their index: by part of a mentorship,
// those without one last, then by slug.
func (c *Catalog) Guides() []*portal.Guide {
	var ordered []*portal.Guide
	for _, stage := range append(portal.GuideStages(), "") {
		for _, g := range c.Portal.Guides {
			if g.Stage == stage {
				ordered = append(ordered, g)
			}
		}
	}
	return ordered
}

// Stories returns the stories by date, the newest first and the undated last, then
// by slug.
func (c *Catalog) Stories() []*portal.Story {
	ordered := slices.Clone(c.Portal.Stories)
	order.Stable(ordered, func(a, b *portal.Story) int {
		return cmp.Or(cmp.Compare(b.Date.String(), a.Date.String()), cmp.Compare(a.Slug, b.Slug))
	})
	return ordered
}

// ByName orders the mentors as readers of the portal's language expect names in
// an index, then by slug.
func (c *Catalog) ByName() []*portal.Mentor {
	collator := c.Collator()
	ordered := slices.Clone(c.Portal.Mentors)
	order.Stable(ordered, func(a, b *portal.Mentor) int {
		return cmp.Or(collator.CompareString(a.Name, b.Name), cmp.Compare(a.Slug, b.Slug))
	})
	return ordered
}
