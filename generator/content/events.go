package content

import (
	"strings"

	"go.yaml.in/yaml/v4"

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

func eventItem(e *portal.Event) *portal.Item { return &e.Item }

var eventKind = declare(kind{
	folder: "events", title: "Events", bodyLimit: guideLimit, top: 2, noAddresses: true,
	words: "Something that takes place, once or again and again. A circle is a recurring event with hosts and a size.",
}, eventItem, func(p *portal.Portal, e *portal.Event) { p.Events = append(p.Events, e) },
	object(checkEvent, append(eventTime(), eventPeople()...)...))

// eventTime is what takes place, when and where.
func eventTime() []field[portal.Event] {
	type e = portal.Event
	return []field[e]{
		must("title", line(120), func(e *e) *string { return &e.Title }, "The title."),
		must("start", moment(), func(e *e) *portal.Moment { return &e.Start }, "When it begins, on the clocks of its time zone."),
		has("end", moment(), func(e *e) *portal.Moment { return &e.End }, "When it ends."),
		has("every", weeks(), func(e *e) *int { return &e.Weeks }, "How often it takes place; once, if not stated."),
		has("until", date(), func(e *e) *portal.Date { return &e.Until }, "The last day of a recurring event."),
		must("timezone", timezone(), func(e *e) *string { return &e.Timezone }, "The time zone of its times."),
		has("kind", word(portal.EventKinds()), func(e *e) *portal.EventKind { return &e.Kind }, "What takes place."),
		has("format", word(portal.Formats()), func(e *e) *portal.Format { return &e.Format }, "How people meet."),
		has("location", line(120), func(e *e) *string { return &e.Location }, "Where."),
		has("url", webAddress(), func(e *e) *string { return &e.URL }, "A page with more about it."),
		has("status", word(portal.EventStatuses()), func(e *e) *portal.EventStatus { return &e.Status }, "Whether it takes place as planned."),
		draft(eventItem), aliases(eventItem),
	}
}

// eventPeople is who takes part, and how.
func eventPeople() []field[portal.Event] {
	type e = portal.Event
	return []field[e]{
		has("hosts", distinct(slugOf(toMentor, "mentor"), 10), func(e *e) *[]string { return &e.Hosts }, "Mentors who host it."),
		has("audience", distinct(word(portal.Audiences()), 4), func(e *e) *[]portal.Audience { return &e.Audience }, "Whom it is for."),
		has("cycle", cycleRef(), func(e *e) *string { return &e.Cycle }, "The cycle it belongs to."),
		has("register", webAddress("https", "mailto"), func(e *e) *string { return &e.Register }, "Where to sign up."),
		has("size", size(), func(e *e) *portal.GroupSize { return &e.Size }, "How many people can take part."),
		has("topics", topics(20), func(e *e) *[]portal.TopicRef { return &e.Topics }, "What it is about."),
		has("languages", distinct(tongue(), 12), func(e *e) *[]string { return &e.Languages }, "The languages spoken there."),
	}
}

func size() shape[portal.GroupSize] {
	type s = portal.GroupSize
	return object(func(d *decoder, n *yaml.Node, s *s) {
		if s.Max > 0 && s.Min > s.Max {
			d.errorf(d.at(valueOf(n, "min")), BadSize, "write the smaller number in `min`", "`min` is %d, above `max`, which is %d", s.Min, s.Max)
		}
	},
		has("min", whole(1, 10000), func(s *s) *int { return &s.Min }, "With fewer people it does not take place."),
		has("max", whole(1, 10000), func(s *s) *int { return &s.Max }, "No more people can take part."),
	)
}

// moment is a day with a time, on the clocks of some place.
func moment() shape[portal.Moment] {
	return shape[portal.Moment]{
		about: about{words: "day and time as \"YYYY-MM-DD 18:00\"", json: "string", pattern: `^\d{4}-\d\d-\d\d \d\d?:\d\d$`},
		read: func(d *decoder, n *yaml.Node) (portal.Moment, bool) {
			text, ok := d.scalar(n, "a day and a time")
			if !ok {
				return portal.Moment{}, false
			}
			day, time, found := strings.Cut(strings.Replace(text, "T", " ", 1), " ")
			on, err := portal.ParseDate(day)
			minute, valid := clock(time)
			if !found || err != nil || !valid || minute == 24*60 {
				d.errorf(d.at(n), BadMoment, "write day and time as \"YYYY-MM-DD 18:00\"", "\"%s\" is not a day with a time", short(text))
				return portal.Moment{}, false
			}
			return portal.Moment{Day: on, Minute: minute}, true
		},
	}
}

// checkEvent is what holds between the fields of an event.
func checkEvent(d *decoder, n *yaml.Node, e *portal.Event) {
	if e.Status == "" {
		e.Status = portal.Planned
	}
	if !e.End.IsZero() && !e.Start.IsZero() && e.End.Before(e.Start) {
		d.errorf(d.at(valueOf(n, "end")), DateOrder, "write a later time", "`end` lies before `start`")
	}
	d.ordered(n, "until", e.Start.Day, e.Until)
	checkClocks(d, n, e)
	if e.Until.IsZero() || e.Weeks > 0 {
		return
	}
	d.doc.Diags.Warnf(d.at(valueOf(n, "until")), DateOrder, "add `every: 1w`, or leave `until` out", "`until` means nothing for an event that takes place once")
}
