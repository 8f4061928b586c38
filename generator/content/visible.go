package content

import (
	"go.yaml.in/yaml/v4"

	"ithaca/generator/markdown"
)

// visible reports characters that show nothing but change what people or
// programs see, and control characters.
func (d *decoder) visible(n *yaml.Node, text string) bool {
	offset, found := markdown.FindHidden(text)
	if offset < 0 {
		return true
	}
	d.errorf(d.at(n), markdown.HiddenCharacters, "write it again by hand instead of pasting it",
		"`%s` holds the invisible character U+%04X", d.field, found)
	return false
}
