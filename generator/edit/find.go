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
