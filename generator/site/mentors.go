package site

import "ithaca/generator/portal"

// MentorList is the directory: the view of "mentor-list".
type MentorList struct {
	Mentors  []MentorCard
	Total    int // on all pages
	Open     int // mentors with open places
	Pager    Pager
	Topics   string       // URL of the topic index; "" when there is none
	Free     string       // URL of the list of those with open places; "" when nobody has any
	Facets   []FacetGroup // ways to narrow the list; on the first page
	Cards    string       // URL of the data that scripts narrow the list with; "" for none
	Requests string       // URL of the published requests; "" when there are none
}

// MentorCard is a mentor in a list.
type MentorCard struct {
	Name         string
	URL          string
	Role         string
	Location     string
	Country      string // ISO 3166-1 alpha-2
	Headline     string
	Topics       []Link // the first three
	More         int    // how many topics there are besides
	Languages    []string
	Availability Availability
	Photo        *Photo // nil where lists show none; its URL is "" for a mentor without one
}

// Availability is whether a mentor takes people on, as of the portal's day.
type Availability struct {
	State  string      // open, limited, waitlist, paused, full or unconfirmed
	Until  portal.Date // until when it is confirmed, or was
	Places int         // how many people at a time; 0 when not stated
}

// The states of an availability besides those that mentors declare.
const (
	Full        = "full"        // they would take somebody on, but their places are taken
	Unconfirmed = "unconfirmed" // it has run out
)

func (pl *planner) availability(m *portal.Mentor) Availability {
	a := m.Availability
	switch {
	case !a.Confirmed(pl.portal.Today):
		return Availability{State: Unconfirmed, Until: a.Until}
	case pl.full[m.Slug]:
		return Availability{State: Full, Until: a.Until, Places: a.Capacity}
	}
	return Availability{State: string(a.Status), Until: a.Until, Places: a.Capacity}
}

// cardTopics is how many topics a card names.
const cardTopics = 3

// mentorCard returns a mentor's card, which is made once for all lists it stands
// in. It must be called only when all pages are planned.
func (pl *planner) mentorCard(m *portal.Mentor) MentorCard {
	if card, ok := pl.cards.Load(m); ok {
		return *card.(*MentorCard)
	}
	card := pl.newMentorCard(m)
	pl.cards.Store(m, &card)
	return card
}

func (pl *planner) newMentorCard(m *portal.Mentor) MentorCard {
	topics := pl.topicLinks(mentorTopics(m))
	more := max(0, len(topics)-cardTopics)
	return MentorCard{
		Name: m.Name, URL: pl.url(mentorPath(m)), Role: m.Role,
		Location: m.Location, Country: m.Country, Headline: m.Headline,
		Topics: topics[:len(topics)-more], More: more,
		Languages: m.Languages, Availability: pl.availability(m), Photo: pl.face(m),
	}
}

func (pl *planner) mentorCards(mentors []*portal.Mentor) []MentorCard {
	cards := make([]MentorCard, len(mentors))
	for i, m := range mentors {
		cards[i] = pl.mentorCard(m)
	}
	return cards
}

func planMentorList(pl *planner) {
	open := pl.openAmong(pl.ordered)
	page := Page{Template: "mentor-list", Head: Head{Section: "mentors", Breadcrumb: pl.trail()}}
	pl.chapters("/mentors/", len(pl.ordered), page, func(from, to int, pager Pager) any {
		v := &MentorList{
			Mentors: pl.mentorCards(pl.ordered[from:to]), Total: len(pl.ordered), Open: open,
			Pager: pager, Topics: pl.url("/topics/"), Free: pl.url(facetPath(ByOpen, "")),
			Requests: pl.url("/requests/"),
		}
		if pager.Number == 1 {
			v.Facets, v.Cards = pl.groups(pl.ordered, ""), pl.url(cardsPath)
		}
		return v
	})
}

// trail returns the way from the home page to a page: the home page, then the
// links given, made of pairs of a message key and a path.
func (pl *planner) trail(parents ...string) []Link {
	links := []Link{{Key: "nav-home", URL: pl.prefix + "/"}}
	for i := 0; i < len(parents); i += 2 {
		links = append(links, Link{Key: parents[i], URL: pl.prefix + parents[i+1]})
	}
	return links
}
