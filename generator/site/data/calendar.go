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
// cycle that is not over, one that reminds of what comes next, and one with all dates.
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
	if next := program.Next(pl.Portal.Today); next != nil {
		book.AddFile(site.ReminderPath, func(word func(key string) string) []byte {
			name := cmp.Or(next.Cycle.Title, next.Cycle.ID) + ": " + word("next-"+next.Key)
			return pl.calendar(name, func(c *ics.Calendar) {
				entry := pl.addDays(c, "remind-"+next.Cycle.ID+"-"+next.Key, name, portal.Span{From: next.Day})
				entry.AddAlarm().SetTrigger("PT9H")
			})
		})
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

// calendar returns a calendar of a name. It has no METHOD: with one it would be a
// message that names an ORGANIZER with an e-mail address, and without that Outlook
// and Google refuse it.
func (pl calendars) calendar(name string, fill func(*ics.Calendar)) []byte {
	c := ics.NewCalendarFor("Ithaca")
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
	defined := map[string]bool{}
	for _, e := range events {
		location, err := zone.Load(e.Timezone)
		if err != nil {
			continue // content has reported it
		}
		if !defined[e.Timezone] {
			defined[e.Timezone] = true
			first, last := zoneYears(events, e.Timezone)
			addZone(c, e.Timezone, location, first, last)
		}
		pl.addEvent(c, e, location)
	}
}

func (pl calendars) addEvent(c *ics.Calendar, e *portal.Event, location *time.Location) {
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
			last := portal.Moment{Day: e.Until, Minute: 23*60 + 59}
			rule += ";UNTIL=" + last.In(location).UTC().Format("20060102T150405Z")
		}
		entry.AddRrule(rule)
	}
}

// local sets a moment on the clocks of a zone.
func local(entry *ics.VEvent, property ics.ComponentProperty, m portal.Moment, zone string) {
	entry.SetProperty(property, m.In(time.UTC).Format("20060102T150405"), &ics.KeyValues{Key: "TZID", Value: []string{zone}})
}

// addCycle adds the dates of a cycle as whole days, each with its word.
func (pl calendars) addCycle(c *ics.Calendar, cycle *portal.Cycle, word func(key string) string) {
	title := cmp.Or(cycle.Title, cycle.ID)
	for _, d := range cycle.Dates() {
		pl.addDays(c, cycle.ID+"-"+d.Key+"-"+d.First().String(), title+": "+word("calendar-"+d.Key), d.Span)
	}
}

// addDays adds an entry of whole days, during which one is not busy.
func (pl calendars) addDays(c *ics.Calendar, id, title string, days portal.Span) *ics.VEvent {
	entry := c.AddEvent(pl.uid(id))
	entry.SetDtStampTime(pl.stamp())
	entry.SetSummary(oneLine(title))
	entry.SetAllDayStartAt(days.First().Time())
	entry.SetAllDayEndAt(cmp.Or(days.Until, days.From).AddDays(1).Time())
	entry.SetTimeTransparency(ics.TransparencyTransparent)
	return entry
}
