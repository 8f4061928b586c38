package field

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"ithaca/generator/diag"
	"ithaca/generator/world"
)

// DuplicateEntry warns of a value that is twice in a list.
const DuplicateEntry diag.Code = "duplicate-entry"

// MaxItems bounds how many entries any list may have.
const MaxItems = 200

// List is the shape of a list of values of one shape, at most max long. A single value in
// its place is a mistake.
//
//go:noinline
func List[V any](item Shape[V], max int) Shape[[]V] {
	return ListBy[V, string](item, max, nil)
}

// Distinct is the shape of a list in which each value counts once.
//
//go:noinline
func Distinct[V comparable](item Shape[V], max int) Shape[[]V] {
	return ListBy(item, max, func(v V) V { return v })
}

// ListBy is the shape of a list in which, of values with the same key, the first counts. If
// key is nil all values count.
//
//go:noinline
func ListBy[V any, K comparable](item Shape[V], max int, key func(V) K) Shape[[]V] {
	about := About{Words: "list; each entry: " + item.About.Words, JSON: "array", item: &item.About, max: &max}
	return Shape[[]V]{about, func(d *Decoder, n Node) ([]V, bool) {
		if !d.isList(n, item.About, max) {
			return nil, false
		}
		field := d.field
		values := make([]V, 0, len(n.Content))
		for _, entry := range n.Items() {
			if entry.Empty() {
				continue
			}
			d.field, d.entry = field, true
			v, ok := item.Read(d, entry)
			switch {
			case !ok:
			case key != nil && slices.ContainsFunc(values, func(w V) bool { return key(v) == key(w) }):
				what := "an entry"
				if entry.isScalar() {
					what = "\"" + Short(entry.Value) + "\""
				}
				d.Warnf(entry, DuplicateEntry, "delete it", "%s stands a second time in `%s`", what, field)
				if entry.isScalar() {
					d.mending(diag.DropEntry, "")
				}
			default:
				values = append(values, v)
			}
		}
		d.field, d.entry = field, false
		return values, true
	}}
}

// entriesMeant returns the entries that are certainly meant by a text in place of a list;
// nil where that is not certain.
func (d *Decoder) entriesMeant(text string, item About) (entries []string) {
	parts := world.Listed(text)
	for _, part := range parts {
		switch {
		case item.mend != nil:
			part = item.mend(part)
		case len(item.enum) > 0:
			part = d.surely(part, item.enum)
		case len(parts) > 1 || item.JSON != "string" || strings.ContainsAny(part, punctuation):
			part = ""
		}
		if part == "" {
			return nil
		}
		entries = append(entries, part)
	}
	return entries
}

// isList returns whether a node is a list of at most max entries, and reports if not.
func (d *Decoder) isList(n Node, item About, max int) bool {
	if !n.IsList() {
		hint := "begin each entry with `- `"
		if n.isScalar() {
			meant := d.entriesMeant(n.Value, item)
			shown := strings.Join(meant, ", ")
			switch {
			case meant == nil && len(item.enum) > 0:
				hint = fmt.Sprintf("write `%s: [%s]`, with any of %s", d.field, item.enum[0], strings.Join(item.enum, ", "))
			case item.sample != "":
				hint = fmt.Sprintf("write `%s: [%s]`, each entry a %s", d.field, Short(cmp.Or(shown, item.sample)), item.Words)
			default:
				hint = fmt.Sprintf("write `%s: [%s]`", d.field, Short(cmp.Or(shown, n.Value)))
			}
			d.WrongType(n, "a list", hint)
			d.mending(diag.WriteList, strings.Join(meant, "\n"))
			return false
		}
		d.WrongType(n, "a list", hint)
		return false
	}
	if len(n.Content) > max {
		d.Errorf(Node{n.Content[max]}, OutOfRange, "leave out the least important",
			"`%s` takes at most %d entries, and this has %d", d.field, max, len(n.Content))
		return false
	}
	return true
}

// Own is the shape of a group of at most max fields whose keys their authors choose. Check looks at
// each key, and made returns what is stored of it and its value.
func Own[V, T any](value Shape[V], max int, check func(d *Decoder, key Node) bool, made func(key string, value V) T) Shape[[]T] {
	about := About{Words: fmt.Sprintf("up to %d fields of your own; each: %s", max, value.About.Words), JSON: "object", own: &value.About, max: &max}
	return Shape[[]T]{about, func(d *Decoder, n Node) (all []T, ok bool) {
		if !n.IsGroup() {
			d.WrongType(n, "fields of your own", "write them below it, indented, one a line: `key: value`")
			return nil, false
		}
		seen := map[string]bool{}
		for k, v := range n.Entries() {
			switch {
			case !k.isScalar() || seen[k.Value]:
				d.Errorf(k, DuplicateKey, "keep one of the two", "`%s` stands here a second time", Short(k.Value))
				continue
			case len(seen) == max:
				d.Errorf(k, OutOfRange, "leave the least important out", "%s takes at most %d fields", d.subject(), max)
				return all, true
			}
			seen[k.Value] = true
			if !check(d, k) || v.Empty() {
				continue
			}
			if read, ok := value.Read(d, v); ok {
				all = append(all, made(k.Value, read))
			}
		}
		return all, true
	}}
}

// Texts is the shape of a text, a number or a list of texts, as texts.
func Texts(line, max int) Shape[[]string] {
	text, list := Paragraph(line), List(Line(line), max)
	number := About{Words: "number", JSON: "number"}
	about := About{Words: "text, number or list of texts", Either: []About{text.About, number, list.About}}
	return Shape[[]string]{about, func(d *Decoder, n Node) ([]string, bool) {
		switch {
		case n.IsList():
			return list.Read(d, n)
		case n.isScalar() && (n.Tag == "!!int" || n.Tag == "!!float"):
			n = n.AsText()
		}
		value, ok := text.Read(d, n)
		return []string{value}, ok
	}}
}
