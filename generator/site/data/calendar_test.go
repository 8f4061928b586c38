package data_test

import (
	"encoding/json"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"ithaca/generator/markdown"
	"ithaca/generator/portal"
	"ithaca/generator/portaltest"
	"ithaca/generator/site"
	"ithaca/generator/site/data"
	"ithaca/generator/site/page"
	"ithaca/generator/zone"
)

// observance is what a VTIMEZONE says of its clocks from a moment on.
type observance struct {
	start    time.Time // on the clocks as they were before
	from, to int       // seconds ahead of UTC
	rule     string
	kind     string // STANDARD or DAYLIGHT
}

// calendar is what a calendar program reads of a file.
type calendar struct {
	zones  map[string][]observance
	events []map[string]string // by property, with its parameters: "DTSTART;TZID=Europe/Berlin"
	head   map[string]string
}

// readCalendar reads a file by RFC 5545, as far as ours go.
func readCalendar(t *testing.T, text string) calendar {
	t.Helper()
	c := calendar{zones: map[string][]observance{}, head: map[string]string{}}
	if strings.Contains(strings.ReplaceAll(text, "\r\n", ""), "\n") || strings.Contains(strings.ReplaceAll(text, "\r\n", ""), "\r") {
		t.Fatal("a line ends otherwise than with CR and LF")
	}
	var in []string
	var name string
	own := map[string]string{}
	for _, line := range strings.Split(strings.TrimSuffix(strings.ReplaceAll(text, "\r\n ", ""), "\r\n"), "\r\n") {
		key, value, found := strings.Cut(line, ":")
		if !found {
			t.Fatalf("the line %q has no value", line)
		}
		switch {
		case key == "BEGIN":
			in, own = append(in, value), map[string]string{}
		case key == "END":
			switch part := in[len(in)-1]; part {
			case "VEVENT":
				c.events = append(c.events, own)
			case "STANDARD", "DAYLIGHT":
				c.zones[name] = append(c.zones[name], observance{
					local(t, own["DTSTART"]), seconds(t, own["TZOFFSETFROM"]), seconds(t, own["TZOFFSETTO"]), own["RRULE"], part,
				})
			}
			in = in[:len(in)-1]
		case key == "TZID":
			name = value
		case len(in) == 1:
			c.head[key] = value
		default:
			own[key] = value
		}
	}
	return c
}

func local(t *testing.T, text string) time.Time {
	t.Helper()
	at, err := time.Parse("20060102T150405", text)
	if err != nil {
		t.Fatal(err)
	}
	return at
}

func seconds(t *testing.T, offset string) int {
	t.Helper()
	n, err := strconv.Atoi(offset[1:])
	if err != nil || len(offset) != 5 && len(offset) != 7 {
		t.Fatalf("%q is no offset", offset)
	}
	if len(offset) == 5 {
		n *= 100
	}
	n = n/10000*3600 + n/100%100*60 + n%100
	if offset[0] == '-' {
		return -n
	}
	return n
}

// instant returns what a time on the clocks of a zone means by the file's own
// definition: the latest change before it holds, each rule unrolled.
func (c calendar) instant(t *testing.T, zone string, at time.Time) time.Time {
	t.Helper()
	var latest time.Time
	offset, found := 0, false
	for _, o := range c.zones[zone] {
		onset := o.start
		for year := at.Year() + 1; o.rule != "" && year >= o.start.Year(); year-- {
			if onset = o.on(year); !onset.After(at) {
				break
			}
		}
		if !onset.After(at) && !onset.Before(latest) {
			latest, offset, found = onset, o.to, true
		}
	}
	if !found {
		t.Fatalf("%s is not defined at %s", zone, at)
	}
	return at.Add(-time.Duration(offset) * time.Second)
}

// on returns when a rule applies in a year.
func (o observance) on(year int) time.Time {
	parts := map[string]string{}
	for part := range strings.SplitSeq(o.rule, ";") {
		key, value, _ := strings.Cut(part, "=")
		parts[key] = value
	}
	month, _ := strconv.Atoi(parts["BYMONTH"])
	var days []time.Time
	for day := time.Date(year, time.Month(month), 1, o.start.Hour(), o.start.Minute(), o.start.Second(), 0, time.UTC); int(day.Month()) == month; day = day.AddDate(0, 0, 1) {
		byDay, byMonthDay := parts["BYDAY"], parts["BYMONTHDAY"]
		weekday := byDay == "" || strings.EqualFold(day.Weekday().String()[:2], byDay[len(byDay)-2:])
		if weekday && (byMonthDay == "" || slices.Contains(strings.Split(byMonthDay, ","), strconv.Itoa(day.Day()))) {
			days = append(days, day)
		}
	}
	nth := 1
	if byDay := parts["BYDAY"]; len(byDay) > 2 {
		nth, _ = strconv.Atoi(byDay[:len(byDay)-2])
	}
	if nth < 0 {
		return days[len(days)+nth]
	}
	return days[nth-1]
}

