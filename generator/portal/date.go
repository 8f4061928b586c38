package portal

import (
	"cmp"
	"fmt"
	"time"
)

// Date is a day of the calendar, without a time or a zone. The zero value means
// that no date was given; it is before every other date.
type Date struct {
	Year  int
	Month time.Month
	Day   int
}

// DateOf returns the day on which t falls in UTC.
func DateOf(t time.Time) Date {
	y, m, d := t.UTC().Date()
	return Date{y, m, d}
}

// ParseDate reads a day written as 2026-03-31. Days that the calendar does not
// have, years before 1 and anything else are an error.
func ParseDate(text string) (Date, error) {
	t, err := time.Parse(time.DateOnly, text)
	if err != nil || t.Year() < 1 {
		return Date{}, fmt.Errorf("%q is not a day of the calendar", text)
	}
	return DateOf(t), nil
}

// IsZero tells that no date was given.
func (d Date) IsZero() bool { return d == Date{} }

// Time returns the day's first moment in UTC.
func (d Date) Time() time.Time { return time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, time.UTC) }

// String returns the date as 2026-03-31, or "" for none.
func (d Date) String() string {
	if d.IsZero() {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.Year, int(d.Month), d.Day)
}

// Before reports whether d is an earlier day than e.
func (d Date) Before(e Date) bool {
	return cmp.Or(d.Year-e.Year, int(d.Month-e.Month), d.Day-e.Day) < 0
}

// After reports whether d is a later day than e.
func (d Date) After(e Date) bool { return e.Before(d) }

// AddDays returns the day n days later, or earlier for a negative n.
func (d Date) AddDays(n int) Date { return DateOf(d.Time().AddDate(0, 0, n)) }

// DaysUntil returns how many days lie between d and a later e; it is negative
// when e is earlier.
func (d Date) DaysUntil(e Date) int { return int((e.Time().Unix() - d.Time().Unix()) / (24 * 60 * 60)) }

// Week names the ISO week the day falls in: "2026-W47".
func (d Date) Week() string {
	y, w := d.Time().ISOWeek()
	return fmt.Sprintf("%04d-W%02d", y, w)
}

// Span is a stretch of days, both ends included; either may be missing.
type Span struct{ From, Until Date }

// Holds reports whether a day lies in the span. A missing end does not limit.
func (s Span) Holds(day Date) bool {
	return !day.Before(s.From) && (s.Until.IsZero() || !day.After(s.Until))
}

// IsZero tells that neither end was given.
func (s Span) IsZero() bool { return s == Span{} }
