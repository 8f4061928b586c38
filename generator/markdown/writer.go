package markdown

import (
	"bytes"
	"strconv"

	"ithaca/generator/diag"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
)

// writer walks the tree once and gathers all that a Document holds.
type writer struct {
	source []byte
	notes  *reporter
	limit  int // largest size of the page in bytes
	urls   int // bytes of addresses and titles, which come into the page when it is drawn

	html  bytes.Buffer
	text  bytes.Buffer
	slots []slot

	links    []Link
	linkText []span // where in text the words of links[i] are
	inLink   bool
	inAlt    bool // only the text counts, nothing is shown
	inlines  int  // open inline elements

	headings headings
	tables   int

	notesList *east.FootnoteList
	refs      []int // how often footnote i+1 was referred to
	lastNote  int   // the number of the footnote written last

	origins      []origin // filled only where the text may hold an e-mail address
	trackOrigins bool
	emails       []EmailAt

	told []byte // what appendText makes of the HTML
}

// span is a stretch of text.
type span struct{ from, to int }

// maxInlines is how deep emphasis and the like may nest in the HTML. Deeper
// ones keep their words and lose their elements: browsers and validators give
// up on deep trees, and no reader sees the difference.
const maxInlines = 32

// begin makes the writer ready for another text. It keeps the memory of the one
// before.
func (w *writer) begin(source []byte, top int, notes *reporter) {
	heads := headings{top: min(top, 3), list: w.headings.list[:0], open: w.headings.open[:0], used: w.headings.used}
	clear(heads.used)
	*w = writer{
		source: source, notes: notes, limit: 40*len(source) + 64<<10,
		html: w.html, text: w.text, slots: w.slots[:0], links: w.links[:0], linkText: w.linkText[:0],
		origins: w.origins[:0], told: w.told,
	}
	w.html.Reset()
	w.text.Reset()
	w.headings = heads
	w.trackOrigins = bytes.IndexByte(source, '@') >= 0 || bytes.IndexByte(source, '&') >= 0
}

// full reports whether the page would be larger than a text of this size can need.
func (w *writer) full() bool { return w.html.Len()+w.urls > w.limit }

// document returns the finished document, which shares no memory with the writer.
func (r *Reader) document() *Document {
	w := &r.writer
	if w.full() {
		w.notes.error(0, BeyondLimits, "write smaller tables and lists, and shorter addresses",
			"the page would be more than %d kB long", w.limit>>10)
		return &Document{}
	}
	text := w.text.Bytes()
	for i, s := range w.linkText {
		w.links[i].Text = string(bytes.TrimSpace(text[s.from:s.to]))
	}
	w.findEmails(text) // which looks at the links
	text = bytes.TrimSuffix(text, []byte(" "))
	d := &Document{
		Links: copied(w.links), Headings: copied(w.headings.list), Words: countWords(text),
		html: w.html.String(), slots: copied(w.slots), emails: w.emails,
	}
	if w.told = appendText(w.told[:0], d.html); !bytes.Equal(w.told, text) {
		d.text, d.kept = string(text), true
	}
	return d
}

// copied returns a slice of its own with the same elements: the writer goes on
// using its slices. It is nil for an empty one.
func copied[T any](all []T) []T { return append([]T(nil), all...) }

// blocks writes the blocks inside a node.
func (w *writer) blocks(parent ast.Node) {
	for n := parent.FirstChild(); n != nil && !w.full(); n = n.NextSibling() {
		w.block(n)
	}
}

func (w *writer) block(n ast.Node) {
	switch n := n.(type) {
	case *ast.Paragraph:
		w.element("p", n, w.item)
	case *ast.TextBlock:
		w.item(n)
		w.endText()
		if n.NextSibling() != nil {
			w.html.WriteByte('\n')
		}
	case *ast.Heading:
		w.heading(n)
	case *ast.List:
		w.list(n)
	case *ast.Blockquote:
		w.quote(n)
	case *ast.CodeBlock:
		w.code(n, nil)
	case *ast.FencedCodeBlock:
		w.code(n, n.Language(w.source))
	case *ast.ThematicBreak:
		w.html.WriteString("<hr>\n")
	case *east.Table:
		w.table(n)
	case *east.DefinitionList:
		w.element("dl", n, w.blocks)
	case *east.DefinitionTerm:
		w.element("dt", n, w.inline)
	case *east.DefinitionDescription:
		w.element("dd", n, w.blocks)
	case *east.FootnoteList:
		w.notesList = n
	case *comment:
		w.comment(n)
	case *unknownCallout:
		n.report(w.notes)
	}
}

// element writes an element with a block's content.
func (w *writer) element(name string, n ast.Node, content func(ast.Node)) {
	w.html.WriteByte('<')
	w.html.WriteString(name)
	w.html.WriteByte('>')
	content(n)
	w.endText()
	w.html.WriteString("</")
	w.html.WriteString(name)
	w.html.WriteString(">\n")
}

func (w *writer) quote(n *ast.Blockquote) {
	if mark, ok := n.FirstChild().(*callout); ok {
		w.callout(n, mark)
		return
	}
	w.element("blockquote", n, w.blocks)
}

func (w *writer) list(n *ast.List) {
	name := "ul"
	if n.IsOrdered() {
		name = "ol"
	}
	w.html.WriteByte('<')
	w.html.WriteString(name)
	if n.IsOrdered() && n.Start != 1 {
		w.html.WriteString(` start="`)
		w.html.WriteString(strconv.Itoa(n.Start))
		w.html.WriteByte('"')
	}
	if hasTasks(n) {
		w.html.WriteString(` class="tasks"`)
	}
	w.html.WriteString(">\n")
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		w.element("li", c, w.blocks)
	}
	w.html.WriteString("</" + name + ">\n")
}

// code writes a block of code. A keyboard can scroll it.
func (w *writer) code(n ast.Node, language []byte) {
	w.html.WriteString(`<pre tabindex="0"><code`)
	if name := languageName(language); name != "" {
		w.html.WriteString(` class="language-`)
		w.html.WriteString(name)
		w.html.WriteByte('"')
	}
	w.html.WriteByte('>')
	for _, line := range n.Lines().Sliced(0, n.Lines().Len()) {
		w.raw(line.Value(w.source), line.Start-line.Padding)
	}
	w.html.WriteString("</code></pre>\n")
	w.endText()
}

// languageName returns a block of code's language when it is a plain word.
func languageName(language []byte) string {
	if len(language) > 32 {
		return ""
	}
	for _, c := range language {
		switch {
		case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z', '0' <= c && c <= '9', c == '-', c == '+', c == '#', c == '_', c == '.':
		default:
			return ""
		}
	}
	return string(language)
}

// markAt returns the offset of the mark that begins a block. The parser gives an
// offset that is up to three too large where a tab reaches into the block. What
// begins without the mark begins where the parser says.
func (w *writer) markAt(offset int, mark string) int {
	for at := offset; at >= 0 && at >= offset-3 && w.source[at] != '\n'; at-- {
		if bytes.HasPrefix(w.source[at:], []byte(mark)) && (at == 0 || w.source[at-1] != mark[0]) {
			return at
		}
	}
	return offset
}

// place returns the place of an offset.
func (w *writer) place(offset int) diag.Position { return w.notes.places.at(offset) }
