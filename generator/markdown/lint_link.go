package markdown

import (
	"bytes"
	"regexp"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/util"

	"ithaca/generator/diag"
)

// MalformedLink is reported for a link that the parser cannot read as one.
const MalformedLink diag.Code = "malformed-link"

// UndefinedLink is reported for a link like [words][name] whose address is stated
// nowhere.
const UndefinedLink diag.Code = "undefined-link"

var (
	brokenLink    = regexp.MustCompile(`\]\(`)
	spacedLink    = regexp.MustCompile(`!?\[[^\[\]\n]+\](?:[ \t]+|\n|[ \t]*（)\(?([^()（）\n]+)[)）]`)
	undefinedName = regexp.MustCompile(`(?m)(?:^|[^\pL\pN\])])\[([^\[\]\n]+)\]\[([^\[\]\n]*)\]`)
	definition    = regexp.MustCompile(`(?m)^ *\[([^\[\]\n^]+)\]:[ \t]*(\S.*)$`)
	swappedLink   = regexp.MustCompile(`\(([^()\n]+)\)\[([^\[\]\s]+)\]`)
	// addressLike matches what can only be meant as an address.
	addressLike = regexp.MustCompile(`(?i)^<?(?:(?:https?|mailto|tel|ftp):|www\.|\.{0,2}/|#\w|[\w.+-]+@[\w-]+\.)|^[\w./%-]+(?: [\w./%-]+)*\.(?:md|html?|pdf|jpe?g|png|docx?)(?:#\S*)?$|^[\w-]+(?:\.[\w-]+)*\.(?:org|com|net|edu|gov|info|io|eu|uk|de|fr|br|ng|in|gr|pt|es)(?:/|$)`)
	linkTitle   = regexp.MustCompile(`[ \t]+(?:".*"|'.*'|“.*”)[ \t]*$`)
)

// reportLinks reports the links of a passage that were not parsed as links.
func (u *linter) reportLinks(p passage) {
	if bytes.IndexByte(p.text, '[') < 0 {
		return
	}
	for _, m := range brokenLink.FindAllSubmatchIndex(p.text, maxRepeats) {
		u.reportBrokenLink(p, m)
	}
	for _, m := range spacedLink.FindAllSubmatchIndex(p.text, maxRepeats) {
		if address := string(p.text[m[2]:m[3]]); addressLike.MatchString(address) {
			u.notes.warn(p.from+m[0], MalformedLink, "write `(` directly after `]`, as `[words]("+clip(strings.ReplaceAll(address, " ", "%20"))+")`",
				"this is no link: something stands between `]` and `(`")
		}
	}
	for _, m := range swappedLink.FindAllSubmatchIndex(p.text, maxRepeats) {
		if address := string(p.text[m[4]:m[5]]); addressLike.MatchString(address) {
			u.notes.warn(p.from+m[0], MalformedLink, "write `["+shownPassage(p.text[m[2]:m[3]])+"]("+clip(address)+")`",
				"this is no link: brackets and parentheses are exchanged")
		}
	}
	u.reportNames(p)
}

// reportBrokenLink reports a link whose address cannot be parsed, with a likely cause.
func (u *linter) reportBrokenLink(p passage, m []int) {
	address, closed := destination(p.text[m[1]:])
	start := opening(p.text, m[0])
	title := linkTitle.FindString(address)
	address = strings.TrimSpace(strings.TrimSuffix(address, title))
	report := u.notes.error
	if !addressLike.MatchString(address) && !strings.ContainsAny(address, "/:#") {
		if !strings.Contains(address, ".") || strings.HasSuffix(address, ".") {
			report = u.notes.warn // it may be a remark in parentheses
		}
	}
	hint, message := "write `)` directly after the address", "the link breaks off: the parenthesis around its address is never closed"
	switch {
	case !closed && strings.Contains(address, "("):
		hint += "; write `(` and `)` inside of an address as %28 and %29"
	case !closed:
	case strings.HasPrefix(strings.ToLower(address), "tel:"):
		hint, message = "write the number without spaces: `"+clip(strings.ReplaceAll(address, " ", ""))+"`", "the link breaks off: its address holds a space"
	case strings.ContainsAny(address, " \t"):
		better := strings.ReplaceAll(strings.ReplaceAll(address, "\t", " "), " ", "%20")
		hint, message = "write the space as %20: `"+clip(better)+"`", "the link breaks off: its address holds a space"
	case bytes.IndexByte(p.text[start:m[0]], mask) >= 0:
		hint, message = "end the first link before the second begins", "a link cannot hold another link"
	default:
		hint, message = "write the address alone between the parentheses, without quotes, `<` or `>`", "the link breaks off: its address cannot be read"
	}
	report(p.from+start, MalformedLink, hint, "%s", message)
}

// opening returns the offset at which the link begins whose words end at end.
func opening(text []byte, end int) int {
	at := bytes.LastIndexByte(text[:end], '[')
	if at > 0 && text[at-1] == '!' {
		at--
	}
	return max(at, 0)
}

// inParentheses matches the rest of a line after an opening parenthesis, up to the one that
// closes it.
var inParentheses = regexp.MustCompile(`^((?:[^()\n]|\([^()\n]*\))*)(\))?`)

// destination returns the text between an opening parenthesis, after which text begins, and
// the one that closes it on the same line, or the rest of the line.
func destination(text []byte) (address string, closed bool) {
	m := inParentheses.FindSubmatch(text)
	if m[2] == nil {
		return shownPassage(text), false
	}
	return string(bytes.ReplaceAll(m[1], []byte{mask}, []byte("·"))), true
}

// reportNames reports names of links without a definition, and definitions that the parser
// did not accept.
func (u *linter) reportNames(p passage) {
	for _, m := range undefinedName.FindAllSubmatchIndex(p.text, maxRepeats) {
		name := p.text[m[4]:m[5]]
		if len(name) == 0 {
			name = p.text[m[2]:m[3]]
		}
		shown := clip(shownPassage(name))
		u.notes.warn(p.from+m[2]-1, UndefinedLink, "write `[words](address)`, or the line `["+shown+"]: https://…` below the text",
			"no line says where the link `[%s]` leads", shown)
	}
	for _, m := range definition.FindAllSubmatchIndex(p.text, maxRepeats) {
		if address := string(p.text[m[4]:m[5]]); addressLike.MatchString(address) {
			u.notes.warn(p.from+m[2]-1, UndefinedLink, "put an empty line before it, write nothing after the address, and spaces in it as %20",
				"this line defines no link and is shown as written")
		}
	}
}

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
