package data

import (
	"cmp"
	"encoding/xml"
	"strings"
	"time"

	"ithaca/generator/order"
	"ithaca/generator/portal"
	"ithaca/generator/site"
)

// maxFeed is how many entries the feed has: the latest.
const maxFeed = 50

// The feed by RFC 4287. All its texts are plain, which is what they are there
// where nothing else is said.
type atomFeed struct {
	XMLName  xml.Name    `xml:"http://www.w3.org/2005/Atom feed"`
	Lang     string      `xml:"xml:lang,attr"`
	Title    string      `xml:"title"`
	ID       string      `xml:"id"`
	Updated  string      `xml:"updated"`
	Subtitle string      `xml:"subtitle,omitempty"`
	Links    []atomLink  `xml:"link"`
	Author   string      `xml:"author>name"`
	Entries  []atomEntry `xml:"entry"`
}

type atomLink struct {
	Href string `xml:"href,attr"`
	Rel  string `xml:"rel,attr"`
}

type atomEntry struct {
	Lang    string    `xml:"xml:lang,attr,omitempty"` // where it is not that of the feed
	Title   string    `xml:"title"`
	Updated string    `xml:"updated"`
	ID      string    `xml:"id"`
	Link    atomLink  `xml:"link"`
	Summary *atomText `xml:"summary"`
}

type atomText struct {
	Type string `xml:"type,attr"`
	Text string `xml:",chardata"`
}

// planFeed plans the Atom feed of stories, guides and events that have a date.
// Its addresses are absolute, so there is none without a base_url.
func planFeed(book *site.Planner) {
	pl := book.Plan
	if pl.Site.Origin == "" || len(feedEntries(pl)) == 0 {
		return
	}
	book.AddFile(site.FeedPath, func(func(string) string) []byte {
		program, home := pl.Portal.Program, pl.Site.Origin+pl.Site.Prefix
		feed := atomFeed{
			Lang:  pl.Site.Lang,
			Title: oneLine(program.Title), Subtitle: oneLine(cmp.Or(program.Description, program.Tagline)), ID: home + "/",
			Links:  []atomLink{{home + "/", "alternate"}, {home + site.FeedPath, "self"}},
			Author: oneLine(program.Title), Entries: feedEntries(pl),
		}
		feed.Updated = feed.Entries[0].Updated
		return encodeXML(feed)
	})
}

// feedEntries returns the feed's entries, the latest first, then by address.
func feedEntries(pl *site.Plan) []atomEntry {
	var entries []atomEntry
	add := func(page *site.Page, summary string, day portal.Date) {
		if page == nil || day.IsZero() || day.After(pl.Portal.Today) {
			return
		}
		entry := atomEntry{
			Lang: page.Head.TextLang, Title: oneLine(page.Head.Title), Updated: day.Time().Format(time.RFC3339),
			ID: page.Head.Canonical, Link: atomLink{page.Head.Canonical, "alternate"},
		}
		if text := oneLine(summary); text != "" {
			entry.Summary = &atomText{"text", text}
		}
		entries = append(entries, entry)
	}
	for _, s := range pl.Portal.Stories {
		add(pl.Of(s.File), s.Summary, s.Date)
	}
	for _, g := range pl.Portal.Guides {
		add(pl.Of(g.File), g.Summary, g.Updated)
	}
	for _, e := range pl.Portal.Events {
		add(pl.Of(e.File), summary(e.Body.Text()), e.Start.Day)
	}
	order.Stable(entries, func(a, b atomEntry) int {
		return cmp.Or(strings.Compare(b.Updated, a.Updated), strings.Compare(a.ID, b.ID))
	})
	return entries[:min(maxFeed, len(entries))]
}

// oneLine keeps what strangers wrote from beginning a line of its own.
func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }

// summary returns the beginning of a text, cut between words.
func summary(text string) string {
	const most = 200
	text = oneLine(text)
	r := []rune(text)
	if len(r) <= most {
		return text
	}
	cut := strings.LastIndexByte(string(r[:most]), ' ')
	if cut <= 0 {
		cut = len(string(r[:most]))
	}
	return text[:cut] + " …"
}
