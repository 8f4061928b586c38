package data

import (
	"strings"
	"testing"

	ics "github.com/arran4/golang-ical"

	"ithaca/generator/zone"
)

func TestACalendarStatesEveryChangeOfAZonesClocks(t *testing.T) {
	for name, want := range map[string][]string{
		"Europe/Zurich":    {"20250101T000000", "20250330T020000", "20251026T030000", "20260329T020000", "20261025T030000", "20270328T020000", "20271031T030000", "20280326T020000", "20281029T030000"},
		"Africa/Lagos":     {"20250101T000000"},
		"America/St_Johns": {"20250101T000000", "20250309T020000", "20251102T020000", "20260308T020000", "20261101T020000", "20270314T020000", "20271107T020000", "20280312T020000", "20281105T020000"},
		"Pacific/Auckland": {"20250101T000000", "20250406T030000", "20250928T020000", "20260405T030000", "20260927T020000", "20270404T030000", "20270926T020000", "20280402T030000", "20280924T020000"},
	} {
		location, err := zone.Load(name)
		if err != nil {
			t.Fatal(err)
		}
		c := ics.NewCalendar()
		addZone(c, name, location, 2026)
		var got []string
		for line := range strings.Lines(c.Serialize()) {
			if start, ok := strings.CutPrefix(strings.TrimSpace(line), "DTSTART:"); ok {
				got = append(got, start)
			}
		}
		if strings.Join(got, " ") != strings.Join(want, " ") {
			t.Errorf("%s:\n got %v\nwant %v", name, got, want)
		}
	}
}
