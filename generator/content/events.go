package content

import (
	"strings"

	"ithaca/generator/content/field"
	"ithaca/generator/diag"
	"ithaca/generator/portal"
)

// The codes of events.
const (
	// BadMoment: not a day with a time.
	BadMoment diag.Code = "bad-moment"
	// BadSize: a smallest number of people above the largest.
	BadSize diag.Code = "bad-size"
)

var eventKind = declare(kind{
	folder: "events", one: "event", title: "Events", bodyLimit: guideLimit, top: 2, addressHint: noAddresses,
	words: "Something that takes place, once or again and again. A circle is a recurring event with hosts and a size.",
}, func(p *portal.Portal, e *portal.Event) { p.Events = append(p.Events, e) },
	field.Group(checkEvent, append(eventTime(), eventPeople()...)...))

// eventTime is what takes place, when and where.
func eventTime() []field.Field[portal.Event] {
	type e = portal.Event
	return []field.Field[e]{
		field.Must("title", field.Line(120), func(e *e) *string { return &e.Title }, "The title."),
		field.Must("start", moment(), func(e *e) *portal.Moment { return &e.Start }, "When it begins, on the clocks of its time zone."),
		field.Has("end", moment(), func(e *e) *portal.Moment { return &e.End }, "When it ends."),
		field.Has("every", weeks(), func(e *e) *int { return &e.Weeks }, "How often it takes place; once, if not stated."),
		field.Has("until", date(), func(e *e) *portal.Date { return &e.Until }, "The last day of a recurring event."),
		field.Must("timezone", field.Timezone(), func(e *e) *string { return &e.Timezone }, "The time zone of its times."),
		field.Has("kind", field.Word(portal.EventKinds()), func(e *e) *portal.EventKind { return &e.Kind }, "What takes place."),
		field.Has("format", field.Word(portal.Formats()), func(e *e) *portal.Format { return &e.Format }, "How people meet."),
		field.Has("location", field.Line(120), func(e *e) *string { return &e.Location }, "Where."),
		field.Has("url", field.WebAddress(), func(e *e) *string { return &e.URL }, "A page with more about it."),
		field.Has("status", field.Word(portal.EventStatuses()), func(e *e) *portal.EventStatus { return &e.Status }, "Whether it takes place as planned."),
		draft[portal.Event](), aliases[portal.Event](),
	}
}

// eventPeople is who takes part, and how.
func eventPeople() []field.Field[portal.Event] {
	type e = portal.Event
	return []field.Field[e]{
		field.Has("hosts", field.Distinct(slugOf(toMentor, "mentor"), 10), func(e *e) *[]string { return &e.Hosts }, "Mentors who host it."),
		field.Has("audience", field.Distinct(field.Word(portal.Audiences()), 4), func(e *e) *[]portal.Audience { return &e.Audience }, "Whom it is for."),
		field.Has("cycle", cycleRef(), func(e *e) *string { return &e.Cycle }, "The cycle it belongs to."),
		field.Has("register", field.WebAddress("https", "mailto"), func(e *e) *string { return &e.Register }, "Where to sign up."),
		field.Has("size", size(), func(e *e) *portal.GroupSize { return &e.Size }, "How many people can take part."),
		field.Has("topics", topics(20), func(e *e) *[]portal.TopicRef { return &e.Topics }, "What it is about."),
		field.Has("languages", field.Languages(12), func(e *e) *[]string { return &e.Languages }, "The languages spoken there."),
	}
}

func size() field.Shape[portal.GroupSize] {
	type s = portal.GroupSize
	return field.Group(func(d *field.Decoder, n field.Node, s *s) {
		if s.Max > 0 && s.Min > s.Max {
			d.Errorf(n.Get("min"), BadSize, "write the smaller number in `min`", "`min` is %d, above `max`, which is %d", s.Min, s.Max)
		}
	},
		field.Has("min", field.Whole(1, 10000), func(s *s) *int { return &s.Min }, "With fewer people it does not take place."),
		field.Has("max", field.Whole(1, 10000), func(s *s) *int { return &s.Max }, "No more people can take part."),
	)
}

// moment is a day with a time, on the clocks of some place.
func moment() field.Shape[portal.Moment] {
	about := field.About{Words: "day and time as \"YYYY-MM-DD 18:00\"", JSON: "string", Pattern: `^\d{4}-\d\d-\d\d \d\d?:\d\d$`}
	return field.Scalar(about, "a day and a time", func(d *field.Decoder, n field.Node, text string) (portal.Moment, bool) {
		day, time, found := strings.Cut(strings.Replace(text, "T", " ", 1), " ")
		on, err := portal.ParseDate(day)
		minute, valid := clock(time)
		if !found || err != nil || !valid || minute == 24*60 {
			hint := "write day and time as \"YYYY-MM-DD 18:00\""
			if better := dateHint(day); found && valid && err != nil && strings.HasSuffix(better, " days") {
				hint = better
			}
			d.Errorf(n, BadMoment, hint, "\"%s\" is not a day with a time", field.Short(text))
			return portal.Moment{}, false
		}
		return portal.Moment{Day: on, Minute: minute}, true
	})
}

// checkEvent is what holds between the fields of an event.
func checkEvent(d *field.Decoder, n field.Node, e *portal.Event) {
	if e.Status == "" {
		e.Status = portal.Planned
	}
	if !e.End.IsZero() && !e.Start.IsZero() && e.End.Before(e.Start) {
		d.Errorf(n.Get("end"), DateOrder, "write a later time", "`end` lies before `start`")
	}
	ordered(d, n, "until", e.Start.Day, e.Until)
	checkClocks(d, n, e)
	if e.Until.IsZero() || e.Weeks > 0 {
		return
	}
	d.Warnf(n.Get("until"), DateOrder, "add `every: 1w`, or leave `until` out", "`until` means nothing for an event that takes place once")
}
