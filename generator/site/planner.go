package site

import (
	"net/url"
	"strconv"
	"strings"
	"sync"

	"ithaca/generator/diag"
	"ithaca/generator/match"
	"ithaca/generator/portal"
)

// URLTaken is reported where two sources want the same address.
const URLTaken diag.Code = "url-taken"

// planner collects a plan. Its indexes are filled before the first page is
// planned and never change, because views are computed from them later, by
// several goroutines; views neither add pages nor report anything.
type planner struct {
	portal         *portal.Portal
	lang           string
	origin, prefix string
	editBase       string // what the addresses begin with at which sources are changed
	plan           *Plan
	diags          diag.List

	indexes
	kinds    map[portal.ResourceKind][]listed
	stories  map[string][]*portal.Story // by mentor's slug
	pictures map[string]Picture         // by file
	static   map[string][]byte          // by path

	matches func() *match.Index                 // made when it is first asked for
	full    map[string]bool                     // by mentor's slug: those who say they have places, and all are taken
	suited  func() map[string][]*portal.Request // published requests by the slugs of those who suit them

	cards sync.Map // *MentorCard by *portal.Mentor, as they are needed
	// What broken links are compared with, once one needs it.
	names     []string          // of the pages' files, sorted
	named     map[string]string // files by their names
	addresses []string          // of pages, sorted
	compared  int
}

func newPlanner(p *portal.Portal, o Options) *planner {
	base := p.Program.BaseURL
	if o.BaseURL != "" {
		base = o.BaseURL
	}
	origin, prefix := splitBase(base)
	pl := &planner{
		portal: p, lang: p.Program.Language, origin: origin, prefix: prefix, editBase: editBase(p.Program.Repository),
		plan:     &Plan{prefix: prefix, byURL: map[string]*Page{}, byFile: map[string]*Page{}},
		kinds:    map[portal.ResourceKind][]listed{},
		stories:  map[string][]*portal.Story{},
		pictures: o.Pictures,
		static:   o.Static,
	}
	pl.prepareMatches(o.Matches)
	pl.indexMentors()
	pl.indexOthers()
	pl.rankValues()
	return pl
}

// indexOthers fills the indexes but for those of mentors: what else the portal
// has about each topic, of each kind of resource, with each mentor.
func (pl *planner) indexOthers() {
	p := pl.portal
	for _, g := range p.Guides {
		pl.each(g.Topics, func(c *coverage) { c.guides = append(c.guides, g) })
	}
	for _, r := range p.Resources {
		refs := append([]portal.TopicRef(nil), r.Topics...)
		for _, item := range r.Items {
			refs = append(refs, item.Topics...)
		}
		pl.each(refs, func(c *coverage) { c.resources = append(c.resources, r) })
	}
	for _, s := range p.Stories {
		pl.each(s.Topics, func(c *coverage) { c.stories = append(c.stories, s) })
	}
	for _, e := range p.Events {
		pl.each(e.Topics, func(c *coverage) { c.events = append(c.events, e) })
	}
	for _, t := range p.Topics.All() {
		pl.each(t.Broader, func(c *coverage) { c.narrower = append(c.narrower, t) })
		pl.each(t.Related, func(c *coverage) { c.naming = append(c.naming, t) })
	}
	for _, list := range p.Resources {
		for i := range list.Items {
			item := &list.Items[i]
			pl.kinds[item.Kind] = append(pl.kinds[item.Kind], listed{item, list})
		}
	}
	for _, s := range p.Stories {
		for _, slug := range s.Mentors {
			pl.stories[slug] = append(pl.stories[slug], s)
		}
	}
}

// each calls f once for every topic that the references mean.
func (pl *planner) each(refs []portal.TopicRef, f func(*coverage)) {
	var seen []*portal.Topic
next:
	for _, ref := range refs {
		t := pl.portal.Topics.Of(ref)
		if t == nil || pl.about[t] == nil {
			continue
		}
		for _, s := range seen {
			if s == t {
				continue next
			}
		}
		seen = append(seen, t)
		f(pl.about[t])
	}
}

