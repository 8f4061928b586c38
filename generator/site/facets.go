package site

import (
	"cmp"
	"slices"
	"strings"
	"sync"

	"ithaca/generator/portal"
)

// Facet is one way to sort mentors into values, each of which has a page.
type Facet string

// The facets, named by the first segment of their addresses. Topics are the
// facet with pages of their own kind.
const (
	ByTopic    Facet = "topics"
	ByLanguage Facet = "languages"
	ByHow      Facet = "how" // kinds and formats
	ByStage    Facet = "stages"
	ByPlace    Facet = "places" // countries
	ByOpen     Facet = "open"   // has places; of its own page the value is ""
)

// facets are those that list mentors by a value, in the order they are shown.
var facets = []Facet{ByLanguage, ByHow, ByStage, ByPlace}

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

// FacetIndex lists the values of a facet: the view of "facet-index".
type FacetIndex struct{ FacetGroup }

// FacetList is the mentors with one value: the view of "facet-list".
type FacetList struct {
	FacetValue
	List   []MentorCard
	Pager  Pager
	Others []FacetGroup // values of the other facets that occur there; on the first page
	Cards  string       // URL of the data that scripts narrow the list with; "" for none
}

// valuesOf returns a mentor's values of a facet.
func valuesOf(m *portal.Mentor, f Facet) []string {
	var values []string
	switch f {
	case ByLanguage:
		for _, tag := range m.Languages {
			language, _, _ := strings.Cut(tag, "-") // who speaks pt-BR speaks pt
			values = append(values, language)
		}
	case ByHow:
		for _, k := range m.Kinds {
			values = append(values, string(k))
		}
		for _, format := range m.Formats {
			values = append(values, string(format))
		}
	case ByStage:
		if m.Stage != "" {
			values = []string{string(m.Stage)}
		}
	case ByPlace:
		if m.Country != "" {
			values = []string{m.Country}
		}
	}
	return values
}

func facetPath(f Facet, value string) string {
	if value == "" {
		return "/" + string(f) + "/"
	}
	return "/" + string(f) + "/" + strings.ToLower(value) + "/"
}

// sortMentors puts the mentors, in fair order, under each of their values.
func (pl *planner) sortMentors() {
	pl.having = map[Facet]map[string][]*portal.Mentor{}
	for _, f := range facets {
		pl.having[f] = map[string][]*portal.Mentor{}
		for _, m := range pl.ordered {
			for _, value := range valuesOf(m, f) {
				if list := pl.having[f][value]; len(list) == 0 || list[len(list)-1] != m {
					pl.having[f][value] = append(list, m)
				}
			}
		}
	}
}

// planFacets plans a page for each facet that some mentor has a value of, for
// each value, and for the mentors with open places.
func planFacets(pl *planner) {
	for _, f := range facets {
		if len(pl.having[f]) == 0 {
			continue
		}
		key := "nav-" + string(f)
		head := Head{Section: "mentors", Breadcrumb: pl.trail("nav-mentors", "/mentors/")}
		pl.add(facetPath(f, ""), &Page{Template: "facet-index", Head: head, view: func() any {
			return &FacetIndex{pl.group(f, pl.ordered, len(pl.having[f]))}
		}})
		head.Breadcrumb = pl.trail("nav-mentors", "/mentors/", key, facetPath(f, ""))
		for value, mentors := range inOrder(pl.having[f]) {
			pl.planValue(f, value, mentors, head)
		}
	}
	full := func(m *portal.Mentor) bool { return !pl.canTake(m) }
	if open := slices.DeleteFunc(slices.Clone(pl.ordered), full); len(open) > 0 {
		pl.planValue(ByOpen, "", open, Head{Section: "mentors", Breadcrumb: pl.trail("nav-mentors", "/mentors/")})
	}
}

func (pl *planner) planValue(f Facet, value string, mentors []*portal.Mentor, head Head) {
	page := Page{Template: "facet-list", Head: head}
	counted := sync.OnceValue(func() FacetValue { return pl.value(f, value, mentors) })
	pl.chapters(facetPath(f, value), len(mentors), page, func(from, to int, pager Pager) any {
		v := &FacetList{FacetValue: counted(), List: pl.mentorCards(mentors[from:to]), Pager: pager}
		if pager.Number == 1 {
			v.Others, v.Cards = pl.groups(mentors, f), pl.url(cardsPath)
		}
		return v
	})
}