// held plans a portal of events.
func held(t *testing.T, events ...*portal.Event) *site.Plan {
	t.Helper()
	p := portaltest.Crowd(0, 0)
	for i, e := range events {
		e.Slug = fmt.Sprintf("event-%d", i)
		e.File = "content/events/" + e.Slug + ".md"
		e.Body = &markdown.Document{}
		if e.Title == "" {
			e.Title = e.Slug
		}
	}
	p.Events = events
	plan, _ := site.New(p, site.Options{}, page.Plan, data.Plan)
	return plan
}

func event(zone, start string) *portal.Event {
	at, err := time.Parse("2006-01-02 15:04", start)
	if err != nil {
		panic(err)
	}
	return &portal.Event{Timezone: zone, Start: portal.Moment{Day: portal.DateOf(at), Minute: at.Hour()*60 + at.Minute()}}
}

func fileOf(t *testing.T, plan *site.Plan, url string) string {
	t.Helper()
	p := plan.Page(url)
	if p == nil {
		t.Fatalf("%s is not planned", url)
	}
	return string(p.Data(key))
}

// start returns the instant of an event in a calendar.
func (c calendar) start(t *testing.T, e map[string]string, zone string) time.Time {
	t.Helper()
	return c.instant(t, zone, local(t, e["DTSTART;TZID="+zone]))
}

func TestACalendarKnowsItsZonesWhenItsEventsTakePlace(t *testing.T) {
	for _, c := range []struct{ zone, start, want string }{
		{"Europe/Berlin", "2024-07-10 18:00", "2024-07-10T16:00:00Z"},
		{"Europe/Berlin", "2029-07-10 18:00", "2029-07-10T16:00:00Z"},
		{"Europe/Berlin", "2029-01-10 18:00", "2029-01-10T17:00:00Z"},
		{"Europe/Berlin", "2026-01-01 00:00", "2025-12-31T23:00:00Z"},
		{"Europe/Berlin", "1979-07-10 18:00", "1979-07-10T17:00:00Z"},
		{"Africa/Casablanca", "2026-03-01 18:00", "2026-03-01T18:00:00Z"},
		{"Africa/Casablanca", "2026-07-01 18:00", "2026-07-01T17:00:00Z"},
		{"Australia/Lord_Howe", "2031-01-10 18:00", "2031-01-10T07:00:00Z"},
		{"Australia/Lord_Howe", "2031-07-10 18:00", "2031-07-10T07:30:00Z"},
		{"Europe/Dublin", "2030-07-10 18:00", "2030-07-10T17:00:00Z"},
		{"Europe/Dublin", "2030-12-10 18:00", "2030-12-10T18:00:00Z"},
		{"Africa/Cairo", "2030-07-10 18:00", "2030-07-10T15:00:00Z"},
		{"Africa/Cairo", "2022-07-10 18:00", "2022-07-10T16:00:00Z"},
		{"America/Sao_Paulo", "2018-12-10 18:00", "2018-12-10T20:00:00Z"},
		{"America/Sao_Paulo", "2028-12-10 18:00", "2028-12-10T21:00:00Z"},
		{"Asia/Kathmandu", "2028-12-10 18:00", "2028-12-10T12:15:00Z"},
		{"Pacific/Apia", "2035-12-10 18:00", "2035-12-10T05:00:00Z"},
	} {
		plan := held(t, event(c.zone, c.start))
		for _, url := range []string{"/events/event-0.ics", "/events.ics"} {
			read := readCalendar(t, fileOf(t, plan, url))
			if got := read.start(t, read.events[0], c.zone).Format(time.RFC3339); got != c.want {
				t.Errorf("%s: %s in %s is read as %s, want %s", url, c.start, c.zone, got, c.want)
			}
		}
		if got := stated(t, plan, "/events/event-0/"); got.UTC().Format(time.RFC3339) != c.want {
			t.Errorf("search engines are told %s of %s in %s, want %s", got, c.start, c.zone, c.want)
		}
		if got := shown(t, plan, "/events/event-0/"); got.Format(time.RFC3339) != c.want {
			t.Errorf("the page says %s of %s in %s, want %s", got, c.start, c.zone, c.want)
		}
	}
}

// stated returns when an event starts by its JSON-LD.
func stated(t *testing.T, plan *site.Plan, url string) time.Time {
	t.Helper()
	p := plan.Page(url)
	v := p.View().(*page.Event)
	v.Event.Location = "Town hall" // without one it is no event for search engines
	text, err := json.Marshal(page.Linked(plan, p, v))
	if err != nil {
		t.Fatal(err)
	}
	found := regexp.MustCompile(`"startDate":"([^"]+)"`).FindSubmatch(text)
	if found == nil {
		t.Fatalf("no start in %s", text)
	}
	at, err := time.Parse(time.RFC3339, string(found[1]))
	if err != nil {
		t.Fatal(err)
	}
	return at
}

