package page

import (
	"ithaca/generator/portal"
	"ithaca/generator/site"
)

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
				Mentors: each(mentors[from:to], pl.mentorCard), Total: len(mentors), Open: open,
				Pager: pager,
			}
			if pager.Number == 1 {
				v.Facets = pl.facets(mentors, "")
			}
			return v
		}})
}
