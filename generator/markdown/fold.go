package markdown

import (
	"slices"
	"strings"
)

// shownFirst is how many paragraphs stand before a fold.
const shownFirst = 2

// Fold parts a document that begins with paragraphs behind the second of them,
// where at least two more follow. Else rest is nil.
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
