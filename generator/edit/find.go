package edit

import (
	"strconv"

	"ithaca/generator/content/field"
)

const fenceLines = 1 // lines above the fields

// At returns the path of the scalar that begins at a line and column of a file, both from
// 1 as in diag.Position, and whether there is one.
func At(data []byte, line, column int) (path []string, found bool) {
	f, err := open(data)
	if err != nil {
		return nil, false
	}
	_, path, found = find(f.root, func(_, value field.Node) bool {
		return value.Node != nil && !value.IsGroup() && !value.IsList() && value.Line == line-fenceLines && value.Column == column
	})
	return path, found
}

// find returns the key and path of the first value for which holds returns true. An entry
// of a list has a zero key.
func find(n field.Node, holds func(key, value field.Node) bool) (key field.Node, path []string, found bool) {
	step := func(name string, k, value field.Node) bool {
		if key, found = k, holds(k, value); !found {
			key, path, found = find(value, holds)
		}
		path = append([]string{name}, path...)
		return found
	}
	for k, value := range n.Entries() {
		if step(k.Value, k, value) {
			return key, path, true
		}
		path = nil
	}
	for i, item := range n.Items() {
		if step(strconv.Itoa(i), field.Node{}, item) {
			return key, path, true
		}
		path = nil
	}
	return key, nil, false
}

// RenameKey returns a file in which the key at a line and column has another name, and the
// new path of its value.
func RenameKey(data []byte, line, column int, name string) (changed []byte, path []string, err error) {
	f, err := open(data)
	if err != nil {
		return nil, nil, err
	}
	lost := unchangeable(line, "the name of the field")
	key, path, found := find(f.root, func(key, _ field.Node) bool {
		return key.Node != nil && key.Line == line-fenceLines && key.Column == column
	})
	if !found {
		return nil, nil, lost
	}
	from, to, err := f.extent(key, 0)
	if err != nil {
		return nil, nil, lost
	}
	changed = f.splice(splice{from, to, Text(name).write(true)})
	key.Value = name // so that the fields are what they have to be now
	again, err := open(changed)
	if err != nil || again.body() != f.body() || !valueOf(again.root).same(valueOf(f.root)) {
		return nil, nil, lost
	}
	path[len(path)-1] = name
	return changed, path, nil
}
