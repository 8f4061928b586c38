package zone_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"ithaca/generator/zone"
)

func TestChangesEndWithTheRuleThatGoesOn(t *testing.T) {
	for _, c := range []struct {
		name        string
		first, last int
		want        string
	}{
		{"Europe/Berlin", 2026, 2026, "20260101T000000+3600 20260329T020000+7200!FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU 20261025T030000+3600!FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU"},
		{"Europe/Berlin", 1995, 1995, "19950101T000000+3600 19950326T020000+7200 19950924T030000+3600 19960331T020000+7200!FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU 19961027T030000+3600!FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU"},
		{"America/New_York", 2006, 2020, "20060101T000000-18000 20060402T020000-14400 20061029T020000-18000 20070311T020000-14400!FREQ=YEARLY;BYMONTH=3;BYDAY=2SU 20071104T020000-18000!FREQ=YEARLY;BYMONTH=11;BYDAY=1SU"},
		{"Africa/Lagos", 2026, 2030, "20260101T000000+3600"},
		{"Asia/Kolkata", 1990, 2026, "19900101T000000+19800"},
	} {
		location, err := zone.Load(c.name)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, change := range zone.Changes(location, c.first, c.last) {
			text := fmt.Sprintf("%s%+d", change.Local().Format("20060102T150405"), change.After)
			if change.Rule != "" {
				text += "!" + change.Rule
			}
			got = append(got, text)
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s from %d:\n got %s\nwant %s", c.name, c.first, strings.Join(got, " "), c.want)
		}
	}
}

// The changes of zones, with their rules applied by hand, show the same offset as
// the zone itself for sixty years.
func TestChangesAndTheirRulesShowTheZonesOwnOffsets(t *testing.T) {
	for i, name := range zone.Names() {
		if i%9 != 0 && !strings.HasPrefix(name, "Africa/C") && name != "Asia/Gaza" && name != "America/Nuuk" {
			continue
		}
		location, err := zone.Load(name)
		if err != nil {
			t.Fatal(err)
		}
		changes := zone.Changes(location, 2015, 2030)
		ruled := false
		for _, c := range changes {
			ruled = ruled || c.Rule != ""
		}
		until := 2030
		if ruled {
			until = 2075
		}
		for day := time.Date(2015, 1, 2, 12, 0, 0, 0, time.UTC); day.Year() <= until; day = day.AddDate(0, 0, 5) {
			_, want := day.In(location).Zone()
			if got := offsetAt(changes, day); got != want {
				t.Errorf("%s at %s: the changes say %d, the zone %d", name, day, got, want)
				break
			}
		}
	}
}

// offsetAt works out an offset from changes as a calendar program does: the
// latest change before the moment holds, each rule unrolled.
func offsetAt(changes []zone.Change, at time.Time) int {
	var latest time.Time
	offset := 0
	for _, c := range changes {
		moment := c.At
		if c.Rule != "" {
			moment = latestOf(c, at)
		}
		if !moment.IsZero() && !moment.After(at) && !moment.Before(latest) {
			latest, offset = moment, c.After
		}
	}
	return offset
}

// latestOf unrolls a rule to its latest day up to a moment.
func latestOf(c zone.Change, at time.Time) time.Time {
	for year := at.Year() + 1; year >= c.Local().Year(); year-- {
		day := dayOf(c.Rule, year)
		local := c.Local()
		moment := time.Date(year, day.Month(), day.Day(), local.Hour(), local.Minute(), local.Second(), 0, time.UTC).
			Add(-time.Duration(c.Before) * time.Second)
		if !moment.After(at) {
			return moment
		}
	}
	return time.Time{}
}

func dayOf(rule string, year int) time.Time {
	var month, nth int
	var weekday string
	var days []int
	for _, part := range strings.Split(rule, ";") {
		key, value, _ := strings.Cut(part, "=")
		switch key {
		case "BYMONTH":
			fmt.Sscanf(value, "%d", &month)
		case "BYDAY":
			weekday = value[len(value)-2:]
			fmt.Sscanf(value, "%d", &nth)
		case "BYMONTHDAY":
			for _, d := range strings.Split(value, ",") {
				var n int
				fmt.Sscanf(d, "%d", &n)
				days = append(days, n)
			}
		}
	}
	var found []time.Time
	for day := time.Date(year, time.Month(month), 1, 0, 0, 0, 0, time.UTC); day.Month() == time.Month(month); day = day.AddDate(0, 0, 1) {
		if weekday != "" && !strings.EqualFold(day.Weekday().String()[:2], weekday) {
			continue
		}
		if days != nil && !contains(days, day.Day()) {
			continue
		}
		found = append(found, day)
	}
	switch {
	case nth > 0:
		return found[nth-1]
	case nth < 0:
		return found[len(found)+nth]
	}
	return found[0]
}

func contains(days []int, day int) bool {
	for _, d := range days {
		if d == day {
			return true
		}
	}
	return false
}

func TestATimeThatTheClocksSkipOrShowTwiceIsKnown(t *testing.T) {
	for _, c := range []struct {
		name          string
		year          int
		month         time.Month
		day, minute   int
		want          int
		before, after string
	}{
		{"Europe/Berlin", 2027, 3, 28, 2*60 + 30, 0, "01:59", "03:00"},
		{"Europe/Berlin", 2027, 3, 28, 2 * 60, 0, "01:59", "03:00"},
		{"Europe/Berlin", 2027, 3, 28, 3 * 60, 1, "", ""},
		{"Europe/Berlin", 2027, 10, 31, 2*60 + 30, 2, "", ""},
		{"Europe/Berlin", 2027, 10, 31, 3 * 60, 1, "", ""},
		{"America/New_York", 2027, 3, 14, 2*60 + 1, 0, "01:59", "03:00"},
		{"Africa/Cairo", 2027, 4, 30, 0, 0, "23:59", "01:00"},
		{"Australia/Lord_Howe", 2027, 10, 3, 2*60 + 15, 0, "01:59", "02:30"},
		{"Pacific/Apia", 2011, 12, 30, 12 * 60, 0, "23:59", "00:00"},
		{"Asia/Kolkata", 2027, 3, 28, 2*60 + 30, 1, "", ""},
	} {
		location, err := zone.Load(c.name)
		if err != nil {
			t.Fatal(err)
		}
		wall := time.Date(c.year, c.month, c.day, 0, c.minute, 0, 0, time.UTC)
		got := len(zone.Moments(location, wall))
		if got != c.want {
			t.Errorf("%s on %d-%d-%d at minute %d is shown %d times, want %d", c.name, c.year, c.month, c.day, c.minute, got, c.want)
		}
		if before, after := zone.Around(location, wall); got == 0 && (before.Format("15:04") != c.before || after.Format("15:04") != c.after) {
			t.Errorf("%s: around it stand %s and %s, want %s and %s", c.name, before.Format("15:04"), after.Format("15:04"), c.before, c.after)
		}
	}
}