// shown returns when an event starts by what its page says: the time there and how
// far its clocks are from UTC.
func shown(t *testing.T, plan *site.Plan, url string) time.Time {
	t.Helper()
	v := plan.Page(url).View().(*page.Event)
	at := v.Next
	if at.IsZero() {
		at = v.Event.Start
	}
	offset := 0
	if found := regexp.MustCompile(`^UTC(?:([+−-])(\d+)(?::(\d+))?)?$`).FindStringSubmatch(v.Offset); found == nil {
		t.Fatalf("the page says %q", v.Offset)
	} else if found[1] != "" {
		hours, _ := strconv.Atoi(found[2])
		minutes, _ := strconv.Atoi("0" + found[3])
		offset = hours*60 + minutes
		if found[1] != "+" {
			offset = -offset
		}
	}
	return at.Day.Time().Add(time.Duration(at.Minute-offset) * time.Minute)
}

// Every occurrence of a series is read as it is meant, of one without an end for
// half a century, and the file is the same whenever it is made.
func TestACalendarKnowsItsZonesForAsLongAsASeriesGoesOn(t *testing.T) {
	for i, name := range zone.Names() {
		known := slices.Contains([]string{"Europe/Berlin", "Africa/Casablanca", "Australia/Lord_Howe", "Europe/Dublin", "Africa/Cairo", "Asia/Gaza", "America/Nuuk", "Africa/El_Aaiun", "Antarctica/Troll"}, name)
		if !known && i%17 != 0 {
			continue
		}
		location, err := zone.Load(name)
		if err != nil {
			t.Fatal(err)
		}
		e := event(name, "2026-06-03 18:00")
		e.Weeks = 8
		read := readCalendar(t, fileOf(t, held(t, e), "/events.ics"))
		for day := e.Start.Day; day.Year < 2076; day = day.AddDays(7 * 8) {
			want := portal.Moment{Day: day, Minute: e.Start.Minute}.In(location).UTC()
			if got := read.instant(t, name, day.Time().Add(18*time.Hour)); !got.Equal(want) {
				t.Fatalf("%s on %s: %s, want %s", name, day, got, want)
			}
		}
	}
}

func TestEventsOfManyYearsShareTheirZone(t *testing.T) {
	plan := held(t, event("Europe/Berlin", "2029-07-10 18:00"), event("Europe/Berlin", "1975-07-10 18:00"), event("Europe/Berlin", "2024-01-10 18:00"))
	read := readCalendar(t, fileOf(t, plan, "/events.ics"))
	for i, want := range []string{"2029-07-10T16:00:00Z", "1975-07-10T17:00:00Z", "2024-01-10T17:00:00Z"} {
		if got := read.start(t, read.events[i], "Europe/Berlin").Format(time.RFC3339); got != want {
			t.Errorf("event %d is at %s, want %s", i, got, want)
		}
	}
	if n := strings.Count(fileOf(t, plan, "/events.ics"), "BEGIN:VTIMEZONE"); n != 1 {
		t.Errorf("the zone is defined %d times", n)
	}
	for _, c := range []struct{ start, zone string }{{"0001-01-01 00:00", "Europe/Amsterdam"}, {"9999-12-31 23:59", "Europe/Berlin"}, {"9999-12-31 23:59", "Africa/Casablanca"}} {
		if size := len(fileOf(t, held(t, event(c.zone, c.start)), "/events.ics")); size > 60_000 {
			t.Errorf("%s in %s makes %d bytes", c.start, c.zone, size)
		}
	}
}

func TestACalendarIsOneThatProgramsImport(t *testing.T) {
	e := event("Europe/Dublin", "2027-07-10 18:00")
	e.Title = "Walk\r\nBEGIN:VALARM\nATTACH:x;y,z\\"
	e.Location = "Town hall\nATTENDEE:mailto:x@example.org"
	text := fileOf(t, held(t, e), "/events/event-0.ics")
	read := readCalendar(t, text)
	for _, property := range []string{"METHOD", "ORGANIZER", "ATTENDEE", "BEGIN:VALARM", "ATTACH"} {
		if regexp.MustCompile(`(?m)^` + property).MatchString(text) {
			t.Errorf("the calendar has a line %s:\n%s", property, text)
		}
	}
	if read.head["VERSION"] != "2.0" || read.head["PRODID"] == "" {
		t.Errorf("the calendar begins with %v", read.head)
	}
	got := read.events[0]
	if got["SUMMARY"] != `Walk BEGIN:VALARM ATTACH:x\;y\,z\\` || got["LOCATION"] != `Town hall ATTENDEE:mailto:x@example.org` || got["UID"] == "" || got["DTSTAMP"] == "" {
		t.Errorf("the event is %v", got)
	}
	for _, o := range read.zones["Europe/Dublin"] {
		if summer := o.to > 0; summer != (o.kind == "DAYLIGHT") {
			t.Errorf("in Dublin, %d s ahead of UTC is %s", o.to, o.kind)
		}
	}
}
