package theme

import (
	"regexp"

	"github.com/tdewolff/parse/v2"
	"github.com/tdewolff/parse/v2/js"
)

// A page that loads a module would otherwise ask for each module that it
// imports, one after another as it learns of them: on a slow line that is a
// second of waiting for a few hundred bytes. So each module is published with all
// that it imports inside (join.go, later.go). Those written in a way that this
// file does not know are published as they are, and the browser follows their
// imports.

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
	waits   bool     // for something, before what asked for it goes on
}

// awaits finds an await outside all functions.
type awaits struct{ found bool }

func (a *awaits) Enter(n js.INode) js.IVisitor {
	switch n := n.(type) {
	case *js.FuncDecl, *js.ArrowFunc, *js.MethodDecl:
		return nil
	case *js.UnaryExpr:
		a.found = a.found || n.Op == js.AwaitToken
	case *js.ForOfStmt:
		a.found = a.found || n.Await
	}
	return a
}

func (a *awaits) Exit(js.INode) {}

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
	var top awaits
	js.Walk(&top, tree)
	m.waits = top.found
	return m, true
}

// exported returns the names that a statement exports. What may change later, and
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
