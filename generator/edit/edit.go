// Package edit changes the fields of a file and leaves every other byte alone.
//
// It takes a file as it lies on the disk and changes of its fields, and returns the
// file with only the bytes of those fields changed: comments, the order of fields, the
// way in which they are written, and the ends of lines (also CRLF, also mixed) stay.
// The places come from the positions of the YAML reader; nothing is written anew.
//
// Each change is checked before it is returned: the file is read again, and has to say
// what it said before, but for the change. A file that is written in a way which cannot
// be changed safely gives an error, never a damaged file.
//
// It does not know what the fields mean, and reads and writes no files.
package edit

import (
	"errors"
	"fmt"
	"strings"

	"ithaca/generator/content/field"
)

// Change is one change of a file's fields.
type Change struct {
	path  []string
	do    action
	value Value
}

type action uint8

const (
	set action = iota
	remove
	add
	drop
)

// Set writes a value at a path of keys: Set(Text("open"), "availability", "status").
// What is missing on the way is added. Within a list, the number of an entry from 0
// stands for a key.
func Set(value Value, path ...string) Change { return Change{path, set, value} }

// Remove takes a field or an entry of a list out. A group or a list that nothing is left
// in goes too. What is not there is no mistake.
func Remove(path ...string) Change { return Change{path, remove, Value{}} }

// Add adds an entry to a list that does not hold it, as its last.
func Add(value Value, path ...string) Change { return Change{path, add, value} }

// Drop takes an entry out of a list, wherever it stands in it.
func Drop(value Value, path ...string) Change { return Change{path, drop, value} }

// Error says why a file cannot be changed.
type Error struct {
	Line   int // of the file, from 1; 0 where no line is meant
	Reason string
}

func (e *Error) Error() string {
	if e.Line == 0 {
		return e.Reason
	}
	return fmt.Sprintf("line %d: %s", e.Line, e.Reason)
}

// Apply returns a file with changes made in their order. The error is an *Error; data
// stays as it is.
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
		return nil, &Error{Reason: "no field is named"}
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
		if old.kind == list && old.holds(c.value) {
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
		return nil, &Error{Reason: "`" + strings.Join(c.path, ".") + "` stands within something that is no group of fields"}
	}
	if want.same(before) {
		return data, nil
	}
	at, err := f.place(c)
	if err != nil {
		return nil, err
	}
	changed := f.splice(at)
	if again, err := open(changed); err != nil || !valueOf(again.root).same(want) || again.body() != f.body() {
		return nil, &Error{f.root.Line + 1, "`" + strings.Join(c.path, ".") + "` is written in a way that cannot be changed here; change it by hand"}
	}
	return changed, nil
}

// Fields is what a file says.
type Fields struct {
	Value
	Body string // the text below the fields, as it stands there
}

// Read returns what a file says. The error is an *Error.
func Read(data []byte) (Fields, error) {
	f, err := open(data)
	if err != nil {
		return Fields{}, err
	}
	return Fields{valueOf(f.root), f.body()}, nil
}

// Body returns a file with another text below its fields.
func Body(data []byte, text string) ([]byte, error) {
	f, err := open(data)
	if err != nil {
		return nil, err
	}
	if f.body() == text {
		return data, nil
	}
	changed := f.splice(splice{f.text, len(f.plain), text})
	again, err := open(changed)
	if err != nil || !valueOf(again.root).same(valueOf(f.root)) {
		return nil, &Error{Reason: "the text cannot be put below these fields; change it by hand"}
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
		v := List()
		for _, item := range n.Items() {
			v.entries = append(v.entries, Entry{Value: valueOf(item)})
		}
		return v
	case n.Node == nil:
		return Value{tag: "!!null"}
	}
	return Value{text: n.Value, tag: n.Tag}
}

var errLost = errors.New("a value does not stand where the reader says")
