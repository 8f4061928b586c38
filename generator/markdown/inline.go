package markdown

import (
	"bytes"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/util"
)

// inline writes the words inside a node.
func (w *writer) inline(parent ast.Node) {
	for n := parent.FirstChild(); n != nil && !w.full(); n = n.NextSibling() {
		w.word(n)
	}
}

func (w *writer) word(n ast.Node) {
	switch n := n.(type) {
	case *ast.Text:
		w.words(n)
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
		w.tag(n)
	case *east.FootnoteLink:
		w.footnoteMark(n)
	default:
		w.inline(n) // an inline comment has no children and shows nothing
	}
}

// words writes a text node and the line break after it.
func (w *writer) words(n *ast.Text) {
	w.prose(n.Segment.Start, w.wordsEnd(n))
	switch {
	case n.HardLineBreak():
		w.markup("<br>\n")
		w.endText()
	case n.SoftLineBreak() && !w.joins(n):
		w.markup("\n")
		w.endText()
	}
}

// wordsEnd returns where the words of a text node end. The spaces at a line's end
// are none of them; the parser parts them from the line's last words where it
// looks for addresses.
func (w *writer) wordsEnd(n *ast.Text) int {
	next, ok := n.NextSibling().(*ast.Text)
	if !ok || next.Segment.Len() > 0 || !next.SoftLineBreak() && !next.HardLineBreak() {
		return n.Segment.Stop
	}
	return n.Segment.Start + len(bytes.TrimRight(n.Segment.Value(w.source), " \t"))
}

// joins reports whether a line break stands between two characters of a script
// that has no spaces, where a browser would show one.
func (w *writer) joins(n *ast.Text) bool {
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

// wrap writes an inline element.
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

// markup writes HTML of ours, unless only the words count.
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
