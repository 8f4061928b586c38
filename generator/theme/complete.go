package theme

import (
	"html/template"
	"text/template/parse"
)

// completion adds to a kind's set those common templates that the layout and its own
// templates call. To copy all for each kind would take most of the time and memory of a
// theme.
type completion struct {
	parts, set *template.Template
	calls, own map[string][]string // which templates each of them calls, by name
	seen       map[string]bool
}

// add copies a template and all that it calls, except those that the set defines itself.
// As in html/template, an empty definition does not count.
func (c *completion) add(name string) error {
	if c.seen[name] {
		return nil
	}
	c.seen[name] = true
	calls := c.own[name]
	if own := c.set.Lookup(name); own == nil || own.Tree == nil || parse.IsEmptyTree(own.Tree.Root) {
		part := c.parts.Lookup(name)
		if part == nil || part.Tree == nil {
			return nil // judged with the calls
		}
		if _, err := c.set.AddParseTree(name, part.Tree.Copy()); err != nil {
			return err
		}
		calls = c.calls[name]
	}
	for _, called := range calls {
		if err := c.add(called); err != nil {
			return err
		}
	}
	return nil
}
