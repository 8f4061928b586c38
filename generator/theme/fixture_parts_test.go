package theme

import (
	"cmp"
	"fmt"
	"slices"
	"testing"

	"ithaca/generator/portal"
)

// sheets returns a worksheet with every kind of field, and one that says little.
func sheets(t testing.TB) []*portal.Worksheet {
	full := &portal.Worksheet{
		Item:  portal.Item{File: "content/worksheets/plan.md", Slug: "plan", Body: body(t, 2, "Use a pencil.\n\n## Then\n\nPut it on the door.")},
		Title: "A plan", Summary: "What, when and with whom.", Stage: "agree", For: "both", Produces: "plan",
		Fields: []portal.SheetField{
			{Label: "Who", Name: "who", Kind: portal.LineField, Help: "One name is fine."},
			{Label: "When", Name: "when", Kind: portal.DateField},
			{Label: "Why", Name: "why", Kind: "text"},
			{Label: "How", Name: "how", Kind: portal.ChoiceField, Options: []string{"By phone", "On foot"}},
			{Label: "Before we begin", Name: "before", Kind: portal.ChecklistField, Options: []string{"Read it aloud", "Slept on it"}},
			{Label: "How sure", Name: "sure", Kind: "scale", Options: []string{"not at all", "quite"}, Help: "Be kind."},
			{Label: "How glad", Name: "glad", Kind: "scale"},
			{Label: "Steps", Name: "example", Kind: portal.TableField, Options: []string{"Step", "Day"}, Help: "Small ones."},
		},
		Example: []portal.Answer{
			{Name: "who", Lines: []string{"Nadia"}}, {Name: "when", Lines: []string{"2027-03-09"}},
			{Name: "why", Lines: []string{"It is time.", "", "It was time last year."}},
			{Name: "before", Lines: []string{"Slept on it"}}, {Name: "sure", Lines: []string{"4"}}, {Name: "glad", Lines: []string{""}},
			{Name: "example", Lines: []string{"Ring Ana | Monday | or Tuesday", "Wait"}},
		},
	}
	bare := &portal.Worksheet{
		Item:  portal.Item{File: "content/worksheets/log.md", Slug: "log", Body: body(t, 2, "")},
		Title: "A log", Summary: "One line a day.", Fields: []portal.SheetField{{Label: "Today", Name: "today", Kind: portal.LineField}},
	}
	profile := &portal.Worksheet{
		Item:  portal.Item{File: "content/worksheets/profile.md", Slug: "profile", Body: body(t, 2, "")},
		Title: "Your page", Summary: "Who you are.", Produces: portal.ProfileProduct,
		Output: "---\nskills:\n  - topic: {topic}\n    level: {level}\n  - topic: {topic}\n    level: {again}\nkinds: [{kinds}]\n---\n",
		Fields: []portal.SheetField{
			{Label: "How well", Name: "level", Kind: portal.ChoiceField, Options: []string{"1", "4"}},
			{Label: "And this", Name: "again", Kind: portal.ChoiceField, Options: []string{"3"}},
			{Label: "How", Name: "kinds", Kind: portal.ChecklistField, Options: []string{"one-to-one", "on-foot"}},
			{Label: "Other", Name: "other", Kind: portal.ChecklistField, Options: []string{"group"}},
		},
		Example: []portal.Answer{{Name: "kinds", Lines: []string{"one-to-one"}}},
	}
	return []*portal.Worksheet{bare, full, profile}
}

// events returns one event in each state: as planned and full of facts, full,
// moved, cancelled, over, and one that lasts for days.
func events(t testing.TB) []*portal.Event {
	at := func(month, d, hour int) portal.Moment { return portal.Moment{Day: day(month, d), Minute: hour * 60} }
	event := func(slug, title string, start portal.Moment) *portal.Event {
		return &portal.Event{
			Item:  portal.Item{File: "content/events/" + slug + ".md", Slug: slug, Body: body(t, 2, "Bring a pen.")},
			Title: title, Start: start, Timezone: "Europe/Lisbon", Status: portal.Planned,
		}
	}
	circle := event("circle", "Thursday circle", at(1, 7, 18))
	circle.End, circle.Weeks, circle.Until = portal.Moment{Day: day(1, 7), Minute: 19*60 + 30}, 2, day(6, 30)
	circle.Kind, circle.Format, circle.Location, circle.URL = "circle", "video", "Room 2", "https://harbour.example/circle"
	circle.Hosts, circle.Audience, circle.Cycle = []string{"ana"}, []portal.Audience{portal.ForMentees, "mentor"}, "b"
	circle.Register, circle.Size = "https://harbour.example/join", portal.GroupSize{Min: 3, Max: 8}
	circle.Topics, circle.Languages = []portal.TopicRef{topic("Changing career")}, []string{"pt", "en"}
	full, moved, cancelled := event("full", "Full house", at(2, 1, 9)), event("moved", "Moved evening", at(7, 2, 9)), event("cancelled", "Cancelled talk", at(2, 3, 9))
	full.Status, moved.Status, cancelled.Status = "full", portal.Moved, portal.Cancelled
	full.Register, cancelled.Register = "https://harbour.example/full", "https://harbour.example/cancelled"
	full.Weeks, full.Size.Max = 1, 6
	camp := event("camp", "Camp", at(5, 1, 9))
	camp.End, camp.Size.Min = at(5, 3, 17), 2
	over := event("over", "Last year's feast", at(1, 2, 9))
	over.Register, over.Kind = "https://harbour.example/over", "celebration"
	return []*portal.Event{camp, cancelled, circle, full, moved, over}
}

// requests returns one that says everything, one that says little, and one that is
// not published.
func requests() []*portal.Request {
	request := func(slug string, publish bool) *portal.Request {
		return &portal.Request{
			Item: portal.Item{File: "content/requests/" + slug + ".md", Slug: slug}, Publish: publish, Cycle: "b", Consent: day(1, 2),
			Languages: []string{"pt"}, Needs: []portal.Need{{Topic: topic("Python"), Want: portal.MustHave}},
			Organisation: "Secret Works", Tried: "secret attempts", Aims: portal.Aims{Short: "secret aims"}, Ranked: []string{"ana"},
		}
	}
	heron := request("heron-42", true)
	heron.Timezone, heron.Languages = "Asia/Kathmandu", []string{"pt", "en"}
	heron.Kinds, heron.Formats, heron.Goals = []portal.Kind{"one-to-one"}, []portal.Format{"video", portal.Email}, []portal.TopicRef{topic("Changing career")}
	heron.Needs = []portal.Need{
		{Topic: topic("Python"), Now: 1, Goal: 3, Want: portal.MustHave}, {Topic: topic("Welding"), Want: portal.NiceToHave},
		{Topic: topic("Healthcare"), Now: 2, Want: portal.WantHave}, {Topic: topic("Changing career"), Want: portal.WantHave},
	}
	gull := &portal.Request{Item: portal.Item{File: "content/requests/gull-90.md", Slug: "gull-90"}, Cycle: "b", Consent: day(1, 2),
		Decisions: []portal.Decision{{Cycle: "b", Mentor: "mentor-16", Do: portal.Accept}}}
	all := []*portal.Request{heron, gull, request("otter-07", true), request("crane-11", false)}
	for i := range 3 {
		all = append(all, request(fmt.Sprintf("wren-%02d", i), false))
	}
	slices.SortFunc(all, func(a, b *portal.Request) int { return cmp.Compare(a.Slug, b.Slug) })
	return all
}
