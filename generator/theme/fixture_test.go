package theme

import (
	"fmt"
	"testing"
	"time"

	"ithaca/generator/markdown"
	"ithaca/generator/portal"
	"ithaca/generator/site"
	"ithaca/generator/site/data"
	"ithaca/generator/site/page"
)

// plan plans a small portal that has every kind of page, an alias, a list of two
// pages, and mentors in every state of availability and way of contact.
func plan(t testing.TB) *site.Plan {
	t.Helper()
	p, diags := site.New(harbour(t), site.Options{}, page.Plan, data.Plan)
	for _, d := range diags {
		t.Fatalf("the fixture has a mistake: %s", d)
	}
	return p
}

// pageAt returns the planned page at a URL.
func pageAt(t testing.TB, p *site.Plan, url string) *site.Page {
	t.Helper()
	found := p.Page(url)
	if found == nil {
		t.Fatalf("no page is planned at %s", url)
	}
	return found
}

func day(month, d int) portal.Date { return portal.Date{Year: 2027, Month: time.Month(month), Day: d} }

func topic(text string) portal.TopicRef { return portal.TopicRef{Text: text, Key: portal.Fold(text)} }

// body parses a text as the kind of page it stands on does.
func body(t testing.TB, top int, text string) *markdown.Document {
	t.Helper()
	doc, diags := markdown.Parse([]byte(text), markdown.Options{Top: top})
	for _, d := range diags {
		t.Fatalf("the fixture's text has a mistake: %s", d)
	}
	return doc
}

func harbour(t testing.TB) *portal.Portal {
	empty := body(t, 2, "")
	p := &portal.Portal{
		Today: day(1, 20),
		Program: &portal.Program{
			Item:  portal.Item{File: "content/index.md", Body: body(t, 2, "We meet every two weeks.\n\n## How it works\n\nRead, choose, write.")},
			Title: "Harbour Mentoring", Tagline: "Somebody has crossed before you", Description: "A free program for working adults.",
			BaseURL: "https://harbour.example", Language: "en", AsOf: day(1, 20),
			Repository: portal.Repository{URL: "https://git.example/harbour"},
			Contact:    portal.NamedURL{Name: "Ines, coordinator", URL: "https://harbour.example/contact"},
			Concerns:   portal.Concerns{Name: "Noor", URL: "tel:+30-210-0000000", Deputy: "Pavel", ReplyWithin: "two days", Urgent: "Call 112."},
			Privacy: portal.Privacy{Version: "2027-01", Controller: "Harbour Association", Contact: "mailto:privacy@harbour.example",
				Basis: "Your consent", Recipients: []string{"The host of these pages"}, RetentionMonths: 1, Authority: "The one where you live"},
			Requests:  portal.RequestPolicy{Repository: "invented", Publish: "pseudonyms"},
			Screening: []string{"We telephone two people."}, Questions: []portal.Question{{Question: "Is there a fee?", Answer: "No."}},
			Cycles: []portal.Cycle{
				{ID: "a", Title: "Winter", Start: day(1, 1), End: day(6, 30)},
				{ID: "o", Title: "Last spring", Start: portal.Date{Year: 2026, Month: 3, Day: 1}, End: portal.Date{Year: 2026, Month: 9, Day: 1}, Results: "Nine pairs finished."},
				{ID: "b", Title: "Summer", Requests: portal.Span{From: day(3, 1), Until: day(3, 20)}, Match: day(4, 1), Start: day(5, 1), Places: 12},
			},
		},
		Guides: []*portal.Guide{
			{Item: portal.Item{File: "content/guides/first-message.md", Slug: "first-message", Body: body(t, 2, guideText)},
				Title: "The first message", Summary: "Six lines are enough.", Stage: portal.Approach, Updated: day(1, 5),
				Audience: []portal.Audience{portal.ForMentees}, Authors: []string{"Ines", "ليان"}, Topics: []portal.TopicRef{topic("Changing career")}, Next: []string{"goodbye"}, Worksheet: "plan"},
			{Item: portal.Item{File: "content/guides/goodbye.md", Slug: "goodbye", Draft: true, Body: body(t, 2, "Say thanks.")}, Title: "Goodbye", Summary: "How to end well."},
		},
		Resources: []*portal.ResourceList{{
			Item: portal.Item{File: "content/resources/start.md", Slug: "start", Body: empty}, Title: "To start with", Summary: "Three things.",
			Items: []portal.Resource{
				{Title: "Un livre", Kind: "book", By: "Somebody", Why: "It is short.", Language: "fr", Cost: "library", Level: "any", Checked: day(1, 2)},
				{Title: "A course", Kind: "course", URL: "https://www.course.example/a", Why: "It is free.", Cost: "free", Topics: []portal.TopicRef{topic("Python")}},
			},
		}},
		Stories: []*portal.Story{{
			Item:  portal.Item{File: "content/stories/notebooks.md", Slug: "notebooks", Body: body(t, 2, "It began in a kitchen.")},
			Title: "Notebooks", Summary: "A cook counts.", Kind: "case-study", Topics: []portal.TopicRef{topic("Changing career")},
			Mentors: []string{"ana"}, Person: "Nadia", Before: "A kitchen", After: "An office", Quote: "I counted.", Date: day(1, 3), Worksheet: "plan",
		}},
		Pages: []*portal.Page{
			{Item: portal.Item{File: "content/pages/about.md", Slug: "about", Body: body(t, 2, "Who we are.")}, Title: "About us"},
			{Item: portal.Item{File: "content/pages/become-a-mentor.md", Slug: "become-a-mentor", Body: body(t, 2, "Come.")}, Title: "Become a mentor"},
			{Item: portal.Item{File: "content/pages/help.md", Slug: "help", Body: body(t, 2, "Ring the bell.")}, Title: "Help from us", Summary: "We are two."},
			{Item: portal.Item{File: "content/pages/privacy.md", Slug: "privacy", Body: body(t, 2, "What we keep."),
				Aliases: []portal.Alias{{Path: "/datenschutz/"}}}, Title: "Privacy", Summary: "Little."},
		},
		Topics: topics(t, empty),
	}
	p.Mentors = mentors(t)
	p.Worksheets, p.Events, p.Requests = sheets(t), events(t), requests()
	return p
}

