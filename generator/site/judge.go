package site

import (
	"maps"
	"slices"

	"ithaca/generator/diag"
	"ithaca/generator/markdown"
	"ithaca/generator/portal"
)

// judgement is what was found wrong with the links of an item's text, and how
// many comparisons went into hints.
type judgement struct {
	diags    diag.List
	compared int
}

// judgeLinks reports every link of an author's text that leads nowhere. What an
// earlier plan found in texts that are the same holds as long as everything that
// links can lead to is there still.
func (pl *planner) judgeLinks(before *Plan) {
	pl.judged = map[*portal.Item]judgement{}
	var texts []*portal.Item
	var known *planner
	if before != nil {
		if changed, same := pl.sameTargets(before.planner); same {
			texts, known = changed, before.planner
		}
	}
	if known == nil {
		texts = pl.texts()
	}
	reported, compared := len(pl.diags), pl.compared
	if known != nil {
		pl.recall(known)
	}
	for _, item := range texts {
		pl.judgeText(item)
	}
	if known != nil && pl.compared > maxComparisons {
		// who gets the last hints depends on the order of all
		pl.diags, pl.compared = pl.diags[:reported:reported], compared
		pl.judgeLinks(nil)
	}
}

// texts returns every item whose text is on a page of its own.
func (pl *planner) texts() []*portal.Item {
	var all []*portal.Item
	for _, e := range pl.plan.planned {
		switch {
		case e.page != nil && e.page.item != nil:
			all = append(all, e.page.item)
		case e.many != nil && e.many.item != nil:
			for i := range e.many.n {
				all = append(all, e.many.item(i))
			}
		}
	}
	return all
}

// judgeText reports the links of a text that lead nowhere, and remembers it.
func (pl *planner) judgeText(item *portal.Item) {
	if item.Body == nil || len(item.Body.Links) == 0 {
		return
	}
	reported, compared := len(pl.diags), pl.compared
	for _, link := range item.Body.Links {
		if link.External && !pl.own(link.Dest) {
			continue
		}
		if _, problem := pl.judge(item, link); problem != nil {
			pl.report(item, link.Position.Line, link.Position.Column, problem)
		}
	}
	if found := pl.diags[reported:]; len(found) > 0 {
		pl.judged[item] = judgement{slices.Clone(found), pl.compared - compared}
	}
}

// recall reports what an earlier plan found in the texts that are the same.
func (pl *planner) recall(before *planner) {
	if len(before.judged) == 0 {
		return
	}
	present := map[*portal.Item]bool{}
	for _, e := range pl.plan.planned {
		if e.page != nil && e.page.item != nil {
			present[e.page.item] = true
		}
	}
	for item, j := range before.judged {
		if !present[item] && (pl.plan.of(item.File) == nil || pl.plan.of(item.File).item != item) {
			continue
		}
		pl.judged[item] = j
		pl.diags = append(pl.diags, j.diags...)
		pl.compared += j.compared
	}
}

// sameTargets reports whether links can lead to the very pages and headings to
// which they could lead in an earlier plan; if so, it gives the items that are
// not those of that plan.
func (pl *planner) sameTargets(before *planner) (changed []*portal.Item, same bool) {
	if pl.origin != before.origin || pl.prefix != before.prefix || before.compared > maxComparisons ||
		len(pl.plan.planned) != len(before.plan.planned) ||
		!slices.Equal(pl.portal.Topics.All(), before.portal.Topics.All()) || !maps.Equal(pl.portal.Absent, before.portal.Absent) {
		return nil, false
	}
	for i, e := range pl.plan.planned {
		old := before.plan.planned[i]
		switch {
		case (e.page == nil) != (old.page == nil):
			return nil, false
		case e.page == nil && e.many.item == nil:
			if e.many.n != old.many.n {
				return nil, false
			}
		case e.page == nil:
			items, same := e.many.changed(old.many)
			if !same {
				return nil, false
			}
			changed = append(changed, items...)
		default:
			if e.page.URL != old.page.URL || e.page.Template != old.page.Template || !sameTarget(e.page.item, old.page.item) {
				return nil, false
			}
			if e.page.item != nil && e.page.item != old.page.item {
				changed = append(changed, e.page.item)
			}
		}
	}
	return changed, true
}

// changed returns the items that are not those of earlier pages in their places;
// it returns false when links could lead to something else there.
func (s *many) changed(before *many) (changed []*portal.Item, same bool) {
	if s.n != before.n || before.item == nil {
		return nil, false
	}
	for i := range s.n {
		item, old := s.item(i), before.item(i)
		if item == old {
			continue
		}
		if !sameTarget(item, old) {
			return nil, false
		}
		changed = append(changed, item)
	}
	return changed, true
}

// sameTarget reports whether links to one item can lead to another in its place.
func sameTarget(a, b *portal.Item) bool {
	if a == b || a == nil || b == nil {
		return a == b
	}
	return a.File == b.File && a.Slug == b.Slug && a.Draft == b.Draft &&
		slices.EqualFunc(a.Body.Headings, b.Body.Headings, func(a, b markdown.Heading) bool { return a.ID == b.ID })
}
