package site

import (
	"strings"
	"time"

	"ithaca/generator/portal"
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
	Attendance string             `json:"eventAttendanceMode,omitempty"`
	Location   *linkedPlace       `json:"location,omitempty"`
	Languages  []string           `json:"inLanguage,omitempty"`
	Organizer  linkedOrganization `json:"organizer"`
}

type linkedPlace struct {
	Type string `json:"@type"`
	Name string `json:"name,omitempty"`
	URL  string `json:"url,omitempty"`
}

// address is the one by which the portal is known.
func (pl *planner) address() string { return pl.origin + pl.prefix + "/" }

// organizers names the organization behind the portal.
func (pl *planner) organizers() linkedOrganization {
	return linkedOrganization{Type: "Organization", ID: pl.address() + "#organization", Name: pl.portal.Program.Title}
}

// organization says what else is known of the organizers, on the home page.
func (pl *planner) organization() linkedOrganization {
	o := pl.organizers()
	o.URL = pl.address()
	if logo := pl.plan.Site.Logo; logo != "" {
		o.Logo = pl.origin + logo
	}
	return o
}

func (pl *planner) website() linkedSite {
	program := pl.portal.Program
	return linkedSite{
		Type: "WebSite", Name: program.Title, URL: pl.address(), Description: program.Description,
		Language: pl.lang, Publisher: pl.organizers(),
	}
}

// article describes a page that is a text by somebody.
func (pl *planner) article(p *Page, authors []string, published portal.Date) linkedArticle {
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

func (pl *planner) profilePage(p *Page, v *Mentor) linkedProfile {
	m := v.Mentor
	person := linkedPerson{
		Type: "Person", Name: m.Name, Role: m.Role, Headline: m.Headline, Languages: m.Languages, Image: p.Head.Preview.portrait(v.Photo),
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

// portrait returns the preview's address where it is that of a photo.
func (p Preview) portrait(photo *Photo) string {
	if photo == nil {
		return ""
	}
	return p.URL
}

const schema = "https://schema.org/"

func (pl *planner) linkedEvent(p *Page, v *Event) any {
	e := v.Event
	location, err := zone.Load(e.Timezone)
	if err != nil {
		return nil // reported with the content
	}
	start := v.Next
	if start.IsZero() {
		start = e.Start
	}
	event := linkedEvent{
		Type: "Event", Name: e.Title, URL: p.Head.Canonical, Start: start.In(location).Format(time.RFC3339),
		Status: schema + "EventScheduled", Languages: e.Languages, Organizer: pl.organizers(),
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
	switch {
	case e.Format == portal.InPerson:
		event.Attendance = schema + "OfflineEventAttendanceMode"
	case e.Format != "":
		event.Attendance = schema + "OnlineEventAttendanceMode"
	}
	if e.Location != "" {
		event.Location = &linkedPlace{Type: "Place", Name: e.Location}
	} else if e.Format != "" && e.Format != portal.InPerson {
		event.Location = &linkedPlace{Type: "VirtualLocation", URL: p.Head.Canonical}
	}
	return event
}
