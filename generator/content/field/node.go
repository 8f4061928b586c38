package field

import (
	"iter"
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"

	"ithaca/generator/each"
)

// Node is a value in a file. The zero Node is a missing value.
type Node struct{ *yaml.Node }

// Get returns the value of a key of a group, or the zero Node where it is missing or empty.
func (n Node) Get(key string) Node {
	if _, value := n.entry(key); !value.Empty() {
		return value
	}
	return Node{}
}

// Has reports whether a group has a key with a value that is not empty.
func (n Node) Has(key string) bool { return n.Get(key).Node != nil }

// entry returns the first key of that name in a group and its value, or zero
// Nodes.
func (n Node) entry(name string) (key, value Node) {
	for key, value := range n.Entries() {
		if key.Value == name && key.isScalar() {
			return key, value
		}
	}
	return Node{}, Node{}
}

// names reports whether a group has a key, whatever it says.
func (n Node) names(key string) bool {
	found, _ := n.entry(key)
	return found.Node != nil
}

// Entries returns the keys and values of a group in the order of the file; of
// anything else none.
func (n Node) Entries() iter.Seq2[Node, Node] {
	return func(yield func(key, value Node) bool) {
		if !n.IsGroup() {
			return
		}
		for i := 0; i+1 < len(n.Content); i += 2 {
			if !yield(Node{n.Content[i]}, Node{n.Content[i+1]}) {
				return
			}
		}
	}
}

// Items returns the entries of a list; of anything else none.
func (n Node) Items() []Node {
	if !n.IsList() {
		return nil
	}
	return each.Of(n.Content, func(item *yaml.Node) Node { return Node{item} })
}

// IsGroup reports whether a value is a group of fields.
func (n Node) IsGroup() bool { return n.Node != nil && n.Kind == yaml.MappingNode }

// IsList reports whether a value is a list.
func (n Node) IsList() bool { return n.Node != nil && n.Kind == yaml.SequenceNode }

func (n Node) isScalar() bool { return n.Node != nil && n.Kind == yaml.ScalarNode }

// AsText returns a scalar as a string, also where it is written as a number, a date or a
// yes. Groups and lists are returned as they are.
func (n Node) AsText() Node {
	if !n.isScalar() {
		return n
	}
	text := *n.Node
	text.Tag = "!!str"
	return Node{&text}
}

// Truth returns the value of true, false, yes or no, in any letter case and without quotes;
// ok is false for others.
func (n Node) Truth() (value, ok bool) {
	if !n.isScalar() || n.Style&quotedStyles != 0 {
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

const quotedStyles = yaml.DoubleQuotedStyle | yaml.SingleQuotedStyle | yaml.LiteralStyle | yaml.FoldedStyle

// Empty reports whether a value is missing, null, a blank text, or a list of empty values.
func (n Node) Empty() bool {
	switch {
	case n.Node == nil:
		return true
	case n.isScalar():
		return n.Tag == "!!null" || strings.TrimSpace(n.Value) == ""
	case n.IsList():
		return !slices.ContainsFunc(n.Content, func(c *yaml.Node) bool { return !Node{c}.Empty() })
	}
	return false
}

// emptyGroup returns the root of a file without fields.
func emptyGroup() Node { return Node{&yaml.Node{Kind: yaml.MappingNode, Line: 0, Column: 1}} }
