package browser

import (
	"context"
	"fmt"
	"os"
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/chromedp/cdproto/accessibility"
	"github.com/chromedp/cdproto/cdp/jsonv2"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"ithaca/generator/theme"
)

// keys are those that tests press, by the names that scripts know them by.
var keys = map[string]string{
	"Tab": kb.Tab, "Enter": kb.Enter, "Escape": kb.Escape, "Space": " ", "Backspace": kb.Backspace,
	"Home": kb.Home, "End": kb.End, "PageDown": kb.PageDown,
	"ArrowUp": kb.ArrowUp, "ArrowDown": kb.ArrowDown, "ArrowLeft": kb.ArrowLeft, "ArrowRight": kb.ArrowRight,
}

// stroke returns the action of a key; "Shift+" may stand before its name.
func (p *page) stroke(key string) chromedp.Action[chromedp.Void] {
	name, shifted := strings.CutPrefix(key, "Shift+")
	text, known := keys[name]
	if !known {
		p.t.Fatalf("no key is called %q", key)
	}
	if shifted {
		return chromedp.KeyEvent(text, chromedp.KeyModifiers(chromedp.ModifierShift))
	}
	return chromedp.KeyEvent(text)
}

// press presses keys by their names, one after another: "Tab", "Shift+Tab".
func (p *page) press(keys ...string) {
	p.t.Helper()
	for _, key := range keys {
		p.do(p.stroke(key))
	}
}

// follow presses a key that leads to another page, and waits until it is loaded.
func (p *page) follow(key string) {
	p.t.Helper()
	ctx, cancel := context.WithTimeout(p.ctx, patience)
	defer cancel()
	if _, err := chromedp.RunResponse(ctx, p.stroke(key)); err != nil {
		p.t.Fatalf("%s led nowhere: %v", key, err)
	}
}

// write types a text, letter by letter, where the focus is.
func (p *page) write(text string) {
	p.t.Helper()
	p.do(chromedp.KeyEvent(text))
}

// click clicks on the first element of a selector.
func (p *page) click(selector string) {
	p.t.Helper()
	p.do(chromedp.Click(chromedp.CSS(selector)))
}

// focusOn presses Tab until what is called so has the focus: `link "Mentors"`.
func (p *page) focusOn(what string) {
	p.t.Helper()
	what = worded(what)
	var passed []string
	for range 400 {
		p.press("Tab")
		focus := p.focus()
		if strings.HasPrefix(focus, what) {
			return
		}
		passed = append(passed, focus)
		if n := len(passed); n > 3 && slices.Equal(passed[n-2:], passed[:2]) { // one name may stand twice
			break
		}
	}
	p.t.Fatalf("Tab never leads to %s, but to\n%s", what, strings.Join(passed, "\n"))
}

// focus returns the line of the tree that has the focus.
func (p *page) focus() string {
	p.t.Helper()
	focus := ""
	for _, line := range p.tree() {
		if words, focused := strings.CutSuffix(line, " [focused]"); focused {
			focus = strings.TrimLeft(words, " ")
		}
	}
	return focus
}

// see insists that the tree has a line that begins so, however deep.
func (p *page) see(line string) {
	p.t.Helper()
	line = worded(line)
	if tree := p.tree(); !sees(tree, line) {
		p.t.Errorf("there is no %s in\n%s", line, strings.Join(tree, "\n"))
	}
}

// seeNot insists that it has none.
func (p *page) seeNot(line string) {
	p.t.Helper()
	line = worded(line)
	if sees(p.tree(), line) {
		p.t.Errorf("there is %s", line)
	}
}

// interfaceTheme knows the words of the interface.
var interfaceTheme = sync.OnceValue(func() *theme.Theme {
	t, _ := theme.New(theme.Options{Layers: []theme.Layer{{Name: "templates", FS: os.DirFS(module + "/templates")}}})
	return t
})

var messageKey = regexp.MustCompile(`\{[a-z-]+\}`)

// worded returns a line with the interface's words in place of the keys of its
// messages: `link "Mentors"` for `link "{nav-mentors}"`.
func worded(line string) string {
	return messageKey.ReplaceAllStringFunc(line, func(key string) string {
		name := strings.Trim(key, "{}")
		words := interfaceTheme().Word(name)
		if words == name {
			panic("there is no message " + name)
		}
		return words
	})
}

func sees(tree []string, line string) bool {
	for _, l := range tree {
		if strings.HasPrefix(strings.TrimLeft(l, " "), line) {
			return true
		}
	}
	return false
}

// tree returns what assistive technology is told, a line for each thing that has a
// role, indented by depth: `link "Mentors"`, `combobox "Colours" = Dark`,
// `checkbox "French" [checked]`. Runs of text stand as `text "…"`.
func (p *page) tree() []string {
	p.t.Helper()
	ctx, cancel := context.WithTimeout(p.ctx, patience)
	defer cancel()
	found, err := chromedp.Call(ctx, accessibility.GetFullAXTree, accessibility.GetFullAXTreeParams{})
	p.must(err)
	byID := map[accessibility.NodeID]*accessibility.Node{}
	for _, n := range found.Nodes {
		byID[n.NodeID] = n
	}
	var lines []string
	var walk func(id accessibility.NodeID, depth int)
	walk = func(id accessibility.NodeID, depth int) {
		n := byID[id]
		if n == nil {
			return
		}
		if line := lineOf(n); line != "" {
			lines = append(lines, strings.Repeat("  ", depth)+line)
			depth++
		}
		for _, child := range n.ChildIDs {
			walk(child, depth)
		}
	}
	if len(found.Nodes) > 0 {
		walk(found.Nodes[0].NodeID, 0)
	}
	return lines
}

func lineOf(n *accessibility.Node) string {
	role := valueOf(n.Role)
	switch {
	case n.Ignored, role == "generic", role == "none", role == "InlineTextBox", role == "ListMarker":
		return ""
	case role == "StaticText":
		role = "text"
	}
	line := role
	if name := valueOf(n.Name); name != "" {
		line += fmt.Sprintf(" %q", name)
	}
	if value := valueOf(n.Value); value != "" {
		line += " = " + value
	}
	for _, p := range n.Properties {
		value := valueOf(p.Value)
		switch p.Name {
		case "checked", "expanded", "disabled", "selected", "pressed", "invalid", "required":
			if value == "true" {
				line += fmt.Sprintf(" [%s]", p.Name)
			}
		}
	}
	for _, p := range n.Properties {
		if p.Name == "focused" && valueOf(p.Value) == "true" && role != "RootWebArea" {
			line += " [focused]"
		}
	}
	return line
}

// valueOf returns a value of the tree as text, "" for none.
func valueOf(v *accessibility.Value) string {
	if v == nil || len(v.Value) == 0 {
		return ""
	}
	var value any
	if err := jsonv2.Unmarshal(v.Value, &value); err != nil {
		return string(v.Value)
	}
	return fmt.Sprint(value)
}
