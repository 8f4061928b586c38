package part

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"ithaca/generator/content/field"
	"ithaca/generator/diag"
	"ithaca/generator/portal"
)

// The codes of days and times.
const (
	// BadDate: not a day of the calendar.
	BadDate diag.Code = "bad-date"
	// BadWindow: not a weekday with two times.
	BadWindow diag.Code = "bad-window"
	// BadCadence: not a number of weeks.
	BadCadence diag.Code = "bad-cadence"
)

// Date is the shape of a day.
func Date() field.Shape[portal.Date] {
	about := field.About{Words: "date as YYYY-MM-DD", JSON: "string", Format: "date"}
	return field.Scalar(about, "a date", func(d *field.Decoder, n field.Node, text string) (portal.Date, bool) {
		day, err := portal.ParseDate(text)
		if err != nil {
			d.Errorf(n, BadDate, dateHint(text), "\"%s\" is not a day of the calendar", field.Short(text))
			if day, ok := dayMeant(text); ok {
				d.Diags.Mending(diag.WritePlain, day)
			}
		}
		return day, err == nil
	})
}

// otherDates are ways of writing a day that cannot be mistaken for another day.
var otherDates = []string{
	"2006-1-2", "2006/1/2", "2006.1.2", "2 January 2006", "2 Jan 2006", "January 2, 2006", "January 2 2006",
	"20060102", "2.1.2006", time.RFC3339, "2006-01-02 15:04:05", "2006-01-02 15:04",
}

// dayMeant returns the day, as YYYY-MM-DD, that is certainly meant by a text.
func dayMeant(text string) (day string, ok bool) {
	for _, form := range otherDates {
		if t, err := time.Parse(form, text); err == nil && t.Year() > 0 {
			return t.Format(time.DateOnly), true
		}
	}
	t, ok := slashed(text)
	return t.Format(time.DateOnly), ok
}

// dateHint returns what to write instead of a text that is no date.
func dateHint(text string) string {
	if day, ok := dayMeant(text); ok {
		return "write " + day
	}
	if t, err := time.Parse("2/1/2006", text); err == nil {
		return "write " + t.Format(time.DateOnly) + " or " + t.AddDate(0, int(t.Day())-int(t.Month()), int(t.Month())-t.Day()).Format(time.DateOnly) + ", whichever is meant"
	}
	if day, month, found := strings.Cut(text, " "); found && strings.Trim(day, "0123456789") == "" {
		for _, form := range []string{"January 2006", "Jan 2006"} {
			if t, err := time.Parse(form, month); err == nil {
				return daysOf(t)
			}
		}
	}
	if i := strings.LastIndexByte(text, '-'); i == len(text)-len("-02") && i > 0 {
		if t, err := time.Parse("2006-01", text[:i]); err == nil && t.Year() > 0 {
			return daysOf(t)
		}
	}
	return "write year, month and day as YYYY-MM-DD"
}

// daysOf returns how many days a month has, in words.
func daysOf(month time.Time) string {
	return fmt.Sprintf("%s has %d days", month.Format("January 2006"), month.AddDate(0, 1, -1).Day())
}

// slashed parses a day with slashes if only one order of day and month is possible.
func slashed(text string) (time.Time, bool) {
	day, err1 := time.Parse("2/1/2006", text)
	month, err2 := time.Parse("1/2/2006", text)
	switch {
	case err1 == nil && (err2 != nil || day.Equal(month)):
		return day, true
	case err2 == nil && err1 != nil:
		return month, true
	}
	return time.Time{}, false
}

// span is the shape of a stretch of days with both its ends.
func span() field.Shape[portal.Span] {
	return field.Group(func(d *field.Decoder, n field.Node, s *portal.Span) {
		Ordered(d, n, "until", s.From, s.Until)
	},
		field.Has("from", Date(), func(s *portal.Span) *portal.Date { return &s.From }, "The first day."),
		field.Has("until", Date(), func(s *portal.Span) *portal.Date { return &s.Until }, "The last day."),
	)
}

var weekdays = map[string]time.Weekday{
	"sun": time.Sunday, "mon": time.Monday, "tue": time.Tuesday, "wed": time.Wednesday,
	"thu": time.Thursday, "fri": time.Friday, "sat": time.Saturday,
}

// Window is the shape of a stretch of a week such as "Tue 18:00-21:00".
func Window() field.Shape[portal.Window] {
	about := field.About{Words: "time of a week as \"Tue 18:00-21:00\"", JSON: "string", Pattern: `^(Mon|Tue|Wed|Thu|Fri|Sat|Sun) \d\d?:\d\d-\d\d?:\d\d$`}
	return field.Scalar(about, "a time of a week", func(d *field.Decoder, n field.Node, text string) (portal.Window, bool) {
		w, problem := parseWindow(text)
		if problem != "" {
			d.Errorf(n, BadWindow, "write a weekday and two times, as \"Tue 18:00-21:00\"; split what goes past midnight",
				"\"%s\" %s", field.Short(text), problem)
		}
		return w, problem == ""
	})
}

func parseWindow(text string) (w portal.Window, problem string) {
	day, times, found := strings.Cut(text, " ")
	weekday, known := weekdays[strings.ToLower(day)]
	if !found || !known {
		return w, "does not begin with a weekday (Mon, Tue, Wed, Thu, Fri, Sat, Sun)"
	}
	from, until, found := strings.Cut(strings.ReplaceAll(times, "–", "-"), "-")
	start, ok1 := clock(strings.TrimSpace(from))
	end, ok2 := clock(strings.TrimSpace(until))
	if !found || !ok1 || !ok2 {
		return w, "is not of the form Tue 18:00-21:00"
	}
	if end <= start {
		return w, "ends before it begins"
	}
	return portal.Window{Day: weekday, Start: start, End: end}, ""
}

// clock parses a time of day, up to 24:00, as minutes after midnight.
func clock(text string) (minutes int, ok bool) {
	t, err := time.Parse("15:04", text)
	if text == "24:00" {
		return 24 * 60, true
	}
	return t.Hour()*60 + t.Minute(), err == nil
}

// Weeks is the shape of a rhythm such as "2w": every two weeks.
func Weeks() field.Shape[int] {
	about := field.About{Words: "number of weeks as 2w", JSON: "string", Pattern: `^[1-9][0-9]?w$`}
	return field.Scalar(about, "a number of weeks", func(d *field.Decoder, n field.Node, text string) (int, bool) {
		number, found := strings.CutSuffix(text, "w")
		value, err := strconv.Atoi(number)
		if !found || err != nil || value < 1 || value > 26 {
			d.Errorf(n, BadCadence, "write 1w for every week, 2w for every two weeks, up to 26w",
				"\"%s\" is not a number of weeks", field.Short(text))
			return 0, false
		}
		return value, true
	})
}

// DateOrder is reported for an end before its start.
const DateOrder diag.Code = "date-order"

// Ordered reports a date that is before the one it must follow, unless one is zero. Key is
// the later date's field in the group.
func Ordered(d *field.Decoder, group field.Node, key string, earlier, later portal.Date) {
	if earlier.IsZero() || later.IsZero() || !later.Before(earlier) {
		return
	}
	d.Diags.Errorf(d.PlaceOf(group, key), DateOrder, fmt.Sprintf("write %s or a later date", earlier),
		"`%s` is %s, before %s, which it must follow", key, later, earlier)
}
