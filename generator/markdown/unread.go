package markdown

import (
	"bytes"

	"ithaca/generator/diag"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/util"
)

// unread looks for what the author of a text meant as markup and the parser read as
// words: links that break off, and what other programs know and this one does not.
// It is shown as written, so the author has to hear of it.
type unread struct {
	source []byte
	notes  *reporter
	shown  []byte // the source, with covered in the place of what has been read
}

// covered stands in the place of what has been read: code, links, escaped signs.
const covered = 0

func newUnread(source []byte, notes *reporter) *unread {
	return &unread{source, notes, make([]byte, len(source))}
}

// blocks looks into the blocks inside a node.
func (u *unread) blocks(parent ast.Node) {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		switch n := n.(type) {
		case *ast.Paragraph, *ast.TextBlock, *ast.Heading, *east.DefinitionTerm:
			u.words(n)
		case *east.TableCell:
			u.words(n)
		case *east.TableRow:
			u.beyond(n)
			u.blocks(n)
		default:
			if n.Type() == ast.TypeBlock {
				u.blocks(n)
			}
		}
	}
}

// words judges the words of a paragraph, heading or cell.
func (u *unread) words(n ast.Node) {
	p := u.passage(n)
	for i := range foreigns {
		f := &foreigns[i]
		if !bytes.Contains(p.text, []byte(f.holds)) {
			continue
		}
		for _, at := range f.pattern.FindAllIndex(p.text, maxRepeats) {
			if found := p.text[at[0]:at[1]]; f.spares == nil || !f.spares.Match(found) {
				u.notes.warn(p.offset(at[0]+leadingSpace(found)), f.code, f.hint, f.message, clip(shownPassage(found)))
			}
		}
	}
	u.links(p)
}

func leadingSpace(text []byte) int { return len(text) - len(bytes.TrimLeft(text, " \t\n(")) }

// shownPassage returns a passage on one line, with a sign for what is covered.
func shownPassage(text []byte) string {
	text = bytes.Trim(text, " \t\n(")
	text, _, _ = bytes.Cut(text, []byte("\n"))
	return string(bytes.ReplaceAll(text, []byte{covered}, []byte("·")))
}

// passage is the words of a block as they are written, without what has been read.
type passage struct {
	text []byte
	from int // its offset in the source
}

// offset returns the offset in the source of a byte of the passage.
func (p passage) offset(at int) int { return p.from + at }

// passage gathers the words of a block. What stands before its lines, as the mark of a quote,
// becomes spaces.
func (u *unread) passage(n ast.Node) passage {
	lines := n.Lines().Sliced(0, n.Lines().Len())
	if len(lines) == 0 {
		return passage{}
	}
	from, to := lines[0].Start, lines[0].Start
	for _, line := range lines {
		for ; to < line.Start; to++ {
			u.shown[to] = ' '
		}
		if to = line.Stop; to > line.Start && u.source[to-1] == '\n' {
			u.shown[to-1] = '\n'
		}
	}
	u.uncover(n)
	text := u.shown[from:to]
	for i := 0; i+1 < len(text); i++ {
		if text[i] == '\\' && util.IsPunct(text[i+1]) {
			text[i], text[i+1] = covered, covered
			i++
		}
	}
	return passage{text, from}
}

// uncover copies the words of a block.
func (u *unread) uncover(parent ast.Node) {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		switch n := n.(type) {
		case *ast.Text:
			copy(u.shown[n.Segment.Start:], u.source[n.Segment.Start:n.Segment.Stop])
		case *ast.AutoLink:
			if start := n.Pos(); u.source[start] != '<' {
				label := n.Label(u.source)
				if at := bytes.Index(u.source[start:], label); at >= 0 {
					copy(u.shown[start+at:], label)
				}
			}
		case *ast.Emphasis, *east.Strikethrough:
			u.uncover(n)
		}
	}
}

// CellsBeyond is reported for text in a table's row that belongs to no column: it
// is not shown.
const CellsBeyond diag.Code = "cells-beyond"

// beyond reports what stands in a row behind the table's last column.
func (u *unread) beyond(row *east.TableRow) {
	last := row.LastChild()
	if last == nil || last.Lines().Len() == 0 {
		return
	}
	from := last.Lines().At(0).Stop
	line := u.source[from:]
	if end := bytes.IndexByte(line, '\n'); end >= 0 {
		line = line[:end]
	}
	bar := bytes.IndexByte(line, '|')
	if bar < 0 || len(bytes.Trim(line, "| \t\r")) == 0 {
		return
	}
	at := bar + 1 + len(line[bar+1:]) - len(bytes.TrimLeft(line[bar+1:], "| \t"))
	u.notes.warn(from+at, CellsBeyond, "write `\\|` for a bar inside a cell, or add a column to the first two lines of the table",
		"`%s` stands beyond the columns of the table and is not shown", clip(string(bytes.Trim(line[bar+1:], "| \t\r"))))
}
