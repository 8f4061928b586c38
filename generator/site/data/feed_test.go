package data_test

import (
	"encoding/json"
	"encoding/xml"
	"strings"
	"testing"

	"ithaca/generator/markdown"
	"ithaca/generator/portal"
	"ithaca/generator/portaltest"
	"ithaca/generator/site"
	"ithaca/generator/site/data"
	"ithaca/generator/site/page"
)

// read is a feed as a feed reader takes it: a text of type html is parsed as HTML
// once more.
type read struct {
	ID    string `xml:"id"`
	Title text   `xml:"title"`
	Links []struct {
		Rel  string `xml:"rel,attr"`
		Href string `xml:"href,attr"`
	} `xml:"link"`
	Entries []struct {
		Title   text   `xml:"title"`
		Summary *text  `xml:"summary"`
		Updated string `xml:"updated"`
		ID      string `xml:"id"`
	} `xml:"entry"`
}

type text struct {
	Type string `xml:"type,attr"`
	Text string `xml:",chardata"`
}

// newsOf plans a portal at an address with one guide.
func newsOf(base, title, summary string) *site.Plan {
	p := portaltest.Crowd(0, 0)
	p.Program.Title = title
	g := &portal.Guide{Title: title, Summary: summary, Updated: today}
	g.Slug, g.File, g.Body = "first", "content/guides/first.md", &markdown.Document{}
	p.Guides = []*portal.Guide{g}
	p.Program.BaseURL = base
	plan, _ := site.New(p, site.Options{}, page.Plan, data.Plan)
	return plan
}

func TestAFeedShowsTextsAsTheyWereWritten(t *testing.T) {
	for _, written := range []string{
		`Write "Dear <name>" and mean it; &amp; stays as it is`, "<b>bold</b>", "a < b && c > d", "]]>", "&#60;script&#62;", "Tom & Jerry", "",
	} {
		var feed read
		if err := xml.Unmarshal([]byte(fileOf(t, newsOf("https://harbour.example", "T "+written, written), "/feed.xml")), &feed); err != nil {
			t.Fatal(err)
		}
		e := feed.Entries[0]
		switch {
		case written == "" && e.Summary != nil:
			t.Errorf("a guide without a summary has one in the feed: %q", e.Summary.Text)
		case written != "" && (e.Summary.Type != "text" || e.Summary.Text != written):
			t.Errorf("the summary %q is shown as %q of type %q", written, e.Summary.Text, e.Summary.Type)
		}
		for _, title := range []text{feed.Title, e.Title} {
			if title.Type != "" && title.Type != "text" || title.Text != strings.TrimSpace("T "+written) {
				t.Errorf("the title %q is shown as %q of type %q", "T "+written, title.Text, title.Type)
			}
		}
	}
}

func TestAFeedSaysWhereItIs(t *testing.T) {
	var feed read
	if err := xml.Unmarshal([]byte(fileOf(t, newsOf("https://harbour.example/portal", "T", ""), "/portal/feed.xml")), &feed); err != nil {
		t.Fatal(err)
	}
	links := map[string]string{}
	for _, l := range feed.Links {
		links[l.Rel] = l.Href
	}
	if len(links) != 2 || links["self"] != "https://harbour.example/portal/feed.xml" || links["alternate"] != feed.ID || feed.ID != "https://harbour.example/portal/" {
		t.Errorf("the feed %s has the links %v", feed.ID, links)
	}
}

func TestAHostHasOneSpellingEverywhere(t *testing.T) {
	for base, want := range map[string]string{
		"https://Bücher.example":          "https://xn--bcher-kva.example",
		"https://xn--bcher-kva.example":   "https://xn--bcher-kva.example",
		"https://b%C3%BCcher.example/x":   "https://xn--bcher-kva.example/x",
		"https://BÜCHER.example:8443/x":   "https://xn--bcher-kva.example:8443/x",
		"https://موقع.example":            "https://xn--4gbrim.example",
		"https://Harbour.Example/Mentors": "https://harbour.example/Mentors",
		"https://faß.example":             "https://xn--fa-hia.example",
		"https://bu\u0308cher.example":    "https://xn--bcher-kva.example",
		"HTTPS://日本語。example/メンター":        "https://xn--wgv71a119e.example/%E3%83%A1%E3%83%B3%E3%82%BF%E3%83%BC",
	} {
		plan := newsOf(base, "T", "S")
		e := event("Europe/Berlin", "2026-11-10 18:00")
		home := plan.Page(plan.Site.Prefix + "/")
		if home.Head.Canonical != want+"/" {
			t.Errorf("%s: the home page is %s, want %s/", base, home.Head.Canonical, want)
		}
		host := strings.Split(strings.TrimPrefix(want, "https://"), "/")[0]
		p := portaltest.Crowd(0, 0)
		p.Program.BaseURL = base
		e.Slug, e.File, e.Title, e.Body, e.Location = "e", "content/events/e.md", "E", &markdown.Document{}, "Town hall"
		p.Events = []*portal.Event{e}
		dated, _ := site.New(p, site.Options{}, page.Plan, data.Plan)
		walk := dated.Page(dated.Site.Prefix + "/events/e/")
		stated, err := json.Marshal(page.Linked(dated, walk, walk.View()))
		if err != nil {
			t.Fatal(err)
		}
		for name, file := range map[string]string{
			"json-ld": string(stated), "feed": fileOf(t, plan, plan.Site.Prefix+"/feed.xml"), "sitemap": fileOf(t, plan, plan.Site.Prefix+"/sitemap.xml"),
			"robots": fileOf(t, plan, plan.Site.Prefix+"/robots.txt"), "calendar": fileOf(t, dated, plan.Site.Prefix+"/events.ics"),
		} {
			file = strings.ReplaceAll(file, "\r\n ", "")
			if !strings.Contains(file, host) || strings.Contains(strings.ToLower(file), "bücher") || strings.ContainsFunc(strings.ReplaceAll(file, host, ""), func(r rune) bool { return r > 0x7f }) {
				t.Errorf("%s: %s names another host:\n%.600s", base, name, file)
			}
		}
	}
}
