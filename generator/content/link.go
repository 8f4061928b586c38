package content

import (
	"cmp"
	"path"
	"slices"

	"ithaca/generator/diag"
	"ithaca/generator/portal"
)

// The codes of what files say of each other.
const (
	// NoIndex: the site has no content/index.md.
	NoIndex diag.Code = "no-index"
	// UnknownReference: a mention of something that does not exist.
	UnknownReference diag.Code = "unknown-reference"
	// DraftReference: a published file mentions one that is a draft.
	DraftReference diag.Code = "draft-reference"
	// UnknownValue: a value that is not on the program's list.
	UnknownValue diag.Code = "unknown-value"
	// MissingPicture: a picture that does not lie beside its file.
	MissingPicture diag.Code = "missing-picture"
)

// Options say how a portal is put together.
type Options struct {
	Today  portal.Date // the day of the run; index.md's as_of replaces it
	Drafts bool        // whether drafts are part of the portal
	// RequestsOutside states that the requests were read from a folder outside
	// the site, so that the site's repository does not publish them.
	RequestsOutside bool
}

// Link joins decoded files into a portal. It gives every mistake of every file,
// in no particular order, and always a portal: with errors it is incomplete and
// must not be published. The documents are left as they are.
func Link(docs []*Document, o Options) (*portal.Portal, diag.List) {
	l := &linker{docs: docs, drafts: o.Drafts, outside: o.RequestsOutside, portal: &portal.Portal{}, hints: maxComparisons}
	l.join()
	p := l.portal
	p.Today = o.Today
	if !p.Program.AsOf.IsZero() {
		p.Today = p.Program.AsOf
	}
	l.vocabulary()
	l.references()
	l.policies()
	l.requestsInside()
	l.minors()
	return p, l.diags
}

// maxComparisons bounds how much work goes into "did you mean": many mistakes
// in a large portal would otherwise take longer than everything else.
const maxComparisons = 2_000_000

type linker struct {
	docs    []*Document
	drafts  bool
	outside bool // requests come from outside the site
	portal  *portal.Portal
	diags   diag.List
	hints   int // comparisons left
}

// join fills the portal with the items of all files.
func (l *linker) join() {
	for _, doc := range l.docs {
		l.diags = append(l.diags, doc.Diags...)
		if l.part(doc) {
			doc.kind.join(l.portal, doc.item)
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

// part tells whether a file's item belongs to the portal.
func (l *linker) part(doc *Document) bool {
	return doc.item != nil && (!doc.base.Draft || l.drafts)
}

func bySlug[T interface{ Origin() *portal.Item }](items []T) {
	slices.SortStableFunc(items, func(a, b T) int {
		return cmp.Compare(a.Origin().Slug, b.Origin().Slug)
	})
}

// didYouMean gives a hint while there is time left for them.
func (l *linker) didYouMean(word string, candidates []string) string {
	l.hints -= len(candidates)
	if l.hints < 0 {
		return ""
	}
	return diag.DidYouMean(word, candidates)
}

// defined is what references of one target can lead to.
type defined struct {
	words string          // "mentor", for messages
	all   []string        // sorted
	draft map[string]bool // those that are drafts
	known map[string]bool
}

func (l *linker) defined(k *kind, words string) *defined {
	d := &defined{words: words, draft: map[string]bool{}, known: map[string]bool{}}
	for _, doc := range l.docs {
		if doc.kind == nil || doc.kind != k || doc.base == nil {
			continue
		}
		if !d.known[doc.base.Slug] {
			d.all = append(d.all, doc.base.Slug)
		}
		d.known[doc.base.Slug] = true
		d.draft[doc.base.Slug] = !l.part(doc)
	}
	slices.Sort(d.all)
	return d
}

// references checks every mention of something that another file defines.
func (l *linker) references() {
	cycles := &defined{words: "cycle", known: map[string]bool{}}
	for _, c := range l.portal.Program.Cycles {
		cycles.all = append(cycles.all, c.ID)
		cycles.known[c.ID] = true
	}
	targets := map[target]*defined{
		toMentor: l.defined(mentorKind, "mentor"), toGuide: l.defined(guideKind, "guide"),
		toWorksheet: l.defined(worksheetKind, "worksheet"), toCycle: cycles,
	}
	values := map[string]bool{}
	for _, v := range l.portal.Program.Values {
		values[portal.Fold(v)] = true
	}
	pictures := map[string]bool{}
	for _, doc := range l.docs {
		if doc.kind == nil {
			pictures[doc.Path] = true
		}
	}
	for _, doc := range l.docs {
		for _, ref := range doc.refs {
			switch ref.to {
			case toTopic:
			case toValue:
				l.value(doc, ref, values)
			case toPicture:
				if !pictures[path.Join(path.Dir(doc.Path), ref.text)] {
					l.diags.Errorf(ref.position(doc.Path), MissingPicture, "put the picture into the folder "+path.Dir(doc.Path),
						"there is no picture `%s` beside this file", ref.text)
				}
			default:
				l.reference(doc, ref, targets[ref.to])
			}
		}
	}
}

func (l *linker) reference(doc *Document, ref reference, to *defined) {
	switch {
	case !to.known[ref.text]:
		l.diags.Errorf(ref.position(doc.Path), UnknownReference, l.didYouMean(ref.text, to.all),
			"there is no %s `%s`", to.words, short(ref.text))
	case to.draft[ref.text] && l.part(doc):
		l.diags.Errorf(ref.position(doc.Path), DraftReference, "publish it, or leave it out here",
			"the %s `%s` is a draft and will not be published", to.words, ref.text)
	}
}

func (l *linker) value(doc *Document, ref reference, values map[string]bool) {
	if len(values) == 0 || values[portal.Fold(ref.text)] {
		return
	}
	l.diags.Errorf(ref.position(doc.Path), UnknownValue, l.didYouMean(ref.text, l.portal.Program.Values),
		"\"%s\" is not one of the values in content/index.md", short(ref.text))
}
