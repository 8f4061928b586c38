package part

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
