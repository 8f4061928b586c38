package markdown

import (
	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
)

// directed is the attribute of an element whose text runs in the direction of its
// own first letter: an Arabic profile in an English portal reads from the right, and
// its full stop stands at the left end.
const directed = ` dir="auto"`

// leads reports whether a block takes the direction of the element around it. A
// browser finds the direction of an entry or a quote in its words, but not in those
// of elements that find their own: its first paragraph must not be one of these.
func leads(n ast.Node) bool {
	if n.PreviousSibling() != nil || n.Parent() == nil {
		return false
	}
	switch n.Parent().Kind() {
	case ast.KindListItem, ast.KindBlockquote, east.KindDefinitionDescription, east.KindFootnote:
		return true
	}
	return false
}

// container writes an entry of a list, a quote or a definition, whose mark or line
// stands at the side on which its first paragraph begins.
func (w *writer) container(name string, n ast.Node) {
	w.element(name, containerDirection(n), n, w.blocks)
}

func containerDirection(n ast.Node) string {
	switch n.FirstChild().(type) {
	case *ast.Paragraph, *ast.TextBlock:
		return directed
	}
	return ""
}

func paragraphDirection(n ast.Node) string {
	if leads(n) {
		return ""
	}
	return directed
}
