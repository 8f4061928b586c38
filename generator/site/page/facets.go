package page

import (
	"maps"
	"slices"
	"sync"

	"ithaca/generator/each"
	"ithaca/generator/portal"
	"ithaca/generator/site"
)

// FacetIndex lists the values of a facet: the view of "facet-index".
type FacetIndex struct{ site.FacetGroup }

// FacetList is the mentors with one value: the view of "facet-list".
type FacetList struct {
	site.FacetValue
	List   []MentorCard
	Open   int // of the mentors with places
	Pager  Pager
	Others []site.FacetGroup // values of the other facets that occur there; on the first page
}

// planFacetIndexes plans a page for each facet that some mentor has a value of, for
// each value, and for the mentors with open places.
func planFacetIndexes(pl planner) {
	lists := planner{pl.views, pl.book, "facet-list"}
	for _, f := range site.Facets() {
		having := pl.Having(f)
		if f == site.ByTopic || len(having) == 0 {
			continue
		}
		trail := pl.Trail("nav-mentors", "/mentors/")
		pl.add(site.FacetPath(f, ""), nil, site.Head{Section: "mentors", Breadcrumb: trail}, func() any {
			return &FacetIndex{pl.FacetGroup(f, pl.Ordered, len(having))}
		})
		trail = pl.Trail("nav-mentors", "/mentors/", "nav-"+string(f), site.FacetPath(f, ""))
		for _, value := range slices.Sorted(maps.Keys(having)) {
			lists.addFacet(f, value, having[value], trail)
		}
	}
	full := func(m *portal.Mentor) bool { return !pl.CanTake(m) }
	if open := slices.DeleteFunc(slices.Clone(pl.Ordered), full); len(open) > 0 {
		lists.addFacet(site.ByOpen, "", open, pl.Trail("nav-mentors", "/mentors/"))
	}
}

// addFacet plans the list of the mentors with a value.
func (pl planner) addFacet(f site.Facet, value string, mentors []*portal.Mentor, trail []site.Link) {
	open := sync.OnceValue(func() int { return pl.OpenAmong(mentors) }) // not for each page of the list
	pl.addList(list{path: site.FacetPath(f, value), n: len(mentors), head: site.Head{Section: "mentors", Breadcrumb: trail},
		view: func(from, to int, pager Pager) any {
			v := &FacetList{
				FacetValue: site.FacetValue{
					Facet: f, Value: value, URL: pl.URL(site.FacetPath(f, value)), Mentors: len(mentors),
				},
				Open: open(), List: each.Of(mentors[from:to], pl.mentorCard), Pager: pager,
			}
			if pager.Number == 1 {
				v.Others = pl.facets(mentors, f)
			}
			return v
		}})
}

// shownValues is how many values of a facet stand beside a list.
const shownValues = 8

// facets returns the values of every facet but one that occur among mentors, the
// most frequent ones.
func (pl views) facets(mentors []*portal.Mentor, except site.Facet) []site.FacetGroup {
	var groups []site.FacetGroup
	if except != site.ByOpen {
		groups = append(groups, pl.openGroup(mentors))
	}
	for _, f := range site.Facets() {
		if f != except {
			groups = append(groups, pl.FacetGroup(f, mentors, shownValues))
		}
	}
	return slices.DeleteFunc(groups, func(g site.FacetGroup) bool { return len(g.Values) == 0 })
}

// OpenNow is the one value of site.ByOpen where it stands beside others.
const OpenNow = "now"

// openGroup counts the mentors with open places, unless that is everybody.
func (pl views) openGroup(mentors []*portal.Mentor) site.FacetGroup {
	g := site.FacetGroup{Facet: site.ByOpen}
	if open := pl.OpenAmong(mentors); 0 < open && open < len(mentors) {
		g.Values = []site.FacetValue{{Facet: site.ByOpen, Value: OpenNow, URL: pl.URL(site.FacetPath(site.ByOpen, "")), Mentors: open}}
	}
	return g
}

// MentorList is the directory: the view of "mentor-list".
type MentorList struct {
	Mentors []MentorCard
	Total   int // on all pages
	Open    int // mentors with open places
	Pager   Pager
	Facets  []site.FacetGroup // ways to narrow the list; on the first page
}

// MentorCard is a mentor in a list.
type MentorCard struct {
	*portal.Mentor
	URL          string
	Availability site.Availability
	Photo        *site.Photo // nil where lists show none; its URL is "" for a mentor without one
}

func (pl views) mentorCard(m *portal.Mentor) MentorCard {
	return MentorCard{m, pl.URL(site.MentorPath(m)), pl.Availability(m), pl.Face(m)}
}

func planMentorList(pl planner) {
	mentors := pl.Ordered
	open := pl.OpenAmong(mentors)
	pl.addList(list{path: "/mentors/", n: len(mentors), head: site.Head{Section: "mentors", Breadcrumb: pl.Trail()},
		view: func(from, to int, pager Pager) any {
			v := &MentorList{
				Mentors: each.Of(mentors[from:to], pl.mentorCard), Total: len(mentors), Open: open,
				Pager: pager,
			}
			if pager.Number == 1 {
				v.Facets = pl.facets(mentors, "")
			}
			return v
		}})
}
