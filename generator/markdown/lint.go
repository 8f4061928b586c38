package markdown

import (
	"bytes"

	"ithaca/generator/diag"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/util"
)

// linter reports what the author of a text meant as markup and the parser read as words:
// broken links, and markup of other programs.
type linter struct {
	source []byte
	notes  *reporter
	masked []byte // the source with mask in place of all but words
}

// mask replaces bytes that the parser read as markup: code, links, escaped characters.
const mask = 0

func newLinter(source []byte, notes *reporter) *linter {
	return &linter{source, notes, make([]byte, len(source))}
}

// blocks checks the blocks in a node.
func (u *linter) blocks(parent ast.Node) {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		switch n := n.(type) {
		case *ast.Paragraph, *ast.TextBlock, *ast.Heading, *east.DefinitionTerm:
			u.lintWords(n)
		case *east.TableCell:
			u.lintWords(n)
		case *east.TableRow:
			u.reportBeyond(n)
			u.blocks(n)
		default:
			if n.Type() == ast.TypeBlock {
				u.blocks(n)
			}
		}
	}
}

// lintWords checks the words of a paragraph, heading or cell.
func (u *linter) lintWords(n ast.Node) {
	p := u.passage(n)
	for i := range foreigns {
		f := &foreigns[i]
		if !bytes.Contains(p.text, []byte(f.contains)) {
			continue
		}
		for _, at := range f.pattern.FindAllIndex(p.text, maxRepeats) {
			if found := p.text[at[0]:at[1]]; f.except == nil || !f.except.Match(found) {
				u.notes.warn(p.from+at[0]+leadingSpace(found), f.code, f.hint, f.message, clip(shownPassage(found)))
			}
		}
	}
	u.reportLinks(p)
}

func leadingSpace(text []byte) int { return len(text) - len(bytes.TrimLeft(text, " \t\n(")) }

// shownPassage returns the first line of a passage, with a dot for each masked byte.
func shownPassage(text []byte) string {
	text = bytes.Trim(text, " \t\n(")
	text, _, _ = bytes.Cut(text, []byte("\n"))
	return string(bytes.ReplaceAll(text, []byte{mask}, []byte("·")))
}

// passage is the source of a block, masked except for words.
type passage struct {
	text []byte
	from int // its offset in the source
}

// passage returns the passage of a block. Marks before its lines, such as those of a quote,
// become spaces.
func (u *linter) passage(n ast.Node) passage {
	lines := n.Lines().Sliced(0, n.Lines().Len())
	if len(lines) == 0 {
		return passage{}
	}
	from, to := lines[0].Start, lines[0].Start
	for _, line := range lines {
		for ; to < line.Start; to++ {
			u.masked[to] = ' '
		}
		if to = line.Stop; to > line.Start && u.source[to-1] == '\n' {
			u.masked[to-1] = '\n'
		}
	}
	u.copyWords(n)
	text := u.masked[from:to]
	for i := 0; i+1 < len(text); i++ {
		if text[i] == '\\' && util.IsPunct(text[i+1]) {
			text[i], text[i+1] = mask, mask
			i++
		}
	}
	return passage{text, from}
}

// copyWords copies the words of a block into masked.
func (u *linter) copyWords(parent ast.Node) {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		switch n := n.(type) {
		case *ast.Text:
			copy(u.masked[n.Segment.Start:], u.source[n.Segment.Start:n.Segment.Stop])
		case *ast.AutoLink:
			if start := n.Pos(); u.source[start] != '<' {
				label := n.Label(u.source)
				if at := bytes.Index(u.source[start:], label); at >= 0 {
					copy(u.masked[start+at:], label)
				}
			}
		case *ast.Emphasis, *east.Strikethrough:
			u.copyWords(n)
		}
	}
}

// CellsBeyond is reported for text in a table's row that belongs to no column: it
// is not shown.
const CellsBeyond diag.Code = "cells-beyond"

// reportBeyond reports text of a row behind the table's last column.
func (u *linter) reportBeyond(row *east.TableRow) {
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
