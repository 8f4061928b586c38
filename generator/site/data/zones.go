package data

import (
	"fmt"
	"slices"
	"time"

	ics "github.com/arran4/golang-ical"

	"ithaca/generator/portal"
	"ithaca/generator/zone"
)

// Bounds of the years of a calendar.
const (
	endlessYears = 60   // of an event that takes place again and again
	lastYear     = 2100 // no zone is known for longer, but by a rule that goes on
)

// zoneYears returns the years in which the events of a zone take place, from the one
// before.
func zoneYears(events []*portal.Event, zone string) (first, last int) {
	first = lastYear
	for _, e := range events {
		if e.Timezone != zone {
			continue
		}
		end := max(e.Start.Day.Year, e.End.Day.Year, e.Until.Year)
		if e.Weeks > 0 && e.Until.IsZero() {
			end += endlessYears
		}
		first, last = min(first, e.Start.Day.Year-1), max(last, e.Start.Day.Year, min(end, lastYear))
	}
	return max(1, first), last
}

// addZone states what a zone's clocks show in some years and, where they follow a
// rule, ever after: RFC 5545 wants every zone that is named to be defined. Daylight
// saving time is when clocks are ahead of what they show at other times: calendar
// programs expect it so in Dublin too, whose law has it the other way round.
func addZone(c *ics.Calendar, name string, location *time.Location, first, last int) {
	z := c.AddTimezone(name)
	changes := zone.Changes(location, first, last)
	standard := slices.MinFunc(changes, func(a, b zone.Change) int { return a.After - b.After }).After
	for _, change := range changes {
		if change.At.Year() > last && changes[len(changes)-1].Rule == "" {
			break // changes of single years, which nothing here needs
		}
		observe(z, change, change.After > standard)
	}
}

// observe adds what a zone's clocks show from a change on.
func observe(z *ics.VTimezone, change zone.Change, daylight bool) {
	var kind *ics.ComponentBase
	if daylight {
		summer := &ics.Daylight{}
		z.Components = append(z.Components, summer)
		kind = &summer.ComponentBase
	} else {
		kind = &z.AddStandard().ComponentBase
	}
	kind.SetProperty(ics.ComponentPropertyDtStart, change.Local().Format("20060102T150405"))
	kind.SetProperty(ics.ComponentProperty(ics.PropertyTzoffsetfrom), utcOffset(change.Before))
	kind.SetProperty(ics.ComponentProperty(ics.PropertyTzoffsetto), utcOffset(change.After))
	kind.SetProperty(ics.ComponentProperty(ics.PropertyTzname), change.Name)
	if change.Rule != "" {
		kind.SetProperty(ics.ComponentPropertyRrule, change.Rule)
	}
}

// utcOffset returns seconds ahead of UTC as "+0530", with the seconds of the clocks
// of towns before there were zones.
func utcOffset(seconds int) string {
	sign := '+'
	if seconds < 0 {
		sign, seconds = '-', -seconds
	}
	text := fmt.Sprintf("%c%02d%02d", sign, seconds/3600, seconds/60%60)
	if seconds%60 != 0 {
		text += fmt.Sprintf("%02d", seconds%60)
	}
	return text
}