func topics(t testing.TB, empty *markdown.Document) portal.Topics {
	career := &portal.Topic{Item: portal.Item{File: "content/topics/career.md", Slug: "changing-career", Body: body(t, 2, "They can tell you what it cost.")},
		Title: "Changing career", Kind: portal.GoalTopic, Asks: []string{"I want to change industry"}, Also: []string{"new career"}, Related: []portal.TopicRef{topic("Python")}}
	health := &portal.Topic{Item: portal.Item{Slug: "healthcare", Body: empty}, Title: "Healthcare", Kind: portal.IndustryTopic}
	python := &portal.Topic{Item: portal.Item{Slug: "python", Body: empty}, Title: "Python"}
	alone := &portal.Topic{Item: portal.Item{Slug: "welding", Body: empty}, Title: "Welding", Broader: []portal.TopicRef{topic("Python")}}
	binding := &portal.Topic{Item: portal.Item{Slug: "bookbinding", Body: empty}, Title: "Bookbinding", Related: []portal.TopicRef{topic("Welding")}}
	tired := &portal.Topic{Item: portal.Item{File: "content/topics/tired.md", Slug: "tired", Body: empty}, Title: "Being tired", Kind: portal.ChallengeTopic, Related: []portal.TopicRef{topic("Healthcare")}}
	return portal.NewTopics([]*portal.Topic{binding, career, health, python, tired, alone}, map[string]*portal.Topic{
		"bookbinding": binding, "changing-career": career, "healthcare": health, "python": python, "tired": tired, "welding": alone,
	})
}

