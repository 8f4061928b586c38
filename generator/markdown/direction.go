package markdown

import (
	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
)

// dirAuto is the attribute of an element whose direction follows from its first letter, so
// that an Arabic profile in an English portal is set from right to left.
const dirAuto = ` dir="auto"`

// inheritsDirection reports whether a block is the first in an element with dirAuto. It must
// not have the attribute itself: a browser ignores text in elements with an own dir when it
// determines the direction of the outer one.
func inheritsDirection(n ast.Node) bool {
	if n.PreviousSibling() != nil || n.Parent() == nil {
		return false
	}
	switch n.Parent().Kind() {
	case ast.KindListItem, ast.KindBlockquote, east.KindDefinitionDescription, east.KindFootnote:
		return true
	}
	return false
}

// container writes an entry of a list, a quote or a definition in the direction of its first
// paragraph, which decides on which side its marker is.
func (w *writer) container(name string, n ast.Node) {
	w.element(name, containerDirection(n), n, w.blocks)
}

func containerDirection(n ast.Node) string {
	switch n.FirstChild().(type) {
	case *ast.Paragraph, *ast.TextBlock:
		return dirAuto
	}
	return ""
}

func paragraphDirection(n ast.Node) string {
	if inheritsDirection(n) {
		return ""
	}
	return dirAuto
}
