// Package site decides which pages and machine files a portal has, and where.
//
// It takes a portal and gives a Plan: every page with its URL and, when asked,
// its view: the items it shows, in their order, with every link already made.
// It is the only maker of URLs and the judge of the links that authors write.
// It does not know templates, interface words or the disk: where a view needs a
// word of the interface it carries the word's key.
package site

import (
	"cmp"
	"net/url"
	"slices"
	"strings"

	"ithaca/generator/diag"
	"ithaca/generator/match"
	"ithaca/generator/portal"
)

// Plan is everything that will be published but the theme's assets. It is
// immutable and safe for concurrent use.
type Plan struct {
	Site   Site
	prefix string  // of every URL
	pages  []*Page // in the order of planning
	byURL  map[string]*Page
	byFile map[string]*Page // by the content file whose page it is
}

// Page is one planned page or machine file.
type Page struct {
	Path     string // below the output folder: "mentors/ana-silva/index.html"
	URL      string // root-relative, with base_url's path: "/mentors/ana-silva/"
	Template string // the theme's template that draws it; "" for machine files
	Head     Head

	planner *planner                                  // whose page it is
	item    *portal.Item                              // the item the page is about, where there is one
	alias   string                                    // the content file that asks for it, of an older address
	view    func() any                                // what the template shows
	data    func(word func(key string) string) []byte // what a machine file holds
}

// View returns what the page's template shows: a pointer to the view type that
// bears the template's name (Home for "home", Mentor for "mentor"). It is
// computed at each call, so a plan of any size stays small.
func (p *Page) View() any { return p.view() }

// Data returns the bytes of a machine file, with the interface's words by their
// keys; nil for pages with a template.
func (p *Page) Data(word func(key string) string) []byte {
	if p.data == nil {
		return nil
	}
	return p.data(word)
}

// Source names the content file the page is about, or "".
func (p *Page) Source() string {
	if p.item == nil {
		return ""
	}
	return p.item.File
}

// Draft reports whether the page is about a draft, which build leaves out.
func (p *Page) Draft() bool { return p.item != nil && p.item.Draft }

// listed reports whether search engines may list the page.
func (p *Page) listed() bool { return p.Template != "" && !p.Head.NoIndex }

// owner says who has the page's address, for messages.
func (p *Page) owner() string {
	switch {
	case p.alias != "":
		return "an alias in " + p.alias
	case p.item != nil && p.item.File != "":
		return p.item.File
	}
	return "a page that the portal makes by itself"
}

// Head is what every page has besides its view.
type Head struct {
	Lang        string // BCP 47
	Title       string // in the content's words; "" where the template has its own
	Description string // likewise
	Canonical   string // absolute; "" without a base_url
	Section     string // the key of the navigation entry the page belongs to; "" for none
	Breadcrumb  []Link // from the home page down to the page's parent
	NoIndex     bool   // search engines are asked not to list the page
	Edit        string // where the page's source can be changed; "" without a repository
	Modified    portal.Date
	PageNumber  int     // of a list that spans pages, from 1; 0 elsewhere
	Preview     Preview // what a link to the page is shown with elsewhere; its URL is "" for no picture
}

// Link is a way to another page. Its words are the content's (Title) or, where
// Title is empty, the interface's (Key). URL is "" where there is no such page;
// then only the words are shown.
type Link struct {
	Title   string
	Key     string
	URL     string
	Current bool // the page belongs there
}

// Options say how a plan differs from what the content states.
type Options struct {
	BaseURL  string             // replaces base_url when not empty
	Pictures map[string]Picture // by the picture's file in the content
	Static   map[string][]byte  // files published as they are, by their paths in the portal
	Matches  *match.Index       // of the portal; nil for a new one, made when a page needs it
}

// New plans the portal and judges every link in it. The diagnostics are those
// of links, aliases and addresses; a plan with errors must not be published but
// can be looked at.
func New(p *portal.Portal, o Options) (*Plan, diag.List) {
	pl := newPlanner(p, o)
	for _, kind := range []func(*planner){
		planPictures, planHome, planMentorList, planMentors, planTopicIndex, planTopics, planNeeds,
		planGuideIndex, planGuides, planResourceIndex, planResourceLists, planResourceKinds,
		planStoryIndex, planStories, planWorksheets, planWrite, planEvents, planRequests, planFacets,
		planProgram, planHelp, planAccessibility, planPages, planNotFound,
		planSearch, planFinder, planCards, planSearchData, planMatchData,
		planAliases, planCalendars, planFeed, planExport, planRobots, planHeaders, planSitemap, planStatic,
	} {
		kind(pl)
	}
	pl.planSite()
	planMetadata(pl)
	pl.judgeLinks()
	return pl.plan, pl.diags
}

// Pages returns every planned page and machine file, sorted by URL.
func (p *Plan) Pages() []*Page {
	pages := slices.Clone(p.pages)
	slices.SortFunc(pages, func(a, b *Page) int { return cmp.Compare(a.URL, b.URL) })
	return pages
}

// Page returns the page at a URL as it stands in links, or nil.
func (p *Plan) Page(url string) *Page { return p.byURL[url] }

// of returns the page that a content file is shown on, or nil.
func (p *Plan) of(file string) *Page { return p.byFile[file] }

// splitBase takes a base_url apart into its origin ("https://a.example") and
// the path prefix that every URL of the site begins with ("/portal" or "").
func splitBase(base string) (origin, prefix string) {
	u, err := url.Parse(base)
	if err != nil || u.Host == "" {
		return "", ""
	}
	return u.Scheme + "://" + u.Host, strings.TrimRight(u.EscapedPath(), "/")
}
