package markdown

import (
	"slices"
	"strconv"
	"strings"
)

// slotKind says what is filled in.
type slotKind uint8

const (
	linkOpens  slotKind = iota // <a …>, when the link has a URL
	linkCloses                 // </a>, likewise
	imageSlot                  // <img …>, or its words
	labelSlot                  // interface words in an attribute or as text
	anchorSlot                 // a heading's id
)

// slot is a place in the HTML that is filled in when a page is drawn. The limits of a text
// keep the numbers small; 32 bits save memory, because documents stay in memory.
type slot struct {
	at   uint32 // offset in the HTML
	n    uint32 // index in Links or Headings; of words, the number that they are to show
	kind slotKind
	key  uint8 // index in labels
}

func (w *writer) slot(s slot) {
	s.at = uint32(w.html.Len())
	w.slots = append(w.slots, s)
}

// labels are the keys of interface words.
var labels = []string{
	"callout-caution", "callout-important", "callout-note", "callout-tip", "callout-warning",
	"footnote-back", "footnote-ref", "footnotes", headingAnchor, "table-scroll",
}

const headingAnchor = "heading-anchor"

// label adds a slot for interface words. N is their argument, 0 for none; for headingAnchor
// it is the index of the heading.
func (w *writer) label(key string, n int) {
	w.slot(slot{kind: labelSlot, key: uint8(slices.Index(labels, key)), n: uint32(n)})
}

// argument returns the argument of the interface words of a slot.
func (d *Document) argument(s slot) string {
	switch {
	case labels[s.key] == headingAnchor:
		return d.Headings[s.n].Text
	case s.n > 0:
		return strconv.Itoa(int(s.n))
	}
	return ""
}

// Render appends the HTML to w. Href returns the URL of Links[i]; for "" the words
// are written without a link, an image's alternative text without the image.
// Label returns interface words in the page's language for a key of labels. Its argument is
// a heading's text (heading-anchor) or a number (footnote-back, footnote-ref, table-scroll:
// the table's place in the text, so that the names of two tables differ). What both return
// is escaped here. Neither may be nil.
func (d *Document) Render(w *strings.Builder, href func(i int) string, label func(key, arg string) string) {
	w.Grow(len(d.html) + 64*len(d.slots))
	from, linked := 0, false
	for i := range d.slots {
		s := &d.slots[i]
		w.WriteString(d.html[from:s.at])
		from = int(s.at)
		switch s.kind {
		case linkOpens:
			url := href(int(s.n))
			if linked = url != ""; linked {
				d.Links[s.n].writeOpening(w, url)
			}
		case linkCloses:
			if linked {
				w.WriteString("</a>")
			}
		case imageSlot:
			d.Links[s.n].writeImage(w, href(int(s.n)))
		case anchorSlot:
			w.WriteString(d.Headings[s.n].ID)
		case labelSlot:
			escapeTo(w, label(labels[s.key], d.argument(*s)))
		}
	}
	w.WriteString(d.html[from:])
}

func (l *Link) writeOpening(w *strings.Builder, url string) {
	attribute(w, "<a href", url)
	if l.title != "" {
		attribute(w, " title", l.title)
	}
	if l.External {
		w.WriteString(` rel="noopener nofollow ugc"`)
	}
	w.WriteByte('>')
}

func (l *Link) writeImage(w *strings.Builder, url string) {
	if url == "" {
		escapeTo(w, l.Text)
		return
	}
	attribute(w, "<img src", url)
	attribute(w, " alt", l.Text)
	if l.title != "" {
		attribute(w, " title", l.title)
	}
	w.WriteString(` loading="lazy" decoding="async">`)
}

func attribute(w *strings.Builder, name, value string) {
	w.WriteString(name + `="`)
	escapeTo(w, value)
	w.WriteByte('"')
}
