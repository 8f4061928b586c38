package site

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"ithaca/generator/diag"
	"ithaca/generator/filename"
	"ithaca/generator/order"
	"ithaca/generator/portal"
)

// Plan is everything that will be published but the theme's assets. It is
// immutable and safe for concurrent use.
type Plan struct {
	Site Site
	*Catalog
	pages    []*Page // in the order of planning
	byURL    map[string]*Page
	byFile   map[string]*Page   // by the content file whose page it is
	pictures map[string]Picture // by file
	forge    forge              // where sources are changed
}

// Page is one planned page or machine file.
type Page struct {
	Path     string       // below the output folder: "mentors/ana-silva/index.html"
	URL      string       // root-relative, with base_url's path: "/mentors/ana-silva/"
	Template string       // the theme's template that draws it; "" for machine files
	Item     *portal.Item // the item the page is about; nil where there is none
	Head     Head

	// View returns what the template shows: a pointer to the view type of the
	// page's kind. It is computed at each call, so a plan of any size stays small.
	View func() any
	// Data returns the bytes of a machine file, with the interface's words by
	// their keys; nil for pages with a template.
	Data func(word func(key string) string) []byte

	alias  diag.Position // where the content asks for the page, of an older address
	static string        // the file that is published as it is
}

// Pages returns every planned page and machine file, sorted by URL.
func (p *Plan) Pages() []*Page {
	pages := slices.Clone(p.pages)
	order.Stable(pages, func(a, b *Page) int { return cmp.Compare(a.URL, b.URL) })
	return pages
}

// Page returns the page at a URL as it stands in links, or nil.
func (p *Plan) Page(url string) *Page { return p.byURL[url] }

// Of returns the page that a content file is shown on, or nil.
func (p *Plan) Of(file string) *Page { return p.byFile[file] }

// URL returns the URL of a path within the site, or "" when no page is planned
// there. Views and files ask when they are drawn, because while the plan is made
// the page may still be to come.
func (p *Plan) URL(path string) string {
	if url := p.Site.Prefix + path; p.byURL[url] != nil {
		return url
	}
	return ""
}

// Source names the content file the page is about, or "".
func (p *Page) Source() string {
	if p.Item == nil {
		return ""
	}
	return p.Item.File
}

// Draft reports whether the page is about a draft, which build leaves out.
func (p *Page) Draft() bool { return p.Item != nil && p.Item.Draft }

// Listed reports whether search engines may list the page.
func (p *Page) Listed() bool { return p.Template != "" && !p.Head.NoIndex }

// owner says who has the page's address, for messages.
func (p *Page) owner() string {
	switch {
	case p.alias.File != "":
		return "an alias in " + p.alias.File
	case p.static != "":
		return p.static
	case p.Source() != "":
		return p.Source()
	}
	return "a page that the portal makes by itself"
}

// place returns where the content asks for the page.
func (p *Page) place() diag.Position {
	if p.alias.File != "" {
		return p.alias
	}
	return diag.Position{File: cmp.Or(p.Source(), p.static)}
}

const (
	// URLTaken is reported where two sources want the same address.
	URLTaken diag.Code = "url-taken"
	// UnusablePath is reported for a page that could not be written everywhere.
	UnusablePath diag.Code = "unusable-path"
)

// Planner collects a plan.
type Planner struct {
	*Plan
	paths  filename.Paths
	static map[string][]byte // files published as they are; without those that are merged
	diags  diag.List
	hints  hints
}

func newPlanner(p *portal.Portal, o Options) *Planner {
	origin, prefix := splitBase(cmp.Or(o.BaseURL, p.Program.BaseURL))
	plan := &Plan{
		Site:    Site{Lang: p.Program.Language, Origin: origin, Prefix: prefix},
		Catalog: newCatalog(p, o.Matches),
		byURL:   map[string]*Page{}, byFile: map[string]*Page{},
		pictures: o.Pictures, forge: forgeOf(p.Program.Repository),
	}
	pl := &Planner{Plan: plan, static: maps.Clone(o.Static)}
	pl.paths.Take(ManifestPath)
	return pl
}

// Planned returns the pages so far, in the order of planning.
func (pl *Planner) Planned() []*Page { return slices.Clip(pl.pages) }

// Add plans a page at a path within the site that begins and ends with a slash,
// or names a file, and reports whether it could: a path that is taken already is
// an error of the later one.
func (pl *Planner) Add(path string, page *Page) bool {
	page.URL = pl.Site.Prefix + path
	page.Path = strings.TrimPrefix(path, "/")
	if strings.HasSuffix(path, "/") {
		page.Path += "index.html"
	}
	if !pl.canWrite(page) {
		return false
	}
	page.Head.Lang = pl.Site.Lang
	if pl.Site.Origin != "" {
		page.Head.Canonical = pl.Site.Origin + page.URL
	}
	if page.Item != nil {
		page.Head.Edit = pl.EditURL(page.Item.File)
		pl.byFile[page.Item.File] = page
	}
	pl.byURL[page.URL] = page
	pl.pages = append(pl.pages, page)
	return true
}

// canWrite takes a page's path, or reports why publishing would refuse it.
func (pl *Planner) canWrite(page *Page) bool {
	at := page.place()
	if problem := filename.PathProblem(page.Path); problem != "" {
		at.File = cmp.Or(at.File, pl.Portal.Program.File)
		pl.diags.Errorf(at, UnusablePath, "choose another name", "the path %s cannot be published: it %s", page.Path, problem)
		return false
	}
	other, clash := pl.paths.Take(page.Path)
	if clash == "" {
		return true
	}
	owner, hint := "a file that every portal has", "give the file another name"
	if i := slices.IndexFunc(pl.pages, func(p *Page) bool { return p.Path == other }); i >= 0 {
		taken := pl.pages[i]
		owner = taken.owner()
		at.File = cmp.Or(at.File, taken.Source())
	}
	if page.static == "" {
		hint = "give one of the two another file name"
	}
	pl.diags.Errorf(at, URLTaken, hint, "the address %s is already taken by %s",
		strings.TrimSuffix(page.URL, "index.html"), owner)
	return false
}

// AddFile plans a machine file. What makes its bytes gets the interface's words by
// their keys.
func (pl *Planner) AddFile(path string, data func(word func(key string) string) []byte) {
	pl.Add(path, &Page{Data: data})
}

// Warn reports something that the plan leaves out.
func (pl *Planner) Warn(at diag.Position, code diag.Code, hint, message string) {
	pl.diags.Warnf(at, code, hint, "%s", message)
}
