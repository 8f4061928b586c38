package content

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"

	"ithaca/generator/diag"
	"ithaca/generator/markdown"
)

// The codes of values that are not what their field takes.
const (
	// WrongType: text where a number belongs, a list where a text belongs, ….
	WrongType diag.Code = "wrong-type"
	// OutOfRange: a number, a text or a list beyond its bounds.
	OutOfRange diag.Code = "out-of-range"
	// UnknownWord: a word that is not one of those a field takes.
	UnknownWord diag.Code = "unknown-word"
)

// shape is what a field's value may look like: how it is read, and what the
// reference and the schema say about it. Shapes are combined into larger ones
// by list and object.
type shape[V any] struct {
	// read returns the value of a node that is not null. After reporting a
	// mistake it gives ok == false; the field then stays empty.
	read func(d *decoder, n *yaml.Node) (value V, ok bool)
	// into, which may be nil, reads into a zero value, which stays one after a
	// mistake that gives ok == false: large values need not be moved.
	into  func(d *decoder, n *yaml.Node, value *V) (ok bool)
	about about
}

// readInto reads into a zero value, which stays one when ok is false.
func (s *shape[V]) readInto(d *decoder, n *yaml.Node, value *V) (ok bool) {
	if s.into != nil {
		return s.into(d, n, value)
	}
	v, ok := s.read(d, n)
	if ok {
		*value = v
	}
	return ok
}

// about is a shape in words, for the reference and the schema.
type about struct {
	words    string // "text of at most 100 characters"
	json     string // JSON Schema type
	format   string // JSON Schema format
	pattern  string
	enum     []string
	sample   string                   // a value as it is written, where the words leave that open
	mend     func(text string) string // gives the value that a wrong one stands for, "" for none; nil where none is known
	min, max *int
	item     *about
	fields   []fieldAbout
	either   []about
}

// fieldAbout is a field of an object in words.
type fieldAbout struct {
	name     string
	words    string
	required bool
	about    about
}

// wrongType reports a node that is not of the kind a field takes.
func (d *decoder) wrongType(n *yaml.Node, want, hint string) {
	if found := unquotedPlaceholder(n); found != "" {
		d.placeholder(d.at(n), found)
		return
	}
	if hint == "" {
		hint = typeHint(n)
	}
	d.errorf(d.at(n), WrongType, hint, "%s takes %s, and this is %s", d.subject(), want, described(n))
}

// typeHint says how a list or a group becomes a single value.
func typeHint(n *yaml.Node) string {
	switch {
	case n.Kind == yaml.SequenceNode && len(n.Content) == 1 && n.Content[0].Kind == yaml.ScalarNode:
		return "write it without a list: `" + short(n.Content[0].Value) + "`"
	case n.Kind == yaml.SequenceNode:
		return "write one value instead of a list"
	case n.Kind == yaml.MappingNode:
		return "write one value; a text that holds `: ` or braces needs quotes"
	}
	return "write another value, or leave the field out"
}

// unquotedPlaceholder recognises [[PLACEHOLDER]] without quotes, which YAML
// takes for a list in a list.
func unquotedPlaceholder(n *yaml.Node) string {
	for range 2 {
		if n.Kind != yaml.SequenceNode || len(n.Content) != 1 {
			return ""
		}
		n = n.Content[0]
	}
	if text := "[[" + n.Value + "]]"; n.Kind == yaml.ScalarNode && placeholder.MatchString(text) {
		return text
	}
	return ""
}

// described names what a node is in an author's words.
func described(n *yaml.Node) string {
	switch {
	case n.Kind == yaml.MappingNode:
		return "a group of fields"
	case n.Kind == yaml.SequenceNode:
		return "a list"
	}
	switch n.Tag {
	case "!!int", "!!float":
		return "the number " + short(n.Value)
	case "!!bool":
		return "the word " + short(n.Value) + " (yes or no)"
	case "!!timestamp":
		return "the date " + short(n.Value)
	}
	return "the text \"" + short(n.Value) + "\""
}

// short cuts a quoted value to a length that still fits on a line.
func short(text string) string {
	text = oneLine(text)
	if utf8.RuneCountInString(text) <= 40 {
		return text
	}
	return string([]rune(text)[:39]) + "…"
}

// scalar returns a node's text, whatever its type, or reports a list or group.
func (d *decoder) scalar(n *yaml.Node, want string) (string, bool) {
	if n.Kind != yaml.ScalarNode {
		d.wrongType(n, want, "")
		return "", false
	}
	return strings.TrimSpace(n.Value), true
}

// line is a text on one line, of at most max characters; breaks become spaces.
func line(max int) shape[string] {
	return shape[string]{
		about: about{words: fmt.Sprintf("text of at most %d characters", max), json: "string", max: &max},
		read: func(d *decoder, n *yaml.Node) (string, bool) {
			text, ok := d.text(n, max)
			return oneLine(text), ok
		},
	}
}

