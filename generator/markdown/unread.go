package markdown

import (
	"bytes"
	"sort"

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
}

// covered stands in the place of what has been read: code, links, escaped signs.
const covered = 0

// blocks looks into the blocks inside a node.
func (u *unread) blocks(parent ast.Node) {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		switch n := n.(type) {
		case *ast.Paragraph, *ast.TextBlock, *ast.Heading, *east.DefinitionTerm:
			u.words(n)
		case *east.TableCell:
			u.words(n)
		case *ast.FencedCodeBlock:
			u.fence(n)
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
	if len(p.text) == 0 {
		return
	}
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
	text  []byte
	lines []passageLine
}

type passageLine struct{ at, source int }

// offset returns the offset in the source of a byte of the passage.
func (p *passage) offset(at int) int {
	i := sort.Search(len(p.lines), func(i int) bool { return p.lines[i].at > at }) - 1
	return p.lines[max(i, 0)].source + at - p.lines[max(i, 0)].at
}

// passage gathers the words of a block.
func (u *unread) passage(n ast.Node) *passage {
	p := &passage{}
	for _, line := range n.Lines().Sliced(0, n.Lines().Len()) {
		p.lines = append(p.lines, passageLine{len(p.text), line.Start})
		text := u.source[line.Start:line.Stop]
		p.text = append(p.text, make([]byte, len(text))...) // all covered
		if bytes.HasSuffix(text, []byte("\n")) {
			p.text[len(p.text)-1] = '\n'
		}
	}
	u.uncover(p, n)
	for i := 0; i+1 < len(p.text); i++ {
		if p.text[i] == '\\' && util.IsPunct(p.text[i+1]) {
			p.text[i], p.text[i+1] = covered, covered
			i++
		}
	}
	return p
}

// uncover writes the words of a block into its passage.
func (u *unread) uncover(p *passage, parent ast.Node) {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		switch n := n.(type) {
		case *ast.Text:
			p.show(u.source, n.Segment.Start, n.Segment.Stop)
		case *ast.AutoLink:
			if start := n.Pos(); u.source[start] != '<' {
				label := n.Label(u.source)
				if at := bytes.Index(u.source[start:], label); at >= 0 {
					p.show(u.source, start+at, start+at+len(label))
				}
			}
		case *ast.Emphasis, *east.Strikethrough:
			u.uncover(p, n)
		}
	}
}

func (p *passage) show(source []byte, from, to int) {
	i := sort.Search(len(p.lines), func(i int) bool { return p.lines[i].source > from }) - 1
	if i < 0 {
		return
	}
	if at := p.lines[i].at + from - p.lines[i].source; at < len(p.text) {
		copy(p.text[at:], source[from:to])
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
