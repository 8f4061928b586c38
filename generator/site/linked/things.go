package linked

import (
	"strings"
	"time"

	"ithaca/generator/portal"
	"ithaca/generator/site"
	"ithaca/generator/site/page"
	"ithaca/generator/zone"
)

// thing is a Thing of schema.org: its type says which of the properties it has.
type thing struct {
	Type         string   `json:"@type"`
	ID           string   `json:"@id,omitempty"`
	MainEntityOf string   `json:"mainEntityOfPage,omitempty"`
	Name         string   `json:"name,omitempty"`
	JobTitle     string   `json:"jobTitle,omitempty"`
	URL          string   `json:"url,omitempty"`
	Logo         string   `json:"logo,omitempty"`
	Headline     string   `json:"headline,omitempty"`
	Description  string   `json:"description,omitempty"`
	Image        string   `json:"image,omitempty"`
	Address      any      `json:"address,omitempty"` // a text, or in its parts
	Locality     string   `json:"addressLocality,omitempty"`
	Country      string   `json:"addressCountry,omitempty"`
	Topics       []string `json:"knowsAbout,omitempty"`
	SameAs       []string `json:"sameAs,omitempty"`
	Start        string   `json:"startDate,omitempty"`
	End          string   `json:"endDate,omitempty"`
	Status       string   `json:"eventStatus,omitempty"`
	Attendance   string   `json:"eventAttendanceMode,omitempty"`
	Location     *thing   `json:"location,omitempty"`
	Language     any      `json:"inLanguage,omitempty"` // one, or a list
	Authors      []thing  `json:"author,omitempty"`
	Published    string   `json:"datePublished,omitempty"`
	Modified     string   `json:"dateModified,omitempty"`
	MainEntity   *thing   `json:"mainEntity,omitempty"`
	Publisher    *thing   `json:"publisher,omitempty"`
	Organizer    *thing   `json:"organizer,omitempty"`
}

// address is the one by which the portal is known.
func (pl describer) address() string { return pl.Site.Origin + pl.Site.Prefix + "/" }

// organizers names the organization behind the portal.
func (pl describer) organizers() *thing {
	return &thing{Type: "Organization", ID: pl.address() + "#organization", Name: pl.Portal.Program.Title}
}

// organization says what else is known of the organizers, on the home page.
func (pl describer) organization() *thing {
	o := pl.organizers()
	o.URL = pl.address()
	if logo := pl.Site.Logo; logo != "" {
		o.Logo = pl.Site.Origin + logo
	}
	return o
}

func (pl describer) website() *thing {
	program := pl.Portal.Program
	return &thing{
		Type: "WebSite", Name: program.Title, URL: pl.address(), Description: program.Description,
		Language: pl.Site.Lang, Publisher: pl.organizers(),
	}
}

// article describes a page that is a text by somebody.
func (pl describer) article(p *site.Page, authors []string, published portal.Date) *thing {
	a := &thing{
		Type: "Article", MainEntityOf: p.Head.Canonical, Headline: p.Head.Title, Description: p.Head.Description,
		Language: p.Head.Lang, Published: published.String(), Publisher: pl.organizers(),
	}
	if published.IsZero() {
		a.Modified = p.Head.Modified.String()
	}
	for _, name := range authors {
		a.Authors = append(a.Authors, thing{Type: "Person", Name: name})
	}
	return a
}

func (pl describer) profilePage(p *site.Page, v *page.Mentor) *thing {
	m := v.Mentor
	person := &thing{
		Type: "Person", Name: m.Name, JobTitle: m.Role, Description: m.Headline,
	}
	if v.Photo != nil {
		person.Image = p.Head.Preview.URL
	}
	if m.Location != "" || m.Country != "" {
		person.Address = &thing{Type: "PostalAddress", Locality: m.Location, Country: m.Country}
	}
	for _, l := range v.HelpsWith {
		person.Topics = append(person.Topics, l.Title)
	}
	for _, level := range v.Levels {
		for _, l := range level.Skills {
			person.Topics = append(person.Topics, l.Title)
		}
	}
	for _, l := range m.Links {
		if isWeb(l.URL) {
			person.SameAs = append(person.SameAs, l.URL)
		}
	}
	return &thing{Type: "ProfilePage", URL: p.Head.Canonical, Modified: m.Confirmed.String(), MainEntity: person}
}

const schema = "https://schema.org/"

// event describes an event; nil for a date on which nothing takes place, and for an
// event that says neither where it is nor that it is online: search engines take no
// Event without a place.
func (pl describer) event(p *site.Page, v *page.Event) any {
	e := v.Event
	place, attendance := whereabouts(e, p.Head.Canonical)
	location, err := zone.Load(e.Timezone)
	if err != nil || e.Kind == portal.Deadline || place == nil {
		return nil // an unknown zone is reported with the content
	}
	start := v.Next
	if start.IsZero() {
		start = e.Start
	}
	event := &thing{
		Type: "Event", Name: e.Title, URL: p.Head.Canonical, Start: start.In(location).Format(time.RFC3339),
		Status: schema + "EventScheduled", Attendance: schema + attendance, Location: place, Organizer: pl.organizers(),
	}
	if len(e.Languages) > 0 {
		event.Language = e.Languages
	}
	if !e.End.IsZero() {
		end := e.End
		end.Day = start.Day.AddDays(e.Start.Day.DaysUntil(e.End.Day))
		event.End = end.In(location).Format(time.RFC3339)
	}
	switch e.Status {
	case portal.Cancelled:
		event.Status = schema + "EventCancelled"
	case portal.Moved:
		event.Status = schema + "EventRescheduled"
	}
	return event
}

// whereabouts returns where an event takes place and how one takes part; nil where
// it does not say. Of an event online the page is the address, where it has no
// other.
func whereabouts(e *portal.Event, page string) (place *thing, attendance string) {
	online := e.Format != "" && e.Format != portal.InPerson
	for _, address := range []string{e.Location, e.URL, e.Register, page} {
		if isWeb(address) && (online || address == e.Location && e.Format == "") {
			return &thing{Type: "VirtualLocation", URL: address}, "OnlineEventAttendanceMode"
		}
	}
	if e.Location == "" {
		return nil, ""
	}
	return &thing{Type: "Place", Name: e.Location, Address: e.Location}, "OfflineEventAttendanceMode"
}

func isWeb(address string) bool {
	return strings.HasPrefix(address, "https://") || strings.HasPrefix(address, "http://")
}
