package theme

import (
	"html/template"
	"path"
	"regexp"
	"slices"
	"strings"
	"text/template/parse"
	"unicode/utf8"

	"ithaca/generator/diag"
)

// folder does, once for each parsed template, what would otherwise be done for
// each page: it writes messages without arguments and the addresses of assets
// into the text, and drops the indentation between elements. On the way it
// judges every message and asset that the template names.
//
// A folded message is escaped for text and for quoted attributes, the two
// places where words stand.
type folder struct {
	theme *Theme
	file  file
	diags *diag.List
	calls []*parse.TemplateNode // of partials and blocks

	called map[string][]string // their names, by the template that calls them
}

// indentation is white space around a line's end. Only text of a template is
// matched, never what pages fill in.
var indentation = regexp.MustCompile(`[ \t]*\n\s*`)

func (f *folder) list(l *parse.ListNode) {
	if l == nil {
		return
	}
	keep := strings.Contains(f.file.Text, "<pre") || strings.Contains(f.file.Text, "<textarea")
	for i, node := range l.Nodes {
		switch n := node.(type) {
		case *parse.TextNode:
			if !keep {
				n.Text = indentation.ReplaceAll(n.Text, []byte("\n"))
			}
		case *parse.ActionNode:
			f.pipe(n.Pipe)
			if text, ok := f.constant(n.Pipe); ok {
				l.Nodes[i] = &parse.TextNode{NodeType: parse.NodeText, Pos: n.Pos, Text: []byte(template.HTMLEscapeString(text))}
			}
		case *parse.TemplateNode:
			f.pipe(n.Pipe)
			f.calls = append(f.calls, n)
		case *parse.IfNode:
			f.branch(&n.BranchNode)
		case *parse.RangeNode:
			f.branch(&n.BranchNode)
		case *parse.WithNode:
			f.branch(&n.BranchNode)
		}
	}
}

func (f *folder) branch(b *parse.BranchNode) {
	f.pipe(b.Pipe)
	f.list(b.List)
	f.list(b.ElseList)
}

// pipe judges the calls in a pipeline.
func (f *folder) pipe(p *parse.PipeNode) {
	if p == nil {
		return
	}
	for _, c := range p.Cmds {
		for _, arg := range c.Args {
			if inner, ok := arg.(*parse.PipeNode); ok {
				f.pipe(inner)
			}
		}
		f.call(c)
	}
}

// call judges a call of t, forms or asset whose first argument is written out.
func (f *folder) call(c *parse.CommandNode) {
	name, key := callOf(c)
	switch name {
	case "t":
		f.theme.words.used[key] = true
		m := f.theme.words.messages[key]
		if m == nil {
			f.mistake(c, diag.DidYouMean(key, f.theme.words.keys()), "there is no message `%s`", key)
			return
		}
		f.arguments(c, key, m)
	case "forms":
		f.theme.words.used[key] = true
		if f.theme.words.messages[key] == nil {
			f.mistake(c, diag.DidYouMean(key, f.theme.words.keys()), "there is no message `%s`", key)
		}
	case "term", "terms":
		f.theme.words.families[key] = true
	case "asset":
		if f.theme.assetPath(key) == "" {
			hint := ""
			if path.Ext(key) == ".js" {
				hint = "a module that others import is published inside them, not by itself"
			}
			f.mistake(c, hint, "there is no file %s in %s/", key, assetFolder)
		}
	}
}

// arguments insists that a message gets every word it asks for.
func (f *folder) arguments(c *parse.CommandNode, key string, m *message) {
	given := map[string]bool{}
	for i := 2; i < len(c.Args); i += 2 {
		if s, ok := c.Args[i].(*parse.StringNode); ok {
			given[s.Text] = true
		}
	}
	for _, name := range m.names() {
		if !given[name] {
			f.mistake(c, `write {{t "`+key+`" "`+name+`" …}}`, "the message `%s` needs `%s`", key, name)
		}
	}
}

// judgeCalls insists that everything a template calls is in its set, once that
// is complete, or among the parts that others may call.
func (f *folder) judgeCalls(set, parts *template.Template) {
	for _, call := range f.calls {
		if set.Lookup(call.Name) != nil || parts.Lookup(call.Name) != nil {
			continue
		}
		var known []string
		for _, t := range append(set.Templates(), parts.Templates()...) {
			known = append(known, t.Name())
		}
		slices.Sort(known)
		known = slices.Compact(known)
		f.mistake(call, diag.DidYouMean(call.Name, known), "there is no partial `%s`", call.Name)
	}
}

// callOf returns a called function and its first argument where that is a string.
func callOf(c *parse.CommandNode) (function, argument string) {
	if len(c.Args) < 2 {
		return "", ""
	}
	name, ok := c.Args[0].(*parse.IdentifierNode)
	if !ok {
		return "", ""
	}
	text, ok := c.Args[1].(*parse.StringNode)
	if !ok {
		return "", ""
	}
	return name.Ident, text.Text
}

// constant returns the text of an action that gives the same for every page.
func (f *folder) constant(p *parse.PipeNode) (string, bool) {
	if len(p.Decl) > 0 || len(p.Cmds) != 1 || len(p.Cmds[0].Args) != 2 {
		return "", false
	}
	name, key := callOf(p.Cmds[0])
	switch name {
	case "t":
		if m := f.theme.words.messages[key]; m != nil {
			return m.plain()
		}
	case "asset":
		at := f.theme.assetPath(key)
		return at, at != ""
	}
	return "", false
}

// mistake reports a mistake at a node.
func (f *folder) mistake(at parse.Node, hint, format string, args ...any) {
	before := f.file.Text[:min(int(at.Position()), len(f.file.Text))]
	start := strings.LastIndexByte(before, '\n') + 1
	f.diags.Errorf(diag.Position{
		File: f.file.At, Line: strings.Count(before, "\n") + 1,
		Column: utf8.RuneCountInString(before[start:]) + 1,
	}, TemplateMistake, hint, format, args...)
}