// oneLine makes every run of spaces and line ends one space.
func oneLine(text string) string {
	if isPlain(text) && !strings.Contains(text, "  ") {
		return text
	}
	return strings.Join(strings.Fields(text), " ")
}

// paragraph is a text that may span lines, of at most max characters.
func paragraph(max int) shape[string] {
	return shape[string]{
		about: about{words: fmt.Sprintf("text of at most %d characters", max), json: "string", max: &max},
		read:  func(d *decoder, n *yaml.Node) (string, bool) { return d.text(n, max) },
	}
}

// text reads a text and checks what holds for every text.
func (d *decoder) text(n *yaml.Node, max int) (string, bool) {
	if n.Kind != yaml.ScalarNode || n.Tag != "!!str" {
		hint := ""
		if n.Kind == yaml.ScalarNode {
			hint = fmt.Sprintf("put it in quotes: \"%s\"", short(n.Value))
		}
		d.wrongType(n, "text", hint)
		return "", false
	}
	text := strings.TrimSpace(n.Value)
	if count := utf8.RuneCountInString(text); count > max {
		d.errorf(d.at(n), OutOfRange, "shorten it",
			"%s takes at most %d characters, and this has %d", d.subject(), max, count)
		return "", false
	}
	if !d.visible(n, text) {
		return "", false
	}
	if d.unfilled(n, text) {
		return "", false
	}
	if d.noAddresses && strings.Contains(text, "@") {
		if found := markdown.FindEmail(text); found != "" {
			d.publicAddress(d.at(n), found)
			return "", false
		}
	}
	return text, true
}

// whole is a whole number between min and max, both included.
func whole(min, max int) shape[int] {
	return shape[int]{
		about: about{words: fmt.Sprintf("number from %d to %d", min, max), json: "integer", min: &min, max: &max},
		read: func(d *decoder, n *yaml.Node) (int, bool) {
			value, err := strconv.Atoi(n.Value)
			if n.Kind != yaml.ScalarNode || n.Tag != "!!int" || err != nil {
				hint := ""
				if n.Kind == yaml.ScalarNode {
					hint = fmt.Sprintf("write a whole number in digits, as %d", min)
				}
				if n.Tag == "!!str" && err == nil {
					hint = fmt.Sprintf("write it without quotes: %d", value)
				}
				d.wrongType(n, fmt.Sprintf("a whole number from %d to %d", min, max), hint)
				return 0, false
			}
			if value < min || value > max {
				hint := fmt.Sprintf("write %d or less", max)
				if value < min {
					hint = fmt.Sprintf("write %d or more", min)
				}
				d.errorf(d.at(n), OutOfRange, hint, "%s takes a number from %d to %d, and this is %d", d.subject(), min, max, value)
				return 0, false
			}
			return value, true
		},
	}
}

// flag is true or false.
func flag() shape[bool] {
	return shape[bool]{
		about: about{words: "true or false", json: "boolean"},
		read: func(d *decoder, n *yaml.Node) (bool, bool) {
			if value, ok := truth(n); ok {
				return value, true
			}
			d.wrongType(n, "true or false", "write true or false, without quotes")
			return false, false
		},
	}
}

// truth reads true or false, also as yes and no, in any case but not in quotes.
func truth(n *yaml.Node) (value, ok bool) {
	if n.Kind != yaml.ScalarNode || n.Style&quoted != 0 {
		return false, false
	}
	switch strings.ToLower(n.Value) {
	case "true", "yes":
		return true, true
	case "false", "no":
		return false, true
	}
	return false, false
}

const quoted = yaml.DoubleQuotedStyle | yaml.SingleQuotedStyle | yaml.LiteralStyle | yaml.FoldedStyle

// word is one of a fixed set of words.
func word[W ~string](words []W) shape[W] {
	all := make([]string, len(words))
	for i, w := range words {
		all[i] = string(w)
	}
	choice := "one of " + strings.Join(all, ", ")
	return shape[W]{
		about: about{words: choice, json: "string", enum: all},
		read: func(d *decoder, n *yaml.Node) (W, bool) {
			text, ok := d.scalar(n, choice)
			if !ok {
				return "", false
			}
			for _, w := range words {
				if text == string(w) {
					return w, true
				}
			}
			hint := "write one of: " + strings.Join(all, ", ")
			if near := d.nearest(text, all); near != "" {
				hint = "did you mean `" + near + "`? It takes " + strings.Join(all, ", ")
			}
			d.errorf(d.at(n), UnknownWord, hint, "`%s` does not take \"%s\"", d.field, short(text))
			return "", false
		},
	}
}
