package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// taskBoxes recognise "[ ]" and "[x]" at the beginning of a list's item, as on
// GitHub: with a space after it and words on the same line, so that the box has
// a label and "[x](…)" stays a link.
type taskBoxes struct{}

func (taskBoxes) Trigger() []byte { return []byte{'['} }

func (taskBoxes) Parse(parent ast.Node, block text.Reader, _ parser.Context) ast.Node {
	item, ok := parent.Parent().(*ast.ListItem)
	if !ok || item.FirstChild() != parent || parent.HasChildren() {
		return nil
	}
	line, _ := block.PeekLine()
	if len(line) < 5 || line[2] != ']' || line[3] != ' ' && line[3] != '\t' || len(bytes.TrimSpace(line[4:])) == 0 {
		return nil
	}
	switch line[1] {
	case ' ', 'x', 'X':
		block.Advance(4)
		return east.NewTaskCheckBox(line[1] != ' ')
	}
	return nil
}

// paragraphWords writes the content of a paragraph; that of a task as the label of its
// checkbox.
func (w *writer) paragraphWords(n ast.Node) {
	box, ok := n.FirstChild().(*east.TaskCheckBox)
	if !ok {
		w.inline(n)
		return
	}
	checked := ""
	if box.IsChecked {
		checked = " checked"
	}
	w.write(`<label><input type="checkbox"`, checked, "> ")
	w.inline(n)
	w.write("</label>")
}

// hasTasks reports whether an item of a list is a task.
func hasTasks(list *ast.List) bool {
	for item := list.FirstChild(); item != nil; item = item.NextSibling() {
		if first := item.FirstChild(); first != nil && first.FirstChild() != nil {
			if _, ok := first.FirstChild().(*east.TaskCheckBox); ok {
				return true
			}
		}
	}
	return false
}
