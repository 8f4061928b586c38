package content

import (
	"bytes"
	"errors"
	"io"

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

const aliasHint = "write the value out; a text that begins with `*` needs quotes"

func emptyMapping() *yaml.Node { return &yaml.Node{Kind: yaml.MappingNode, Line: 0, Column: 1} }

// parse reads a frontmatter block into nodes, or gives nil after reporting why
// it cannot. Lines of nodes count from the block's first line.
func (d *decoder) parse(block []byte) *yaml.Node {
	if offset := tooManyBrackets(block); offset >= 0 {
		d.errorf(d.within(block, offset, 2), TooDeep, "write lists and fields with fewer brackets",
			"too many brackets are open inside each other here")
		return nil
	}
	if !d.printable(block) {
		return nil
	}
	loader, err := yaml.NewLoader(bytes.NewReader(block))
	if err != nil {
		d.badYAML(err, block)
		return nil
	}
	var document, more yaml.Node
	switch err := loader.Load(&document); {
	case errors.Is(err, io.EOF):
		return emptyMapping()
	case err != nil:
		d.badYAML(err, block)
		return nil
	}
	if err := loader.Load(&more); !errors.Is(err, io.EOF) {
		if err != nil {
			d.badYAML(err, block)
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

// tooManyBrackets finds the bracket that is opened inside too many others, or
// gives -1. It counts also those in texts: an upper bound of the nesting, found
// before any parser has to walk it.
func tooManyBrackets(block []byte) int {
	if bytes.Count(block, []byte{'['})+bytes.Count(block, []byte{'{'}) <= 4*maxDepth {
		return -1
	}
	depth := 0
	for i, c := range block {
		switch c {
		case '[', '{':
			if depth++; depth > 4*maxDepth {
				return i
			}
		case ']', '}':
			depth = max(0, depth-1)
		}
	}
	return -1
}

// plain refuses what makes YAML surprising: anchors, aliases, tags, merge keys
// and deep nesting. Everything is reported; one refusal is enough to stop.
func (d *decoder) plain(n *yaml.Node, depth int) bool {
	if depth > maxDepth+1 {
		if d.deep {
			return false // one place shows where it begins
		}
		d.deep = true
		d.errorf(d.at(n), TooDeep, "move this further out: no field needs more levels",
			"the fields are nested deeper than %d levels", maxDepth)
		return false
	}
	fine := true
	refuse := func(what, hint string) {
		d.errorf(d.at(n), YAMLFeature, hint, "%s", what)
		fine = false
	}
	switch {
	case n.Kind == yaml.AliasNode:
		refuse("`*"+n.Value+"` refers to another field, which is not read here", aliasHint)
	case n.Anchor != "":
		refuse("`&"+n.Anchor+"` names a field, which is not read here", "leave the name out; a text that begins with `&` needs quotes")
	case n.Style&yaml.TaggedStyle != 0:
		refuse("the tag `"+n.Tag+"` is not read here", "leave the tag out; a text that begins with `!` needs quotes")
	case n.Tag == "!!merge":
		refuse("`<<` merges other fields, which is not read here", "write the fields out")
	}
	for _, child := range n.Content {
		if !d.plain(child, depth+1) {
			fine = false
		}
	}
	return fine
}
