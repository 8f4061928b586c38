package data

import (
	"fmt"
	"time"

	ics "github.com/arran4/golang-ical"

	"ithaca/generator/portal"
	"ithaca/generator/zone"
)

// years are those for which a calendar says what a zone's clocks show.
type years struct{ first, last int }

// Bounds of the years of a calendar.
const (
	endlessYears = 60   // of an event that takes place again and again
	lastYear     = 2100 // no zone is known for longer, but by a rule that goes on
)

// zoneYears returns for the zones of events the years in which they take place,
// and the one before.
func zoneYears(events []*portal.Event) map[string]years {
	zones := map[string]years{}
	for _, e := range events {
		first := max(1, e.Start.Day.Year-1)
		last := max(e.Start.Day.Year, e.End.Day.Year, e.Until.Year)
		if e.Weeks > 0 && e.Until.IsZero() {
			last += endlessYears
		}
		last = max(e.Start.Day.Year, min(last, lastYear))
		if y, found := zones[e.Timezone]; found {
			first, last = min(first, y.first), max(last, y.last)
		}
		zones[e.Timezone] = years{first, last}
	}
	return zones
}

// addZone states what a zone's clocks show in some years and, where they follow a
// rule, ever after: RFC 5545 wants every zone that is named to be defined.
func addZone(c *ics.Calendar, name string, location *time.Location, y years) {
	z := c.AddTimezone(name)
	changes := zone.Changes(location, y.first, y.last)
	backward := backward(changes)
	for _, change := range changes {
		if change.At.Year() > y.last && changes[len(changes)-1].Rule == "" {
			break // changes of single years, which nothing here needs
		}
		observe(z, change, change.Daylight != backward)
	}
}

// backward reports whether a zone's clocks are put back from their standard time,
// as in Dublin in winter. Calendar programs expect it the other way round.
func backward(changes []zone.Change) bool {
	for i, change := range changes[1:] {
		if before := changes[i]; change.Daylight && !before.Daylight && change.After < before.After {
			return true
		}
	}
	return false
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
