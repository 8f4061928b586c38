// Package edit changes fields in the frontmatter of a file and leaves every other byte
// alone.
//
// It takes the bytes of a file and changes of its fields, and returns the file with only
// the bytes of those fields changed: comments, the order of fields, their style, and the
// ends of lines (also CRLF, also mixed) stay. It replaces stretches of text at the
// positions that the YAML parser reports; nothing is serialised again.
//
// Each change is verified before it is returned: the changed file is parsed again, and
// must equal the old one but for the change. For a style that cannot be changed safely it
// returns an error, never a damaged file.
//
// It does not know what the fields mean, and reads and writes no files.
package edit

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"ithaca/generator/content/field"
	"ithaca/generator/each"
)

// Change is one change of a file's fields.
type Change struct {
	path  []string
	do    action
	value Value
}

// field names the field that is changed.
func (c Change) field() string { return "`" + strings.Join(c.path, ".") + "`" }

type action uint8

const (
	set action = iota
	remove
	add
	drop
)

// Set sets the value at a path of keys: Set(Text("open"), "availability", "status").
// Groups missing on the path are added. In a list the index of an entry, from 0, is its key.
func Set(value Value, path ...string) Change { return Change{path, set, value} }

// Remove removes a field or an entry of a list, and a group or list that becomes empty. A
// path that does not exist is no error.
func Remove(path ...string) Change { return Change{path, remove, Value{}} }

// Add appends an entry to a list, unless an equal one is in it.
func Add(value Value, path ...string) Change { return Change{path, add, value} }

// Drop removes the first equal entry of a list, if there is one.
func Drop(value Value, path ...string) Change { return Change{path, drop, value} }

// lineError says why the file cannot be changed at a line of it.
func lineError(line int, reason string) error { return fmt.Errorf("line %d: %s", line, reason) }

// unchangeable is the error for what is written in a style that is not supported.
func unchangeable(line int, what string) error {
	return lineError(line, what+" is written in a way that cannot be changed here; change it by hand")
}

// Apply returns a file after changes, made in their order. It does not modify data.
func Apply(data []byte, changes ...Change) ([]byte, error) {
	for _, c := range changes {
		var err error
		if data, err = apply(data, c); err != nil {
			return nil, err
		}
	}
	return data, nil
}

func apply(data []byte, c Change) ([]byte, error) {
	if len(c.path) == 0 {
		return nil, errors.New("no field is named")
	}
	f, err := open(data)
	if err != nil {
		return nil, err
	}
	before := valueOf(f.root)
	switch c.do {
	case add:
		old, found := before.Get(c.path...)
		if !found || old.isNull() {
			return apply(data, Set(List(c.value), c.path...))
		}
		if old.kind == list && slices.ContainsFunc(old.Items(), c.value.same) {
			return data, nil
		}
	case drop:
		old, _ := before.Get(c.path...)
		for i, item := range old.Items() {
			if old.kind == list && item.same(c.value) {
				return apply(data, Remove(append(append([]string(nil), c.path...), fmt.Sprint(i))...))
			}
		}
		return data, nil
	}
	want, ok := before.changed(c)
	if !ok {
		return nil, errors.New(c.field() + " stands within something that is no group of fields")
	}
	if want.same(before) {
		return data, nil
	}
	at, err := f.placeOf(c)
	if err != nil {
		return nil, err
	}
	changed := f.splice(at)
	if again, err := open(changed); err != nil || !valueOf(again.root).same(want) || again.body() != f.body() {
		return nil, unchangeable(f.root.Line+fenceLines, c.field())
	}
	return changed, nil
}

// Fields are the fields of a file, as a group, and its body.
type Fields struct {
	Value
	Body string // the text below the fields, with lines that end in \n
}

// Read parses a file.
func Read(data []byte) (Fields, error) {
	f, err := open(data)
	if err != nil {
		return Fields{}, err
	}
	return Fields{valueOf(f.root), f.body()}, nil
}

// Body returns a file with another body.
func Body(data []byte, text string) ([]byte, error) {
	f, err := open(data)
	if err != nil {
		return nil, err
	}
	if f.body() == text {
		return data, nil
	}
	changed := f.splice(splice{f.bodyStart, len(f.plain), text})
	again, err := open(changed)
	if err != nil || !valueOf(again.root).same(valueOf(f.root)) {
		return nil, errors.New("the text cannot be put below these fields; change it by hand")
	}
	return changed, nil
}

// valueOf returns a node of a file as a value.
func valueOf(n field.Node) Value {
	switch {
	case n.IsGroup():
		v := Group()
		for key, value := range n.Entries() {
			v.entries = append(v.entries, Entry{Key: key.Value, Value: valueOf(value)})
		}
		return v
	case n.IsList():
		return List(each.Of(n.Items(), valueOf)...)
	case n.Node == nil:
		return Value{tag: "!!null"}
	}
	return Value{text: n.Value, tag: n.Tag}
}

var errPosition = errors.New("a value is not at the position that the parser reports")
