package zone

import (
	"fmt"
	"strings"
	"time"
)

// Moments returns the moments at which the clocks of a zone show a time, which wall states
// in UTC, the earlier first: one on nearly all days, none when the clocks are put forward
// over it, and two when they are put back over it.
func Moments(location *time.Location, wall time.Time) (found []time.Time) {
	for _, offset := range offsetsAround(wall, location) {
		at := wall.Add(-time.Duration(offset) * time.Second).In(location)
		if _, is := at.Zone(); is == offset {
			found = append(found, at)
		}
	}
	return found
}

// Around returns the nearest times that the clocks of a zone show around one that they skip:
// the last minute before they are put forward, and the first after.
func Around(location *time.Location, wall time.Time) (before, after time.Time) {
	start, end := time.Date(wall.Year(), wall.Month(), wall.Day(), wall.Hour(), wall.Minute(), 0, 0, location).ZoneBounds()
	if !start.IsZero() && sameDay(start, wall) {
		end = start
	}
	return end.Add(-time.Minute), end
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
