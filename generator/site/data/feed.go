package data

import (
	"cmp"
	"slices"
	"strings"

	"github.com/gorilla/feeds"

	"ithaca/generator/portal"
	"ithaca/generator/site"
)

// maxFeed is how many entries the feed has: the latest.
const maxFeed = 50

// planFeed plans the Atom feed of stories, guides and events that have a date.
// Its addresses are absolute, so there is none without a base_url.
func planFeed(book *site.Planner) {
	pl := book.Plan
	if pl.Site.Origin == "" || !hasNews(pl) {
		return
	}
	book.AddFile(site.FeedPath, func(func(string) string) []byte {
		items := feedItems(pl)
		program := pl.Portal.Program
		feed := &feeds.Feed{
			Title: oneLine(program.Title), Subtitle: oneLine(cmp.Or(program.Description, program.Tagline)),
			Id:   pl.Site.Origin + pl.Site.Prefix + "/",
			Link: &feeds.Link{Href: pl.Site.Origin + pl.Site.Prefix + "/"}, Author: &feeds.Author{Name: oneLine(program.Title)},
			Items: items,
		}
		if len(items) > 0 {
			feed.Updated = items[0].Updated
		}
		text, err := feed.ToAtom()
		if err != nil {
			return nil // strings and dates always marshal
		}
		return []byte(text + "\n")
	})
}

// isNews reports whether something of a day belongs into the feed.
func isNews(pl *site.Plan, day portal.Date) bool { return !day.IsZero() && !day.After(pl.Portal.Today) }

func hasNews(pl *site.Plan) bool {
	p := pl.Portal
	return slices.ContainsFunc(p.Stories, func(s *portal.Story) bool { return isNews(pl, s.Date) }) ||
		slices.ContainsFunc(p.Guides, func(g *portal.Guide) bool { return isNews(pl, g.Updated) }) ||
		slices.ContainsFunc(p.Events, func(e *portal.Event) bool { return isNews(pl, e.Start.Day) })
}

// feedItems returns the feed's entries, the latest first, then by address.
func feedItems(pl *site.Plan) []*feeds.Item {
	var items []*feeds.Item
	add := func(page *site.Page, summary string, day portal.Date) {
		if page == nil || !isNews(pl, day) {
			return
		}
		items = append(items, &feeds.Item{
			Id: page.Head.Canonical, Link: &feeds.Link{Href: page.Head.Canonical},
			Title: oneLine(page.Head.Title), Description: oneLine(summary), Updated: day.Time(), Created: day.Time(),
		})
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
	slices.SortFunc(items, func(a, b *feeds.Item) int {
		return cmp.Or(b.Updated.Compare(a.Updated), cmp.Compare(a.Id, b.Id))
	})
	return items[:min(maxFeed, len(items))]
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
