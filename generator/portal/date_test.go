package portal_test

import (
	"testing"
	"time"

	"pgregory.net/rapid"

	"ithaca/generator/portal"
)

func date(text string) portal.Date {
	d, err := portal.ParseDate(text)
	if err != nil {
		panic(err)
	}
	return d
}

func TestOnlyDaysOfTheCalendarAreDates(t *testing.T) {
	for _, text := range []string{"2026-03-31", "2024-02-29", "2000-02-29", "0001-01-01", "9999-12-31"} {
		if d, err := portal.ParseDate(text); err != nil || d.String() != text {
			t.Errorf("%s becomes %s, %v", text, d, err)
		}
	}
	for _, text := range []string{
		"", "2026-02-29", "1900-02-29", "2026-02-31", "2026-04-31", "2026-13-01", "2026-00-10", "2026-01-00", "0000-01-01",
		"2026-1-5", "26-01-05", "20260105", "2026/01/05", "2026-01-05 ", " 2026-01-05", "2026-01-05T00:00:00Z", "10000-01-01", "-001-01-01", "٢٠٢٦-٠١-٠٥",
	} {
		if d, err := portal.ParseDate(text); err == nil {
			t.Errorf("%q is taken for %s", text, d)
		}
	}
}

func TestDaysAreCountedAcrossMonthsLeapYearsAndClockChanges(t *testing.T) {
	for _, c := range []struct {
		from, to string
		days     int
	}{
		{"2026-03-28", "2026-03-30", 2}, {"2026-10-24", "2026-10-26", 2}, {"2024-02-28", "2024-03-01", 2}, {"2026-02-28", "2026-03-01", 1},
		{"2026-12-31", "2027-01-01", 1}, {"2026-11-16", "2026-11-16", 0}, {"2026-11-16", "2026-11-01", -15}, {"0001-01-01", "2026-01-01", 739616},
	} {
		if got := date(c.from).DaysUntil(date(c.to)); got != c.days {
			t.Errorf("from %s to %s: %d days, want %d", c.from, c.to, got, c.days)
		}
		if got := date(c.from).AddDays(c.days); got != date(c.to) {
			t.Errorf("%s and %d days: %s, want %s", c.from, c.days, got, c.to)
		}
	}
}

func TestAYearMayBeginInTheLastWeekOfTheOneBefore(t *testing.T) {
	for day, week := range map[string]string{
		"2026-11-16": "2026-W47", "2026-11-22": "2026-W47", "2026-11-23": "2026-W48",
		"2027-01-03": "2026-W53", "2027-01-04": "2027-W01", "2024-12-30": "2025-W01",
	} {
		if got := date(day).Week(); got != week {
			t.Errorf("%s is in %s, want %s", day, got, week)
		}
	}
}

func TestADayIsTheSameWhereverTheClockStands(t *testing.T) {
	moment := time.Date(2026, 11, 16, 23, 30, 0, 0, time.UTC)
	for _, hours := range []int{-12, 0, 14} {
		zone := time.FixedZone("", hours*3600)
		if got := portal.DateOf(moment.In(zone)); got != date("2026-11-16") {
			t.Errorf("%d hours from UTC the day is %s", hours, got)
		}
	}
}

func TestDaysAreOrdered(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := date("2000-01-01").AddDays(rapid.IntRange(0, 30000).Draw(t, "a"))
		b := date("2000-01-01").AddDays(rapid.IntRange(0, 30000).Draw(t, "b"))
		if a.Before(b) != (a.DaysUntil(b) > 0) || a.After(b) != b.Before(a) || (a == b) != (a.DaysUntil(b) == 0) {
			t.Fatalf("%s and %s", a, b)
		}
		if zero := (portal.Date{}); !zero.Before(a) || !zero.IsZero() || zero.String() != "" {
			t.Fatal("no date is before every date")
		}
	})
}

func TestASpanWithoutAnEndDoesNotLimit(t *testing.T) {
	day := date("2026-11-16")
	for _, c := range []struct {
		from, until string
		holds       bool
	}{
		{"", "", true}, {"2026-11-16", "2026-11-16", true}, {"2026-11-17", "", false}, {"", "2026-11-15", false}, {"2026-11-01", "", true}, {"", "2026-11-16", true},
	} {
		var s portal.Span
		if c.from != "" {
			s.From = date(c.from)
		}
		if c.until != "" {
			s.Until = date(c.until)
		}
		if s.Holds(day) != c.holds || s.IsZero() != (c.from+c.until == "") {
			t.Errorf("%v holds %s: %v", s, day, s.Holds(day))
		}
	}
}
