package edit

import (
	"slices"
	"strconv"
	"strings"

	"ithaca/generator/content/field"
	"ithaca/generator/each"
)

// placeOf returns the splice that makes a change.
func (f *file) placeOf(c Change) (splice, error) {
	s, err := f.placeWithin(f.root, c.path, c)
	if err != nil {
		line := f.root.Line
		if n := f.root.Get(c.path[0]); n.Node != nil {
			line = n.Line
		}
		return s, unchangeable(line+fenceLines, c.field())
	}
	return s, nil
}

// placeWithin returns the splice for the rest of a change's path in a node.
func (f *file) placeWithin(n field.Node, path []string, c Change) (splice, error) {
	all, at := nodesOf(n), 0
	if n.IsGroup() {
		at = -1
		for i := 0; i < len(all); i += 2 {
			if all[i].Value == path[0] {
				at = i + 1
				break
			}
		}
		if at < 0 {
			return f.insert(n, Entry{Key: path[0], Value: nested(path[1:], c.value)})
		}
	} else {
		var err error
		if at, err = strconv.Atoi(path[0]); err != nil || at >= len(all) {
			return splice{}, errPosition
		}
	}
	from, err := f.start(n)
	if n.Line > 0 && err != nil {
		return splice{}, err
	}
	inner := len(f.spacesTo(from))
	f.inBrackets = f.inBrackets || f.isFlow(n)
	value := all[at]
	switch {
	case c.do == remove && (len(path) == 1 || becomesEmpty(value, path[1:])):
		return f.cut(n, at, inner)
	case len(path) == 1 && c.do == add:
		return f.insert(value, Entry{Value: c.value})
	case len(path) == 1 || !value.IsGroup() && !value.IsList():
		return f.replace(all, at, nested(path[1:], c.value), inner)
	}
	return f.placeWithin(value, path[1:], c)
}

// becomesEmpty reports whether a collection is empty after what is at a path is removed.
func becomesEmpty(n field.Node, path []string) bool {
	v, _ := valueOf(n).changed(Change{path, remove, Value{}})
	return v.kind != single && v.IsEmpty()
}

// nested returns a value within groups for the keys of a path.
func nested(path []string, value Value) Value {
	for _, key := range slices.Backward(path) {
		value = Group(Entry{Key: key, Value: value})
	}
	return value
}

// replace returns the splice that replaces the value at an index of the nodes of a group or
// a list, which is indented by inner.
func (f *file) replace(all []field.Node, at int, value Value, inner int) (splice, error) {
	old := all[at]
	from, to, err := f.extent(old, inner)
	if err != nil {
		return splice{}, err
	}
	if (old.IsGroup() || old.IsList()) && !f.isFlow(old) {
		if old.IsList() && value.kind == list && !value.IsEmpty() {
			return splice{from, to, blockOf(value, "\n"+f.spacesTo(from))}, nil
		}
		if at == 0 {
			return splice{}, errPosition
		}
		_, end, err := f.extent(all[at-1], inner) // the key; the value begins below it
		if err != nil || end >= len(f.plain) || f.plain[end] != ':' {
			return splice{}, errPosition
		}
		return splice{end + 1, to, " " + value.write(f.inBrackets)}, nil
	}
	text := value.write(f.inBrackets)
	switch {
	case from == to: // a key without a value
		space := " "
		if from > 0 && f.plain[from-1] == ' ' {
			space = ""
		}
		return splice{from, to, space + text}, nil
	case value.kind == single && value.tag == "!!str" && f.plain[from] == '"':
		text = field.Quoted(value.text)
	case value.kind == single && value.tag == "!!str" && f.plain[from] == '\'' && !strings.ContainsAny(field.Quoted(value.text)[1:], `\`):
		text = "'" + strings.ReplaceAll(value.text, "'", "''") + "'"
	}
	return splice{from, to, text}, nil
}

// blockOf returns a list as a block sequence.
func blockOf(v Value, between string) string {
	return strings.Join(each.Of(v.Items(), func(item Value) string { return "- " + item.write(true) }), between)
}

// insert returns the splice that appends an entry to a group or a list.
func (f *file) insert(n field.Node, e Entry) (splice, error) {
	all, flow, mark := nodesOf(n), f.isFlow(n), "- "
	text := e.Value.write(flow || n.IsList())
	if !n.IsList() {
		mark, text = "", Text(e.Key).write(true)+": "+text
	}
	if n.Line < 1 || len(all) == 0 && !flow { // no fields at all
		return splice{f.fieldsEnd, f.fieldsEnd, text + "\n"}, nil
	}
	from, err := f.start(n)
	last, err2 := f.lastEnd(all, len(f.spacesTo(from)))
	switch {
	case err != nil || err2 != nil || !flow && f.inBrackets:
		return splice{}, errPosition
	case flow && len(all) == 0:
		return splice{from + 1, from + 1, text}, nil
	case flow:
		return splice{last, last, ", " + text}, nil
	}
	end := f.lineEnd(f.afterColon(last))
	return splice{end, end, "\n" + f.spacesTo(from) + mark + text}, nil
}

// afterColon returns the offset behind a colon, which a key without a value has at at.
func (f *file) afterColon(at int) int {
	if at < f.fieldsEnd && f.plain[at] == ':' {
		return at + 1
	}
	return at
}

// cut returns the splice that removes an entry of a group or a list; at is the index of its
// value in nodesOf.
func (f *file) cut(n field.Node, at, inner int) (splice, error) {
	all, head, flow := nodesOf(n), at, f.isFlow(n)
	if n.IsGroup() {
		head--
	}
	from, err := f.start(all[head])
	to, err2 := f.lastEnd(all[head:at+1], inner)
	if err != nil || err2 != nil {
		return splice{}, errPosition
	}
	to = f.afterColon(to)
	if !flow && !n.IsGroup() {
		before := strings.TrimRight(f.plain[f.lineStart(from):from], " ")
		if !strings.HasSuffix(before, "-") {
			return splice{}, errPosition
		}
		from = f.lineStart(from) + len(before) - 1
	}
	switch start := f.lineStart(from); {
	case !flow && strings.Trim(f.plain[start:from], " ") == "":
		return splice{start, min(f.lineEnd(to)+1, f.fieldsEnd), ""}, nil
	case at+1 < len(all): // the next one takes its place
		next, err := f.start(all[at+1])
		return splice{from, next, ""}, err
	case flow && head > 0:
		before, err := f.lastEnd(all[:head], inner)
		return splice{before, to, ""}, err
	case flow:
		return splice{from, to, ""}, nil
	}
	return splice{}, errPosition
}
