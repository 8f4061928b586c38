package markdown

import (
	"bytes"

	"ithaca/generator/diag"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/util"
)

// UnusedDefinition is reported for a line like [name]: address that no link uses. It
// is not shown, so a remark in brackets that looks like one would be lost.
const UnusedDefinition diag.Code = "unused-definition"

// definitions are the link reference definitions of a text, and the names that its links
// use.
type definitions struct {
	lines []*ast.LinkReferenceDefinition
	used  map[string]bool
}

// reportDefinitions reports the definitions that no link uses. A second definition of a name
// is never used.
func (u *linter) reportDefinitions(tree ast.Node) {
	d := definitions{used: map[string]bool{}}
	d.find(tree)
	for _, line := range d.lines {
		name := util.ToLinkReference(line.Label)
		if d.used[name] {
			delete(d.used, name) // the first one counts
			continue
		}
		if string(line.Destination) == "#" {
			continue // a usual way to write a comment
		}
		hint := "write the link, as `[words][" + clip(string(line.Label)) + "]`, or delete the line"
		if bytes.HasPrefix(line.Label, []byte("^")) {
			hint = "write footnotes one after the other, not inside of each other"
		} else if !addressLike.Match(line.Destination) {
			hint = "if it is a text, write `\\[` for its first bracket"
		}
		u.notes.warn(line.Pos(), UnusedDefinition, hint, "no link uses this line, so it is not shown: `[%s]:`", clip(string(line.Label)))
	}
}

// find collects the definitions and the names of links below a node.
func (d *definitions) find(parent ast.Node) {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		var reference *ast.ReferenceLink
		switch n := n.(type) {
		case *ast.LinkReferenceDefinition:
			d.lines = append(d.lines, n)
		case *ast.Link:
			reference = n.Reference
		case *ast.Image:
			reference = n.Reference
		}
		if reference != nil {
			d.used[util.ToLinkReference(bytes.TrimSpace(reference.Value))] = true
		}
		d.find(n)
	}
}
