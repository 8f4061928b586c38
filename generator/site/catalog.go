package site

import (
	"cmp"
	"slices"
	"sync"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"

	"ithaca/generator/fair"
	"ithaca/generator/match"
	"ithaca/generator/order"
	"ithaca/generator/portal"
)

// Catalog is what lists list, in the order in which they show it. It is immutable
// and safe for concurrent use.
type Catalog struct {
	Portal  *portal.Portal
	Ordered []*portal.Mentor    // the mentors in fair order
	Matches func() *match.Index // made when it is first asked for
	decided map[string]bool     // by mentor's slug: those with whom a pair was decided
	about   map[*portal.Topic]*Coverage
	having  map[Facet]map[string][]*portal.Mentor
	kin     map[string][]string       // of the languages that mentors state
	values  func() map[Facet][]string // in the order in which readers expect them
}

// Coverage is what the portal has about a topic, each list in the order shown.
type Coverage struct {
	Mentors   []*portal.Mentor
	Guides    []*portal.Guide
	Resources []*portal.ResourceList
	Stories   []*portal.Story
	Events    []*portal.Event
	Narrower  []*portal.Topic
	Naming    []*portal.Topic // those whose files relate to it
}

// Listed is a resource with the list it stands on.
type Listed struct {
	*portal.Resource
	List *portal.ResourceList
}

// newCatalog sorts a portal. A match index that is not given is made when it is
// first asked for.
func newCatalog(p *portal.Portal, matches *match.Index) *Catalog {
	c := &Catalog{
		Portal: p,
		Matches: sync.OnceValue(func() *match.Index {
			if matches != nil {
				return matches
			}
			return match.New(p)
		}),
		decided: decided(p.Requests),
		about:   make(map[*portal.Topic]*Coverage, len(p.Topics.All())),
	}
	c.Ordered = fair.Order(p.Mentors, p.Today.Week(), func(m *portal.Mentor) string { return m.Slug }, c.CanTake)
	c.sortByTopic()
	c.sortMentors()
	c.values = sync.OnceValue(c.orderValues)
	return c
}

// sortByTopic puts everything but mentors under each of its topics.
func (c *Catalog) sortByTopic() {
	p := c.Portal
	for _, t := range p.Topics.All() {
		c.about[t] = &Coverage{}
	}
	for _, g := range p.Guides {
		c.under(g.Topics, func(about *Coverage) { about.Guides = append(about.Guides, g) })
	}
	for _, r := range p.Resources {
		refs := slices.Clone(r.Topics)
		for _, item := range r.Items {
			refs = append(refs, item.Topics...)
		}
		c.under(refs, func(about *Coverage) { about.Resources = append(about.Resources, r) })
	}
	for _, s := range p.Stories {
		c.under(s.Topics, func(about *Coverage) { about.Stories = append(about.Stories, s) })
	}
	for _, e := range p.Events {
		c.under(e.Topics, func(about *Coverage) { about.Events = append(about.Events, e) })
	}
	for _, t := range p.Topics.All() {
		c.under(t.Broader, func(about *Coverage) { about.Narrower = append(about.Narrower, t) })
		c.under(t.Related, func(about *Coverage) { about.Naming = append(about.Naming, t) })
	}
}

// under calls f once for every topic that the references mean.
func (c *Catalog) under(refs []portal.TopicRef, f func(*Coverage)) {
	for _, t := range c.TopicsOf(refs) {
		f(c.about[t])
	}
}

// About returns what the portal has about a topic.
func (c *Catalog) About(t *portal.Topic) *Coverage { return c.about[t] }

// OfKind returns the resources of a kind.
func (c *Catalog) OfKind(k portal.ResourceKind) (all []Listed) {
	for _, list := range c.Portal.Resources {
		for i := range list.Items {
			if list.Items[i].Kind == k {
				all = append(all, Listed{&list.Items[i], list})
			}
		}
	}
	return all
}

// StoriesOf returns the stories that mention a mentor.
func (c *Catalog) StoriesOf(m *portal.Mentor) (all []*portal.Story) {
	for _, s := range c.Portal.Stories {
		if slices.Contains(s.Mentors, m.Slug) {
			all = append(all, s)
		}
	}
	return all
}

// TopicsOf returns the topics that references mean, each once.
func (c *Catalog) TopicsOf(refs []portal.TopicRef) []*portal.Topic {
	topics := make([]*portal.Topic, 0, len(refs))
	for _, ref := range refs {
		if t := c.Portal.Topics.Of(ref); t != nil && !slices.Contains(topics, t) {
			topics = append(topics, t)
		}
	}
	return topics
}

// Shown reports whether a topic has a page: one that is replaced by another has
// none, its references lead to the other.
func Shown(t *portal.Topic) bool { return t.Use.Key == "" }

// ShownTopics returns the topics that have a page, as readers of the portal's
// language expect them in an index, then by slug.
func (c *Catalog) ShownTopics() []*portal.Topic {
	all := slices.Clone(c.Portal.Topics.All())
	return c.byTitle(slices.DeleteFunc(all, func(t *portal.Topic) bool { return !Shown(t) }))
}

// byTitle sorts topics by title, then by slug.
func (c *Catalog) byTitle(topics []*portal.Topic) []*portal.Topic {
	return collated(c, topics, func(t *portal.Topic) string { return t.Title })
}

// collated sorts what is sorted by slug by a text, as readers of the portal's language
// expect it.
func collated[T any](c *Catalog, items []T, text func(T) string) []T {
	collator := c.Collator()
	order.Stable(items, func(a, b T) int { return collator.CompareString(text(a), text(b)) })
	return items
}

// Collator compares texts as readers of the portal's language expect it. It must
// not be used by several goroutines.
func (c *Catalog) Collator() *collate.Collator {
	return collate.New(language.Make(c.Portal.Program.Language), collate.Loose)
}

// Guides returns the guides in the order of their index: by part of a mentorship,
// those without one last, then by slug.
func (c *Catalog) Guides() []*portal.Guide {
	ordered, stages := slices.Clone(c.Portal.Guides), append(portal.GuideStages(), "")
	order.Stable(ordered, func(a, b *portal.Guide) int {
		return cmp.Compare(slices.Index(stages, a.Stage), slices.Index(stages, b.Stage))
	})
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
	return collated(c, slices.Clone(c.Portal.Mentors), func(m *portal.Mentor) string { return m.Name })
}
