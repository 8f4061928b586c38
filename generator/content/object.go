package content

import (
	"fmt"
	"math/bits"
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"

	"ithaca/generator/diag"
)

// The codes of the keys of a group of fields.
const (
	// DuplicateKey: a key that stands twice in one group.
	DuplicateKey diag.Code = "duplicate-key"
	// MissingField: a required key that is not there or empty.
	MissingField diag.Code = "missing-field"
)

// field is one key of an object: what it is for, how its value looks and where
// it is stored.
type field[T any] struct {
	fieldAbout
	read func(d *decoder, n *yaml.Node, into *T)
}

// has declares a field that may be left out.
func has[T, V any](name string, s shape[V], at func(*T) *V, words string) field[T] {
	return field[T]{
		fieldAbout: fieldAbout{name: name, words: words, about: s.about},
		read:       func(d *decoder, n *yaml.Node, into *T) { s.readInto(d, n, at(into)) },
	}
}

// must declares a field that every object has to state.
func must[T, V any](name string, s shape[V], at func(*T) *V, words string) field[T] {
	f := has(name, s, at, words)
	f.required = true
	return f
}

// object is a group of fields. The check, which may be nil, sees the whole
// group after its fields were read.
func object[T any](check func(d *decoder, n *yaml.Node, value *T), fields ...field[T]) shape[T] {
	if len(fields) > 64 {
		panic("content: an object has at most 64 fields")
	}
	index := make(map[string]int, len(fields))
	keys := make([]string, len(fields))
	a := about{words: "group of fields", json: "object"}
	for i, f := range fields {
		index[f.name], keys[i] = i, f.name
		a.fields = append(a.fields, f.fieldAbout)
	}
	o := &group[T]{fields, index, keys}
	into := func(d *decoder, n *yaml.Node, value *T) bool {
		if n.Kind != yaml.MappingNode {
			hint := "write its fields below it, indented, one a line"
			if n.Kind == yaml.ScalarNode {
				hint = "write its fields in braces, as " + a.example() + ", or below it, indented, one a line"
			}
			d.wrongType(n, "a group of fields", hint)
			return false
		}
		o.read(d, n, value)
		if check != nil {
			check(d, n, value)
		}
		return true
	}
	return shape[T]{about: a, into: into, read: func(d *decoder, n *yaml.Node) (value T, ok bool) {
		ok = into(d, n, &value)
		return value, ok
	}}
}

// example shows how a value is written: a group by the fields it has to state.
func (a about) example() string {
	switch {
	case a.item != nil && a.item.json == "object":
		return "list of " + a.item.example()
	case a.item != nil && a.item.sample != "":
		return "`[" + a.item.sample + "]`, each entry a " + a.item.words
	}
	if a.json != "object" {
		return a.words
	}
	var keys []string
	for _, f := range a.fields {
		if f.required || len(a.fields) == 1 {
			keys = append(keys, f.name+": …")
		}
	}
	if len(keys) == 0 && len(a.fields) > 0 {
		keys = []string{a.fields[0].name + ": …"}
	}
	return "`{" + strings.Join(keys, ", ") + "}`"
}

type group[T any] struct {
	fields []field[T]
	index  map[string]int
	keys   []string
}

func (g *group[T]) read(d *decoder, n *yaml.Node, into *T) {
	outer := d.field
	var seen, given uint64
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		at, known := g.index[key.Value]
		switch {
		case !known || key.Kind != yaml.ScalarNode:
			meant := g.unknownKey(d, n, key, outer)
			if at, known := g.index[meant]; known {
				given |= 1 << at // misspelt, and therefore not missing as well
			}
			continue
		case seen&(1<<at) != 0:
			d.errorf(d.at(key), DuplicateKey, "keep one of the two", "`%s` stands here a second time", key.Value)
			continue
		}
		seen |= 1 << at
		d.cut(key, value)
		if empty(value) {
			continue
		}
		given |= 1 << at
		d.field, d.entry = key.Value, false
		g.fields[at].read(d, value, into)
	}
	d.field, d.entry = outer, false
	g.required(d, n, given)
}

// empty reports whether a value says nothing: unknown is allowed everywhere.
func empty(n *yaml.Node) bool {
	switch n.Kind {
	case yaml.ScalarNode:
		return n.Tag == "!!null" || strings.TrimSpace(n.Value) == ""
	case yaml.SequenceNode:
		return !slices.ContainsFunc(n.Content, func(c *yaml.Node) bool { return !empty(c) })
	}
	return false
}

// required reports the required fields that were not given.
func (g *group[T]) required(d *decoder, n *yaml.Node, given uint64) {
	for missing := ^given & (1<<len(g.fields) - 1); missing != 0; missing &= missing - 1 {
		f := &g.fields[bits.TrailingZeros64(missing)]
		if !f.required {
			continue
		}
		if key, _ := entryOf(n, f.name); key != nil {
			d.missing(d.at(key), MissingField, "write its value after the colon: "+f.about.example(),
				"`%s`%s has no value", f.name, inside(d.field))
			continue
		}
		at := d.at(n)
		if d.field == "" {
			at.Line, at.Column = 0, 0 // the file as a whole: nothing in it is wrong
		}
		d.missing(at, MissingField, fmt.Sprintf("add `%s:` with its value: %s", f.name, f.about.example()),
			"`%s` is missing%s", f.name, inside(d.field))
	}
}

func inside(field string) string {
	if field == "" {
		return ""
	}
	return fmt.Sprintf(" in `%s`", field)
}

// pointer is a shape whose absence is told apart from its zero value.
func pointer[V any](s shape[V]) shape[*V] {
	return shape[*V]{about: s.about, read: func(d *decoder, n *yaml.Node) (*V, bool) {
		v := new(V)
		return v, s.readInto(d, n, v)
	}}
}
