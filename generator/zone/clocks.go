package zone

import (
	"fmt"
	"sort"
	"time"
)

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

// Turns returns the moments from one time until another at which the clocks of
// the first one's zone change. (The bounds that package time knows are no such
// moments: for years that follow from a rule it also ends a stretch at the turn of
// the year.)
func Turns(from, until time.Time) []time.Time {
	const day = 24 * time.Hour
	var changes []time.Time
	for at := from; at.Before(until); at = at.Add(day) {
		_, before := at.Zone()
		if _, after := at.Add(day).Zone(); after == before {
			continue
		}
		minutes := sort.Search(int(day/time.Minute), func(m int) bool {
			_, offset := at.Add(time.Duration(m) * time.Minute).Zone()
			return offset != before
		})
		changes = append(changes, at.Add(time.Duration(minutes)*time.Minute))
	}
	return changes
}
