package site

import (
	"cmp"
	"slices"

	"ithaca/generator/portal"
)

// EventIndex lists what takes place: the view of "event-index".
type EventIndex struct {
	Coming   []EventCard // the soonest first
	Past     []EventCard // the latest first
	Calendar string      // URL of the calendar of all of them
}

// EventCard is an event in a list.
type EventCard struct {
	Link
	Start    portal.Moment // of the next time, or of the last one when it is over
	Timezone string
	Offset   string // of that time from UTC: "UTC+5:30"
	Weeks    int    // every so many weeks; 0 for once
	Kind     portal.EventKind
	Format   portal.Format
	Location string
	Status   portal.EventStatus
	Over     bool
}

// Event is an event: the view of "event".
type Event struct {
	*portal.Event
	Next     portal.Moment // when it next takes place; the zero value when it is over
	Offset   string        // from UTC, of the next time, or else of the first
	Text     Prose
	Leaders  []MentorCard // its hosts
	Subjects []Link       // its topics
	Round    string       // title of its cycle
	Calendar string       // URL of its own calendar file
	Edit     string
}

func eventPath(e *portal.Event) string { return "/events/" + e.Slug + "/" }

func (pl *planner) eventCard(e *portal.Event) EventCard {
	card := EventCard{
		Link: Link{Title: e.Title, URL: pl.url(eventPath(e))}, Start: pl.next(e), Timezone: e.Timezone,
		Weeks: e.Weeks, Kind: e.Kind, Format: e.Format, Location: e.Location, Status: e.Status,
	}
	if card.Start.IsZero() {
		card.Start, card.Over = e.Start, true
	}
	card.Offset = offsetAt(e.Timezone, card.Start)
	return card
}

// next returns when an event next takes place, the zero Moment when it is over.
func (pl *planner) next(e *portal.Event) portal.Moment {
	if day := e.Next(pl.portal.Today); !day.IsZero() {
		return portal.Moment{Day: day, Minute: e.Start.Minute}
	}
	return portal.Moment{}
}

// eventCards returns the events that are to come, the soonest first, and those
// that are over, the latest first.
func (pl *planner) eventCards(events []*portal.Event) (coming, past []EventCard) {
	for _, e := range events {
		if card := pl.eventCard(e); card.Over {
			past = append(past, card)
		} else {
			coming = append(coming, card)
		}
	}
	slices.SortStableFunc(coming, func(a, b EventCard) int { return compareMoments(a.Start, b.Start) })
	slices.SortStableFunc(past, func(a, b EventCard) int { return compareMoments(b.Start, a.Start) })
	return coming, past
}

func compareMoments(a, b portal.Moment) int {
	return cmp.Or(a.Day.Time().Compare(b.Day.Time()), cmp.Compare(a.Minute, b.Minute))
}

func planEvents(pl *planner) {
	events := pl.portal.Events
	if len(events) == 0 {
		return
	}
	pl.add("/events/", &Page{
		Template: "event-index",
		Head:     Head{Section: "events", Breadcrumb: pl.trail()},
		view: func() any {
			v := &EventIndex{Calendar: pl.url("/events.ics")}
			v.Coming, v.Past = pl.eventCards(events)
			return v
		},
	})
	trail := pl.trail("nav-events", "/events/")
	for _, e := range events {
		pl.add(eventPath(e), &Page{
			Template: "event",
			Head:     Head{Title: e.Title, Section: "events", Breadcrumb: trail},
			item:     &e.Item,
			view:     func() any { return pl.event(e) },
		})
	}
}

func (pl *planner) event(e *portal.Event) *Event {
	v := &Event{
		Event: e, Next: pl.next(e), Text: pl.prose(&e.Item), Subjects: pl.topicLinks(e.Topics),
		Calendar: pl.url("/events/" + e.Slug + ".ics"), Edit: editURL(pl.portal.Program.Repository, e.File),
	}
	v.Offset = offsetAt(e.Timezone, v.Next)
	if v.Next.IsZero() {
		v.Offset = offsetAt(e.Timezone, e.Start)
	}
	for _, slug := range e.Hosts {
		if m := portal.Find(pl.portal.Mentors, slug); m != nil {
			v.Leaders = append(v.Leaders, pl.mentorCard(m))
		}
	}
	for _, c := range pl.portal.Program.Cycles {
		if c.ID == e.Cycle {
			v.Round = cmp.Or(c.Title, c.ID)
		}
	}
	return v
}
