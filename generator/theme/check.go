package theme

import (
	"bytes"
	"html/template"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"text/template/parse"

	"ithaca/generator/diag"
	"ithaca/generator/each"
)

// checker walks one parsed template once: it reports messages, assets and partials that do
// not exist, notes which messages are used, removes the indentation between elements, and
// writes what is the same on every page into the template.
type checker struct {
	theme *Theme
	file  file
	data  bool // whether some text in it is no HTML
	diags *diag.List
	calls []*parse.TemplateNode // of partials and blocks

	called map[string][]string // by name of a template: the names of those it calls
}

// indentation is white space around a line's end. Only text of a template is
// matched, never what pages fill in.
var indentation = regexp.MustCompile(`[ \t]*\n\s*`)

// plain matches text that nothing escapes in an element or an attribute.
var plain = regexp.MustCompile(`^[\w./ -]*$`)

// dataBlock matches the beginning of a text that is no HTML.
var dataBlock = regexp.MustCompile(`(?i)<(script|style)\b[^>]*>[^<]`)

func (c *checker) list(l *parse.ListNode) {
	if l == nil {
		return
	}
	keep := strings.Contains(c.file.Text, "<pre") || strings.Contains(c.file.Text, "<textarea")
	between := false // whether what follows stands between two tags
	for i, node := range l.Nodes {
		switch n := node.(type) {
		case *parse.TextNode:
			if !keep {
				n.Text = indentation.ReplaceAll(n.Text, []byte("\n"))
			}
			if at := bytes.LastIndexAny(n.Text, "<>"); at >= 0 {
				between = n.Text[at] == '>' && !c.data
			}
		case *parse.ActionNode:
			c.pipe(n.Pipe)
			first, always := n.Pipe.Cmds[0].Args[0].(*parse.StringNode)
			if always && (between || plain.MatchString(first.Text) && !c.data) && len(n.Pipe.Cmds) == 1 && len(n.Pipe.Decl) == 0 {
				l.Nodes[i] = &parse.TextNode{NodeType: parse.NodeText, Pos: n.Pos, Text: []byte(template.HTMLEscapeString(first.Text))}
			}
		case *parse.TemplateNode:
			c.pipe(n.Pipe)
			c.calls = append(c.calls, n)
		case *parse.IfNode:
			c.branch(&n.BranchNode)
		case *parse.RangeNode:
			c.branch(&n.BranchNode)
		case *parse.WithNode:
			c.branch(&n.BranchNode)
		}
	}
}

func (c *checker) branch(b *parse.BranchNode) {
	c.pipe(b.Pipe)
	c.list(b.List)
	c.list(b.ElseList)
}

// pipe checks the calls in a pipeline.
func (c *checker) pipe(p *parse.PipeNode) {
	if p == nil {
		return
	}
	for _, command := range p.Cmds {
		for _, arg := range command.Args {
			if inner, ok := arg.(*parse.PipeNode); ok {
				c.pipe(inner)
			}
		}
		c.call(command)
	}
}

// call checks a call whose first argument is a literal.
func (c *checker) call(command *parse.CommandNode) {
	name, key := callOf(command)
	switch name {
	case "t", "forms":
		c.theme.words.used[key] = true
		m := c.theme.words.messages[key]
		switch {
		case m == nil:
			c.mistake(command, diag.DidYouMean(key, c.theme.words.keys()), "there is no message `%s`", key)
		case name == "t":
			c.arguments(command, key, m)
			if text, ok := m.plain(); ok && len(command.Args) == 2 && !c.theme.words.inFallback(key) {
				always(command, text)
			}
		}
	case "term", "terms":
		c.theme.words.families[key] = true
	case "asset":
		if c.theme.assetPath(key) == "" {
			hint := ""
			if path.Ext(key) == ".js" {
				hint = "a module that others import is published inside them, not by itself"
			}
			c.mistake(command, hint, "there is no file %s in %s/", key, assetFolder)
		} else {
			always(command, c.theme.assetPath(key))
		}
	}
}

