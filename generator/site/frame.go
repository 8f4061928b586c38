package site

import (
	"cmp"
	"slices"
	"strings"

	"ithaca/generator/portal"
)

// Site is what every page shares: the frame around the views.
type Site struct {
	Title       string
	Tagline     string
	Description string
	Lang        string // BCP 47: the portal's own language
	Origin      string // "https://ithaca.example"; "" without a base_url
	Root        string // the path every URL begins with: "/portal", or ""
	Prefix      string // that of the language: "/portal/es"; Root in the portal's own
	Home        string // URL of the home page
	Ways        Ways
	Assets      string // URL of the folder the theme's assets are under, with a final slash
	Navigation  []NavEntry
	Footer      []Link          // help first, then what the navigation leaves out, the organizers' pages, accessibility
	Search      string          // URL of the page on which everything is found
	Data        string          // URL of the index of what scripts narrow lists, search and match with
	Join        string          // URL of the page on how to become a mentor while there is none; else ""
	Feed        string          // URL; "" when there is none
	Calendar    string          // URL of the calendar of all dates; "" when there is none
	Manifest    string          // URL of what the theme says of the site as an app
	Concerns    portal.Concerns // where to report a problem
	Contact     Link
	Repository  string // URL; "" when none is stated
	Frozen      bool   // whether the portal stays on the day Today
	Today       portal.Date
	Accent      string // of the brand: "#0b57a4"; "" for the theme's own
	Logo        string // URL; "" for none
	CustomCSS   string // URL of the organizers' stylesheet; "" for none
}

// Ways are the URLs of the pages from which people go on. Each is "" where the
// portal has no such page.
type Ways struct {
	Mentors, Topics, Guides, Worksheets, Stories, Events, Program string
	Open                                                          string // the mentors with places
	Languages                                                     string // those that mentors speak
	Requests                                                      string // those that are published
	Match                                                         string // the match finder
	Needs                                                         string // the needs in people's words, or else the topics
	Write                                                         string // the help with a first message
	Apply                                                         string // the page that says how to apply, or else the organizers' form
	Help, Privacy, Conduct, Accessibility                         string
	Profile                                                       string // of a mentor, with {mentor} for the slug
}

// ways returns the ways on once every page is known.
func (pl *Planner) ways() Ways {
	form := strings.NewReplacer("{mentor}", "", "{needs}", "", "{cycle}", "").Replace(pl.Portal.Program.Apply)
	return Ways{
		Mentors: pl.URL("/mentors/"), Topics: pl.URL("/topics/"), Guides: pl.URL("/guides/"), Worksheets: pl.URL("/worksheets/"),
		Stories: pl.URL("/stories/"), Events: pl.URL("/events/"), Program: pl.URL("/program/"),
		Open: pl.URL("/open/"), Languages: pl.URL("/languages/"), Requests: pl.URL("/requests/"),
		Match: pl.URL("/match/"), Needs: cmp.Or(pl.URL("/needs/"), pl.URL("/topics/")), Write: pl.URL("/write/"), Apply: cmp.Or(pl.URL("/apply/"), form),
		Help: pl.URL("/help/"), Privacy: pl.URL("/privacy/"), Conduct: pl.URL("/code-of-conduct/"), Accessibility: pl.URL("/accessibility/"),
		Profile: pl.Site.Prefix + "/mentors/{mentor}/",
	}
}

// NavEntry is an entry of the site's navigation. Section says which pages
// belong to it: those whose Head.Section is the same.
type NavEntry struct {
	Link
	Section string
}

// maxNavigation is how many entries the default navigation has at most: more do
// not fit in two lines of a phone.
const maxNavigation = 7

