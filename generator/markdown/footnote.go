package markdown

import (
	"bytes"
	"slices"
	"strconv"

	"ithaca/generator/diag"
	"ithaca/generator/order"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// UnusedFootnote is reported for a footnote that no mark in the text refers to.
// It would not be shown.
const UnusedFootnote diag.Code = "unused-footnote"

// UnknownFootnote is reported for a mark like [^1] without a footnote.
const UnknownFootnote diag.Code = "unknown-footnote"

// footnoteBlocks are goldmark's footnotes, but not inside each other: those it
// would move out of the tree.
type footnoteBlocks struct{ parser.BlockParser }

func (b footnoteBlocks) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	for n := parent; n != nil; n = n.Parent() {
		if _, nested := n.(*east.Footnote); nested {
			return nil, parser.NoChildren
		}
	}
	return b.BlockParser.Open(parent, reader, pc)
}

// footnoteMarks are goldmark's marks, and those that lead nowhere.
type footnoteMarks struct{ parser.InlineParser }

// loneMark is a mark without a footnote. It is shown as written.
type loneMark struct {
	ownInline
	segment text.Segment
}

func (p footnoteMarks) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	position, segment := block.Position()
	if n := p.InlineParser.Parse(parent, block, pc); n != nil {
		if _, inner := parent.LastChild().(*ast.Text); inner && block.Source()[segment.Start] == '!' {
			segment.Start++ // the exclamation mark before it stays in the text
		}
		n.(*east.FootnoteLink).SetPos(segment.Start)
		return n
	}
	block.SetPosition(position, segment)
	line, segment := block.PeekLine()
	size := loneMarkSize(bytes.TrimPrefix(line, []byte("!")))
	if size == 0 {
		return nil
	}
	size += len(line) - len(bytes.TrimPrefix(line, []byte("!")))
	block.Advance(size)
	return &loneMark{segment: segment.WithStop(segment.Start + size)}
}

// loneMarkSize returns the size of a mark that a line begins with, 0 when there is
// none. What follows a mark must not make it a link whose words begin with ^.
func loneMarkSize(line []byte) int {
	end := bytes.IndexByte(line, ']')
	if end < 3 || line[0] != '[' || line[1] != '^' || bytes.ContainsAny(line[2:end], "[ \t") {
		return 0
	}
	if end+1 < len(line) && bytes.IndexByte([]byte("([:"), line[end+1]) >= 0 {
		return 0
	}
	return end + 1
}

func (w *writer) loneMark(n *loneMark) {
	mark := n.segment.Value(w.source)
	w.plain(mark, n.segment.Start)
	offset := n.segment.Start
	if mark[0] == '!' {
		mark, offset = mark[1:], offset+1
	}
	w.notes.warn(offset, UnknownFootnote, "write the footnote in a line of its own, beginning with `"+clip(string(mark))+":`",
		"there is no footnote `%s`", clip(string(mark)))
}

// Footnotes and their marks have ids with a colon, which no heading has.

func markID(note, ref int) string {
	id := "fnref:" + strconv.Itoa(note)
	if ref > 1 {
		id += ":" + strconv.Itoa(ref)
	}
	return id
}

func noteID(note int) string { return "fn:" + strconv.Itoa(note) }

func (w *writer) footnoteMark(n *east.FootnoteLink) {
	if w.inAlt {
		return
	}
	for len(w.refs) < n.Index {
		w.refs = append(w.refs, 0)
	}
	w.refs[n.Index-1]++
	number := strconv.Itoa(n.Index)
	w.markup(`<sup id="` + markID(n.Index, w.refs[n.Index-1]) + `">`)
	if w.inLink {
		w.markup(number + "</sup>")
		return
	}
	w.markup(`<a href="#` + noteID(n.Index) + `" role="doc-noteref" aria-label="`)
	w.label("footnote-ref", n.Index)
	w.markup(`">` + number + `</a></sup>`)
}

// footnotes writes the footnotes that the text refers to, in the order of their
// numbers, and reports the others.
func (w *writer) footnotes() {
	if w.notesList == nil {
		return
	}
	var notes []*east.Footnote
	total := slices.Clone(w.refs)
	for n := w.notesList.FirstChild(); n != nil; n = n.NextSibling() {
		note, ok := n.(*east.Footnote)
		switch {
		case !ok:
		case note.Index <= 0:
			w.notes.warn(w.markAt(note.Pos(), "[^"), UnusedFootnote, "write the mark where the footnote belongs, or delete the footnote",
				"no mark `[^%s]` refers to this footnote", clip(string(note.Ref)))
		default:
			notes = append(notes, note)
			total = countMarks(note, total)
		}
	}
	if len(notes) == 0 {
		return
	}
	order.Stable(notes, func(a, b *east.Footnote) int { return a.Index - b.Index })
	w.write(`<section class="footnotes" role="doc-endnotes" aria-label="`)
	w.label("footnotes", 0)
	w.html.WriteString(`">` + "\n<ol>\n")
	for _, note := range notes {
		refs := 0
		if note.Index <= len(total) {
			refs = total[note.Index-1]
		}
		w.footnote(note, refs)
	}
	w.write("</ol>\n</section>\n")
}

// countMarks adds the marks inside a footnote to a count.
func countMarks(n ast.Node, total []int) []int {
	if link, ok := n.(*east.FootnoteLink); ok {
		for len(total) < link.Index {
			total = append(total, 0)
		}
		total[link.Index-1]++
	}
	if _, alt := n.(*ast.Image); alt {
		return total
	}
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		total = countMarks(c, total)
	}
	return total
}

func (w *writer) footnote(n *east.Footnote, refs int) {
	value := ""
	if w.lastNote+1 != n.Index {
		value = ` value="` + strconv.Itoa(n.Index) + `"`
	}
	w.lastNote = n.Index
	w.write(`<li id="`, noteID(n.Index), `"`, value, containerDirection(n), ">")
	last, ok := n.LastChild().(*ast.Paragraph)
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if ok && c == ast.Node(last) {
			break
		}
		w.block(c)
	}
	if ok {
		w.write("<p", paragraphDirection(last), ">")
		w.inline(last)
		w.endText()
		w.write(" ")
	} else {
		w.write("<p>")
	}
	w.backLinks(n.Index, refs)
	w.write("</p>\n</li>\n")
}

func (w *writer) backLinks(note, refs int) {
	for ref := 1; ref <= refs; ref++ {
		back := wordSlot("footnote-back", note)
		if ref > 1 {
			back.ref = uint16(ref)
			w.write(" ")
		}
		w.html.WriteString(`<a href="#` + markID(note, ref) + `" role="doc-backlink" aria-label="`)
		w.slot(back)
		w.write(`">↩︎</a>`)
	}
}
