package portal_test

import (
	"testing"
	"time"

	"pgregory.net/rapid"

	"ithaca/generator/portal"
	"ithaca/generator/zone"
)

// The slow way: step from occurrence to occurrence.
func nextBySteps(e *portal.Event, today portal.Date) portal.Date {
	for day := e.Start.Day; e.Until.IsZero() || !day.After(e.Until); day = day.AddDays(7 * e.Weeks) {
		if !day.Before(today) {
			return day
		}
		if e.Weeks == 0 {
			break
		}
	}
	return portal.Date{}
}

func TestTheNextDayOfAnEventIsTheFirstOfItsRhythmFromToday(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		start := date("2026-01-01").AddDays(rapid.IntRange(0, 400).Draw(t, "start"))
		e := &portal.Event{Start: portal.Moment{Day: start}, Weeks: rapid.IntRange(0, 6).Draw(t, "weeks")}
		if rapid.Bool().Draw(t, "ends") {
			e.Until = start.AddDays(rapid.IntRange(0, 300).Draw(t, "until"))
		}
		today := date("2026-01-01").AddDays(rapid.IntRange(0, 800).Draw(t, "today"))
		if got, want := e.Next(today), nextBySteps(e, today); got != want {
			t.Fatalf("every %d weeks from %s until %s, on %s: %s, want %s", e.Weeks, start, e.Until, today, got, want)
		}
	})
}

func TestAMomentIsReadOnTheClocksOfItsZone(t *testing.T) {
	m := portal.Moment{Day: date("2026-12-03"), Minute: 18*60 + 5}
	if m.Clock() != "18:05" || m.IsZero() || !(portal.Moment{}).IsZero() {
		t.Errorf("%v is %s", m, m.Clock())
	}
	for _, later := range []portal.Moment{{Day: m.Day, Minute: m.Minute + 1}, {Day: m.Day.AddDays(1)}} {
		if !m.Before(later) || later.Before(m) || m.Before(m) {
			t.Errorf("%v and %v are in the wrong order", m, later)
		}
	}
}

func TestATimeShownTwiceMeansTheFirst(t *testing.T) {
	for name, want := range map[string]string{
		"Europe/Berlin": "2027-10-31T02:30:00+02:00", "Africa/Lagos": "2027-10-31T02:30:00+01:00",
		"America/New_York": "2027-10-31T02:30:00-04:00",
	} {
		location, err := zone.Load(name)
		if err != nil {
			t.Fatal(err)
		}
		m := portal.Moment{Day: portal.Date{Year: 2027, Month: 10, Day: 31}, Minute: 150}
		if got := m.In(location).Format(time.RFC3339); got != want {
			t.Errorf("in %s it is %s, want %s", name, got, want)
		}
	}
}
