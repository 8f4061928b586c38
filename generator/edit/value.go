package edit

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"ithaca/generator/content/field"
)

// Value is what a field holds: a text, a number, a list or a group of fields.
type Value struct {
	kind    kind
	text    string
	tag     string // of a single value: what YAML takes it for; "" for whatever that is
	items   []Value
	entries []Entry
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

// Text is a text, which is put in quotes where YAML would take it for something else.
func Text(text string) Value { return Value{text: text, tag: "!!str"} }

// Plain is a number, a date, true or false: written as it is.
func Plain(text string) Value { return Value{text: text} }

// Whole is a whole number.
func Whole(n int) Value { return Value{text: strconv.Itoa(n), tag: "!!int"} }

// List is a list of values.
func List(items ...Value) Value { return Value{kind: list, items: items} }

// Texts is a list of texts.
func Texts(all ...string) Value {
	v := Value{kind: list}
	for _, text := range all {
		v.items = append(v.items, Text(text))
	}
	return v
}

// Group is a group of fields.
func Group(entries ...Entry) Value { return Value{kind: group, entries: entries} }

// Text returns a single value as it would be read, "" for lists and groups.
func (v Value) Text() string { return v.text }

// Items returns the entries of a list. They must not be changed.
func (v Value) Items() []Value { return v.items }

// IsEmpty reports whether a value says nothing.
func (v Value) IsEmpty() bool {
	return v.kind == single && v.text == "" || v.kind == list && len(v.items) == 0 || v.kind == group && len(v.entries) == 0
}

// Canonical returns what a value says on one line, however it is written: values that say
// the same give the same text, whether in quotes or not.
func (v Value) Canonical() string {
	return v.spelt(func(single Value) string { return single.text })
}

// spelt returns a value on one line, its single values and keys as a function spells them.
func (v Value) spelt(single func(Value) string) string {
	var parts []string
	switch v.kind {
	case list:
		for _, item := range v.items {
			parts = append(parts, item.spelt(single))
		}
		return "[" + strings.Join(parts, ", ") + "]"
	case group:
		for _, e := range v.entries {
			parts = append(parts, single(Text(e.Key))+": "+e.Value.spelt(single))
		}
		return "{" + strings.Join(parts, ", ") + "}"
	}
	return single(v)
}

func (v Value) isNull() bool { return v.kind == single && v.tag == "!!null" }

// String returns a value as it is written on one line. Equal values give equal strings.
func (v Value) String() string { return v.write(true) }

// Get returns the value at a path of keys, and whether it is there.
func (v Value) Get(path ...string) (Value, bool) {
	for _, key := range path {
		at := v.find(key)
		if at < 0 {
			return Value{}, false
		}
		v = v.part(at)
	}
	return v, true
}

// find returns the place of a key in a group or of a number in a list, -1 for none.
func (v Value) find(key string) int {
	switch v.kind {
	case group:
		return slices.IndexFunc(v.entries, func(e Entry) bool { return e.Key == key })
	case list:
		if at, err := strconv.Atoi(key); err == nil && 0 <= at && at < len(v.items) {
			return at
		}
	}
	return -1
}

func (v Value) part(at int) Value {
	if v.kind == group {
		return v.entries[at].Value
	}
	return v.items[at]
}

func (v Value) holds(item Value) bool { return slices.ContainsFunc(v.items, item.same) }

// same reports whether two values say the same.
func (v Value) same(w Value) bool {
	if v.kind != w.kind || v.text != w.text || v.tag != w.tag && v.tag != "" && w.tag != "" {
		return false
	}
	return slices.EqualFunc(v.items, w.items, Value.same) &&
		slices.EqualFunc(v.entries, w.entries, func(a, b Entry) bool { return a.Key == b.Key && a.Value.same(b.Value) })
}

// changed returns what a value says after a change, and whether the change fits it.
func (v Value) changed(c Change) (Value, bool) {
	key, rest := c.path[0], c.path[1:]
	at := v.find(key)
	switch {
	case at < 0 && c.do == remove:
		return v, true
	case at < 0 && v.kind == list:
		return v, false
	case at < 0 && (v.kind == group || v.isNull()):
		v.kind, v.tag = group, ""
		inner, ok := c.value, true
		if len(rest) > 0 {
			inner, ok = Group().changed(Change{rest, c.do, c.value})
		}
		v.entries = append(slices.Clip(v.entries), Entry{Key: key, Value: inner})
		return v, ok
	case at < 0:
		return v, false
	case len(rest) > 0:
		inner, ok := v.part(at).changed(Change{rest, c.do, c.value})
		if c.do == remove && inner.IsEmpty() && inner.kind != single {
			return v.without(at), ok
		}
		return v.with(at, inner), ok
	case c.do == remove:
		return v.without(at), true
	case c.do == add:
		old := v.part(at)
		if old.kind != list {
			return v, false
		}
		return v.with(at, List(append(slices.Clip(old.items), c.value)...)), true
	}
	return v.with(at, c.value), true
}

func (v Value) with(at int, part Value) Value {
	if v.kind == group {
		v.entries = slices.Clone(v.entries)
		v.entries[at].Value = part
	} else {
		v.items = slices.Clone(v.items)
		v.items[at] = part
	}
	return v
}

func (v Value) without(at int) Value {
	if v.kind == group {
		v.entries = slices.Delete(slices.Clone(v.entries), at, at+1)
	} else {
		v.items = slices.Delete(slices.Clone(v.items), at, at+1)
	}
	return v
}

// write returns a value on one line; within brackets more texts need quotes.
func (v Value) write(within bool) string {
	within = within || v.kind != single
	return v.spelt(func(single Value) string {
		if single.tag != "!!str" || isPlain(single.text, within) {
			return single.text
		}
		return Quoted(single.text)
	})
}

// Write returns fields as lines of a new file: one a line, the groups of a list each on
// a line of its own.
func Write(entries ...Entry) string {
	var b strings.Builder
	for _, e := range entries {
		comment := ""
		if e.Comment != "" {
			comment = "  # " + e.Comment
		}
		key := Text(e.Key).write(true)
		if e.Value.kind != list || len(e.Value.items) == 0 || e.Value.items[0].kind == single {
			fmt.Fprintf(&b, "%s: %s%s\n", key, e.Value.write(false), comment)
			continue
		}
		fmt.Fprintf(&b, "%s:%s\n", key, comment)
		for _, item := range e.Value.items {
			fmt.Fprintf(&b, "  - %s\n", item.write(true))
		}
	}
	return b.String()
}

// unquoted is what a text looks like that is certainly taken for a text; looksOther are
// words that are texts for some readers of YAML and something else for others.
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

// Quoted returns a text in double quotes, on one line, as YAML, TOML and JSON read it.
func Quoted(text string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range strings.ToValidUTF8(text, "\uFFFD") {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == '\n':
			b.WriteString(`\n`)
		case r == '\t':
			b.WriteString(`\t`)
		case strconv.IsPrint(r):
			b.WriteRune(r)
		case r <= 0xffff:
			fmt.Fprintf(&b, `\u%04X`, r)
		default:
			fmt.Fprintf(&b, `\U%08X`, r)
		}
	}
	b.WriteByte('"')
	return b.String()
}
