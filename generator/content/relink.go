package content

import (
	"maps"
	"slices"

	"ithaca/generator/diag"
	"ithaca/generator/portal"
)

// Links is a portal and what linking found out about each of its files, so that
// it can be linked again after an edit. It is immutable.
type Links struct {
	options    Options
	docs       []*Document
	linker     *linker
	vocabulary diag.List // of the topics
	program    diag.List // of the program as a whole
	found      map[*Document]finding
}

// Portal returns the portal.
func (r *Links) Portal() *portal.Portal { return r.linker.portal }

// Diagnostics returns every mistake of every file, in no particular order.
func (r *Links) Diagnostics() diag.List {
	all := slices.Concat(r.vocabulary, r.program)
	for _, f := range r.found {
		all = append(all, f.diags...)
	}
	return all
}

// Relink links documents as Link does, and makes use of earlier links of the
// same site, which may be nil. What an edit of a file's text or fields cannot
// concern is not looked at again; an edit of index.md, of a topic's file, or of
// which files there are links everything anew. Both times the documents must be
// sorted by path.
func Relink(before *Links, docs []*Document, o Options) *Links {
	if before != nil && before.options == o {
		if changed, ok := changes(before.docs, docs); ok && before.covers(changed) {
			if r := before.follow(docs, changed); r != nil {
				return r
			}
		}
	}
	return linkAll(docs, o)
}

// change is a file before and after an edit.
type change struct{ old, now *Document }

// maxFollowed is how many changed files are worth following one by one.
const maxFollowed = 200

// changes compares documents one by one. It gives false when there are other
// files than before, or too many have changed.
func changes(before, now []*Document) (changed []change, ok bool) {
	if len(before) != len(now) {
		return nil, false
	}
	for i, doc := range now {
		if before[i] == doc {
			continue
		}
		if before[i].Path != doc.Path || len(changed) == maxFollowed {
			return nil, false
		}
		changed = append(changed, change{before[i], doc})
	}
	return changed, true
}

// covers reports whether the changes concern nothing but the changed files: all
// that others can say of them is as it was.
func (r *Links) covers(changed []change) bool {
	for _, c := range changed {
		old, now := c.old, c.now
		switch {
		case old.kind != now.kind, now.kind == programKind, now.kind == topicKind:
			return false
		case now.kind == nil:
			continue
		case (old.item == nil) != (now.item == nil), old.base.Draft != now.base.Draft:
			return false
		}
		free := r.linker.freeTopics(now)
		if !slices.Equal(free, r.linker.freeTopics(old)) || len(free) > 0 && len(r.vocabulary) > 0 {
			return false
		}
	}
	return true
}

// freeTopics returns the topics without a file that a document mentions, as they
// are written.
func (l *linker) freeTopics(doc *Document) []string {
	var texts []string
	for _, ref := range doc.refs {
		if _, free := l.topics.isFree(ref); free {
			texts = append(texts, ref.text)
		}
	}
	return texts
}

// follow returns the links after changes that are covered, or nil when they cannot
// be told without looking at everything.
func (r *Links) follow(docs []*Document, changed []change) *Links {
	l := *r.linker
	p := *l.portal
	l.docs, l.portal, l.hints = docs, &p, maxComparisons
	l.pages, l.showing = slices.Clone(l.pages), slices.Clone(l.showing)
	next := &Links{options: r.options, docs: docs, linker: &l, vocabulary: r.vocabulary, found: maps.Clone(r.found)}
	for _, c := range changed {
		if c.old.shows() != c.now.shows() {
			return nil
		}
		replaceDocument(l.pages, c)
		replaceDocument(l.showing, c)
		if c.now.kind != nil && l.part(c.now) {
			replaceItem(&p, c)
		}
		delete(next.found, c.old)
	}
	for _, f := range next.found {
		l.hints -= f.compared
	}
	next.whole()
	for _, c := range changed {
		next.look(c.now)
	}
	if l.hints <= 0 {
		return nil // who gets the last hints depends on the order of all
	}
	return next
}

func replaceDocument(docs []*Document, c change) {
	if i := slices.Index(docs, c.old); i >= 0 {
		docs[i] = c.now
	}
}

// replaceItem puts a changed item in the place of the old one, in a slice of its
// own.
func replaceItem(p *portal.Portal, c change) {
	switch now := c.now.item.(type) {
	case *portal.Mentor:
		p.Mentors = replaced(p.Mentors, c.old.item, now)
	case *portal.Request:
		p.Requests = replaced(p.Requests, c.old.item, now)
	case *portal.Guide:
		p.Guides = replaced(p.Guides, c.old.item, now)
	case *portal.ResourceList:
		p.Resources = replaced(p.Resources, c.old.item, now)
	case *portal.Story:
		p.Stories = replaced(p.Stories, c.old.item, now)
	case *portal.Worksheet:
		p.Worksheets = replaced(p.Worksheets, c.old.item, now)
	case *portal.Event:
		p.Events = replaced(p.Events, c.old.item, now)
	case *portal.Page:
		p.Pages = replaced(p.Pages, c.old.item, now)
	}
}

func replaced[T comparable](items []T, old any, now T) []T {
	items = slices.Clone(items)
	if i := slices.Index(items, old.(T)); i >= 0 {
		items[i] = now
	}
	return items
}
