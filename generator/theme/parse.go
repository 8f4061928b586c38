package theme

import (
	"errors"
	"html/template"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"
	"text/template/parse"

	"ithaca/generator/diag"
	"ithaca/generator/site/page"
)

// parse parses the layout and the partials once, and for each kind of page a set of its own
// template and copies of what that and the layout call, so that each kind can define the
// layout's blocks. A partial is called by its name without folder and extension:
// {{template "pager" .Pager}}.
func (t *Theme) parse(f *files, diags *diag.List) {
	t.parts, t.kinds = template.New("").Funcs(t.functions()), map[string]*template.Template{}
	var common []*checker
	calls := map[string][]string{}
	for _, name := range append([]string{layoutFile}, f.paths(partialFolder)...) {
		part := t.add(t.parts, templateName(name), f.byPath[name], diags)
		common = append(common, part)
		maps.Copy(calls, part.called)
	}
	if !diags.HasErrors() && !slices.Contains(calls[templateName(layoutFile)], "main") {
		diags.Errorf(diag.Position{File: f.byPath[layoutFile].At}, TemplateMistake, `write {{template "main" .}} where each page's own markup belongs`, "the layout shows no page")
		return
	}
	for _, k := range page.Kinds() {
		set := template.New("").Funcs(t.functions())
		name := k.Name + extension
		own := t.add(set, name, f.byPath[name], diags)
		t.kinds[k.Name] = set
		rest := completion{parts: t.parts, set: set, calls: calls, own: own.called, seen: map[string]bool{}}
		if err := errors.Join(rest.add(layoutFile), rest.add(laterBlock)); err != nil {
			diags.Errorf(diag.Position{File: f.byPath[layoutFile].At}, TemplateMistake, "", "%s", err)
			return
		}
		if diags.HasErrors() {
			continue // the rest would follow from what was said
		}
		if set.Lookup("main") == nil {
			diags.Errorf(diag.Position{File: f.byPath[name].At}, TemplateMistake,
				`wrap the page's markup in {{define "main"}} … {{end}}`, "the template defines no `main`")
			continue
		}
		for _, c := range append(common, own) {
			c.partials(set, t.parts)
		}
	}
}

// controlLine matches a line with nothing but control actions, which would be an empty line
// in the page.
var controlLine = regexp.MustCompile(`^(?:\{\{(?:if|with|range|else|end|define|template|block)\b[^{}\n]*\}\})+\n$`)

// withoutControlLines returns a template in which such lines trim their line end.
func withoutControlLines(text string) string {
	var b strings.Builder
	for line := range strings.Lines(text) {
		if strings.HasPrefix(line, "{{") && controlLine.MatchString(line) {
			line = strings.TrimSuffix(line, "}}\n") + " -}}\n"
		}
		b.WriteString(line)
	}
	return b.String()
}

// add parses a file into a set under a name and checks what it calls.
func (t *Theme) add(set *template.Template, name string, f file, diags *diag.List) *checker {
	f.Text = withoutControlLines(f.Text)
	c := &checker{theme: t, file: f, data: dataBlock.MatchString(f.Text), diags: diags, called: map[string][]string{}}
	if f.Path == "" {
		return c // reported as missing
	}
	reportBlocked(f, diags)
	if _, err := set.New(name).Parse(f.Text); err != nil {
		_, line, text := splitError(err)
		diags.Errorf(diag.Position{File: f.At, Line: line}, TemplateMistake, parseHint(text), "%s", text)
		return c
	}
	for _, part := range set.Templates() {
		if part.Tree != nil && part.Tree.ParseName == name {
			before := len(c.calls)
			c.list(part.Tree.Root)
			for _, call := range c.calls[before:] {
				c.called[part.Name()] = append(c.called[part.Name()], call.Name)
			}
		}
	}
	return c
}

func templateName(file string) string {
	if path.Dir(file) == partialFolder {
		return strings.TrimSuffix(path.Base(file), extension)
	}
	return file
}

// parseHints are likely causes of parse errors, by words of the message; the first match
// counts.
var parseHints = []struct{ words, hint string }{
	{"unexpected EOF", "an {{if}}, {{range}}, {{with}}, {{block}} or {{define}} above has no {{end}}"},
	{"unexpected {{end}}", "there is one {{end}} more than there are {{if}}, {{range}}, {{with}} and {{define}} before it"},
	{"unexpected {{else}}", "an {{else}} stands only between an {{if}}, {{range}} or {{with}} and its {{end}}"},
	{"unclosed comment", "a comment begins with {{/* and ends with */}}"},
	{"unterminated", "a text in quotes ends with the same quote, on the same line"},
	{"bad character", closeAction},
	{"unclosed action", closeAction},
	{"unexpected \"<\"", closeAction},
	{"function \"", "README.md beside the built-in templates lists what a template can call; fields begin with a dot: {{.View.Title}}"},
	{"undefined variable", "set it first, as {{$name := .View.Title}}"},
}

const closeAction = "an action that opens with {{ here or above may not be closed: write }} at its end"

// parseHint returns a likely cause of what the parser finds, "" for none.
func parseHint(text string) string {
	for _, h := range parseHints {
		if strings.Contains(text, h.words) {
			return h.hint
		}
	}
	return ""
}

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
