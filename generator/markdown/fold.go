package markdown

import (
	"slices"
	"strings"
)

// shownFirst is how many paragraphs are before a fold.
const shownFirst = 2

// Fold splits a document after its first two blocks, if both are paragraphs and at least two
// more paragraphs follow. Otherwise it returns the document and nil.
func (d *Document) Fold() (first, rest *Document) {
	const ends = "</p>\n"
	at := 0
	for range shownFirst {
		end := strings.Index(d.html[at:], ends)
		if !strings.HasPrefix(d.html[at:], "<p ") || end < 0 {
			return d, nil
		}
		at += end + len(ends)
	}
	if strings.Count(d.html[at:], ends) < shownFirst {
		return d, nil
	}
	n := 0
	for n < len(d.slots) && int(d.slots[n].at) <= at {
		n++
	}
	first, rest = &Document{}, &Document{}
	*first, *rest = *d, *d
	first.html, first.slots = d.html[:at], d.slots[:n]
	rest.html, rest.slots = d.html[at:], slices.Clone(d.slots[n:])
	for i := range rest.slots {
		rest.slots[i].at -= uint32(at)
	}
	return first, rest
}
