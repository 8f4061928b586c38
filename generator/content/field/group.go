package field

import (
	"fmt"
	"strings"

	"ithaca/generator/diag"
	"ithaca/generator/each"
)

// The codes of the keys of a group of fields.
const (
	// DuplicateKey: a key that is twice in one group.
	DuplicateKey diag.Code = "duplicate-key"
	// MissingField: a required key that is not there or empty.
	MissingField diag.Code = "missing-field"
	// NotTranslated: a field that is the same in every language, in a translation.
	NotTranslated diag.Code = "not-translated"
)

// Field is one key of a group that is decoded into a T: its description, the shape of its
// value and where that is stored.
type Field[T any] struct {
	*fieldAbout
	read func(d *Decoder, n Node, into *T)
}

// fieldAbout is the description of a field.
type fieldAbout struct {
	name     string
	words    string
	required bool
	about    About
}

// Has declares an optional field; at returns where its value is stored, and words is its
// description.
//
//go:noinline
func Has[T, V any](name string, s Shape[V], at func(*T) *V, words string) Field[T] {
	read := s.Read
	return Field[T]{newField(name, &s.About, words), func(d *Decoder, n Node, into *T) {
		if value, ok := read(d, n); ok {
			*at(into) = value
		}
	}}
}

// Must declares a required field.
//
//go:noinline
func Must[T, V any](name string, s Shape[V], at func(*T) *V, words string) Field[T] {
	f := Has(name, s, at, words)
	f.required = true
	return f
}

// Sets declares an optional field whose value is stored by set.
//
//go:noinline
func Sets[T, V any](name string, s Shape[V], set func(into *T, value V), words string) Field[T] {
	read := s.Read
	return Field[T]{newField(name, &s.About, words), func(d *Decoder, n Node, into *T) {
		if value, ok := read(d, n); ok {
			set(into, value)
		}
	}}
}

// newField is not inlined, as all functions that declare fields and shapes: 200 copies of
// each, with the functions that it returns, made the program half a megabyte larger.
//
//go:noinline
func newField(name string, about *About, words string) *fieldAbout {
	return &fieldAbout{name: name, words: words, about: *about}
}

// Name returns the key of a field.
func (f *fieldAbout) Name() string { return f.name }

// IsList reports whether a field takes a list.
func (f *fieldAbout) IsList() bool { return f.about.item != nil }

// ReadItems decodes a field from values outside of a file, such as arguments of a command:
// the items of a list, or one value, each as YAML on one line. The positions of the mistakes
// mean nothing.
func ReadItems[T any](f Field[T], items []string, into *T) diag.List {
	text := strings.Join(items, ", ")
	if len(items) != 1 || f.IsList() {
		text = "[" + text + "]"
	}
	d := &Decoder{}
	root, ok := d.Parse([]byte(f.name + ": " + text))
	if n := root.Get(f.name); ok && n.Node != nil {
		d.Enter(f.name)
		f.read(d, n, into)
	}
	return d.Diags
}

// Group is the shape of a group of fields. The check, which may be nil, sees the whole group
// after its fields were read.
//
//go:noinline
func Group[T any](check func(d *Decoder, n Node, value *T), fields ...Field[T]) Shape[T] {
	g := newGroup(each.Of(fields, func(f Field[T]) fieldAbout { return *f.fieldAbout }))
	return Shape[T]{g.about, func(d *Decoder, n Node) (value T, ok bool) {
		ok = g.read(d, n, func(at int, found Node) { fields[at].read(d, found, &value) })
		if ok && check != nil && !d.Translation {
			check(d, n, &value)
		}
		return value, ok
	}}
}

// Keys returns the keys of a group in the order of their declaration.
func (a About) Keys() []string {
	return each.Of(a.fields, func(f fieldAbout) string { return f.name })
}