func (pl *planner) value(f Facet, value string, mentors []*portal.Mentor) FacetValue {
	return FacetValue{
		Facet: f, Value: value, URL: pl.url(facetPath(f, value)),
		Mentors: len(mentors), Open: pl.openAmong(mentors),
	}
}

// shownValues is how many values of a facet stand beside a list.
const shownValues = 8

// groups returns the values of every facet but one that occur among mentors in
// fair order, the most frequent ones.
func (pl *planner) groups(mentors []*portal.Mentor, except Facet) []FacetGroup {
	var groups []FacetGroup
	if except != ByOpen {
		groups = append(groups, pl.openGroup(mentors))
	}
	if except != ByTopic {
		groups = append(groups, pl.topicGroup(mentors, shownValues))
	}
	for _, f := range facets {
		if f != except && len(pl.having[f]) > 0 {
			groups = append(groups, pl.group(f, mentors, shownValues))
		}
	}
	return slices.DeleteFunc(groups, func(g FacetGroup) bool { return len(g.Values) == 0 })
}

// OpenNow is the one value of ByOpen where it stands beside others.
const OpenNow = "now"

// openGroup counts the mentors with open places, unless that is everybody.
func (pl *planner) openGroup(mentors []*portal.Mentor) FacetGroup {
	g := FacetGroup{Facet: ByOpen}
	if open := pl.openAmong(mentors); 0 < open && open < len(mentors) {
		g.Values = []FacetValue{{Facet: ByOpen, Value: OpenNow, URL: pl.url(facetPath(ByOpen, "")), Mentors: open, Open: open}}
	}
	return g
}

// group counts a facet's values among mentors in fair order.
func (pl *planner) group(f Facet, mentors []*portal.Mentor, most int) FacetGroup {
	found := map[string]*FacetValue{}
	for _, m := range mentors {
		open := pl.canTake(m)
		for _, value := range valuesOf(m, f) {
			v := found[value]
			if v == nil {
				v = &FacetValue{Facet: f, Value: value, URL: pl.url(facetPath(f, value))}
				found[value] = v
			}
			v.count(open)
		}
	}
	g := FacetGroup{Facet: f, URL: pl.url(facetPath(f, ""))}
	for _, v := range found {
		g.Values = append(g.Values, *v)
	}
	g.frequent(most, pl.rank[g.Facet])
	return g
}

// topicGroup counts the topics of mentors in fair order.
func (pl *planner) topicGroup(mentors []*portal.Mentor, most int) FacetGroup {
	found := map[*portal.Topic]*FacetValue{}
	for _, m := range mentors {
		open := pl.canTake(m)
		for _, ref := range mentorTopics(m) {
			t := pl.portal.Topics.Of(ref)
			if t == nil {
				continue
			}
			v := found[t]
			if v == nil {
				v = &FacetValue{Facet: ByTopic, Value: t.Slug, Title: t.Title, URL: pl.url(topicPath(t))}
				found[t] = v
			}
			v.count(open)
		}
	}
	g := FacetGroup{Facet: ByTopic, URL: pl.url("/topics/")}
	for _, v := range found {
		g.Values = append(g.Values, *v)
	}
	g.frequent(most, pl.rank[g.Facet])
	return g
}

func (v *FacetValue) count(open bool) {
	v.Mentors++
	if open {
		v.Open++
	}
}

// frequent sorts the values by how many mentors with open places have them, equal
// ones by their ranks, and keeps the first ones.
func (g *FacetGroup) frequent(most int, rank map[string]int) {
	slices.SortFunc(g.Values, func(a, b FacetValue) int {
		return cmp.Or(cmp.Compare(b.Open, a.Open), cmp.Compare(b.Mentors, a.Mentors), cmp.Compare(rank[a.Value], rank[b.Value]))
	})
	if len(g.Values) > most {
		g.More = len(g.Values) - most
		g.Values = g.Values[:most]
	}
}
