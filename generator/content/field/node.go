package field

import (
	"iter"
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"
)

// Node is a value as it stands in a file. The zero Node stands for a value that
// is not there.
type Node struct{ *yaml.Node }

// Get returns the value of a key of a group, or the zero Node when the key is not
// there or says nothing.
func (n Node) Get(key string) Node {
	if _, value := n.entry(key); !value.Empty() {
		return value
	}
	return Node{}
}

// Has reports whether a group has a key that says something.
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
	items := make([]Node, len(n.Content))
	for i, item := range n.Content {
		items[i] = Node{item}
	}
	return items
}

// IsGroup reports whether a value is a group of fields.
func (n Node) IsGroup() bool { return n.Node != nil && n.Kind == yaml.MappingNode }

// IsList reports whether a value is a list.
func (n Node) IsList() bool { return n.Node != nil && n.Kind == yaml.SequenceNode }

func (n Node) isScalar() bool { return n.Node != nil && n.Kind == yaml.ScalarNode }

// AsText returns a single value as the text it is written as, also where it could
// be a number, a date or a yes. Groups and lists stay what they are.
func (n Node) AsText() Node {
	if !n.isScalar() {
		return n
	}
	text := *n.Node
	text.Tag = "!!str"
	return Node{&text}
}

// Truth reads true or false, also as yes and no, in any case but not in quotes.
func (n Node) Truth() (value, ok bool) {
	if !n.isScalar() || n.Style&quoted != 0 {
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

// Empty reports whether a value says nothing: unknown is allowed everywhere.
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

// emptyGroup is what a file without fields holds.
func emptyGroup() Node { return Node{&yaml.Node{Kind: yaml.MappingNode, Line: 0, Column: 1}} }
