package markdown

import (
	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
)

// table writes a table in a box that scrolls when the table is wider than the
// page, with a name and a place in the tab order so that a keyboard can do it.
func (w *writer) table(n *east.Table) {
	w.tables++
	w.html.WriteString(`<div class="table" role="region" tabindex="0" aria-label="`)
	w.label(tableScroll, w.tables)
	w.html.WriteString(`">` + "\n<table>\n")
	body := false
	for row := n.FirstChild(); row != nil; row = row.NextSibling() {
		_, head := row.(*east.TableHeader)
		switch {
		case head:
			w.html.WriteString("<thead>\n")
		case !body:
			body = true
			w.html.WriteString("<tbody>\n")
		}
		w.row(row, head)
		if head {
			w.html.WriteString("</thead>\n")
		}
	}
	if body {
		w.html.WriteString("</tbody>\n")
	}
	w.html.WriteString("</table>\n</div>\n")
}

func (w *writer) row(row ast.Node, head bool) {
	w.html.WriteString("<tr>")
	for c := row.FirstChild(); c != nil; c = c.NextSibling() {
		cell, ok := c.(*east.TableCell)
		if !ok {
			continue
		}
		if cell.FirstChild() == nil {
			w.html.WriteString("<td></td>") // an empty head would name its column with silence
			continue
		}
		element := "td"
		if head {
			element = "th"
		}
		w.html.WriteString("<" + element)
		if head {
			w.html.WriteString(` scope="col"`)
		}
		w.html.WriteString(alignment(cell.Alignment) + directed + ">")
		w.inline(cell)
		w.endText()
		w.html.WriteString("</" + element + ">")
	}
	w.html.WriteString("</tr>\n")
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
