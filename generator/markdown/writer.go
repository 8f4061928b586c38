package markdown

import (
	"bytes"
	"regexp"
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
)

// writer walks the tree once and collects the parts of a Document.
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

	notesList   *east.FootnoteList
	firstMarked map[int]bool // the footnotes of whose marks the first is written

	emails []EmailAt
}

// span is a stretch of text.
type span struct{ from, to int }

// maxInlines is how deep emphasis and the like may nest in the HTML. Deeper
// ones keep their words and lose their elements: browsers and validators give
// up on deep trees, and no reader sees the difference.
const maxInlines = 32

func newWriter(source []byte, top int, notes *reporter) *writer {
	return &writer{
		source: source, notes: notes, limit: 40*len(source) + 64<<10, firstMarked: map[int]bool{},
		headings: headings{top: min(top, 3), used: map[string]int{}},
	}
}

// full reports whether the page would be larger than limit.
func (w *writer) full() bool { return w.html.Len()+w.urls > w.limit }

// document returns the finished document.
func (w *writer) document() *Document {
	if w.full() {
		w.notes.error(0, BeyondLimits, "write smaller tables and lists, and shorter addresses",
			"the page would be more than %d kB long", w.limit>>10)
		return &Document{}
	}
	text := w.text.String()
	for i, s := range w.linkText {
		w.links[i].Text = strings.TrimSpace(text[s.from:s.to])
	}
	w.findEmails(text) // which looks at the links
	text = strings.TrimSuffix(text, " ")
	return &Document{
		Links: w.links, Headings: w.headings.list, Words: countWords(text),
		html: w.html.String(), text: text, slots: w.slots, emails: w.emails,
	}
}

// blocks writes the blocks inside a node.
func (w *writer) blocks(parent ast.Node) {
	for n := parent.FirstChild(); n != nil && !w.full(); n = n.NextSibling() {
		w.block(n)
	}
}

func (w *writer) block(n ast.Node) {
	switch n := n.(type) {
	case *ast.Paragraph:
		w.element("p", paragraphDirection(n), n, w.paragraphWords)
	case *ast.TextBlock:
		w.paragraphWords(n)
		w.endText()
		if n.NextSibling() != nil {
			w.write("\n")
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
		w.write("<hr>\n")
	case *east.Table:
		w.table(n)
	case *east.DefinitionList:
		w.element("dl", "", n, w.blocks)
	case *east.DefinitionTerm:
		w.element("dt", dirAuto, n, w.inline)
	case *east.DefinitionDescription:
		w.container("dd", n)
	case *east.FootnoteList:
		w.notesList = n
	case *comment:
		w.comment(n)
	}
}

// element writes an element with a block's content.
func (w *writer) element(name, attributes string, n ast.Node, content func(ast.Node)) {
	w.write("<", name, attributes, ">")
	content(n)
	w.endText()
	w.write("</", name, ">\n")
}

// write writes HTML as it is.
func (w *writer) write(parts ...string) {
	for _, part := range parts {
		w.html.WriteString(part)
	}
}

func (w *writer) quote(n *ast.Blockquote) {
	if mark, ok := n.FirstChild().(*callout); ok {
		w.callout(n, mark)
		return
	}
	w.container("blockquote", n)
}

func (w *writer) list(n *ast.List) {
	name, attributes := "ul", ""
	if n.IsOrdered() {
		name = "ol"
	}
	if n.IsOrdered() && n.Start != 1 {
		attributes = ` start="` + strconv.Itoa(n.Start) + `"`
	}
	if hasTasks(n) {
		attributes += ` class="tasks"`
	}
	w.write("<", name, attributes, ">\n")
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		w.container("li", c)
	}
	w.write("</", name, ">\n")
}

// languageName matches the language of a code block that may be part of a class.
var languageName = regexp.MustCompile(`^[A-Za-z0-9+#_.-]{1,32}$`)

// code writes a code block, which can be scrolled with the keyboard.
func (w *writer) code(n ast.Node, language []byte) {
	class := ""
	if languageName.Match(language) {
		class = ` class="language-` + string(language) + `"`
	}
	w.write(`<pre tabindex="0"><code`, class, ">")
	for _, line := range n.Lines().Sliced(0, n.Lines().Len()) {
		w.raw(line.Value(w.source))
	}
	w.write("</code></pre>\n")
	w.endText()
}

// markAt returns the offset of the mark that begins a block. The parser's offset is up to
// three too large where a tab extends into the block. Without the mark it returns the
// parser's offset.
func (w *writer) markAt(offset int, mark string) int {
	for at := offset; at >= 0 && at >= offset-3 && w.source[at] != '\n'; at-- {
		if bytes.HasPrefix(w.source[at:], []byte(mark)) && (at == 0 || w.source[at-1] != mark[0]) {
			return at
		}
	}
	return offset
}

// dirAuto is the attribute of an element whose direction follows from its first letter, so
// that an Arabic profile in an English portal is set from right to left.
const dirAuto = ` dir="auto"`

// inheritsDirection reports whether a block is the first in an element with dirAuto. It must
// not have the attribute itself: a browser ignores text in elements with an own dir when it
// determines the direction of the outer one.
func inheritsDirection(n ast.Node) bool {
	if n.PreviousSibling() != nil || n.Parent() == nil {
		return false
	}
	switch n.Parent().Kind() {
	case ast.KindListItem, ast.KindBlockquote, east.KindDefinitionDescription, east.KindFootnote:
		return true
	}
	return false
}

// container writes an entry of a list, a quote or a definition in the direction of its first
// paragraph, which decides on which side its marker is.
func (w *writer) container(name string, n ast.Node) {
	w.element(name, containerDirection(n), n, w.blocks)
}

func containerDirection(n ast.Node) string {
	switch n.FirstChild().(type) {
	case *ast.Paragraph, *ast.TextBlock:
		return dirAuto
	}
	return ""
}

func paragraphDirection(n ast.Node) string {
	if inheritsDirection(n) {
		return ""
	}
	return dirAuto
}
