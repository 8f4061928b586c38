package theme

import (
	"html/template"
	"text/template/parse"
)

// completion fills a kind's set with what the layout and its own templates call
// of the common ones. Copying all of these for each kind would take most of the
// time that a theme takes, and most of its memory.
type completion struct {
	parts, set *template.Template
	calls, own map[string][]string // which templates each of them calls, by name
	seen       map[string]bool
}

// add copies a template and all that it calls, but for what the set defines
// itself. As everywhere in templates, what is defined as empty defines nothing.
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
