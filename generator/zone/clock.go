package zone

import (
	"fmt"
	"strings"
	"time"
)

// Showing is how often a zone's clocks show a time of a day.
type Showing int

// A time is shown once on nearly all days, never when the clocks are put forward
// over it, and twice when they are put back over it.
const (
	Once Showing = iota
	Never
	Twice
)

// Shown reports how often the clocks of a zone show a time of a day, given in
// minutes after midnight. Where it is never, before and after are the nearest
// times that are shown around it, on the clocks of the zone: the last minute
// before the clocks are put forward, and the first after.
func Shown(location *time.Location, year int, month time.Month, day, minute int) (s Showing, before, after time.Time) {
	wall := time.Date(year, month, day, 0, minute, 0, 0, time.UTC)
	var found []time.Time
	for _, offset := range offsetsAround(wall, location) {
		at := wall.Add(-time.Duration(offset) * time.Second).In(location)
		if _, is := at.Zone(); is == offset {
			found = append(found, at)
		}
	}
	switch len(found) {
	case 1:
		return Once, time.Time{}, time.Time{}
	case 2:
		return Twice, time.Time{}, time.Time{}
	}
	start, end := time.Date(year, month, day, 0, minute, 0, 0, location).ZoneBounds()
	if !start.IsZero() && sameDay(start, wall) {
		return Never, start.Add(-time.Minute), start
	}
	return Never, end.Add(-time.Minute), end
}

// sameDay reports whether a change of the clocks is the one that skips a time:
// it lies within a day of it.
func sameDay(change, wall time.Time) bool {
	_, offset := change.Zone()
	apart := wall.Sub(change.UTC().Add(time.Duration(offset) * time.Second))
	return apart.Abs() < 25*time.Hour
}

// offsetsAround returns the offsets of a zone a day before and a day after a time
// on its clocks, each once.
func offsetsAround(wall time.Time, location *time.Location) []int {
	_, before := wall.Add(-26 * time.Hour).In(location).Zone()
	_, after := wall.Add(26 * time.Hour).In(location).Zone()
	if before == after {
		return []int{before}
	}
	return []int{before, after}
}

// City returns the place in the name of a time zone: "Sao Paulo" for
// "America/Sao_Paulo".
func City(name string) string {
	return strings.ReplaceAll(name[strings.LastIndexByte(name, '/')+1:], "_", " ")
}

// FromUTC returns how far the clock that shows a time is from UTC: "UTC+5:30".
func FromUTC(t time.Time) string {
	_, seconds := t.Zone()
	sign := "+"
	if seconds < 0 {
		sign, seconds = "−", -seconds
	}
	if minutes := seconds / 60 % 60; minutes != 0 {
		return fmt.Sprintf("UTC%s%d:%02d", sign, seconds/3600, minutes)
	}
	return fmt.Sprintf("UTC%s%d", sign, seconds/3600)
}
