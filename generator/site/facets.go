package site

import (
	"cmp"
	"maps"
	"slices"

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

// Facets returns those that list mentors by a value, in the order they are shown.
func Facets() []Facet { return []Facet{ByLanguage, ByHow, ByStage, ByPlace} }

// FacetValue is a value of a facet with how many mentors have it. Its words are
// the interface's, made from the value: a language tag, a kind or format, a
// stage, a country code; for topics they are Title.
type FacetValue struct {
	Facet   Facet
	Value   string
	Title   string
	URL     string
	Mentors int
	Open    int
	Current bool
}

// FacetGroup is a facet with those of its values that occur somewhere.
type FacetGroup struct {
	Facet  Facet
	URL    string // of the facet's own page
	Values []FacetValue
	More   int // values left out, which the facet's own page has
}

// eachValue calls f with each of a mentor's values of a facet.
func eachValue(m *portal.Mentor, facet Facet, f func(value string)) {
	switch facet {
	case ByLanguage:
		for _, tag := range m.Languages {
			f(tongue.Base(tag)) // who speaks pt-BR speaks pt
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

// ValuesOf returns a mentor's values of a facet: who speaks a language that counts
// as another has both, where somebody states the other.
func (c *Catalog) ValuesOf(m *portal.Mentor, f Facet) []string {
	var values []string
	eachValue(m, f, func(value string) { values = append(values, value) })
	if f != ByLanguage || len(c.kin) == 0 {
		return values
	}
	for _, language := range values {
		for _, other := range c.kin[language] {
			if !slices.Contains(values, other) {
				values = append(values, other)
			}
		}
	}
	return values
}

// sortMentors puts the mentors, in fair order, under each of their topics and values.
func (c *Catalog) sortMentors() {
	c.having = map[Facet]map[string][]*portal.Mentor{}
	for _, f := range Facets() {
		c.having[f] = map[string][]*portal.Mentor{}
	}
	spoken := map[string]bool{}
	for _, m := range c.Ordered {
		eachValue(m, ByLanguage, func(value string) { spoken[value] = true })
	}
	c.kin = tongue.Kin(slices.Sorted(maps.Keys(spoken)))
	for _, m := range c.Ordered {
		c.sortMentor(m)
		for f, having := range c.having {
			put := func(value string) { having[value] = withLast(having[value], m) }
			eachValue(m, f, put)
			if f == ByLanguage && len(c.kin) > 0 {
				for _, value := range c.ValuesOf(m, f) { // those that count as another as well
					put(value)
				}
			}
		}
	}
}

// withLast appends a mentor to a list, unless they are its last.
func withLast(list []*portal.Mentor, m *portal.Mentor) []*portal.Mentor {
	if n := len(list); n > 0 && list[n-1] == m {
		return list
	}
	return append(list, m)
}

// Having returns the mentors, in fair order, by their values of a facet.
func (c *Catalog) Having(f Facet) map[string][]*portal.Mentor { return c.having[f] }

// FacetGroup counts a facet's values among mentors, at most so many of them.
func (p *Plan) FacetGroup(f Facet, mentors []*portal.Mentor, most int) FacetGroup {
	found := map[string]*FacetValue{}
	for _, m := range mentors {
		open := p.CanTake(m)
		for _, value := range p.ValuesOf(m, f) {
			v := found[value]
			if v == nil {
				v = &FacetValue{Facet: f, Value: value, URL: p.URL(FacetPath(f, value))}
				found[value] = v
			}
			v.count(open)
		}
	}
	return p.frequent(FacetGroup{Facet: f, URL: p.URL(FacetPath(f, ""))}, found, most)
}

// TopicGroup counts the topics of mentors, at most so many of them.
func (p *Plan) TopicGroup(mentors []*portal.Mentor, most int) FacetGroup {
	found := map[string]*FacetValue{}
	for _, m := range mentors {
		open := p.CanTake(m)
		for _, ref := range m.Topics() {
			t := p.Portal.Topics.Of(ref)
			if t == nil {
				continue
			}
			v := found[t.Slug]
			if v == nil {
				v = &FacetValue{Facet: ByTopic, Value: t.Slug, Title: t.Title, URL: p.URL(TopicPath(t))}
				found[t.Slug] = v
			}
			v.count(open)
		}
	}
	return p.frequent(FacetGroup{Facet: ByTopic, URL: p.URL(FacetPath(ByTopic, ""))}, found, most)
}

func (v *FacetValue) count(open bool) {
	v.Mentors++
	if open {
		v.Open++
	}
}

// frequent fills a group with the values that the most mentors have, equal ones by
// their ranks.
func (p *Plan) frequent(g FacetGroup, values map[string]*FacetValue, most int) FacetGroup {
	for _, v := range values {
		g.Values = append(g.Values, *v)
	}
	rank := p.rank()[g.Facet]
	order.Stable(g.Values, func(a, b FacetValue) int {
		return cmp.Or(cmp.Compare(b.Mentors, a.Mentors), cmp.Compare(rank[a.Value], rank[b.Value]))
	})
	if len(g.Values) > most {
		g.More = len(g.Values) - most
		g.Values = g.Values[:most]
	}
	return g
}
