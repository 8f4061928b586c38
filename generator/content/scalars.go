package content

import (
	"fmt"
	"net/url"
	"strconv"
	"strings"
	"time"

	"go.yaml.in/yaml/v4"

	"ithaca/generator/diag"
	"ithaca/generator/portal"
	"ithaca/generator/publish"
)

// The codes of values with a form of their own.
const (
	// BadDate: not a day of the calendar.
	BadDate diag.Code = "bad-date"
	// BadWindow: not a weekday with two times.
	BadWindow diag.Code = "bad-window"
	// BadCadence: not a number of weeks.
	BadCadence diag.Code = "bad-cadence"
	// BadAlias: not a path within the site.
	BadAlias diag.Code = "bad-alias"
	// BadColour: not a colour of six hexadecimal digits.
	BadColour diag.Code = "bad-colour"
)

func date() shape[portal.Date] {
	return shape[portal.Date]{
		about: about{words: "date as YYYY-MM-DD", json: "string", format: "date"},
		read: func(d *decoder, n *yaml.Node) (portal.Date, bool) {
			text, ok := d.scalar(n, "a date")
			if !ok {
				return portal.Date{}, false
			}
			day, err := portal.ParseDate(text)
			if err != nil {
				d.errorf(d.at(n), BadDate, dateHint(text), "\"%s\" is not a day of the calendar", short(text))
				return portal.Date{}, false
			}
			return day, true
		},
	}
}

// otherDates are ways of writing a day that cannot be mistaken for another day.
var otherDates = []string{
	"2006-1-2", "2006/1/2", "2006.1.2", "2 January 2006", "2 Jan 2006", "January 2, 2006", "January 2 2006",
	"20060102", "2.1.2006", time.RFC3339, "2006-01-02 15:04:05", "2006-01-02 15:04",
}

// dateHint says what to write instead of a text that is no date.
func dateHint(text string) string {
	for _, form := range otherDates {
		if t, err := time.Parse(form, text); err == nil && t.Year() > 0 {
			return "write " + t.Format(time.DateOnly)
		}
	}
	if t, ok := slashed(text); ok {
		return "write " + t.Format(time.DateOnly)
	}
	if month, day, found := cutLast(text, "-"); found {
		if t, err := time.Parse("2006-01", month); err == nil && len(day) == 2 {
			return fmt.Sprintf("%s has %d days", t.Format("January 2006"), t.AddDate(0, 1, -1).Day())
		}
	}
	return "write year, month and day as YYYY-MM-DD"
}

// slashed reads a day with slashes where only one order is possible.
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

func cutLast(text, sep string) (before, after string, found bool) {
	if i := strings.LastIndex(text, sep); i >= 0 {
		return text[:i], text[i+len(sep):], true
	}
	return text, "", false
}

// span is a stretch of days with both its ends.
func span() shape[portal.Span] {
	return object(func(d *decoder, n *yaml.Node, s *portal.Span) {
		d.ordered(n, "until", s.From, s.Until)
	},
		has("from", date(), func(s *portal.Span) *portal.Date { return &s.From }, "The first day."),
		has("until", date(), func(s *portal.Span) *portal.Date { return &s.Until }, "The last day."),
	)
}

var weekdays = map[string]time.Weekday{
	"sun": time.Sunday, "mon": time.Monday, "tue": time.Tuesday, "wed": time.Wednesday,
	"thu": time.Thursday, "fri": time.Friday, "sat": time.Saturday,
}

