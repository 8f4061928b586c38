package edit

import (
	"strconv"

	"ithaca/generator/content/field"
)

// At returns the path of the single value that begins at a place of a file, as messages
// name it, and whether there is one.
func At(data []byte, line, column int) (path []string, found bool) {
	f, err := open(data)
	if err != nil {
		return nil, false
	}
	const fence = 1 // the line above the fields
	return at(f.root, line-fence, column)
}

func at(n field.Node, line, column int) ([]string, bool) {
	step := func(key string, value field.Node) ([]string, bool) {
		rest, found := at(value, line, column)
		return append([]string{key}, rest...), found
	}
	for key, value := range n.Entries() {
		if path, found := step(key.Value, value); found {
			return path, true
		}
	}
	for i, item := range n.Items() {
		if path, found := step(strconv.Itoa(i), item); found {
			return path, true
		}
	}
	single := n.Node != nil && !n.IsGroup() && !n.IsList()
	return nil, single && n.Line == line && n.Column == column
}

// RenameKey returns a file in which the key at a place has another name, and the path of
// what it names.
func RenameKey(data []byte, line, column int, name string) (changed []byte, path []string, err error) {
	f, err := open(data)
	if err != nil {
		return nil, nil, err
	}
	lost := &Error{line, "the name of the field cannot be changed here; change it by hand"}
	key, path, found := keyAt(f.root, line-1, column)
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
	return changed, append(path, name), nil
}

// keyAt returns the key that begins at a place, and the path of the group it belongs to.
func keyAt(n field.Node, line, column int) (key field.Node, path []string, found bool) {
	step := func(name string, value field.Node) bool {
		var rest []string
		if key, rest, found = keyAt(value, line, column); found {
			path = append([]string{name}, rest...)
		}
		return found
	}
	for k, value := range n.Entries() {
		if k.Line == line && k.Column == column {
			return k, nil, true
		}
		if step(k.Value, value) {
			return key, path, true
		}
	}
	for i, item := range n.Items() {
		if step(strconv.Itoa(i), item) {
			return key, path, true
		}
	}
	return key, nil, false
}
