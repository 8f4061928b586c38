package edit

import (
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

func (f *file) collectionEnd(n field.Node, from int) (to int, err error) {
	flow := f.inFlow(n)
	to = from + 1
	if !flow {
		to = from
	}
	if all := parts(n); len(all) > 0 {
		last := all[len(all)-1]
		if _, to, err = f.extent(last, len(f.column(from))); err != nil {
			return 0, err
		}
		if n.IsGroup() { // a key without a value ends with its colon
			_, end, err := f.extent(all[len(all)-2], len(f.column(from)))
			if err != nil {
				return 0, err
			}
			to = max(to, end)
		}
	}
	if !flow {
		return to, nil
	}
	for to < f.end {
		switch c := f.plain[to]; c {
		case ' ', '\t', '\n', ',', ':':
			to++
		case '#':
			to = f.lineEnd(to)
		case ']', '}':
			return to + 1, nil
		default:
			return 0, errLost
		}
	}
	return 0, errLost
}

func (f *file) scalarEnd(n field.Node, from, outer int) (int, error) {
	text := f.plain[:f.end]
	if from >= len(text) {
		return 0, errLost
	}
	switch text[from] {
	case '"':
		for at := from + 1; at < len(text); at++ {
			switch text[at] {
			case '\\':
				at++
			case '"':
				return at + 1, nil
			}
		}
		return 0, errLost
	case '\'':
		for at := from + 1; at < len(text); at++ {
			if text[at] != '\'' {
				continue
			}
			if at+1 < len(text) && text[at+1] == '\'' {
				at++
				continue
			}
			return at + 1, nil
		}
		return 0, errLost
	case '|', '>':
		return f.blockEnd(from, outer), nil
	}
	return plainEnd(text, n.Value, from)
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
