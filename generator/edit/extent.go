package edit

import (
	"regexp"
	"strings"

	"ithaca/generator/content/field"
)

// extent returns the offsets at which a node begins and ends. Outer is the indentation of
// its group in spaces, by which the end of a block scalar is found.
func (f *file) extent(n field.Node, outer int) (from, to int, err error) {
	if from, err = f.start(n); err != nil {
		return 0, 0, err
	}
	switch {
	case n.IsGroup() || n.IsList():
		to, err = f.collectionEnd(n, from)
	case n.Tag == "!!null" && n.Value == "":
		to = from
	default:
		to, err = f.scalarEnd(n, from, outer)
	}
	if err == nil && (to < from || to > f.fieldsEnd) {
		err = errPosition
	}
	return from, to, err
}

// nodesOf returns the child nodes of a list, or of a group keys and values by turns, in
// their order.
func nodesOf(n field.Node) []field.Node {
	all := n.Items()
	for key, value := range n.Entries() {
		all = append(all, key, value)
	}
	return all
}

// lastEnd returns the offset at which the last of some nodes ends, also where that is a key
// without a value.
func (f *file) lastEnd(all []field.Node, outer int) (to int, err error) {
	for _, n := range all[max(0, len(all)-2):] {
		_, end, err := f.extent(n, outer)
		if err != nil {
			return 0, err
		}
		to = max(to, end)
	}
	return to, nil
}

// flowEnd matches what may follow the last value of a flow collection, with its bracket.
var flowEnd = regexp.MustCompile(`^(?:[ \t\n,:]|#[^\n]*)*[\]}]`)

func (f *file) collectionEnd(n field.Node, from int) (to int, err error) {
	if to, err = f.lastEnd(nodesOf(n), len(f.spacesTo(from))); err != nil || !f.isFlow(n) {
		return max(from, to), err
	}
	to = max(from+1, to)
	if end := flowEnd.FindStringIndex(f.plain[to:f.fieldsEnd]); end != nil {
		return to + end[1], nil
	}
	return 0, errPosition
}

// quotedText matches a scalar in quotes.
var quotedText = regexp.MustCompile(`^(?s:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')`)

func (f *file) scalarEnd(n field.Node, from, outer int) (int, error) {
	text := f.plain[from:f.fieldsEnd]
	switch {
	case text == "":
		return 0, errPosition
	case text[0] == '"' || text[0] == '\'':
		if end := quotedText.FindStringIndex(text); end != nil {
			return from + end[1], nil
		}
		return 0, errPosition
	case text[0] == '|' || text[0] == '>':
		return f.blockEnd(from, outer), nil
	}
	return plainEnd(f.plain[:f.fieldsEnd], n.Value, from)
}

// blockEnd returns the offset at which a block scalar (| or >) ends: the end of its last
// line that is not blank and is indented further than outer.
func (f *file) blockEnd(from, outer int) int {
	end := f.lineEnd(from)
	for at := end + 1; at < f.fieldsEnd; {
		next := f.lineEnd(at)
		line := f.plain[at:next]
		if strings.TrimSpace(line) != "" {
			if len(line)-len(strings.TrimLeft(line, " ")) <= outer {
				break
			}
			end = next
		}
		at = next + 1
	}
	return end
}

// plainEnd returns the offset at which a scalar without quotes ends, which may span lines.
func plainEnd(text, value string, from int) (int, error) {
	at := from
	for _, r := range value {
		if r == ' ' || r == '\n' || r == '\t' {
			for at < len(text) && strings.IndexByte(" \t\n", text[at]) >= 0 {
				at++
			}
			continue
		}
		if !strings.HasPrefix(text[at:], string(r)) {
			return 0, errPosition
		}
		at += len(string(r))
	}
	return at, nil
}
