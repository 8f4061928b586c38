package site

import (
	"cmp"
	"maps"
	"slices"

	"golang.org/x/text/language"

	"ithaca/generator/order"
	"ithaca/generator/portal"
	"ithaca/generator/tongue"
)

// Facet is one way to sort mentors into values, each of which has a page.
type Facet string

// The facets, named by the first segment of their addresses. Topics are the
// facet with pages of their own kind.
const (
	ByTopic    Facet = "topics"
	ByLanguage Facet = "languages"
	ByHow      Facet = "how" // kinds, formats and lengths
	ByStage    Facet = "stages"
	ByPlace    Facet = "places" // countries
	ByOpen     Facet = "open"   // has places; of its own page the value is ""
)

// Facets returns those that have values, in the order they are shown.
func Facets() []Facet { return []Facet{ByTopic, ByLanguage, ByHow, ByStage, ByPlace} }

// FacetValue is a value of a facet with how many mentors have it. Its words are
// the interface's, made from the value: a language tag, a kind or format, a
// stage, a country code; for topics they are Title.
type FacetValue struct {
	Facet   Facet
	Value   string
	Title   string
	URL     string
	Mentors int
}

// FacetGroup is a facet with those of its values that occur somewhere.
type FacetGroup struct {
	Facet  Facet
	URL    string // of the facet's own page
	Values []FacetValue
	More   int // values left out, which the facet's own page has
}

// eachValue calls f with each of a mentor's values of a facet, with some perhaps more
// than once.
func (c *Catalog) eachValue(m *portal.Mentor, facet Facet, f func(value string)) {
	switch facet {
	case ByTopic:
		for _, ref := range m.Topics() {
			if t := c.Portal.Topics.Of(ref); t != nil {
				f(t.Slug)
			}
		}
	case ByLanguage:
		for _, tag := range m.Languages {
			spoken := tongue.Base(tag) // who speaks pt-BR speaks pt
			f(spoken)
			for _, other := range c.kin[spoken] { // and what counts as another has both
				f(other)
			}
		}
	case ByHow:
		for _, kind := range m.Kinds {
			f(string(kind))
		}
		for _, format := range m.Formats {
			f(string(format))
		}
		for _, length := range m.Duration {
			f(string(length))
		}
	case ByStage:
		if m.Stage != "" {
			f(string(m.Stage))
		}
	case ByPlace:
		if m.Country != "" {
			f(m.Country)
		}
	}
}

// sortMentors puts the mentors, in fair order, under each of their topics and values.
func (c *Catalog) sortMentors() {
	spoken := map[string]bool{}
	for _, m := range c.Ordered {
		for _, tag := range m.Languages {
			spoken[tongue.Base(tag)] = true
		}
	}
	c.kin = tongue.Kin(slices.Sorted(maps.Keys(spoken)))
	c.having = map[Facet]map[string][]*portal.Mentor{ByTopic: {}}
	for _, f := range Facets()[1:] {
		having := map[string][]*portal.Mentor{}
		for _, m := range c.Ordered {
			c.eachValue(m, f, func(value string) {
				if list := having[value]; len(list) == 0 || list[len(list)-1] != m {
					having[value] = append(list, m)
				}
			})
		}
		c.having[f] = having
	}
	for _, m := range c.Ordered {
		c.under(m.Topics(), func(about *Coverage) { about.Mentors = append(about.Mentors, m) })
	}
	for t, about := range c.about {
		if about.Mentors != nil {
			c.having[ByTopic][t.Slug] = about.Mentors
		}
	}
}

// Having returns the mentors, in fair order, by their values of a facet.
func (c *Catalog) Having(f Facet) map[string][]*portal.Mentor { return c.having[f] }

// FacetGroup counts a facet's values among mentors, at most so many of them: the
// most frequent, equal ones as readers expect them.
func (p *Plan) FacetGroup(f Facet, mentors []*portal.Mentor, most int) FacetGroup {
	count, last := map[string]int{}, map[string]*portal.Mentor{}
	for _, m := range mentors {
		p.eachValue(m, f, func(value string) {
			if last[value] != m {
				last[value] = m
				count[value]++
			}
		})
	}
	values := slices.DeleteFunc(slices.Clone(p.values()[f]), func(value string) bool { return count[value] == 0 })
	order.Stable(values, func(a, b string) int { return cmp.Compare(count[b], count[a]) })
	g := FacetGroup{Facet: f, URL: p.URL(FacetPath(f, "")), More: max(0, len(values)-most)}
	for _, value := range values[:len(values)-g.More] {
		v := FacetValue{Facet: f, Value: value, URL: p.URL(FacetPath(f, value)), Mentors: count[value]}
		if f == ByTopic {
			v.Title = p.Portal.Topics.Title(portal.TopicRef{Key: value})
		}
		g.Values = append(g.Values, v)
	}
	return g
}

// orderValues returns the values of each facet as readers expect them: languages,
// countries and topics by their names in the portal's language, ways to meet and stages
// in their own order.
func (c *Catalog) orderValues() map[Facet][]string {
	lang := language.Make(c.Portal.Program.Language)
	tags, regions := tongue.Namers(lang)
	languages := func(value string) string { return cmp.Or(tongue.Name(language.Make(value), lang, tags), value) }
	places := func(value string) string {
		region, _ := language.ParseRegion(value)
		return regions.Name(region)
	}
	byName := func(f Facet, name func(string) string) []string {
		return collated(c, slices.Sorted(maps.Keys(c.having[f])), name)
	}
	return map[Facet][]string{
		ByTopic:    portal.Slugs(c.byTitle(slices.Clone(c.Portal.Topics.All()))),
		ByLanguage: byName(ByLanguage, languages), ByPlace: byName(ByPlace, places), ByStage: portal.Texts(portal.Stages()),
		ByHow: slices.Concat(portal.Texts(portal.Kinds()), portal.Texts(portal.Formats()), portal.Texts(portal.Durations())),
	}
}
