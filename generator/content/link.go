package content

import (
	"cmp"
	"ithaca/generator/content/kinds"
	"ithaca/generator/content/part"
	"slices"

	"ithaca/generator/diag"
	"ithaca/generator/order"
	"ithaca/generator/portal"
)

// NoIndex is reported for a site without content/index.md.
const NoIndex diag.Code = "no-index"

// Options say how documents are linked.
type Options struct {
	Today    portal.Date // the day of the run; index.md's as_of replaces it
	DayAsked bool        // whether somebody named the day, which then replaces as_of
	Drafts   bool        // whether drafts are part of the portal
	// RequestsOutside states that the requests were read from a folder outside
	// the site, so that the site's repository does not publish them.
	RequestsOutside bool
	// RequestsInside is the path of a request in the site that was not read because of
	// RequestsOutside; "" for none.
	RequestsInside string
	// Refused are the paths of files that exist and are not among the documents, because of
	// mistakes that were reported.
	Refused []string
}

// Link joins decoded files, which must be sorted by path, into a portal. It
// returns every mistake of every file, in no particular order. The portal is
// never nil; with errors it is incomplete and must not be published. Link does
// not modify the documents, so they can be linked again with others; the
// portal shares their items.
func Link(docs []*Document, o Options) (*portal.Portal, diag.List) {
	l := &linker{
		Options: o, portal: &portal.Portal{Absent: map[string]bool{}, Left: map[string]portal.Date{}},
		hints: maxComparisons, refused: map[string]bool{}, translations: map[string][]*Document{},
	}
	for _, doc := range docs {
		if doc.original == "" {
			l.docs = append(l.docs, doc)
		} else {
			l.translated = append(l.translated, doc)
			l.translations[doc.original] = append(l.translations[doc.original], doc)
		}
	}
	for _, file := range o.Refused {
		l.refused[file] = true
	}
	l.joinItems()
	p := l.portal
	p.Today = o.Today
	if !p.Program.AsOf.IsZero() && !o.DayAsked {
		p.Today = p.Program.AsOf
	}
	l.linkTopics()
	l.addLanguages()
	l.collectTargets()
	l.checkPolicies()
	l.checkRequestsInside()
	l.checkContact()
	l.checkMinorsProgram()
	l.warnSamePersons()
	for _, doc := range l.translated {
		l.diags = append(l.diags, doc.Diags...)
		l.checkReferences(doc)
	}
	for _, doc := range l.docs {
		l.diags = append(l.diags, l.diagnosticsOf(doc)...)
		l.checkTopics(doc)
		l.checkReferences(doc)
		l.checkReview(doc)
		l.checkFutureDates(doc)
		l.checkAdvertising(doc)
		l.checkConfirmed(doc)
		l.checkCycles(doc)
		l.checkMinorsFile(doc)
	}
	return p, l.diags
}

// maxComparisons bounds the comparisons for "did you mean" in all files: for many mistakes
// in a large portal they would take longer than everything else.
const maxComparisons = 2_000_000

// linker links and checks the documents of a portal.
type linker struct {
	Options
	docs   []*Document // without translations
	portal *portal.Portal
	diags  diag.List
	hints  int // comparisons left

	topics       *vocabulary
	translated   []*Document            // the translations
	translations map[string][]*Document // the same, by the path of the file that they translate
	targetSets   map[part.Target]*targetSet
	values       map[string]bool // of the program, folded
	pictures     map[string]bool // by path
	refused      map[string]bool // by path: files that cannot be used
}

// joinItems adds the items of all files to the portal.
func (l *linker) joinItems() {
	for _, doc := range l.docs {
		if l.included(doc) {
			doc.kind.Join(l.portal, doc.item)
		} else if doc.gone {
			l.addLeft(doc)
		} else if doc.kind != nil {
			l.portal.Absent[doc.Path] = doc.item != nil
			l.addDraft(doc)
		}
	}
	p := l.portal
	if p.Program == nil {
		p.Program = &portal.Program{Item: portal.Item{File: "content/index.md", Body: noText}, Language: "en"}
		if !slices.ContainsFunc(l.docs, func(d *Document) bool { return d.kind == kinds.Program }) {
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

// addDraft adds mentors and requests to the drafts, whose texts must not be published.
func (l *linker) addDraft(doc *Document) {
	drafts := &l.portal.Drafts
	switch item := doc.item.(type) {
	case *portal.Mentor:
		drafts.Mentors = append(drafts.Mentors, item)
	case *portal.Request:
		drafts.Requests = append(drafts.Requests, item)
	}
}

// included reports whether a file's item is part of the portal.
func (l *linker) included(doc *Document) bool {
	return doc.item != nil && (!doc.base.Draft || l.Drafts)
}

func bySlug[T interface{ Origin() *portal.Item }](items []T) {
	order.Stable(items, func(a, b T) int {
		return cmp.Compare(a.Origin().Slug, b.Origin().Slug)
	})
}
