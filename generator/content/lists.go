package content

import (
	"fmt"
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"

	"ithaca/generator/diag"
	"ithaca/generator/portal"
)

// DuplicateEntry warns of a value that stands twice in a list.
const DuplicateEntry diag.Code = "duplicate-entry"

// maxItems bounds how many entries a list may have.
const maxItems = 200

// list is a list of values of one shape, at most max long. A single value in
// its place is a mistake.
func list[V any](item shape[V], max int) shape[[]V] {
	return listOf[V, string](item, max, nil)
}

// distinct is a list in which each value counts once.
func distinct[V comparable](item shape[V], max int) shape[[]V] {
	return listOf(item, max, func(v V) V { return v })
}

// topics is a list of references to topics, each of which counts once however
// it is written.
func topics(max int) shape[[]portal.TopicRef] {
	return listOf(topic(), max, func(ref portal.TopicRef) string { return ref.Key })
}

// listOf is a list whose values are told apart by a key; without one all of
// them count.
func listOf[V any, K comparable](item shape[V], max int, key func(V) K) shape[[]V] {
	return shape[[]V]{
		about: about{words: "list; each entry: " + item.about.words, json: "array", item: &item.about, max: &max},
		read: func(d *decoder, n *yaml.Node) ([]V, bool) {
			if !d.isList(n, item.about, max) {
				return nil, false
			}
			field := d.field
			values := make([]V, 0, len(n.Content))
			for _, child := range n.Content {
				if empty(child) {
					continue
				}
				d.field, d.entry = field, true
				before := values
				values = append(values, *new(V))
				v := &values[len(before)]
				if !item.readInto(d, child, v) {
					values = before
					continue
				}
				if key != nil && slices.ContainsFunc(before, func(w V) bool { return key(*v) == key(w) }) {
					d.doc.Diags.Warnf(d.at(child), DuplicateEntry, "delete it", "\"%s\" stands a second time in `%s`", entryText(child), field)
					values = before
				}
			}
			d.field, d.entry = field, false
			return values, true
		},
	}
}

// entryText returns what a person wrote for an entry.
func entryText(n *yaml.Node) string {
	if topic := n; n.Kind == yaml.MappingNode {
		if topic = valueOf(n, "topic"); topic != nil {
			return short(topic.Value)
		}
	}
	return short(n.Value)
}

// entriesFor returns what a list takes in place of a text: the text or, where it
// takes only certain words, the nearest of them.
func entriesFor(text string, item about) string {
	switch {
	case item.mend != nil:
		return mended(text, item)
	case len(item.enum) == 0 || slices.Contains(item.enum, text):
		return short(text)
	}
	if near := diag.Nearest(strings.ReplaceAll(text, " ", "-"), item.enum); near != "" {
		return near
	}
	return item.enum[0]
}

// mended returns the values that each part of a text stands for, or a sample where
// one of them stands for none.
func mended(text string, item about) string {
	parts := strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(",;/&", r) })
	for i, part := range parts {
		if parts[i] = item.mend(strings.TrimSpace(part)); parts[i] == "" {
			return item.sample
		}
	}
	return short(strings.Join(parts, ", "))
}

// isList reports whether a node is a list of at most max entries, or returns why
// it is none.
func (d *decoder) isList(n *yaml.Node, item about, max int) bool {
	if n.Kind != yaml.SequenceNode {
		hint := "begin each entry with `- `"
		if n.Kind == yaml.ScalarNode {
			hint = fmt.Sprintf("write `%s: [%s]`", d.field, entriesFor(n.Value, item))
			if item.sample != "" {
				hint += ", each entry a " + item.words
			}
			if len(item.enum) > 1 && !slices.Contains(item.enum, n.Value) {
				hint += ", with any of " + strings.Join(item.enum, ", ")
			}
		}
		d.wrongType(n, "a list", hint)
		return false
	}
	if len(n.Content) > max {
		d.errorf(d.at(n.Content[max]), OutOfRange, "leave out the least important",
			"`%s` takes at most %d entries, and this has %d", d.field, max, len(n.Content))
		return false
	}
	return true
}
