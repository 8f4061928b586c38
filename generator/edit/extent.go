package edit

import (
	"regexp"
	"strings"

	"ithaca/generator/content/field"
)

// extent returns where a node begins and ends. The outer one says how far its group is
// indented, which is where a text of several lines ends.
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
	if err == nil && (to < from || to > f.end) {
		err = errLost
	}
	return from, to, err
}

// parts returns the nodes that a group or a list is made of, in their order.
func parts(n field.Node) []field.Node {
	all := n.Items()
	for key, value := range n.Entries() {
		all = append(all, key, value)
	}
	return all
}

// lastEnd returns where the last of some nodes ends, also where that is a key without a value.
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

// flowEnd is what may stand between the last value in brackets and their end.
var flowEnd = regexp.MustCompile(`^(?:[ \t\n,:]|#[^\n]*)*[\]}]`)

func (f *file) collectionEnd(n field.Node, from int) (to int, err error) {
	if to, err = f.lastEnd(parts(n), len(f.column(from))); err != nil || !f.inFlow(n) {
		return max(from, to), err
	}
	to = max(from+1, to)
	if end := flowEnd.FindStringIndex(f.plain[to:f.end]); end != nil {
		return to + end[1], nil
	}
	return 0, errLost
}

// quotedText is a text in quotes.
var quotedText = regexp.MustCompile(`^(?s:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')`)

func (f *file) scalarEnd(n field.Node, from, outer int) (int, error) {
	text := f.plain[from:f.end]
	switch {
	case text == "":
		return 0, errLost
	case text[0] == '"' || text[0] == '\'':
		if end := quotedText.FindStringIndex(text); end != nil {
			return from + end[1], nil
		}
		return 0, errLost
	case text[0] == '|' || text[0] == '>':
		return f.blockEnd(from, outer), nil
	}
	return plainEnd(f.plain[:f.end], n.Value, from)
}

// blockEnd returns where a text below a | or > ends: with the last line that says
// something and is indented further than its group.
func (f *file) blockEnd(from, outer int) int {
	end := f.lineEnd(from)
	for at := end + 1; at < f.end; {
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

// plainEnd returns where a text without quotes ends, which may span lines.
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
			return 0, errLost
		}
		at += len(string(r))
	}
	return at, nil
}
