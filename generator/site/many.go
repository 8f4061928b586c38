package site

import (
	"slices"
	"strconv"
	"strings"

	"ithaca/generator/portal"
)

// many are the pages of one folder that are made when they are asked for: most
// of a large portal's pages are looked at by nobody after an edit. What is told
// of a page before it is made must hold for the page.
type many struct {
	at     place
	n      int
	listed int                      // how many of them search engines may list
	page   func(i int) *Page        // ready, as pl.add would leave it
	find   func(name string) int    // by the last part of the address; -1 for none
	item   func(i int) *portal.Item // what the page is about; nil where the pages are about none
}

// planned is one page, or many.
type planned struct {
	page *Page
	many *many
}

// place is where many pages stand: at FOLDER/NAME/FILE, each with another name.
// FILE is "" for pages whose addresses end in a slash.
type place struct{ folder, file string }

// placeOf takes an address apart: "/mentors/ana-silva/card.json" into the place
// {"/mentors/", "card.json"} and "ana-silva".
func placeOf(url string) (at place, name string) {
	end := strings.LastIndexByte(url, '/')
	if end < 0 {
		return at, ""
	}
	start := strings.LastIndexByte(url[:end], '/') + 1
	return place{url[:start], url[end+1:]}, url[start:end]
}

// has reports whether there is a page at a URL, without making it.
func (p *Plan) has(url string) bool {
	if p.byURL[url] != nil {
		return true
	}
	m, i := p.among(url)
	return m != nil && i >= 0
}

// among finds a URL among pages that are made when they are asked for.
func (p *Plan) among(url string) (*many, int) {
	at, name := placeOf(url)
	m := p.places[at]
	if m == nil {
		return nil, -1
	}
	return m, m.find(name)
}

// made returns the page at a URL if it is one of many, or nil.
func (p *Plan) made(url string) *Page {
	if m, i := p.among(url); i >= 0 {
		return m.page(i)
	}
	return nil
}

// of returns the page that a content file is shown on, or nil.
func (p *Plan) of(file string) *Page {
	if page := p.file[file]; page != nil {
		return page
	}
	within, ok := strings.CutPrefix(nameOf(file), "content/")
	if !ok {
		return nil
	}
	m, i := p.among(p.prefix + "/" + within + "/")
	if i < 0 || m.item == nil || m.item(i).File != file {
		return nil
	}
	return m.page(i)
}

// each goes through all pages in the order in which they were planned; those
// that are made when they are asked for are made for this.
func (p *Plan) each(yield func(*Page) bool) {
	for _, e := range p.planned {
		if e.page != nil {
			if !yield(e.page) {
				return
			}
			continue
		}
		for i := range e.many.n {
			if !yield(e.many.page(i)) {
				return
			}
		}
	}
}

// count returns how many pages there are, and how many of them search engines may
// list.
func (p *Plan) count() (all, listed int) {
	for _, e := range p.planned {
		switch {
		case e.many != nil:
			all, listed = all+e.many.n, listed+e.many.listed
		default:
			all++
			if e.page.listed() {
				listed++
			}
		}
	}
	return all, listed
}

// addMany plans the pages at a place within the site.
func (pl *planner) addMany(at place, m *many) {
	if m.n == 0 {
		return
	}
	at.folder = pl.prefix + at.folder
	m.at = at
	pl.plan.places[at] = m
	pl.plan.planned = append(pl.plan.planned, planned{many: m})
}

// items are those of a kind that have a page each, or a file beside it.
type items[T interface{ Origin() *portal.Item }] struct {
	at     place // with the kind's folder, within the site: "/mentors/"
	all    []T   // sorted by slug, no slug twice
	listed int   // how many of the pages search engines may list
	page   func(T) *Page
}

// plan plans the pages or files.
func (s items[T]) plan(pl *planner) {
	m := &many{
		n: len(s.all), listed: s.listed,
		page: func(i int) *Page {
			return pl.complete(s.at.folder+s.all[i].Origin().Slug+"/"+s.at.file, s.page(s.all[i]))
		},
		find: func(name string) int {
			i, found := slices.BinarySearchFunc(s.all, name, func(item T, slug string) int {
				return strings.Compare(item.Origin().Slug, slug)
			})
			if !found {
				return -1
			}
			return i
		},
	}
	if s.at.file == "" {
		m.item = func(i int) *portal.Item { return s.all[i].Origin() }
	}
	pl.addMany(s.at, m)
}

// chapterAt finds the chapters of a list from the second on by their numbers.
func chapterAt(name string, count int) int {
	n, err := strconv.Atoi(name)
	if err != nil || n < 2 || n > count || strconv.Itoa(n) != name {
		return -1
	}
	return n - 2
}