// mentorTopics returns everything a mentor can help with.
func mentorTopics(m *portal.Mentor) []portal.TopicRef {
	refs := make([]portal.TopicRef, 0, len(m.Skills)+len(m.HelpsWith)+len(m.Industries))
	for _, s := range m.Skills {
		refs = append(refs, s.Topic)
	}
	refs = append(refs, m.HelpsWith...)
	return append(refs, m.Industries...)
}

// add plans a page at a path within the site that begins and ends with a slash,
// or names a file. A path that is taken already is an error of the later one.
func (pl *planner) add(path string, page *Page) *Page {
	pl.complete(path, page)
	if taken := pl.plan.Page(page.URL); taken != nil {
		pl.taken(page, taken)
		return taken
	}
	if page.item != nil {
		pl.plan.byFile[page.item.File] = page
	}
	pl.plan.byURL[page.URL] = page
	pl.plan.pages = append(pl.plan.pages, page)
	return page
}

// complete fills in what follows from a page's path.
func (pl *planner) complete(path string, page *Page) {
	page.URL = pl.prefix + path
	page.Path = strings.TrimPrefix(path, "/")
	if strings.HasSuffix(path, "/") {
		page.Path += "index.html"
	}
	page.Head.Lang = pl.lang
	page.planner = pl
	if pl.origin != "" {
		page.Head.Canonical = pl.origin + page.URL
	}
	if page.item != nil && pl.editBase != "" {
		page.Head.Edit = pl.editBase + (&url.URL{Path: page.item.File}).EscapedPath()
	}
}

func (pl *planner) taken(late, early *Page) {
	at := late.Source()
	if at == "" {
		at = early.Source()
	}
	pl.diags.Errorf(diag.Position{File: at}, URLTaken, "give one of the two another file name",
		"the address %s is already taken by %s", late.URL, early.owner())
}

// url returns the URL of a path within the site, or "" when no page is planned
// there. It must be called only when all pages are planned: from views and from
// planSite.
func (pl *planner) url(path string) string {
	if url := pl.prefix + path; pl.plan.Page(url) != nil {
		return url
	}
	return ""
}

// pageSize is how many entries a list shows on one page.
const pageSize = 24

// Pager says where a page stands in a list that spans several.
type Pager struct {
	Number, Count  int // from 1
	Previous, Next string
	Pages          []Link // Title is the number
}

// chapters plans a list of n entries below a path, one page for each pageSize
// of them and at least one. The view function gets the bounds of its slice.
func (pl *planner) chapters(path string, n int, page Page, view func(from, to int, pager Pager) any) {
	count := max(1, (n+pageSize-1)/pageSize)
	for i := range count {
		chapter := page
		chapter.Head.PageNumber = i + 1
		chapter.view = func() any {
			return view(i*pageSize, min(n, (i+1)*pageSize), pl.pager(path, i+1, count))
		}
		if i > 0 {
			chapter.item = nil // the item's own page is the first
		}
		if pl.add(chapterPath(path, i+1), &chapter) != &chapter {
			return
		}
	}
}

func chapterPath(path string, number int) string {
	if number == 1 {
		return path
	}
	return path + "page/" + strconv.Itoa(number) + "/"
}

// pager links the first, the last and the neighbouring pages of a list.
func (pl *planner) pager(path string, number, count int) Pager {
	p := Pager{Number: number, Count: count}
	if number > 1 {
		p.Previous = pl.url(chapterPath(path, number-1))
	}
	if number < count {
		p.Next = pl.url(chapterPath(path, number+1))
	}
	for i := 1; i <= count; i++ {
		if i == 1 || i == count || i-number <= 2 && number-i <= 2 {
			p.Pages = append(p.Pages, Link{Title: strconv.Itoa(i), URL: pl.url(chapterPath(path, i)), Current: i == number})
		}
	}
	return p
}