// mentors returns Ana, who says everything there is to say, and thirty others who
// say little and are in every state.
func mentors(t testing.TB) []*portal.Mentor {
	ana := &portal.Mentor{
		Item: portal.Item{File: "content/mentors/ana.md", Slug: "ana", Body: body(t, 3, "I nursed for five years.\n\n# Then\n\nI counted [things](https://example.org/count).")},
		Name: "Ana Silva", AlsoWritten: "Анна", Role: "Data analyst", Pronouns: "she/her", Headline: "I can help you start again",
		Location: "Porto", Country: "PT", Timezone: "Europe/Lisbon", Languages: []string{"pt", "en"}, Organisation: "Foz Clara",
		Industries: []portal.TopicRef{topic("Healthcare")}, Stage: "mid", Since: 2009,
		Skills:    []portal.Skill{{Topic: topic("Python"), Level: portal.Teaches}, {Topic: topic("Welding")}},
		HelpsWith: []portal.TopicRef{topic("Changing career")}, Values: []string{"patience"},
		Kinds: []portal.Kind{"one-to-one", "reverse"}, Formats: []portal.Format{"video", portal.Chat, portal.InPerson},
		Duration: []portal.Duration{"long"}, Offers: []portal.Offer{"cv-review", "projects"},
		Style: portal.Style{Structure: 4, Directness: 3, Challenge: 2}, Cadence: &portal.Cadence{Weeks: 2, Minutes: 45},
		Accepts: portal.Accepts{Stages: []portal.Stage{"early"}, Note: "Late starters welcome."}, IdealMentee: "You like lists.",
		NotOffered: []string{"Homework"}, Learning: []portal.TopicRef{topic("Python")},
		Path: []portal.Step{{Year: 2009, What: "First post", Kind: "milestone"},
			{Year: 2017, What: "Hired", Kind: portal.Move, From: topic("Healthcare"), To: topic("Python")}},
		AlumniOf: []string{"a"}, AskMe: []string{"Why did you stop?"},
		Intro: &portal.Intro{First: "20 minutes on a call", AskFor: []string{"Your job, in two lines"}, ReplyWithin: "four days"},
		Index: true, Availability: portal.Availability{Status: portal.Open, Until: day(6, 30), Capacity: 2, GroupCapacity: 6,
			Windows: []portal.Window{{Day: time.Tuesday, Start: 18 * 60, End: 21*60 + 30}}},
		Contact:   portal.Contact{Via: portal.ViaForm, URL: "https://harbour.example/write"},
		Links:     []portal.WebLink{{Kind: "website", URL: "https://ana.example"}, {Kind: "zine", URL: "https://zine.example"}},
		Confirmed: day(1, 10),
	}
	all := []*portal.Mentor{ana}
	ways := portal.ContactWays()
	for i := range 30 {
		slug := fmt.Sprintf("mentor-%02d", i)
		m := &portal.Mentor{
			Item: portal.Item{File: "content/mentors/" + slug + ".md", Slug: slug, Body: body(t, 3, "")},
			Name: fmt.Sprintf("Mentor %d", i), Role: "Baker", Headline: "I can help you rise", Languages: []string{"el"}, Index: i > 0,
			Availability: portal.Availability{Status: portal.Statuses()[i%4], Until: day(6, 30)},
			Contact:      portal.Contact{Via: ways[i/4%4], URL: "https://harbour.example/write", Address: "baker@harbour.example"},
		}
		if i == 0 {
			m.Country = "NL"
		}
		if i == 8 || i == 11 || i == 12 {
			m.Languages, m.Timezone = []string{"en"}, "America/Lima"
			m.Skills = []portal.Skill{{Topic: topic("Welding"), Level: portal.Level(i / 4)}, {Topic: topic("Bookbinding")}}
			m.HelpsWith = []portal.TopicRef{topic("Changing career")}
		}
		if i == 16 {
			m.Availability.Capacity = 1 // which is taken
		}
		if i >= 25 {
			m.Availability.Until = day(1, 1)
		}
		all = append(all, m)
	}
	return all
}

const guideText = `A first message is short.

## Before you write

> [!TIP]
> Read their page first.

- [ ] I know their name
- [ ] I know my question

## Write

| Line | What |
|------|-----:|
| 1    | Who  |

Six lines.[^1]

### Then wait

[^1]: Or seven.
`
