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

// reportDefinitions reports the definitions that no link uses. A second definition of a name
// is never used.
func (u *linter) reportDefinitions(tree ast.Node) {
	lines, used := definitions(tree)
	for _, line := range lines {
		name := util.ToLinkReference(line.Label)
		if used[name] {
			delete(used, name) // the first one counts
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

// definitions returns the link reference definitions of a text, and the names that its links
// use.
func definitions(tree ast.Node) (lines []*ast.LinkReferenceDefinition, used map[string]bool) {
	used = map[string]bool{}
	_ = ast.Walk(tree, func(n ast.Node, entering bool) (ast.WalkStatus, error) { // which never fails
		var reference *ast.ReferenceLink
		switch n := n.(type) {
		case *ast.LinkReferenceDefinition:
			if entering {
				lines = append(lines, n)
			}
		case *ast.Link:
			reference = n.Reference
		case *ast.Image:
			reference = n.Reference
		}
		if reference != nil {
			used[util.ToLinkReference(bytes.TrimSpace(reference.Value))] = true
		}
		return ast.WalkContinue, nil
	})
	return lines, used
}
