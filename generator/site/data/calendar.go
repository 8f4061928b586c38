package data

import (
	"cmp"
	"fmt"
	"strings"
	"time"

	ics "github.com/arran4/golang-ical"

	"ithaca/generator/portal"
	"ithaca/generator/site"
	"ithaca/generator/zone"
)

// calendars writes a plan's dates in the form of RFC 5545.
type calendars struct{ *site.Plan }

// planCalendars plans a calendar file for each event, one for the dates of each
// cycle that is not over, and one with all of them.
func planCalendars(book *site.Planner) {
	pl := calendars{book.Plan}
	events, program := pl.Portal.Events, pl.Portal.Program
	for _, e := range events {
		book.AddFile(site.EventFile(e), func(func(string) string) []byte {
			return pl.calendar(e.Title, func(c *ics.Calendar) { pl.addEvents(c, []*portal.Event{e}) })
		})
	}
	for i := range program.Cycles {
		if c := &program.Cycles[i]; len(c.Dates()) > 0 && c.Phase(pl.Portal.Today) != portal.Ended {
			book.AddFile(site.CycleFile(c), func(word func(key string) string) []byte {
				return pl.calendar(cmp.Or(c.Title, c.ID), func(all *ics.Calendar) { pl.addCycle(all, c, word) })
			})
		}
	}
	if len(events) == 0 && len(program.Cycles) == 0 {
		return
	}
	book.AddFile(site.EventsPath, func(word func(key string) string) []byte {
		return pl.calendar(program.Title, func(c *ics.Calendar) {
			pl.addEvents(c, events)
			for i := range program.Cycles {
				pl.addCycle(c, &program.Cycles[i], word)
			}
		})
	})
}

// calendar returns a calendar of a name.
func (pl calendars) calendar(name string, fill func(*ics.Calendar)) []byte {
	c := ics.NewCalendarFor("Ithaca")
	c.SetMethod(ics.MethodPublish)
	c.SetXWRCalName(oneLine(name))
	fill(c)
	return []byte(c.Serialize(ics.WithNewLineWindows))
}

// stamp is when entries of the calendar were made: the portal's day, so that
// the same content gives the same bytes.
func (pl calendars) stamp() time.Time { return pl.Portal.Today.Time() }

// uid names an entry the same in every build.
func (pl calendars) uid(path string) string {
	host := strings.TrimPrefix(strings.TrimPrefix(pl.Site.Origin, "https://"), "http://")
	return strings.ReplaceAll(strings.Trim(path, "/"), "/", "-") + "@" + cmp.Or(host, "ithaca.invalid")
}

// addEvents adds events and the zones their clocks are in.
func (pl calendars) addEvents(c *ics.Calendar, events []*portal.Event) {
	zones := map[string]bool{}
	for _, e := range events {
		location, err := zone.Load(e.Timezone)
		if err != nil {
			continue // content has reported it
		}
		if !zones[e.Timezone] {
			zones[e.Timezone] = true
			addZone(c, e.Timezone, location, pl.Portal.Today.Year)
		}
		pl.addEvent(c, e)
	}
}

func (pl calendars) addEvent(c *ics.Calendar, e *portal.Event) {
	entry := c.AddEvent(pl.uid(site.EventPath(e)))
	entry.SetDtStampTime(pl.stamp())
	entry.SetSummary(oneLine(e.Title))
	local(entry, ics.ComponentPropertyDtStart, e.Start, e.Timezone)
	if !e.End.IsZero() {
		local(entry, ics.ComponentPropertyDtEnd, e.End, e.Timezone)
	}
	if e.Location != "" {
		entry.SetLocation(oneLine(e.Location))
	}
	if text := summary(e.Body.Text()); text != "" {
		entry.SetDescription(text)
	}
	if url := pl.URL(site.EventPath(e)); url != "" && pl.Site.Origin != "" {
		entry.SetURL(pl.Site.Origin + url)
	}
	if e.Status == portal.Cancelled {
		entry.SetStatus(ics.ObjectStatusCancelled)
	}
	if e.Weeks > 0 {
		rule := fmt.Sprintf("FREQ=WEEKLY;INTERVAL=%d", e.Weeks)
		if !e.Until.IsZero() {
			rule += ";UNTIL=" + lastMoment(e).Format("20060102T150405Z")
		}
		entry.AddRrule(rule)
	}
}

// lastMoment returns the last moment of a recurring event's last day, in UTC.
func lastMoment(e *portal.Event) time.Time {
	location, err := zone.Load(e.Timezone)
	if err != nil {
		location = time.UTC
	}
	return portal.Moment{Day: e.Until, Minute: 23*60 + 59}.In(location).UTC()
}

// local sets a moment on the clocks of a zone.
func local(entry *ics.VEvent, property ics.ComponentProperty, m portal.Moment, zone string) {
	text := fmt.Sprintf("%04d%02d%02dT%02d%02d00", m.Day.Year, int(m.Day.Month), m.Day.Day, m.Minute/60, m.Minute%60)
	entry.SetProperty(property, text, &ics.KeyValues{Key: "TZID", Value: []string{zone}})
}

// addCycle adds the dates of a cycle as whole days, each with its word.
func (pl calendars) addCycle(c *ics.Calendar, cycle *portal.Cycle, word func(key string) string) {
	title := cmp.Or(cycle.Title, cycle.ID)
	for _, d := range cycle.Dates() {
		entry := c.AddEvent(pl.uid(cycle.ID + "-" + d.Key + "-" + d.First().String()))
		entry.SetDtStampTime(pl.stamp())
		entry.SetSummary(oneLine(title + ": " + word("calendar-"+d.Key)))
		entry.SetAllDayStartAt(d.First().Time())
		entry.SetAllDayEndAt(cmp.Or(d.Until, d.From).AddDays(1).Time())
		entry.SetTimeTransparency(ics.TransparencyTransparent)
	}
}

// zoneYears is how many years of a zone's changes a calendar states.
const zoneYears = 4

// addZone states how a zone's clocks change from a year on: RFC 5545 wants
// every zone that is named to be defined.
func addZone(c *ics.Calendar, name string, location *time.Location, year int) {
	z := c.AddTimezone(name)
	from := time.Date(year-1, 1, 1, 0, 0, 0, 0, location)
	_, before := from.Zone()
	observe(z, from, before)
	for _, change := range zone.Turns(from, from.AddDate(zoneYears, 0, 0)) {
		observe(z, change, before)
		_, before = change.Zone()
	}
}

// observe adds what a zone's clocks show from a moment on.
func observe(z *ics.VTimezone, from time.Time, before int) {
	name, offset := from.Zone()
	var kind *ics.ComponentBase
	if from.IsDST() {
		daylight := &ics.Daylight{}
		z.Components = append(z.Components, daylight)
		kind = &daylight.ComponentBase
	} else {
		kind = &z.AddStandard().ComponentBase
	}
	// the moment is stated on the clocks as they were before the change
	local := from.UTC().Add(time.Duration(before) * time.Second)
	kind.SetProperty(ics.ComponentPropertyDtStart, local.Format("20060102T150405"))
	kind.SetProperty(ics.ComponentProperty(ics.PropertyTzoffsetfrom), utcOffset(before))
	kind.SetProperty(ics.ComponentProperty(ics.PropertyTzoffsetto), utcOffset(offset))
	kind.SetProperty(ics.ComponentProperty(ics.PropertyTzname), name)
}

func utcOffset(seconds int) string {
	sign := '+'
	if seconds < 0 {
		sign, seconds = '-', -seconds
	}
	return fmt.Sprintf("%c%02d%02d", sign, seconds/3600, seconds/60%60)
}
