package theme

import (
	"fmt"
	"path"
	"regexp"
	"strings"

	"github.com/tdewolff/parse/v2"
	"github.com/tdewolff/parse/v2/js"

	"ithaca/generator/diag"
)

// A page that loads a module would otherwise ask for each module that it
// imports, one after another as it learns of them: on a slow line that is a
// second of waiting for a few hundred bytes. So each module is published with all
// that it imports inside. Those written in a way that this file does not know are
// published as they are, and the browser follows their imports.

var (
	importStatement   = regexp.MustCompile(`(?m)^import\b[^;'"]*['"][^'"\n]+['"];?[ \t]*$`)
	exportList        = regexp.MustCompile(`(?m)^export\s*\{[^}]*\};?[ \t]*$`)
	exportDeclaration = regexp.MustCompile(`(?m)^export\s+(async\b|function\b|class\b|const\b)`)
)

// module is a file of scripts taken apart.
type module struct {
	imports []*js.ImportStmt
	exports []string // as members of an object: "a", "b: c"
	body    string   // the text without import and export
}

// readModule takes a module apart, or tells that it cannot.
func readModule(text string) (module, bool) {
	tree, err := js.Parse(parse.NewInputString(text), js.Options{})
	if err != nil {
		return module{}, false // the minifier says where
	}
	var m module
	exports := 0
	for _, s := range tree.List {
		switch s := s.(type) {
		case *js.ImportStmt:
			m.imports = append(m.imports, s)
		case *js.ExportStmt:
			names, ok := exported(s)
			if !ok {
				return module{}, false
			}
			exports++
			m.exports = append(m.exports, names...)
		}
	}
	count := func(p *regexp.Regexp) int { return len(p.FindAllStringIndex(text, -1)) }
	if count(importStatement) != len(m.imports) || count(exportList)+count(exportDeclaration) != exports {
		return module{}, false
	}
	m.body = importStatement.ReplaceAllString(text, "")
	m.body = exportList.ReplaceAllString(m.body, "")
	m.body = exportDeclaration.ReplaceAllString(m.body, "$1")
	return m, true
}

// exported gives the names that a statement exports. What may change later, and
// what comes from elsewhere, cannot be handed on as a value.
func exported(s *js.ExportStmt) (names []string, ok bool) {
	if s.Default || s.Module != nil {
		return nil, false
	}
	for _, alias := range s.List {
		switch {
		case alias.Name != nil:
			names = append(names, string(alias.Binding)+": "+string(alias.Name))
		case alias.Binding != nil:
			names = append(names, string(alias.Binding))
		}
	}
	switch d := s.Decl.(type) {
	case nil:
	case *js.FuncDecl:
		names = append(names, string(d.Name.Data))
	case *js.ClassDecl:
		names = append(names, string(d.Name.Data))
	case *js.VarDecl:
		for _, item := range d.List {
			name, simple := item.Binding.(*js.Var)
			if !simple || d.TokenType != js.ConstToken {
				return nil, false
			}
			names = append(names, string(name.Data))
		}
	default:
		return nil, false
	}
	return names, true
}

// library reads each module once.
type library struct {
	files *files
	diags *diag.List
	read  map[string]*module // by path; nil for those that cannot be taken apart
}

func (l *library) module(name string) *module {
	m, known := l.read[name]
	if !known {
		if taken, ok := readModule(l.files.byPath[name].Text); ok {
			m = &taken
		}
		l.read[name] = m
	}
	return m
}

// joined gives the text of a module with its imports inside, where it has any
// and can be joined.
func (l *library) joined(name string) string {
	m := l.module(name)
	if m == nil || len(m.imports) == 0 || len(m.exports) > 0 {
		return l.files.byPath[name].Text
	}
	j := &joiner{library: l, names: map[string]string{name: ""}}
	if !j.imports(name, m) {
		return l.files.byPath[name].Text
	}
	return j.text.String() + "{\n" + j.bindings(name, m) + m.body + "}\n"
}

// joiner puts what a module imports into one text, each once and behind all that
// it needs.
type joiner struct {
	*library
	text  strings.Builder
	names map[string]string // of the joined modules, by path; "" while one is being read
	count int
}

// imports adds all that a module imports, or tells that it cannot be joined.
func (j *joiner) imports(name string, m *module) bool {
	for _, s := range m.imports {
		at := target(name, s)
		if short, met := j.names[at]; met {
			if short == "" {
				return false // a circle
			}
			continue
		}
		if _, found := j.files.byPath[at]; !found {
			j.diags.Errorf(diag.Position{File: j.files.byPath[name].At}, TemplateMistake, "", "there is no %s to import", at)
			return false
		}
		j.names[at] = ""
		needed := j.module(at)
		if needed == nil || !j.imports(at, needed) {
			return false
		}
		j.count++
		j.names[at] = fmt.Sprintf("module%d", j.count)
		fmt.Fprintf(&j.text, "const %s = (() => {\n%s%s\nreturn { %s };\n})();\n",
			j.names[at], j.bindings(at, needed), needed.body, strings.Join(needed.exports, ", "))
	}
	return true
}

// target gives the path of the module that a statement of another imports.
func target(name string, s *js.ImportStmt) string {
	return path.Join(path.Dir(name), strings.Trim(string(s.Module), `'"`))
}

// bindings gives a module's imports as constants.
func (j *joiner) bindings(name string, m *module) string {
	var b strings.Builder
	for _, s := range m.imports {
		from := j.names[target(name, s)]
		var members []string
		for _, alias := range s.List {
			switch {
			case string(alias.Name) == "*":
				fmt.Fprintf(&b, "const %s = %s;\n", alias.Binding, from)
			case alias.Name != nil:
				members = append(members, fmt.Sprintf("%s: %s", alias.Name, alias.Binding))
			case alias.Binding != nil:
				members = append(members, string(alias.Binding))
			}
		}
		if len(members) > 0 {
			fmt.Fprintf(&b, "const { %s } = %s;\n", strings.Join(members, ", "), from)
		}
	}
	return b.String()
}
