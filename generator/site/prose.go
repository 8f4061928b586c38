package site

import (
	"ithaca/generator/markdown"
	"ithaca/generator/portal"
)

// Prose is an author's text with its links made.
type Prose struct {
	Doc  *markdown.Document
	from *portal.Item
	plan *Plan
}

// Prose returns an item's body.
func (p *Plan) Prose(item *portal.Item) Prose { return Prose{item.Body, item, p} }

// Lang returns the language of the text where that is not the page's; else "".
func (p Prose) Lang() string {
	if p.from == nil {
		return ""
	}
	return p.from.Lang
}

// Empty reports whether there is nothing to show.
func (p Prose) Empty() bool { return p.Doc == nil || p.Doc.Empty() }

// Fold parts a long text behind its second paragraph; rest is empty for others.
func (p Prose) Fold() (first, rest Prose) {
	if p.Doc != nil {
		p.Doc, rest.Doc = p.Doc.Fold()
	}
	rest.from, rest.plan = p.from, p.plan
	return p, rest
}

// Href returns the URL of the text's i-th link, "" for one that leads nowhere.
func (p Prose) Href(i int) string {
	link := p.Doc.Links[i]
	if link.External && !p.plan.own(link.Dest) {
		return link.Dest
	}
	href, _ := p.plan.judge(p.from, link)
	return href
}

// Entry is a heading in a contents list.
type Entry struct {
	Title, ID string
	Entries   []Entry // the headings below it
}

// Contents returns the text's headings of the two highest levels.
func (p Prose) Contents() []Entry {
	if p.Doc == nil || len(p.Doc.Headings) == 0 {
		return nil
	}
	top := p.Doc.Headings[0].Level
	for _, h := range p.Doc.Headings {
		top = min(top, h.Level)
	}
	var entries []Entry
	for _, h := range p.Doc.Headings {
		switch {
		case h.Level == top:
			entries = append(entries, Entry{Title: h.Text, ID: h.ID})
		case h.Level == top+1 && len(entries) > 0:
			last := &entries[len(entries)-1]
			last.Entries = append(last.Entries, Entry{Title: h.Text, ID: h.ID})
		}
	}
	return entries
}