// fillFrame fills the frame once every page is known.
func (pl *Planner) fillFrame(static map[string][]byte) {
	program := pl.Portal.Program
	pl.weighStyles(static[strings.TrimPrefix(program.Brand.CustomCSS, "/")], program.Brand.CustomCSSAt)
	navigation := pl.navigation()
	join := ""
	if len(pl.Portal.Mentors) == 0 {
		join = pl.URL("/become-a-mentor/")
	}
	pl.Site = Site{
		Title: program.Title, Tagline: program.Tagline, Description: program.Description,
		Lang: pl.Site.Lang, Origin: pl.Site.Origin, Root: pl.Site.Root, Prefix: pl.Site.Prefix,
		Home: pl.Site.Prefix + "/", Assets: pl.Site.Root + "/assets/",
		Navigation: navigation,
		Footer:     pl.footer(navigation),
		Ways:       pl.ways(),
		Search:     pl.URL("/search/"),
		Data:       pl.URL(IndexPath),
		Join:       join,
		Feed:       pl.URL(FeedPath),
		Calendar:   pl.URL(EventsPath),
		Manifest:   pl.Site.Prefix + "/" + ManifestPath,
		Concerns:   program.Concerns,
		Contact:    Link{Title: program.Contact.Name, URL: program.Contact.URL},
		Repository: program.Repository.URL,
		Frozen:     !program.AsOf.IsZero(),
		Today:      pl.Portal.Today,
		Accent:     program.Brand.Accent,
		Logo:       pl.brandFile(static, "logo", program.Brand.Logo, program.Brand.LogoAt),
		CustomCSS:  pl.brandFile(static, "custom_css", program.Brand.CustomCSS, program.Brand.CustomCSSAt),
	}
}

// navigation returns the organizer's entries, or else the sections that have
// something to show.
func (pl *Planner) navigation() []NavEntry {
	var entries []NavEntry
	for _, n := range pl.Portal.Program.Navigation {
		if n.To == "" {
			continue // reported where it was read
		}
		href, problem := pl.resolve(&pl.Portal.Program.Item, n.To)
		if problem != nil {
			pl.report(&pl.Portal.Program.Item, n.At.Line, n.At.Column, problem)
		}
		if href == "" {
			continue
		}
		entry := NavEntry{Link: Link{Title: n.Title, URL: href}}
		if page := pl.Page(href); page != nil {
			entry.Section = page.Head.Section
		}
		entries = append(entries, entry)
	}
	if len(pl.Portal.Program.Navigation) > 0 {
		return entries
	}
	for _, section := range []string{"needs", "mentors", "guides", "worksheets", "resources", "stories", "program", "topics", "events", "about"} {
		if url := pl.URL("/" + section + "/"); url != "" && len(entries) < maxNavigation {
			entries = append(entries, NavEntry{Link{Key: "nav-" + section, URL: url}, section})
		}
	}
	return entries
}

// MaxFooter is how many of the organizers' pages the footer holds; the help page leads to
// those beyond. It stands on every page, so that more would cost their square.
const MaxFooter = 30

// OwnPages returns links to the organizers' pages, but to those with a place of their own.
func (pl *Plan) OwnPages() []Link {
	var links []Link
	for _, p := range pl.Portal.Pages {
		if page := pl.Of(p.File); page != nil && page.Template == "page" {
			links = append(links, Link{Title: p.Title, Lang: p.Lang, URL: page.URL})
		}
	}
	return links
}

// footer returns, in an order that is the same on every page, the way to help, the
// sections that the navigation does not lead to, the organizers' pages and the
// accessibility statement.
func (pl *Planner) footer(navigation []NavEntry) []Link {
	links := []Link{{Key: "nav-help", URL: pl.URL("/help/")}}
	for _, section := range []string{"topics", "program", "events"} {
		url := pl.URL("/" + section + "/")
		if url != "" && !slices.ContainsFunc(navigation, func(n NavEntry) bool { return n.URL == url }) {
			links = append(links, Link{Key: "nav-" + section, URL: url})
		}
	}
	own := pl.OwnPages()
	links = append(links, own[:min(len(own), MaxFooter)]...)
	return append(links, Link{Key: "nav-accessibility", URL: pl.URL("/accessibility/")})
}
