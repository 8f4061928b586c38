package part

import (
	"strings"
	"time"

	"ithaca/generator/content/field"
	"ithaca/generator/diag"
	"ithaca/generator/portal"
	"ithaca/generator/zone"
)

// The codes of events.
const (
	// BadMoment: not a day with a time.
	BadMoment diag.Code = "bad-moment"
	// BadSize: a smallest number of people above the largest.
	BadSize diag.Code = "bad-size"
)

// Size is the shape of the smallest and largest number of participants.
func Size() field.Shape[portal.GroupSize] {
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

// Moment is the shape of a day with a time, on the clocks of some place.
func Moment() field.Shape[portal.Moment] {
	about := field.About{Words: "day and time as \"YYYY-MM-DD 18:00\"", JSON: "string", Pattern: `^\d{4}-\d\d-\d\d \d\d?:\d\d$`}
	return field.Scalar(about, "a day and a time", func(d *field.Decoder, n field.Node, text string) (portal.Moment, bool) {
		day, hour, found := strings.Cut(strings.Replace(text, "T", " ", 1), " ")
		on, err := portal.ParseDate(day)
		minute, valid := clock(hour)
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

// The codes of times that clocks do not show once.
const (
	// SkippedTime: a time over which the clocks are put forward that day.
	SkippedTime diag.Code = "skipped-time"
	// RepeatedTime: a time that the clocks show twice that day.
	RepeatedTime diag.Code = "repeated-time"
)

// CheckClocks reports times of an event that its zone's clocks skip or show twice, on its
// first day or, for a recurring one, on a later day.
func CheckClocks(d *field.Decoder, n field.Node, e *portal.Event) {
	for _, t := range []struct {
		key string
		at  portal.Moment
	}{{"start", e.Start}, {"end", e.End}} {
		if !t.at.IsZero() {
			checkClock(d, n.Get(t.key), e, t.at)
		}
	}
}

// checkedDays is for how many days recurrences without a last day are checked: changes of
// clocks recur yearly.
const checkedDays = 2 * 366

func checkClock(d *field.Decoder, at field.Node, e *portal.Event, m portal.Moment) {
	location, err := zone.Load(e.Timezone)
	if err != nil {
		return // the zone has its own mistake
	}
	last := m.Day
	if e.Weeks > 0 {
		last = m.Day.AddDays(checkedDays)
		if !e.Until.IsZero() && e.Until.Before(last) {
			last = e.Until
		}
	}
	for day := m.Day; !day.After(last); day = day.AddDays(7 * e.Weeks) {
		wall := day.Time().Add(time.Duration(m.Minute) * time.Minute)
		shown := len(zone.Moments(location, wall))
		const form = "2006-01-02 15:04"
		switch {
		case shown == 0 && day == m.Day:
			before, after := zone.Around(location, wall)
			d.Errorf(at, SkippedTime, "write \""+before.Format(form)+"\" or \""+after.Format(form)+"\"",
				"on %s the clocks of %s skip %s", day, e.Timezone, m.Clock())
		case shown == 0:
			d.Warnf(at, SkippedTime, "choose another hour, or a file of its own for that day",
				"on %s, a day on which this takes place again, the clocks of %s skip %s", day, e.Timezone, m.Clock())
		case shown == 2:
			d.Warnf(at, RepeatedTime, "choose another hour, or say in the text which of the two is meant; pages and calendars mean the first",
				"on %s the clocks of %s show %s twice", day, e.Timezone, m.Clock())
		default:
			if e.Weeks > 0 {
				continue
			}
		}
		return
	}
}