// always replaces a call by what it returns on every page.
func always(command *parse.CommandNode, text string) {
	command.Args = []parse.Node{&parse.StringNode{NodeType: parse.NodeString, Pos: command.Pos, Quoted: strconv.Quote(text), Text: text}}
}

// arguments reports the placeholders of a message that a call leaves out.
func (c *checker) arguments(command *parse.CommandNode, key string, m *message) {
	given := map[string]bool{}
	for i := 2; i < len(command.Args); i += 2 {
		if s, ok := command.Args[i].(*parse.StringNode); ok {
			given[s.Text] = true
		}
	}
	for _, name := range m.names() {
		if !given[name] {
			c.mistake(command, `write {{t "`+key+`" "`+name+`" …}}`, "the message `%s` needs `%s`", key, name)
		}
	}
}

// partials reports calls of templates that are neither in a page's complete set nor among
// the parts that all pages share.
func (c *checker) partials(set, parts *template.Template) {
	for _, call := range c.calls {
		if set.Lookup(call.Name) != nil || parts.Lookup(call.Name) != nil {
			continue
		}
		known := each.Of(append(set.Templates(), parts.Templates()...), (*template.Template).Name)
		slices.Sort(known)
		known = slices.Compact(known)
		c.mistake(call, diag.DidYouMean(call.Name, known), "there is no partial `%s`", call.Name)
	}
}

// callOf returns a called function and its first argument where that is a string.
func callOf(command *parse.CommandNode) (function, argument string) {
	if len(command.Args) < 2 {
		return "", ""
	}
	name, called := command.Args[0].(*parse.IdentifierNode)
	text, quoted := command.Args[1].(*parse.StringNode)
	if !called || !quoted {
		return "", ""
	}
	return name.Ident, text.Text
}

// mistake reports a mistake at a node.
func (c *checker) mistake(at parse.Node, hint, format string, args ...any) {
	c.diags.Errorf(diag.PositionOf(c.file.At, []byte(c.file.Text), int(at.Position()), 1), TemplateMistake, hint, format, args...)
}

// BlockedLoad warns of what a template would have browsers load or run, and the
// policy that all pages are published with keeps them from.
const BlockedLoad diag.Code = "blocked-load"

// loads matches elements that load something from an absolute address, with the address.
var loads = regexp.MustCompile(`(?is)<(?:script|img|iframe|video|audio|source|embed|link\s+rel=["']?stylesheet["']?)\b[^>{]*?\b(?:src|href)\s*=\s*["']?((?:https?:)?//[^"'\s>]+)`)

// inlineCode matches scripts and styles in the page itself, but not data blocks.
var inlineCode = regexp.MustCompile(`(?i)<(script|style)(?:\s+type=["']?(?:module|text/[a-z]+)["']?)?\s*>`)

// reportBlocked warns of what the pages of a template could not load.
func reportBlocked(f file, diags *diag.List) {
	at := func(offset int) diag.Position {
		return diag.Position{File: f.At, Line: 1 + strings.Count(f.Text[:offset], "\n")}
	}
	for _, found := range loads.FindAllStringSubmatchIndex(f.Text, -1) {
		diags.Warnf(at(found[2]), BlockedLoad, "put the file into templates/static/ and write its path there",
			"pages load nothing from other sites, so `%s` will not be loaded", f.Text[found[2]:found[3]])
	}
	for _, found := range inlineCode.FindAllStringSubmatchIndex(f.Text, -1) {
		element, where := f.Text[found[2]:found[3]], "a file in templates/static/ that the page names"
		if element == "style" {
			where = "the file of brand.custom_css in index.md"
		}
		diags.Warnf(at(found[0]), BlockedLoad, "put it into "+where,
			"pages run and use nothing that stands in a <%s> of their own, so this has no effect", element)
	}
}
