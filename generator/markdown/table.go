package markdown

import (
	"bytes"
	"unicode"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
)

// table writes a table in a box that scrolls when the table is wider than the
// page, with a name and a place in the tab order so that a keyboard can do it.
func (w *writer) table(n *east.Table) {
	w.tables++
	w.write(`<div class="table" role="region" tabindex="0" aria-label="`)
	w.label("table-scroll", w.tables)
	w.html.WriteString(`">` + "\n<table>\n")
	end := ""
	for row := n.FirstChild(); row != nil; row = row.NextSibling() {
		if _, head := row.(*east.TableHeader); head {
			w.write("<thead>\n")
			w.row(row, true)
			w.write("</thead>\n")
			continue
		}
		if end == "" {
			w.write("<tbody>\n")
			end = "</tbody>\n"
		}
		w.row(row, false)
	}
	w.write(end, "</table>\n</div>\n")
}

func (w *writer) row(row ast.Node, head bool) {
	w.write("<tr>")
	for c := row.FirstChild(); c != nil; c = c.NextSibling() {
		cell, ok := c.(*east.TableCell)
		if !ok {
			continue
		}
		if cell.FirstChild() == nil {
			w.write("<td></td>") // an empty head would name its column with silence
			continue
		}
		element, scope := "td", ""
		if head {
			element, scope = "th", ` scope="col"`
		}
		w.write("<", element, scope, alignment(cell.Alignment), w.cellDirection(cell), ">")
		w.inline(cell)
		w.endText()
		w.write("</", element, ">")
	}
	w.write("</tr>\n")
}

// cellDirection leaves figures to the direction of their table: a browser finds none in
// them, and would set them from the left in an Arabic table too.
func (w *writer) cellDirection(cell *east.TableCell) string {
	if bytes.ContainsFunc(cell.Lines().Value(w.source), unicode.IsLetter) {
		return dirAuto
	}
	return ""
}

// alignment returns the class of a cell. It is logical, so that a translated
// table mirrors with its language; a style attribute would break the portal's
// content security policy.
func alignment(a east.Alignment) string {
	switch a {
	case east.AlignLeft:
		return ` class="align-start"`
	case east.AlignRight:
		return ` class="align-end"`
	case east.AlignCenter:
		return ` class="align-center"`
	}
	return ""
}
