package field

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

// Parse parses a frontmatter block as a group; it returns false after reporting why it
// cannot.
func (d *Decoder) Parse(block []byte) (Node, bool) {
	root, ok := d.Document(block)
	switch {
	case !ok:
		return Node{}, false
	case root.isScalar() && root.Tag == "!!null":
		return emptyGroup(), true
	case !root.IsGroup():
		d.Errorf(root, BadYAML, "write one field a line, as `name: Ana Silva`", "these are not fields of the form `key: value`")
		return Node{}, false
	}
	return root, true
}

// Document parses a YAML document, which may be a list. Positions in diagnostics are one
// line too far down, as for frontmatter, which begins on the second line of a file.
func (d *Decoder) Document(block []byte) (Node, bool) {
	if offset := tooManyBrackets(block); offset >= 0 {
		d.Diags.Errorf(diag.PositionOf(d.File, block, offset, 2), TooDeep, "write lists and fields with fewer brackets",
			"too many brackets are open inside each other here")
		return Node{}, false
	}
	if !d.checkPrintable(block) {
		return Node{}, false
	}
	loader, err := yaml.NewLoader(bytes.NewReader(block))
	if err != nil {
		d.badYAML(err, block)
		return Node{}, false
	}
	var document, more yaml.Node
	switch err := loader.Load(&document); {
	case errors.Is(err, io.EOF):
		return emptyGroup(), true
	case err != nil:
		d.badYAML(err, block)
		return Node{}, false
	}
	if err := loader.Load(&more); !errors.Is(err, io.EOF) {
		if err != nil {
			d.badYAML(err, block)
			return Node{}, false
		}
		d.Errorf(Node{&more}, BadYAML, "keep one set of fields in a file", "a second YAML document begins here")
		return Node{}, false
	}
	if len(document.Content) == 0 {
		return emptyGroup(), true
	}
	root := Node{document.Content[0]}
	return root, d.refuseFeatures(root, 1)
}

// tooManyBrackets returns the offset of the first bracket within too many others, -1 for
// none. It also counts those in texts: the depth is an upper bound, which is found before
// the parser has to recurse.
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

// refuseFeatures reports anchors, aliases, tags, merge keys and deep nesting, and returns
// whether there are none.
func (d *Decoder) refuseFeatures(n Node, depth int) bool {
	if depth > maxDepth+1 {
		if d.deep {
			return false // one place shows where it begins
		}
		d.deep = true
		d.Errorf(n, TooDeep, "move this further out: no field needs more levels",
			"the fields are nested deeper than %d levels", maxDepth)
		return false
	}
	fine := true
	refuse := func(what, hint string) {
		d.Errorf(n, YAMLFeature, hint, "%s", what)
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
		if !d.refuseFeatures(Node{child}, depth+1) {
			fine = false
		}
	}
	return fine
}
