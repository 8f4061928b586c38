package page

import (
	"strings"
	"time"

	"ithaca/generator/portal"
	"ithaca/generator/site"
	"ithaca/generator/zone"
)

// thing is a Thing of schema.org: its type says which of the properties it has.
type thing struct {
	Context    string   `json:"@context,omitempty"`
	Type       string   `json:"@type"`
	Name       string   `json:"name,omitempty"`
	URL        string   `json:"url,omitempty"`
	Address    string   `json:"address,omitempty"`
	Start      string   `json:"startDate,omitempty"`
	End        string   `json:"endDate,omitempty"`
	Status     string   `json:"eventStatus,omitempty"`
	Attendance string   `json:"eventAttendanceMode,omitempty"`
	Location   *thing   `json:"location,omitempty"`
	Languages  []string `json:"inLanguage,omitempty"`
	Organizer  *thing   `json:"organizer,omitempty"`
}

const schema = "https://schema.org"

// Linked returns a page's block of JSON-LD, by which search engines list events; nil for
// other pages and without a base_url, because everything in it has an absolute address.
// It says nothing that does not stand on the page, and never an e-mail address. There is
// none either for a date on which nothing takes place, and for an event that says neither
// where it is nor that it is online: search engines take no Event without a place.
func Linked(plan *site.Plan, p *site.Page, view any) any {
	v, isEvent := view.(*Event)
	if !isEvent || p.Head.Canonical == "" {
		return nil
	}
	e := v.Event
	place, attendance := whereabouts(e, p.Head.Canonical)
	location, err := zone.Load(e.Timezone)
	if err != nil || e.Kind == portal.Deadline || place == nil {
		return nil // an unknown zone is reported with the content
	}
	start := v.Next
	event := &thing{
		Context: schema, Type: "Event", Name: e.Title, URL: p.Head.Canonical, Start: start.In(location).Format(time.RFC3339),
		Status: schema + "/EventScheduled", Attendance: schema + "/" + attendance, Location: place, Languages: e.Languages,
		Organizer: &thing{Type: "Organization", Name: plan.Portal.Program.Title, URL: plan.Site.Origin + plan.Site.Home},
	}
	if !e.End.IsZero() {
		end := e.End
		end.Day = start.Day.AddDays(e.Start.Day.DaysUntil(e.End.Day))
		event.End = end.In(location).Format(time.RFC3339)
	}
	switch e.Status {
	case portal.Cancelled:
		event.Status = schema + "/EventCancelled"
	case portal.Moved:
		event.Status = schema + "/EventRescheduled"
	}
	return event
}

// whereabouts returns where an event takes place and how one takes part; nil where
// it does not say. Of an event online the page is the address, where it has no
// other.
func whereabouts(e *portal.Event, page string) (place *thing, attendance string) {
	online := e.Format != "" && e.Format != portal.InPerson
	for _, address := range []string{e.Location, e.URL, e.Register, page} {
		web := strings.HasPrefix(address, "https://") || strings.HasPrefix(address, "http://")
		if web && (online || address == e.Location && e.Format == "") {
			return &thing{Type: "VirtualLocation", URL: address}, "OnlineEventAttendanceMode"
		}
	}
	if e.Location == "" {
		return nil, ""
	}
	return &thing{Type: "Place", Name: e.Location, Address: e.Location}, "OfflineEventAttendanceMode"
}
