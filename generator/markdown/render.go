package markdown

import "strings"

// slotKind says what is to be filled in.
type slotKind uint8

const (
	linkOpens  slotKind = iota // <a …>, when the link has a URL
	linkCloses                 // </a>, likewise
	image                      // <img …>, or its words
	word                       // interface words in an attribute or as text
	anchor                     // a heading's id
)

// slot is a place in the HTML that is filled when a page is drawn.
type slot struct {
	at   int // offset in the HTML
	kind slotKind
	link int    // index in Links or Headings
	key  string // of the interface words
	arg  string
}

func (w *writer) slot(s slot) {
	s.at = w.html.Len()
	w.slots = append(w.slots, s)
}

// label leaves a place for interface words.
func (w *writer) label(key, arg string) { w.slot(slot{kind: word, key: key, arg: arg}) }

// Labels gives the keys of the interface words that Render asks for. Where one
// has an argument it is a heading's text (heading-anchor) or a number
// (footnote-back, footnote-ref, table-scroll: the table's place in the text, so
// that the names of two tables differ).
func Labels() []string {
	return []string{
		"callout-caution", "callout-important", "callout-note", "callout-tip", "callout-warning",
		"footnote-back", "footnote-ref", "footnotes", "heading-anchor", "table-scroll",
	}
}

// Render appends the HTML to w. Href gives the URL of Links[i]; for "" the words
// are written without a link, an image's alternative text without the image.
// Label gives interface words in the page's language for a key of Labels. What
// both give is escaped here. Neither may be nil.
func (d *Document) Render(w *strings.Builder, href func(i int) string, label func(key, arg string) string) {
	w.Grow(len(d.html) + 64*len(d.slots))
	from, linked := 0, false
	for i := range d.slots {
		s := &d.slots[i]
		w.WriteString(d.html[from:s.at])
		from = s.at
		switch s.kind {
		case linkOpens:
			url := href(s.link)
			if linked = url != ""; linked {
				d.Links[s.link].open(w, url)
			}
		case linkCloses:
			if linked {
				w.WriteString("</a>")
			}
		case image:
			d.Links[s.link].show(w, href(s.link))
		case anchor:
			w.WriteString(d.Headings[s.link].ID)
		case word:
			escapeTo(w, label(s.key, s.arg))
		}
	}
	w.WriteString(d.html[from:])
}

func (l *Link) open(w *strings.Builder, url string) {
	attribute(w, "<a href", url)
	if l.title != "" {
		attribute(w, " title", l.title)
	}
	if l.External {
		w.WriteString(` rel="noopener nofollow ugc"`)
	}
	w.WriteByte('>')
}

func (l *Link) show(w *strings.Builder, url string) {
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
	w.WriteString(name)
	w.WriteString(`="`)
	escapeTo(w, value)
	w.WriteByte('"')
}
