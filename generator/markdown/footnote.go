package markdown

import (
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

// Footnotes and their marks have ids with a colon, which no heading has.

func markID(note int) string { return "fnref:" + strconv.Itoa(note) }

func noteID(note int) string { return "fn:" + strconv.Itoa(note) }

// footnoteMark writes a mark. The first mark of a footnote gets the id to which the footnote
// links back.
func (w *writer) footnoteMark(n *east.FootnoteLink) {
	if w.inAlt {
		return
	}
	id, number := "", strconv.Itoa(n.Index)
	if !w.firstMarked[n.Index] {
		id = ` id="` + markID(n.Index) + `"`
		w.firstMarked[n.Index] = true
	}
	w.markup("<sup" + id + ">")
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
	for n := w.notesList.FirstChild(); n != nil; n = n.NextSibling() {
		note, ok := n.(*east.Footnote)
		switch {
		case !ok:
		case note.Index <= 0:
			w.notes.warn(w.markAt(note.Pos(), "[^"), UnusedFootnote, "write the mark where the footnote belongs, or delete the footnote",
				"no mark `[^%s]` refers to this footnote", clip(string(note.Ref)))
		default:
			notes = append(notes, note)
		}
	}
	if len(notes) == 0 {
		return
	}
	order.Stable(notes, func(a, b *east.Footnote) int { return a.Index - b.Index })
	w.write(`<section class="footnotes" role="doc-endnotes" aria-label="`)
	w.label("footnotes", 0)
	w.write(`">`, "\n<ol>\n")
	for _, note := range notes {
		w.footnote(note)
	}
	w.write("</ol>\n</section>\n")
}

// footnote writes a footnote, whose last paragraph ends with the link to its mark.
func (w *writer) footnote(n *east.Footnote) {
	w.write(`<li id="`, noteID(n.Index), `"`, containerDirection(n), ">")
	last, ok := n.LastChild().(*ast.Paragraph)
	for c := n.FirstChild(); c != nil && c != ast.Node(last); c = c.NextSibling() {
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
	if w.firstMarked[n.Index] { // else its mark was left out, as in alternative text
		w.write(`<a href="#`, markID(n.Index), `" role="doc-backlink" aria-label="`)
		w.label("footnote-back", n.Index)
		w.write(`">↩︎</a>`)
	}
	w.write("</p>\n</li>\n")
}
