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

	first  *Plan   // that of the portal's own language; nil for itself
	others []*Plan // of its other languages, in their order
}

// Page is one planned page or machine file.
type Page struct {
	Path     string       // below the output folder: "mentors/ana-silva/index.html"
	URL      string       // root-relative, with base_url's path: "/mentors/ana-silva/"
	Template string       // the theme's template that draws it; "" for machine files
	Item     *portal.Item // the item the page is about; nil where there is none
	Head     Head

	// Later names the template whose block "later" is the file: what scripts of a page of
	// that template ask for once somebody begins to use it. It has a view and no Template.
	Later string

	// View returns what the template shows: a pointer to the view type of the
	// page's kind. It is computed at each call, so a plan of any size stays small.
	View func() any
	// Data returns the bytes of a machine file, with the interface's words by
	// their keys; nil for pages with a template.
	Data func(word func(key string) string) []byte

	plan   *Plan
	alias  diag.Position // where the content asks for the page, of an older address
	static string        // the file that is published as it is
}

// Pages returns every planned page and machine file, sorted by URL: those of all
// languages, where the plan is that of the portal's own.
func (p *Plan) Pages() []*Page {
	pages := slices.Clone(p.pages)
	for _, other := range p.others {
		pages = append(pages, other.pages...)
	}
	order.Stable(pages, func(a, b *Page) int { return cmp.Compare(a.URL, b.URL) })
	return pages
}

// Page returns the page at a URL as it stands in links, in whichever language, or nil.
func (p *Plan) Page(url string) *Page {
	for _, plan := range p.Languages() {
		if page := plan.byURL[url]; page != nil {
			return page
		}
	}
	return nil
}

// Of returns the page that a content file is shown on, or nil: in the plan's language,
// unless only another one has the file.
func (p *Plan) Of(file string) *Page {
	if page := p.byFile[file]; page != nil {
		return page
	}
	for _, plan := range p.Languages() {
		if page := plan.byFile[file]; page != nil {
			return page
		}
	}
	return nil
}

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
func (p *Page) Listed() bool { return p.Template != "" && !p.Head.NoIndex && p.Head.TextLang == "" }

// Plan returns the plan that the page is one of.
func (p *Page) Plan() *Plan { return p.plan }

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
	paths  *filename.Paths   // shared by all languages
	static map[string][]byte // files published as they are; without those that are merged
	diags  diag.List
	// how often paths were compared for "did you mean"
	compared int
}

// newPlanner begins the plan of a portal in its own language, or in another one.
func newPlanner(p *portal.Portal, o Options, own *Planner) *Planner {
	origin, root := splitBase(cmp.Or(o.BaseURL, p.Program.BaseURL))
	prefix, paths, matches := root, &filename.Paths{}, o.Matches
	pages := 2*len(p.Mentors) + 2*len(p.Topics.All()) // or more
	if own != nil {
		prefix, paths, matches = root+Folder(p.Program.Language), own.paths, nil
	}
	plan := &Plan{
		Site:    Site{Lang: p.Program.Language, Origin: origin, Root: root, Prefix: prefix},
		Catalog: newCatalog(p, matches),
		byURL:   make(map[string]*Page, pages), byFile: make(map[string]*Page, len(p.Mentors)+len(p.Guides)),
		pictures: o.Pictures, forge: forgeOf(p.Program.Repository),
	}
	pl := &Planner{Plan: plan, paths: paths}
	if own != nil {
		pl.first = own.Plan
	} else {
		pl.static = maps.Clone(o.Static)
	}
	for _, name := range []string{ManifestPath, "assets/" + ManifestPath} { // assets is the theme's folder
		pl.paths.Take(pl.folder() + name)
	}
	return pl
}

// Planned returns the pages so far, in the order of planning.
func (pl *Planner) Planned() []*Page { return slices.Clip(pl.pages) }

// Add plans a page at a path within the site that begins and ends with a slash,
// or names a file, and reports whether it could: a path that is taken already is
// an error of the later one.
func (pl *Planner) Add(path string, page *Page) bool {
	file := ""
	if strings.HasSuffix(path, "/") {
		file = "index.html"
	}
	whole := pl.Site.Origin + pl.Site.Prefix + path + file // all three are parts of it
	address := strings.TrimSuffix(whole, file)
	page.URL, page.plan = address[len(pl.Site.Origin):], pl.Plan
	page.Path = whole[len(pl.Site.Origin)+len(pl.Site.Root)+1:]
	if !pl.canWrite(page) {
		return false
	}
	page.Head.Lang = pl.Site.Lang
	if pl.Site.Origin != "" {
		page.Head.Canonical = address
	}
	if item := page.Item; item != nil {
		page.Head.Edit, page.Head.Own = pl.EditURL(item.File), pl.ownOf(item)
		pl.byFile[item.File] = page
		if item.Original != "" {
			pl.byFile[item.Original] = page
		}
		if page.Head.TextLang = item.Lang; item.Lang != "" && pl.Site.Origin != "" { // search engines keep the original
			page.Head.Canonical = pl.Site.Origin + pl.Site.Root + path
		}
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
	pages := pl.pages
	if pl.first != nil {
		pages = slices.Concat(pages, pl.first.pages)
	}
	if i := slices.IndexFunc(pages, func(p *Page) bool { return p.Path == other }); i >= 0 {
		taken := pages[i]
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