// window is a stretch of a week such as "Tue 18:00-21:00".
func window() shape[portal.Window] {
	return shape[portal.Window]{
		about: about{words: "time of a week as \"Tue 18:00-21:00\"", json: "string", pattern: `^(Mon|Tue|Wed|Thu|Fri|Sat|Sun) \d\d?:\d\d-\d\d?:\d\d$`},
		read: func(d *decoder, n *yaml.Node) (portal.Window, bool) {
			text, ok := d.scalar(n, "a time of a week")
			if !ok {
				return portal.Window{}, false
			}
			w, problem := parseWindow(text)
			if problem != "" {
				d.errorf(d.at(n), BadWindow, "write a weekday and two times, as \"Tue 18:00-21:00\"; split what goes past midnight",
					"\"%s\" %s", short(text), problem)
				return w, false
			}
			return w, true
		},
	}
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

// clock reads a time of day as minutes after midnight; 24:00 is a day's end.
func clock(text string) (minutes int, ok bool) {
	h, m, found := strings.Cut(text, ":")
	hours, err1 := strconv.ParseUint(h, 10, 8)
	mins, err2 := strconv.ParseUint(m, 10, 8)
	if !found || err1 != nil || err2 != nil || len(h) > 2 || len(m) != 2 || mins > 59 {
		return 0, false
	}
	minutes = int(hours)*60 + int(mins)
	return minutes, minutes <= 24*60
}

// weeks is a rhythm such as "2w": every two weeks.
func weeks() shape[int] {
	return shape[int]{
		about: about{words: "number of weeks as 2w", json: "string", pattern: `^[1-9][0-9]?w$`},
		read: func(d *decoder, n *yaml.Node) (int, bool) {
			text, ok := d.scalar(n, "a number of weeks")
			if !ok {
				return 0, false
			}
			number, found := strings.CutSuffix(text, "w")
			value, err := strconv.Atoi(number)
			if !found || err != nil || value < 1 || value > 26 {
				d.errorf(d.at(n), BadCadence, "write 1w for every week, 2w for every two weeks, up to 26w",
					"\"%s\" is not a number of weeks", short(text))
				return 0, false
			}
			return value, true
		},
	}
}

// alias is an older address of a page: a path within the site.
func alias() shape[portal.Alias] {
	return shape[portal.Alias]{
		about: about{words: "path within the site as /mentors/old-name/", json: "string", pattern: `^/([a-z0-9-]+/)+$`},
		read: func(d *decoder, n *yaml.Node) (portal.Alias, bool) {
			text, ok := d.scalar(n, "a path")
			if !ok {
				return portal.Alias{}, false
			}
			if !isPath(text) {
				d.errorf(d.at(n), BadAlias, aliasPathHint(text),
					"\"%s\" is not a path within this site: it begins and ends with `/` and holds only a-z, 0-9 and `-`", short(text))
				return portal.Alias{}, false
			}
			if problem := publish.PathProblem(strings.Trim(text, "/")); problem != "" {
				d.errorf(d.at(n), BadAlias, "leave this address out", "\"%s\" cannot be published: it %s", short(text), problem)
				return portal.Alias{}, false
			}
			at := d.at(n)
			return portal.Alias{Path: text, Line: at.Line, Column: at.Column}, true
		},
	}
}

// aliasPathHint proposes the path that an author meant.
func aliasPathHint(text string) string {
	if u, err := url.Parse(text); err == nil {
		path := "/" + strings.Trim(strings.TrimSuffix(strings.ToLower(u.Path), "index.html"), "/") + "/"
		if isPath(path) {
			return "write `" + path + "`"
		}
	}
	return "write the old address's path, as /mentors/old-name/"
}

func isPath(text string) bool {
	segments, found := strings.CutPrefix(text, "/")
	segments, closed := strings.CutSuffix(segments, "/")
	if !found || !closed || len(text) > 200 {
		return false
	}
	for _, s := range strings.Split(segments, "/") {
		if !isSlug(s) {
			return false
		}
	}
	return true
}

// colour is an sRGB colour as #0b57a4.
func colour() shape[string] {
	return shape[string]{
		about: about{words: "colour as \"#0b57a4\"", json: "string", pattern: `^#[0-9a-fA-F]{6}$`},
		read: func(d *decoder, n *yaml.Node) (string, bool) {
			text, ok := d.scalar(n, "a colour")
			if !ok {
				return "", false
			}
			digits, found := strings.CutPrefix(text, "#")
			if _, err := strconv.ParseUint(digits, 16, 32); !found || err != nil || len(digits) != 6 {
				d.errorf(d.at(n), BadColour, "write six hexadecimal digits in quotes, as \"#0b57a4\"", "\"%s\" is not a colour", short(text))
				return "", false
			}
			return strings.ToLower(text), true
		},
	}
}

// DateOrder is reported where a date that ends something lies before its start.
const DateOrder diag.Code = "date-order"

// ordered reports a date that lies before the one it must follow. The key names
// the later date's field in the mapping.
func (d *decoder) ordered(mapping *yaml.Node, key string, earlier, later portal.Date) {
	if earlier.IsZero() || later.IsZero() || !later.Before(earlier) {
		return
	}
	at := mapping
	if n := valueOf(mapping, key); n != nil {
		at = n
	}
	d.errorf(d.at(at), DateOrder, fmt.Sprintf("write %s or a later date", earlier),
		"`%s` is %s, before %s, which it must follow", key, later, earlier)
}
