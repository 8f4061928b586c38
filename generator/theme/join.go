package theme

import (
	"fmt"
	"path"
	"strings"

	"github.com/tdewolff/parse/v2/js"

	"ithaca/generator/diag"
)

// library reads each module once and tells how it is published.
type library struct {
	files *files
	diags *diag.List
	read  map[string]*module // by path; nil for those that cannot be taken apart
	pages map[string]*joiner // by path: the modules that pages begin with, which export nothing
	later map[string]*joiner // by path: the modules that only one of them loads, when it needs them
}

func newLibrary(f *files, diags *diag.List) *library {
	l := &library{files: f, diags: diags, read: map[string]*module{}, pages: map[string]*joiner{}, later: map[string]*joiner{}}
	for _, name := range l.paths() {
		m := l.module(name)
		if m == nil || len(m.imports) == 0 || len(m.exports) > 0 {
			continue
		}
		j := &joiner{library: l, root: name, names: map[string]string{name: ""}, used: map[string]bool{}, lent: map[string]bool{}}
		if j.imports(name, m) {
			l.pages[name] = j
		}
	}
	l.joinLater()
	return l
}

// paths returns the modules' paths in order.
func (l *library) paths() (names []string) {
	for _, name := range l.files.paths(assetFolder) {
		if path.Ext(name) == ".js" {
			names = append(names, name)
		}
	}
	return names
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

// published returns the text of a module with its imports inside, where it has any
// and can be joined.
func (l *library) published(name string) string {
	if j := l.pages[name]; j != nil {
		m := l.module(name)
		return j.text.String() + "{\n" + j.bindings(name, m) + m.body + "}\n" + j.lending()
	}
	if j := l.later[name]; j != nil {
		return j.borrowing() + j.text.String() + j.exporting()
	}
	return l.files.byPath[name].Text
}

// joiner puts what a module imports into one text, each once and behind all that
// it needs.
type joiner struct {
	*library
	root  string
	page  *joiner // for a module that is loaded later: the one it is loaded by
	text  strings.Builder
	names map[string]string // of the joined modules, by path; "" while one is being read
	used  map[string]bool   // paths of the modules that were met again
	lent  map[string]bool   // of a page: names that modules which it loads later ask for
	count int
}

// imports adds all that a module imports, or tells that it cannot be joined.
func (j *joiner) imports(name string, m *module) bool {
	for _, s := range m.imports {
		at := target(name, s)
		short, met := j.names[at]
		if met && short == "" {
			return false // a circle
		}
		if met {
			j.used[at] = true
			continue
		}
		if _, found := j.files.byPath[at]; !found {
			j.diags.Errorf(diag.Position{File: j.files.byPath[name].At}, TemplateMistake, "", "there is no %s to import", at)
			return false
		}
		if !j.add(at) {
			return false
		}
	}
	return true
}

// add puts a module behind those that it imports, or tells that it cannot.
func (j *joiner) add(at string) bool {
	j.names[at] = ""
	m := j.module(at)
	if m == nil || m.waits || !j.imports(at, m) {
		return false // no function around it could wait
	}
	if path.Dir(at) != path.Dir(j.root) && len(j.loads(at)) > 0 {
		return false // what it loads later it would look for beside the root
	}
	j.count++
	j.names[at] = fmt.Sprintf("module%d", j.count)
	fmt.Fprintf(&j.text, "const %s = (() => {\n%s%s\nreturn { %s };\n})();\n",
		j.names[at], j.bindings(at, m), m.body, strings.Join(m.exports, ", "))
	return true
}

// target returns the path of the module that a statement of another imports.
func target(name string, s *js.ImportStmt) string {
	return path.Join(path.Dir(name), strings.Trim(string(s.Module), `'"`))
}

// bindings returns a module's imports as constants.
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
