package edit

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"ithaca/generator/content/field"
	"ithaca/generator/each"
)

// Value is what a field holds: a text, a number, a list or a group of fields.
type Value struct {
	kind    kind
	text    string
	tag     string  // the YAML tag of a scalar, such as !!str; "" for any
	entries []Entry // of a group, or of a list, where they have no keys
}

type kind uint8

const (
	single kind = iota
	list
	group
)

// Entry is a field of a group.
type Entry struct {
	Key   string
	Value Value
	// Comment is written after the value, in new files alone.
	Comment string
}

// Text returns a text, which is written in quotes where YAML would read another type.
func Text(text string) Value { return Value{text: text, tag: "!!str"} }

// Plain returns a number, a date, true or false, which is written as it is.
func Plain(text string) Value { return Value{text: text} }

// Whole is a whole number.
func Whole(n int) Value { return Value{text: strconv.Itoa(n), tag: "!!int"} }

// List is a list of values.
func List(items ...Value) Value {
	return Value{kind: list, entries: each.Of(items, func(item Value) Entry { return Entry{Value: item} })}
}

// Texts is a list of texts.
func Texts(all ...string) Value {
	return List(each.Of(all, Text)...)
}

// Group is a group of fields.
func Group(entries ...Entry) Value { return Value{kind: group, entries: entries} }

// Text returns the text of a scalar without quotes, "" for lists and groups.
func (v Value) Text() string { return v.text }

// Items returns the values of a list or a group.
func (v Value) Items() []Value {
	return each.Of(v.entries, func(e Entry) Value { return e.Value })
}

// Entries returns the fields of a group, in their order.
func (v Value) Entries() []Entry { return v.entries }

// IsEmpty reports whether a value has neither text nor entries.
func (v Value) IsEmpty() bool { return v.text == "" && len(v.entries) == 0 }

// Canonical returns a value on one line, without quotes: equal values have the same form,
// however they are written.
func (v Value) Canonical() string {
	return v.format(func(single Value) string { return single.text })
}

// format returns a value on one line, with scalars and keys formatted by a function.
func (v Value) format(single func(Value) string) string {
	var parts []string
	for _, e := range v.entries {
		part := e.Value.format(single)
		if v.kind == group {
			part = single(Text(e.Key)) + ": " + part
		}
		parts = append(parts, part)
	}
	switch v.kind {
	case list:
		return "[" + strings.Join(parts, ", ") + "]"
	case group:
		return "{" + strings.Join(parts, ", ") + "}"
	}
	return single(v)
}

func (v Value) isNull() bool { return v.kind == single && v.tag == "!!null" }

// Get returns the value at a path of keys, and whether it is there.
func (v Value) Get(path ...string) (Value, bool) {
	for _, key := range path {
		at := v.find(key)
		if at < 0 {
			return Value{}, false
		}
		v = v.entries[at].Value
	}
	return v, true
}

// find returns the index of a key in a group or of a number in a list, -1 for none.
func (v Value) find(key string) int {
	switch v.kind {
	case group:
		return slices.IndexFunc(v.entries, func(e Entry) bool { return e.Key == key })
	case list:
		if at, err := strconv.Atoi(key); err == nil && 0 <= at && at < len(v.entries) {
			return at
		}
	}
	return -1
}

// same reports whether two values are equal, where an unknown tag equals any.
func (v Value) same(w Value) bool {
	if v.kind != w.kind || v.text != w.text || v.tag != w.tag && v.tag != "" && w.tag != "" {
		return false
	}
	return slices.EqualFunc(v.entries, w.entries, func(a, b Entry) bool { return a.Key == b.Key && a.Value.same(b.Value) })
}

// changed returns a value after a change, and whether the path leads through groups and
// lists only.
func (v Value) changed(c Change) (Value, bool) {
	key, rest := c.path[0], c.path[1:]
	at := v.find(key)
	switch {
	case at < 0 && c.do == remove:
		return v, true
	case at < 0 && v.kind != group && !v.isNull():
		return v, false
	case at < 0:
		return Group(append(slices.Clip(v.entries), Entry{Key: key, Value: nested(rest, c.value)})...), true
	}
	inner, ok := v.entries[at].Value, true
	switch {
	case len(rest) > 0:
		inner, ok = inner.changed(Change{rest, c.do, c.value})
	case c.do == add:
		inner, ok = List(append(inner.Items(), c.value)...), inner.kind == list
	case c.do == set:
		inner = c.value
	}
	v.entries = slices.Clone(v.entries)
	v.entries[at].Value = inner
	if c.do == remove && (len(rest) == 0 || inner.kind != single && inner.IsEmpty()) {
		v.entries = slices.Delete(v.entries, at, at+1)
	}
	return v, ok
}

// write returns a value as YAML on one line; within a flow collection more texts need
// quotes.
func (v Value) write(within bool) string {
	within = within || v.kind != single
	return v.format(func(single Value) string {
		if single.tag != "!!str" || isPlain(single.text, within) {
			return single.text
		}
		return field.Quoted(single.text)
	})
}

// Write returns fields as YAML for a new file: one on each line, and lists of groups as block
// sequences.
func Write(entries ...Entry) string {
	var b strings.Builder
	for _, e := range entries {
		comment := ""
		if e.Comment != "" {
			comment = "  # " + e.Comment
		}
		key := Text(e.Key).write(true)
		if e.Value.kind != list || e.Value.IsEmpty() || e.Value.entries[0].Value.kind == single {
			fmt.Fprintf(&b, "%s: %s%s\n", key, e.Value.write(false), comment)
			continue
		}
		fmt.Fprintf(&b, "%s:%s\n", key, comment)
		for _, item := range e.Value.Items() {
			fmt.Fprintf(&b, "  - %s\n", item.write(true))
		}
	}
	return b.String()
}

// unquoted matches texts that may need no quotes; looksOther matches words that are texts
// in some versions of YAML and another type in others.
var (
	unquoted   = regexp.MustCompile(`^[\pL(][^\x00-\x1f\x7f"\\]*$`)
	looksOther = regexp.MustCompile(`(?i)^(?:null|true|false|yes|no|on|off|y|n|nan|inf)$`)
)

// isPlain reports whether a text can be written without quotes.
func isPlain(text string, within bool) bool {
	if !unquoted.MatchString(text) || looksOther.MatchString(text) || strings.TrimSpace(text) != text ||
		within && strings.ContainsAny(text, ",[]{}:#") || len(text) > 200 {
		return false
	}
	d := field.Decoder{}
	n, ok := d.Parse([]byte("k: " + text + "\n"))
	value := n.Get("k")
	return ok && value.Node != nil && value.Tag == "!!str" && value.Value == text && value.LineComment == ""
}
