package markdown

import (
	"bytes"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/util"
)

// inline writes the children of a node.
func (w *writer) inline(parent ast.Node) {
	for n := parent.FirstChild(); n != nil && !w.full(); n = n.NextSibling() {
		w.inlineNode(n)
	}
}

func (w *writer) inlineNode(n ast.Node) {
	switch n := n.(type) {
	case *ast.Text:
		w.textNode(n)
	case *ast.Emphasis:
		if n.Level == 2 {
			w.wrap("strong", n)
		} else {
			w.wrap("em", n)
		}
	case *east.Strikethrough:
		w.wrap("del", n)
	case *ast.CodeSpan:
		w.codeSpan(n)
	case *ast.Link:
		w.link(n)
	case *ast.Image:
		w.image(n)
	case *ast.AutoLink:
		w.autoLink(n)
	case *ast.RawHTML:
		w.rawHTML(n)
	case *east.FootnoteLink:
		w.footnoteMark(n)
	default:
		w.inline(n) // an inline comment has no children and shows nothing
	}
}

// textNode writes a text node and the line break after it.
func (w *writer) textNode(n *ast.Text) {
	w.prose(n.Segment.Start, w.wordsEnd(n))
	switch {
	case n.HardLineBreak():
		w.markup("<br>\n")
		w.endText()
	case n.SoftLineBreak() && !w.joinsWide(n):
		w.markup("\n")
		w.endText()
	}
}

// wordsEnd returns the offset at which the words of a text node end, without the spaces at
// a line's end, which may be in this node or in a next, empty one.
func (w *writer) wordsEnd(n *ast.Text) int {
	next, ok := n.NextSibling().(*ast.Text)
	if !ok || next.Segment.Len() > 0 || !next.SoftLineBreak() && !next.HardLineBreak() {
		return n.Segment.Stop
	}
	return n.Segment.Start + len(bytes.TrimRight(n.Segment.Value(w.source), " \t"))
}

// joinsWide reports whether the line break after a text node is between two wide East Asian
// characters, where a browser would show a space that does not belong there.
func (w *writer) joinsWide(n *ast.Text) bool {
	next, ok := n.NextSibling().(*ast.Text)
	if last, parted := n.PreviousSibling().(*ast.Text); parted && n.Segment.Len() == 0 {
		n = last
	}
	if !ok || n.Segment.Len() <= 0 {
		return false
	}
	before, _ := utf8.DecodeLastRune(w.source[n.Segment.Start:w.wordsEnd(n)])
	if before < 0x2E80 {
		return false
	}
	after, _ := utf8.DecodeRune(w.source[next.Segment.Start:next.Segment.Stop])
	return util.IsEastAsianWideRune(before) && util.IsEastAsianWideRune(after)
}

// wrap writes an inline element, or only its content if it is nested too deep.
func (w *writer) wrap(name string, n ast.Node) {
	if w.inlines >= maxInlines {
		w.inline(n)
		return
	}
	w.inlines++
	w.markup("<" + name + ">")
	w.inline(n)
	w.markup("</" + name + ">")
	w.inlines--
}

// markup writes HTML as it is, except in alternative text.
func (w *writer) markup(html string) {
	if !w.inAlt {
		w.html.WriteString(html)
	}
}

func (w *writer) codeSpan(n *ast.CodeSpan) {
	w.markup("<code>")
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		text, ok := c.(*ast.Text)
		if !ok {
			continue
		}
		value := text.Segment.Value(w.source)
		if end := len(value) - 1; end >= 0 && value[end] == '\n' {
			w.plain(value[:end])
			w.markup(" ")
			w.endText()
			continue
		}
		w.plain(value)
	}
	w.markup("</code>")
}
