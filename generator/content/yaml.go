package content

import (
	"bytes"
	"errors"
	"io"
	"strings"

	"go.yaml.in/yaml/v4"

	"ithaca/generator/diag"
)

// The codes of frontmatter that is not the plain YAML that is read here.
const (
	// BadYAML: the fields cannot be read as YAML at all.
	BadYAML diag.Code = "bad-yaml"
	// YAMLFeature: an anchor, alias, tag or merge key, which are refused.
	YAMLFeature diag.Code = "yaml-feature"
	// TooDeep: fields are nested deeper than maxDepth.
	TooDeep diag.Code = "too-deep"
)

// maxDepth is how deep mappings and lists may be nested: the model needs four.
const maxDepth = 6

func emptyMapping() *yaml.Node { return &yaml.Node{Kind: yaml.MappingNode, Line: 0, Column: 1} }

// parse reads a frontmatter block into nodes, or gives nil after reporting why
// it cannot. Lines of nodes count from the block's first line.
func (d *decoder) parse(block []byte) *yaml.Node {
	if flowDepth(block) > 4*maxDepth {
		d.errorf(diag.Position{File: d.doc.Path, Line: 1, Column: 1}, TooDeep,
			"write lists and fields with fewer brackets", "the fields open too many brackets inside each other")
		return nil
	}
	loader, err := yaml.NewLoader(bytes.NewReader(block))
	if err != nil {
		d.badYAML(err)
		return nil
	}
	var document, more yaml.Node
	switch err := loader.Load(&document); {
	case errors.Is(err, io.EOF):
		return emptyMapping()
	case err != nil:
		d.badYAML(err)
		return nil
	}
	if err := loader.Load(&more); !errors.Is(err, io.EOF) {
		if err != nil {
			d.badYAML(err)
			return nil
		}
		d.errorf(d.at(&more), BadYAML, "keep one set of fields in a file", "a second YAML document begins here")
		return nil
	}
	if len(document.Content) == 0 {
		return emptyMapping()
	}
	root := document.Content[0]
	if !d.plain(root, 1) {
		return nil
	}
	if root.Kind == yaml.ScalarNode && root.Tag == "!!null" {
		return emptyMapping()
	}
	if root.Kind != yaml.MappingNode {
		d.errorf(d.at(root), BadYAML, "write one field a line, as `name: Ana Silva`", "these are not fields of the form `key: value`")
		return nil
	}
	return root
}

// flowDepth gives how many brackets are open at most at the same time, counting
// also those in texts: an upper bound of the nesting, found before any parser
// has to walk it.
func flowDepth(block []byte) int {
	depth, deepest := 0, 0
	for _, c := range block {
		switch c {
		case '[', '{':
			depth++
			deepest = max(deepest, depth)
		case ']', '}':
			depth = max(0, depth-1)
		case '\n':
			depth = min(depth, 4*maxDepth) // texts with unbalanced brackets on many lines are fine
		}
	}
	return deepest
}

// plain refuses what makes YAML surprising: anchors, aliases, tags, merge keys
// and deep nesting. Everything is reported; one refusal is enough to stop.
func (d *decoder) plain(n *yaml.Node, depth int) bool {
	if depth > maxDepth+1 {
		d.errorf(d.at(n), TooDeep, "", "the fields are nested deeper than %d levels", maxDepth)
		return false
	}
	fine := true
	refuse := func(what, hint string) {
		d.errorf(d.at(n), YAMLFeature, hint, "%s", what)
		fine = false
	}
	switch {
	case n.Kind == yaml.AliasNode:
		refuse("`*"+n.Value+"` refers to another field, which is not read here", "write the value out; a text that begins with `*` needs quotes")
	case n.Anchor != "":
		refuse("`&"+n.Anchor+"` names a field, which is not read here", "leave the name out; a text that begins with `&` needs quotes")
	case n.Style&yaml.TaggedStyle != 0:
		refuse("the tag `"+n.Tag+"` is not read here", "leave the tag out; a text that begins with `!` needs quotes")
	case n.Kind == yaml.ScalarNode && n.Tag == "!!merge":
		refuse("`<<` merges other fields, which is not read here", "write the fields out")
	}
	for _, child := range n.Content {
		if !d.plain(child, depth+1) {
			fine = false
		}
	}
	return fine
}

// badYAML reports what the YAML reader could not make sense of, in words for
// people who do not know YAML.
func (d *decoder) badYAML(err error) {
	at := diag.Position{File: d.doc.Path, Line: 1, Column: 1}
	message := err.Error()
	var loadError *yaml.LoadError
	if errors.As(err, &loadError) {
		message = loadError.Message
		if loadError.Mark.Line > 0 {
			at.Line, at.Column = loadError.Mark.Line+1, max(1, loadError.Mark.Column)
		}
	}
	for _, e := range yamlErrors {
		if strings.Contains(message, e.contains) {
			d.errorf(at, BadYAML, e.hint, "%s", e.message)
			return
		}
	}
	d.errorf(at, BadYAML, "check quotes, brackets and the indentation here and in the line before",
		"this cannot be read as a field: %s", message)
}

var yamlErrors = []struct{ contains, message, hint string }{
	{"mapping values are not allowed", "a colon stands where no new field can begin", "put a text that holds `: ` in quotes; begin each field in the same column"},
	{"did not find expected ',' or ']'", "a list opened with `[` is not closed before this", "close it with `]`, or put texts that hold brackets in quotes"},
	{"did not find expected ',' or '}'", "a group opened with `{` is not closed before this", "close it with `}`, or put texts that hold braces in quotes"},
	{"found unexpected end of stream", "a text in quotes is not closed before this", "add the closing quote"},
	{"cannot start any token", "a field's value begins with a character that has a meaning in YAML", "put the value in quotes; indent with spaces, not tabs"},
	{"did not find expected key", "this line does not continue the field above it", "begin fields in the same column; in single quotes write '' for an apostrophe"},
	{"did not find expected '-' indicator", "this line does not continue the list above it", "begin each entry of the list in the same column with `- `"},
	{"could not find expected ':'", "a field has no colon", "write fields as `key: value`"},
	{"control characters are not allowed", "a control character stands here", "delete it"},
}
