package page

import (
	"cmp"

	"ithaca/generator/each"
	"ithaca/generator/order"
	"ithaca/generator/portal"
	"ithaca/generator/site"
)

// EventIndex lists what takes place: the view of "event-index".
type EventIndex struct {
	Coming []EventCard // the soonest first
	Past   []EventCard // the latest first
}

// EventCard is an event in a list.
type EventCard struct {
	*portal.Event
	URL    string        // of its page; that of the event itself is .Event.URL
	Next   portal.Moment // when it next takes place, or took place first when it is over
	Offset string        // of that time from UTC: "UTC+5:30"
	Over   bool
}

// Event is an event: the view of "event".
type Event struct {
	EventCard
	Text     site.Prose
	Leaders  []MentorCard // its hosts
	Subjects []site.Link  // its topics
	Round    string       // title of its cycle
	Calendar string       // URL of its own calendar file
}

func (pl views) eventCard(e *portal.Event) EventCard {
	card := EventCard{Event: e, URL: pl.URL(site.EventPath(e)), Next: e.NextStart(pl.Portal.Today)}
	if card.Next.IsZero() {
		card.Next, card.Over = e.Start, true
	}
	card.Offset = offsetAt(e.Timezone, card.Next)
	return card
}

// eventCards returns the events that are to come, the soonest first, and those
// that are over, the latest first.
func (pl views) eventCards(events []*portal.Event) (coming, past []EventCard) {
	for _, e := range events {
		if card := pl.eventCard(e); card.Over {
			past = append(past, card)
		} else {
			coming = append(coming, card)
		}
	}
	order.Stable(coming, func(a, b EventCard) int { return a.Next.Compare(b.Next) })
	order.Stable(past, func(a, b EventCard) int { return b.Next.Compare(a.Next) })
	return coming, past
}

// nextEvents returns the events that stand on the pages of home and program.
func (pl views) nextEvents() []EventCard {
	coming, _ := pl.eventCards(pl.Portal.Events)
	return coming[:min(2, len(coming))]
}

func planEventIndex(pl planner) {
	pl.addIndex("events", len(pl.Portal.Events), func() any {
		v := &EventIndex{}
		v.Coming, v.Past = pl.eventCards(pl.Portal.Events)
		return v
	})
}

func planEvents(pl planner) {
	trail := pl.Trail("nav-events", "/events/")
	for _, e := range pl.Portal.Events {
		pl.add(site.EventPath(e), &e.Item, site.Head{Title: e.Title, Section: "events", Breadcrumb: trail}, func() any { return newEvent(pl.views, e) })
	}
}

func newEvent(pl views, e *portal.Event) *Event {
	v := &Event{
		EventCard: pl.eventCard(e), Text: pl.Prose(&e.Item), Subjects: pl.toRefs(e.Topics), Calendar: pl.URL(site.EventFile(e)),
		Leaders: each.Of(named(pl.Portal.Mentors, e.Hosts), pl.mentorCard),
	}
	if c := pl.Portal.Program.Cycle(e.Cycle); c != nil {
		v.Round = cmp.Or(c.Title, c.ID)
	}
	return v
}
