package zone_test

import (
	"testing"
	"time"

	"ithaca/generator/zone"
)

func TestEveryNameLeadsToAZone(t *testing.T) {
	names := zone.Names()
	if len(names) < 500 {
		t.Fatalf("only %d zones", len(names))
	}
	for _, name := range names {
		if _, err := zone.Load(name); err != nil || !zone.Known(name) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestSummerTimeIsKnown(t *testing.T) {
	lisbon, err := zone.Load("Europe/Lisbon")
	if err != nil {
		t.Fatal(err)
	}
	for month, want := range map[time.Month]int{time.January: 0, time.July: 3600} {
		if _, offset := time.Date(2027, month, 1, 12, 0, 0, 0, lisbon).Zone(); offset != want {
			t.Errorf("%s: offset %d, want %d", month, offset, want)
		}
	}
}

func TestWhatIsNoZoneIsAnError(t *testing.T) {
	for _, name := range []string{"", "Local", "Lisbon", "Europe/", "../etc/passwd", "Factory", "europe/lisbon"} {
		if _, err := zone.Load(name); err == nil || zone.Known(name) {
			t.Errorf("%q is taken for a zone", name)
		}
	}
}
