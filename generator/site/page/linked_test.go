package page_test

import (
	"encoding/json"
	"strings"
	"testing"

	"ithaca/generator/content"
	"ithaca/generator/portal"
	"ithaca/generator/site"
	"ithaca/generator/site/page"
)

// What is said to search engines of an event has what they require, or nothing is
// said: https://developers.google.com/search/docs/appearance/structured-data/event.
func TestAnEventIsStatedWithItsPlaceOrNotAtAll(t *testing.T) {
	const online, offline = `"eventAttendanceMode":"https://schema.org/OnlineEventAttendanceMode"`, `"eventAttendanceMode":"https://schema.org/OfflineEventAttendanceMode"`
	place := func(text string) string {
		return `"location":{"@type":"Place","name":"` + text + `","address":"` + text + `"}`
	}
	web := func(url string) string { return `"location":{"@type":"VirtualLocation","url":"` + url + `"}` }
	const own = "https://harbour.example/events/walk/"
	for _, c := range []struct {
		fields string
		want   []string // nil for no Event
	}{
		{"format: in-person\nlocation: Town hall, Porto", []string{offline, place("Town hall, Porto")}},
		{"location: Town hall, Porto", []string{offline, place("Town hall, Porto")}},
		{"format: in-person", nil},
		{"", nil},
		{"kind: deadline\nlocation: Town hall", nil},
		{"kind: deadline", nil},
		{"format: video", []string{online, web(own)}},
		{"format: video\nlocation: The usual room", []string{online, web(own)}},
		{"format: chat\nurl: https://meet.example/walk", []string{online, web("https://meet.example/walk")}},
		{"format: video\nregister: https://meet.example/sign-up", []string{online, web("https://meet.example/sign-up")}},
		{"format: video\nregister: \"mailto:walk@harbour.example\"", []string{online, web(own)}},
		{"location: https://meet.example/walk", []string{online, web("https://meet.example/walk")}},
		{"location: Town hall\nstatus: cancelled", []string{offline, `"eventStatus":"https://schema.org/EventCancelled"`}},
		{"location: Town hall\nstatus: moved", []string{offline, `"eventStatus":"https://schema.org/EventRescheduled"`}},
		{"location: Town hall\nstatus: full", []string{offline, `"eventStatus":"https://schema.org/EventScheduled"`}},
	} {
		docs := []*content.Document{
			content.Decode("content/events/walk.md", []byte("---\ntitle: Walk\nstart: \"2026-12-13 10:00\"\nend: \"2026-12-13 11:00\"\ntimezone: Europe/Lisbon\n"+c.fields+"\n---\n")),
			content.Decode("content/index.md", []byte("---\ntitle: Harbour Mentoring\nbase_url: https://harbour.example\nconcerns: {name: Safety desk, url: \"https://harbour.example/concerns/\"}\n---\n")),
		}
		p, mistakes := content.Link(docs, content.Options{Today: portal.Date{Year: 2026, Month: 11, Day: 16}})
		plan, found := site.New(p, site.Options{}, page.Plan)
		if list := append(mistakes, found...); list.HasErrors() {
			t.Fatalf("%q: %v", c.fields, list)
		}
		walk := plan.Page("/events/walk/")
		text, err := json.Marshal(page.Linked(plan, walk, walk.View()))
		if err != nil {
			t.Fatal(err)
		}
		if got := strings.Contains(string(text), `"@type":"Event"`); got != (c.want != nil) {
			t.Errorf("%q is stated as an event: %v\n%s", c.fields, got, text)
		}
		for _, want := range append(c.want, `"startDate":"2026-12-13T10:00:00Z","endDate":"2026-12-13T11:00:00Z"`) {
			if c.want != nil && !strings.Contains(string(text), want) {
				t.Errorf("%q: no %s in\n%s", c.fields, want, text)
			}
		}
	}
}
