package content

import (
	"cmp"
	"slices"

	"ithaca/generator/diag"
	"ithaca/generator/portal"
)

// NoIndex is reported for a site without content/index.md.
const NoIndex diag.Code = "no-index"

// Options say how a portal is put together.
type Options struct {
	Today  portal.Date // the day of the run; index.md's as_of replaces it
	Drafts bool        // whether drafts are part of the portal
	// RequestsOutside states that the requests were read from a folder outside
	// the site, so that the site's repository does not publish them.
	RequestsOutside bool
	// RequestsInside is the path of a request that lies inside the site although
	// others were read in its place; "" for none.
	RequestsInside string
}

// Link joins decoded files into a portal. It gives every mistake of every file,
// in no particular order, and always a portal: with errors it is incomplete and
// must not be published. The documents are left as they are.
func Link(docs []*Document, o Options) (*portal.Portal, diag.List) {
	links := Relink(nil, docs, o)
	return links.Portal(), links.Diagnostics()
}

// linkAll links documents without knowing anything of them.
func linkAll(docs []*Document, o Options) *Links {
	l := &linker{
		docs: docs, drafts: o.Drafts, outside: o.RequestsOutside, inside: o.RequestsInside,
		portal: &portal.Portal{Absent: map[string]portal.Absence{}}, hints: maxComparisons,
	}
	l.join()
	p := l.portal
	p.Today = o.Today
	if !p.Program.AsOf.IsZero() {
		p.Today = p.Program.AsOf
	}
	l.vocabulary()
	l.targets()
	r := &Links{options: o, docs: docs, linker: l, vocabulary: l.diags, found: map[*Document]finding{}}
	r.whole()
	for _, doc := range docs {
		r.look(doc)
	}
	return r
}

// whole checks what the program as a whole owes its people.
func (r *Links) whole() {
	l := r.linker
	l.diags = nil
	l.policies()
	l.requestsInside()
	l.minors()
	r.program = l.diags
}

// finding is what was found out about a document, and how many comparisons went
// into hints.
type finding struct {
	diags    diag.List
	compared int
}

// look checks what a document says of others, and remembers what is wrong.
func (r *Links) look(doc *Document) {
	l, hints := r.linker, r.linker.hints
	l.diags = slices.Clone(doc.Diags)
	l.mentions(doc)
	l.references(doc)
	l.review(doc)
	l.future(doc)
	l.minor(doc)
	if len(l.diags) > 0 {
		r.found[doc] = finding{l.diags, hints - l.hints}
	}
}

// maxComparisons bounds how much work goes into "did you mean": many mistakes
// in a large portal would otherwise take longer than everything else.
const maxComparisons = 2_000_000

// linker holds what is known of all files while each is checked.
type linker struct {
	docs    []*Document
	drafts  bool
	outside bool   // requests come from outside the site
	inside  string // a request that lies inside it nevertheless
	portal  *portal.Portal
	diags   diag.List
	hints   int // comparisons left

	topics   *vocabulary
	pages    []*Document // of the organizers
	targeted map[target]*defined
	values   map[string]bool // of the program, folded
	pictures map[string]bool // by path
	showing  []*Document     // those that show pictures
}

// join fills the portal with the items of all files.
func (l *linker) join() {
	for _, doc := range l.docs {
		if doc.kind == pageKind {
			l.pages = append(l.pages, doc)
		}
		if doc.shows() {
			l.showing = append(l.showing, doc)
		}
		if l.part(doc) {
			doc.kind.join(l.portal, doc.item)
		} else if doc.kind != nil {
			l.portal.Absent[doc.Path] = portal.Absence{Draft: doc.item != nil}
		}
	}
	p := l.portal
	if p.Program == nil {
		p.Program = &portal.Program{Item: portal.Item{File: "content/index.md", Body: noText}, Language: "en"}
		if !slices.ContainsFunc(l.docs, func(d *Document) bool { return d.kind == programKind }) {
			l.diags.Errorf(diag.Position{File: "content/index.md"}, NoIndex,
				"write content/index.md with at least `title` and `concerns`", "the site has no content/index.md")
		}
	}
	bySlug(p.Mentors)
	bySlug(p.Requests)
	bySlug(p.Worksheets)
	bySlug(p.Events)
	bySlug(p.Guides)
	bySlug(p.Resources)
	bySlug(p.Stories)
	bySlug(p.Pages)
}

// part reports whether a file's item belongs to the portal.
func (l *linker) part(doc *Document) bool {
	return doc.item != nil && (!doc.base.Draft || l.drafts)
}

func bySlug[T interface{ Origin() *portal.Item }](items []T) {
	slices.SortStableFunc(items, func(a, b T) int {
		return cmp.Compare(a.Origin().Slug, b.Origin().Slug)
	})
}