// example returns an example of a value, for hints: of a group with its required fields.
func (a About) example() string {
	switch {
	case a.item != nil && a.item.JSON == "object":
		return "list of " + a.item.example()
	case a.item != nil && a.item.sample != "":
		return "`[" + a.item.sample + "]`, each entry a " + a.item.Words
	}
	if a.JSON != "object" {
		return a.Words
	}
	var keys []string
	for _, f := range a.fields {
		if f.required || len(a.fields) == 1 {
			keys = append(keys, f.name+": "+f.about.value())
		}
	}
	if len(keys) == 0 && len(a.fields) > 0 {
		keys = []string{a.fields[0].name + ": " + a.fields[0].about.value()}
	}
	return "`{" + strings.Join(keys, ", ") + "}`"
}

// value returns what stands for a value in an example of a group.
func (a About) value() string {
	switch {
	case len(a.enum) > 0:
		return a.enum[0]
	case a.Format == "date":
		return "YYYY-MM-DD"
	}
	return "…"
}

// group is the part of a group's shape that does not depend on the type of its value. It has
// no type parameter, because a copy of this code for each of forty types took a megabyte.
type group struct {
	index map[string]int // by key: the field's index
	keys  []string
	about About
}

func newGroup(fields []fieldAbout) *group {
	g := &group{index: make(map[string]int, len(fields)), about: About{Words: "group of fields", JSON: "object", fields: fields}}
	for i, f := range fields {
		g.index[f.name] = i
	}
	g.keys = g.about.Keys()
	return g
}

// read calls store with the index and value of each field that is not empty, reports
// mistakes in keys, and returns whether the node is a group.
func (g *group) read(d *Decoder, n Node, store func(at int, found Node)) bool {
	if !n.IsGroup() {
		hint := "write its fields below it, indented, one a line"
		if n.isScalar() {
			hint = "write its fields in braces, as " + g.about.example() + ", or below it, indented, one a line"
		}
		d.WrongType(n, "a group of fields", hint)
		return false
	}
	outer := d.field
	seen, given := make([]bool, len(g.keys)), make([]bool, len(g.keys))
	for key, value := range n.Entries() {
		at, known := g.index[key.Value]
		switch {
		case !known || !key.isScalar():
			meant := g.unknownKey(d, n, key, outer)
			if at, known := g.index[meant]; known {
				given[at] = true // misspelt: not reported as missing too
			}
			continue
		case seen[at]:
			d.Errorf(key, DuplicateKey, "keep one of the two", "`%s` stands here a second time", key.Value)
			continue
		}
		seen[at] = true
		d.warnCutByHash(key, value)
		if d.Translation && !g.about.fields[at].about.IsText() && key.Value != "draft" {
			d.Errorf(key, NotTranslated, "remove it: it is taken from the original", "`%s` is no text, so it cannot stand in a translation", key.Value)
			continue
		}
		if value.Empty() {
			continue
		}
		given[at] = true
		d.field, d.entry = key.Value, false
		store(at, value)
	}
	d.field, d.entry = outer, false
	if !d.Translation {
		g.required(d, n, given)
	}
	return true
}

// required reports the required fields that were not given.
func (g *group) required(d *Decoder, n Node, given []bool) {
	for i := range g.about.fields {
		f := &g.about.fields[i]
		if given[i] || !f.required {
			continue
		}
		if key, value := n.entry(f.name); key.Node != nil {
			hint := "write its value after the colon: " + f.about.example()
			if value.Node != nil && f.about.JSON == "string" && strings.EqualFold(value.Value, "null") {
				hint = "put it in quotes if it is meant as text: `" + f.name + ": \"" + value.Value + "\"`"
			}
			d.Missing(key, MissingField, hint,
				"`%s`%s has no value", f.name, inGroup(d.field))
			continue
		}
		at := d.At(n)
		if d.field == "" {
			at.Line, at.Column = 1, 1 // where the fields begin: editors and reviews show no mistake without a line
		}
		d.missing(at, MissingField, fmt.Sprintf("add `%s:` with its value: %s", f.name, f.about.example()),
			"`%s` is missing%s", f.name, inGroup(d.field))
	}
}

func inGroup(field string) string {
	if field == "" {
		return ""
	}
	return fmt.Sprintf(" in `%s`", field)
}
