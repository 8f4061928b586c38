package hours_test

import (
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"ithaca/generator/match/hours"
	"ithaca/generator/portal"
	"ithaca/generator/portaltest"
	"ithaca/generator/zone"
)

// sharing is what two people share in the weeks from a day.
func sharing(start portal.Date, weeks int, zones [2]string, windows [2][]hours.Window) hours.Sharing {
	s := hours.NewSeason(start.Time(), weeks)
	return hours.Share(s.Free(windows[0], zones[0]), s.Free(windows[1], zones[1]))
}

func windowsOf(t *rapid.T) (all []hours.Window) {
	for _, w := range portaltest.InventedWindows(t) {
		all = append(all, hours.Window(w))
	}
	return all
}

// The slow way: look at the clocks of both in every minute of the week.
func minuteByMinute(t *rapid.T, start portal.Date, zones [2]string, windows [2][]hours.Window) int {
	var places [2]*time.Location
	for i, name := range zones {
		var err error
		if places[i], err = zone.Load(name); err != nil {
			t.Fatal(err)
		}
	}
	minutes := 0
	for m := range 7 * 24 * 60 {
		at := start.Time().Add(time.Duration(m) * time.Minute)
		if within(at.In(places[0]), windows[0]) && within(at.In(places[1]), windows[1]) {
			minutes++
		}
	}
	return minutes
}

func within(at time.Time, windows []hours.Window) bool {
	minute := at.Hour()*60 + at.Minute()
	for _, w := range windows {
		if at.Weekday() == w.Day && w.Start <= minute && minute < w.End {
			return true
		}
	}
	return false
}

// Over a year that includes every change to and from summer time, in zones of
// both hemispheres, with half hours, and with a summer time of half an hour.
func TestSharedTimeAgreesWithLookingAtEveryMinute(t *testing.T) {
	zones := rapid.SampledFrom([]string{
		"UTC", "Europe/Lisbon", "America/New_York", "America/Santiago", "Australia/Lord_Howe", "Asia/Kolkata",
		"Pacific/Kiritimati", "Pacific/Pago_Pago", "Africa/Casablanca", "Asia/Kathmandu",
	})
	rapid.Check(t, func(t *rapid.T) {
		start := portal.Date{Year: 2026, Month: 1, Day: 1}.AddDays(rapid.IntRange(0, 364).Draw(t, "day"))
		names := [2]string{zones.Draw(t, "mine"), zones.Draw(t, "theirs")}
		windows := [2][]hours.Window{windowsOf(t), windowsOf(t)}
		got := sharing(start, 1, names, windows).Minutes
		if want := minuteByMinute(t, start, names, windows); got != want {
			t.Fatalf("from %s, %v with %v: %d minutes, want %d", start, names, windows, got, want)
		}
	})
}

// The median week counts, and how many weeks are as good.
func TestSharedTimeCountsOverAllWeeksOfACycle(t *testing.T) {
	zones := rapid.SampledFrom([]string{"Africa/Lagos", "Europe/Berlin", "America/New_York", "America/Santiago", "Australia/Lord_Howe"})
	rapid.Check(t, func(t *rapid.T) {
		start := portal.Date{Year: 2026, Month: 1, Day: 1}.AddDays(rapid.IntRange(0, 364).Draw(t, "day"))
		weeks := rapid.IntRange(1, 60).Draw(t, "weeks")
		names := [2]string{zones.Draw(t, "mine"), zones.Draw(t, "theirs")}
		windows := [2][]hours.Window{windowsOf(t), windowsOf(t)}
		var each []int
		for week := range weeks {
			each = append(each, sharing(start.AddDays(7*week), 1, names, windows).Minutes)
		}
		slices.Sort(each)
		want, in := each[(weeks-1)/2], 0
		for _, minutes := range each {
			if minutes == want || want > 0 && minutes > want {
				in++
			}
		}
		if len(windows[0]) == 0 || len(windows[1]) == 0 {
			return
		}
		if s := sharing(start, weeks, names, windows); s.Minutes != want || s.Weeks != in {
			t.Fatalf("%d minutes in %d of %d weeks, want %d in %d", s.Minutes, s.Weeks, weeks, want, in)
		}
	})
}
