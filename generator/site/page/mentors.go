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
	Name         string
	URL          string
	Role         string
	Location     string
	Country      string // ISO 3166-1 alpha-2
	Headline     string
	Lang         string // BCP 47: of headline and role, where that is not the page's; else ""
	Timezone     string
	Languages    []string
	Availability site.Availability
	Photo        *site.Photo // nil where lists show none; its URL is "" for a mentor without one
	Draft        bool        // shown while editing, never published
}

// mentorCard returns a mentor's card, which is made once for all lists it stands
// in. It must be called only when all pages are planned.
func (pl views) mentorCard(m *portal.Mentor) MentorCard {
	if card, ok := pl.made.Load(m); ok {
		return *card.(*MentorCard)
	}
	card := MentorCard{
		Name: m.Name, URL: pl.URL(site.MentorPath(m)), Role: m.Role,
		Location: m.Location, Country: m.Country, Headline: m.Headline, Lang: m.Lang,
		Timezone: m.Timezone, Languages: m.Languages, Availability: pl.Availability(m), Photo: pl.Face(m), Draft: m.Draft,
	}
	pl.made.Store(m, &card)
	return card
}

func (pl views) mentorCards(mentors []*portal.Mentor) []MentorCard {
	return each(mentors, pl.mentorCard)
}

func planMentorList(pl planner) {
	mentors := pl.Ordered
	open := pl.OpenAmong(mentors)
	pl.addList(list{path: "/mentors/", n: len(mentors), head: site.Head{Section: "mentors", Breadcrumb: pl.Trail()},
		view: func(from, to int, pager Pager) any {
			v := &MentorList{
				Mentors: pl.mentorCards(mentors[from:to]), Total: len(mentors), Open: open,
				Pager: pager,
			}
			if pager.Number == 1 {
				v.Facets = pl.facets(mentors, "")
			}
			return v
		}})
}
