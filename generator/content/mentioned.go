package content

import (
	"cmp"
	"slices"

	"ithaca/generator/content/field"
	"ithaca/generator/order"
	"ithaca/generator/portal"
)

// Mention is a field's mention of something that another file defines.
type Mention = field.Mention

// Mentions returns what the fields of a file mention, in the order of the file.
func (d *Document) Mentions() []Mention {
	all := slices.Clone(d.refs)
	order.Stable(all, func(a, b Mention) int { return cmp.Or(a.At.Line-b.At.Line, a.At.Column-b.At.Column) })
	return all
}

// Item returns the item's fields that all kinds have; nil for pictures and misplaced files.
// For a file that cannot be parsed only path and slug are set.
func (d *Document) Item() *portal.Item { return d.base }

// Folder returns the folder of the document's kind, "" for index.md, translations and
// pictures.
func (d *Document) Folder() string {
	if d.kind == nil || d.original != "" {
		return ""
	}
	return d.kind.Folder
}
