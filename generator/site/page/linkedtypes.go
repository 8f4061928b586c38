package page

import (
	"strings"
	"time"

	"ithaca/generator/portal"
	"ithaca/generator/site"
	"ithaca/generator/zone"
)

type linkedOrganization struct {
	Type string `json:"@type"`
	ID   string `json:"@id,omitempty"`
	Name string `json:"name"`
	URL  string `json:"url,omitempty"`
	Logo string `json:"logo,omitempty"`
}

type linkedSite struct {
	Type        string             `json:"@type"`
	Name        string             `json:"name"`
	URL         string             `json:"url"`
	Description string             `json:"description,omitempty"`
	Language    string             `json:"inLanguage"`
	Publisher   linkedOrganization `json:"publisher"`
}

type linkedArticle struct {
	Type      string             `json:"@type"`
	URL       string             `json:"mainEntityOfPage"`
	Headline  string             `json:"headline"`
	Text      string             `json:"description,omitempty"`
	Language  string             `json:"inLanguage"`
	Authors   []linkedPerson     `json:"author,omitempty"`
	Published string             `json:"datePublished,omitempty"`
	Modified  string             `json:"dateModified,omitempty"`
	Publisher linkedOrganization `json:"publisher"`
}

type linkedProfile struct {
	Type     string       `json:"@type"`
	URL      string       `json:"url"`
	Modified string       `json:"dateModified,omitempty"`
	Person   linkedPerson `json:"mainEntity"`
}

type linkedPerson struct {
	Type      string              `json:"@type"`
	Name      string              `json:"name"`
	Role      string              `json:"jobTitle,omitempty"`
	Headline  string              `json:"description,omitempty"`
	Image     string              `json:"image,omitempty"`
	Address   *linkedAddress      `json:"address,omitempty"`
	Employer  *linkedOrganization `json:"worksFor,omitempty"`
	Languages []string            `json:"knowsLanguage,omitempty"`
	Topics    []string            `json:"knowsAbout,omitempty"`
	SameAs    []string            `json:"sameAs,omitempty"`
}

type linkedAddress struct {
	Type    string `json:"@type"`
	Place   string `json:"addressLocality,omitempty"`
	Country string `json:"addressCountry,omitempty"`
}

type linkedEvent struct {
	Type       string             `json:"@type"`
	Name       string             `json:"name"`
	URL        string             `json:"url"`
	Start      string             `json:"startDate"`
	End        string             `json:"endDate,omitempty"`
	Status     string             `json:"eventStatus"`
	Attendance string             `json:"eventAttendanceMode"`
	Location   linkedPlace        `json:"location"`
	Languages  []string           `json:"inLanguage,omitempty"`
	Organizer  linkedOrganization `json:"organizer"`
}

type linkedPlace struct {
	Type    string `json:"@type"`
	Name    string `json:"name,omitempty"`
	Address string `json:"address,omitempty"`
	URL     string `json:"url,omitempty"`
}

// address is the one by which the portal is known.
func (pl describer) address() string { return pl.Site.Origin + pl.Site.Prefix + "/" }

// organizers names the organization behind the portal.
func (pl describer) organizers() linkedOrganization {
	return linkedOrganization{Type: "Organization", ID: pl.address() + "#organization", Name: pl.Portal.Program.Title}
}

// organization says what else is known of the organizers, on the home page.
func (pl describer) organization() linkedOrganization {
	o := pl.organizers()
	o.URL = pl.address()
	if logo := pl.Site.Logo; logo != "" {
		o.Logo = pl.Site.Origin + logo
	}
	return o
}

func (pl describer) website() linkedSite {
	program := pl.Portal.Program
	return linkedSite{
		Type: "WebSite", Name: program.Title, URL: pl.address(), Description: program.Description,
		Language: pl.Site.Lang, Publisher: pl.organizers(),
	}
}

// article describes a page that is a text by somebody.
func (pl describer) article(p *site.Page, authors []string, published portal.Date) linkedArticle {
	a := linkedArticle{
		Type: "Article", URL: p.Head.Canonical, Headline: p.Head.Title, Text: p.Head.Description,
		Language: p.Head.Lang, Published: published.String(), Publisher: pl.organizers(),
	}
	if published.IsZero() {
		a.Modified = p.Head.Modified.String()
	}
	for _, name := range authors {
		a.Authors = append(a.Authors, linkedPerson{Type: "Person", Name: name})
	}
	return a
}

func (pl describer) profilePage(p *site.Page, v *Mentor) linkedProfile {
	m := v.Mentor
	person := linkedPerson{
		Type: "Person", Name: m.Name, Role: m.Role, Headline: m.Headline, Languages: m.Languages,
	}
	if v.Photo != nil {
		person.Image = p.Head.Preview.URL
	}
	if m.Location != "" || m.Country != "" {
		person.Address = &linkedAddress{"PostalAddress", m.Location, m.Country}
	}
	if m.Organisation != "" {
		person.Employer = &linkedOrganization{Type: "Organization", Name: m.Organisation}
	}
	for _, l := range v.HelpsWith {
		person.Topics = append(person.Topics, l.Title)
	}
	for _, s := range v.Skills {
		person.Topics = append(person.Topics, s.Title)
	}
	for _, l := range m.Links {
		if strings.HasPrefix(l.URL, "https://") || strings.HasPrefix(l.URL, "http://") {
			person.SameAs = append(person.SameAs, l.URL)
		}
	}
	return linkedProfile{"ProfilePage", p.Head.Canonical, m.Confirmed.String(), person}
}

const schema = "https://schema.org/"

// linkedEvent describes an event; nil for a date on which nothing takes place, and
// for an event that says neither where it is nor that it is online: search engines
// take no Event without a place.
func (pl describer) linkedEvent(p *site.Page, v *Event) any {
	e := v.Event
	place, attendance := whereabouts(e, p.Head.Canonical)
	location, err := zone.Load(e.Timezone)
	if err != nil || e.Kind == portal.Deadline || attendance == "" {
		return nil // an unknown zone is reported with the content
	}
	start := v.Next
	if start.IsZero() {
		start = e.Start
	}
	event := linkedEvent{
		Type: "Event", Name: e.Title, URL: p.Head.Canonical, Start: start.In(location).Format(time.RFC3339),
		Status: schema + "EventScheduled", Attendance: schema + attendance, Location: place,
		Languages: e.Languages, Organizer: pl.organizers(),
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

// whereabouts returns where an event takes place and how one takes part; "" where
// it does not say. Of an event online the page is the address, where it has no
// other.
func whereabouts(e *portal.Event, page string) (place linkedPlace, attendance string) {
	web := func(address string) bool {
		return strings.HasPrefix(address, "https://") || strings.HasPrefix(address, "http://")
	}
	online := e.Format != "" && e.Format != portal.InPerson
	for _, address := range []string{e.Location, e.URL, e.Register, page} {
		if web(address) && (online || address == e.Location && e.Format == "") {
			return linkedPlace{Type: "VirtualLocation", URL: address}, "OnlineEventAttendanceMode"
		}
	}
	if e.Location == "" {
		return place, ""
	}
	return linkedPlace{Type: "Place", Name: e.Location, Address: e.Location}, "OfflineEventAttendanceMode"
}
