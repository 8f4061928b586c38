package kinds

import (
	"ithaca/generator/content/field"
	"ithaca/generator/content/part"
	"ithaca/generator/portal"

	"cmp"
)

var Event = declare(Kind{
	Folder: "events", one: "event", title: "Events", BodyLimit: guideLimit, Top: 2, AddressHint: noAddresses,
	words: "Something that takes place, once or again and again. A circle is a recurring event with hosts and a size.",
}, func(p *portal.Portal, e *portal.Event) { p.Events = append(p.Events, e) },
	field.Group(checkEvent, append(eventTime(), eventPeople()...)...))

// eventTime is what takes place, when and where.
func eventTime() []field.Field[portal.Event] {
	type e = portal.Event
	return []field.Field[e]{
		field.Must("title", field.Line(120), func(e *e) *string { return &e.Title }, "The title."),
		field.Must("start", part.Moment(), func(e *e) *portal.Moment { return &e.Start }, "When it begins, on the clocks of its time zone."),
		field.Has("end", part.Moment(), func(e *e) *portal.Moment { return &e.End }, "When it ends."),
		field.Has("every", part.Weeks(), func(e *e) *int { return &e.Weeks }, "How often it takes place; once, if not stated."),
		field.Has("until", part.Date(), func(e *e) *portal.Date { return &e.Until }, "The last day of a recurring event."),
		field.Must("timezone", field.Timezone(), func(e *e) *string { return &e.Timezone }, "The time zone of its times."),
		field.Has("kind", field.Word(portal.EventKinds()), func(e *e) *portal.EventKind { return &e.Kind }, "What takes place."),
		field.Has("format", field.Word(portal.Formats()), func(e *e) *portal.Format { return &e.Format }, "How people meet."),
		field.Has("location", field.Line(120), func(e *e) *string { return &e.Location }, "Where."),
		field.Has("url", field.WebAddress(), func(e *e) *string { return &e.URL }, "A page with more about it."),
		field.Has("status", field.Word(portal.EventStatuses()), func(e *e) *portal.EventStatus { return &e.Status }, "Whether it takes place as planned."),
		own[portal.Event](), draft[portal.Event](), aliases[portal.Event](),
	}
}

// eventPeople is who takes part, and how.
func eventPeople() []field.Field[portal.Event] {
	type e = portal.Event
	return []field.Field[e]{
		field.Has("hosts", field.Distinct(part.SlugOf(part.ToMentor, "mentor"), 10), func(e *e) *[]string { return &e.Hosts }, "Mentors who host it."),
		field.Has("audience", field.Distinct(field.Word(portal.Audiences()), 4), func(e *e) *[]portal.Audience { return &e.Audience }, "Whom it is for."),
		field.Has("cycle", part.CycleRef(), func(e *e) *string { return &e.Cycle }, "The cycle it belongs to."),
		field.Has("register", field.WebAddress("https", "mailto"), func(e *e) *string { return &e.Register }, "Where to sign up."),
		field.Has("size", part.Size(), func(e *e) *portal.GroupSize { return &e.Size }, "How many people can take part."),
		field.Has("topics", part.Topics(20), func(e *e) *[]portal.TopicRef { return &e.Topics }, "What it is about."),
		field.Has("languages", field.Languages(12), func(e *e) *[]string { return &e.Languages }, "The languages spoken there."),
	}
}

// checkEvent checks the fields of an event against each other.
func checkEvent(d *field.Decoder, n field.Node, e *portal.Event) {
	e.Status = cmp.Or(e.Status, portal.Planned)
	if !e.End.IsZero() && !e.Start.IsZero() && e.End.Before(e.Start) {
		d.Errorf(n.Get("end"), part.DateOrder, "write a later time", "`end` lies before `start`")
	}
	part.Ordered(d, n, "until", e.Start.Day, e.Until)
	part.CheckClocks(d, n, e)
	if e.Until.IsZero() || e.Weeks > 0 {
		return
	}
	d.Warnf(n.Get("until"), part.DateOrder, "add `every: 1w`, or leave `until` out", "`until` means nothing for an event that takes place once")
}
