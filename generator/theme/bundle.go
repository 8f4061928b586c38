package theme

import (
	"errors"
	"fmt"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"

	"ithaca/generator/diag"
)

// Modules that pages load are published as bundles, because a browser would load their
// imports one after another: a bundle is a module and all that it imports, each as a
// function that is called once and returns its exports. A module that is imported
// dynamically is a bundle of its own.

// The imports and exports that can be bundled. A bundle with others is not valid, so such a
// module is published as it is, beside its imports. The expressions begin with \n, which is
// several times faster than ^; a line end is put before each text.
var (
	namesImport  = regexp.MustCompile(`(?m)\nimport\s*\{([^{}]*)\}\s*from\s*["'](\./[\w.-]+)["'];?[ \t]*$`)
	namedExport  = regexp.MustCompile(`(?m)\nexport\s+((?:async\s+)?function\b\s*\*?|class|const)\s+([\w$]+)`)
	staticImport = regexp.MustCompile(`(?m)\n(?:import\b|export\s*[*{])[^'";]*["'](\.{1,2}/[^"'\n]+)["'];?[ \t]*$`)
	laterImport  = regexp.MustCompile(`import\(\s*["'](\.{1,2}/[^"'\n]+)["']\s*\)`)
)

// publishedScripts returns the minified scripts that pages load: those that no other
// imports, and those that are imported dynamically.
func publishedScripts(f *files, diags *diag.List) []file {
	var all, publish, imported []string
	for _, name := range f.paths(assetFolder) {
		if path.Ext(name) == ".js" {
			all = append(all, name)
			publish = append(publish, importPaths(laterImport, f.byPath[name])...)
			imported = append(imported, importsOf(f, name, diags)...)
		}
	}
	for _, name := range all {
		if !slices.Contains(imported, name) {
			publish = append(publish, name)
		}
	}
	made := map[string]file{}
	for ; len(publish) > 0; publish = publish[1:] {
		script, known := f.byPath[publish[0]]
		if !known || made[script.Path].Path != "" {
			continue
		}
		text, err := bundled(f, script.Path)
		if err != nil {
			publish = append(publish, importPaths(staticImport, script)...)
			if text, err = minified(script.Path, script.Text); err != nil {
				diags.Errorf(diag.Position{File: script.At}, TemplateMistake, "", "%s", err)
			}
		}
		script.Text = string(text)
		made[script.Path] = script
	}
	return slices.Collect(maps.Values(made))
}

// importPaths returns the paths of the modules in the matches of a form in a script.
func importPaths(form *regexp.Regexp, script file) (paths []string) {
	for _, found := range form.FindAllStringSubmatch("\n"+script.Text, -1) {
		paths = append(paths, path.Join(path.Dir(script.Path), found[1]))
	}
	return paths
}

// importsOf returns the modules that a script imports and reports those that are
// not there.
func importsOf(f *files, name string, diags *diag.List) []string {
	imports := importPaths(staticImport, f.byPath[name])
	for _, at := range imports {
		if _, found := f.byPath[at]; !found {
			diags.Errorf(diag.Position{File: f.byPath[name].At}, TemplateMistake, "", "there is no %s to import", at)
		}
	}
	return imports
}

// bundled returns a module with all that it imports, minified.
func bundled(f *files, root string) ([]byte, error) {
	if !staticImport.MatchString("\n" + f.byPath[root].Text) {
		return minified(root, f.byPath[root].Text)
	}
	b := bundle{files: f, modules: map[string]*module{}}
	m := b.add(root)
	if m == nil {
		return nil, errors.New("not all that it imports is exported")
	}
	text := "{\n" + b.text.String() + "}\n" // names in a block are made shorter
	if len(m.exports) > 0 {
		text = fmt.Sprintf("%sexport const { %s } = %s;\n", b.text.String(), strings.Join(m.exports, ", "), m.name)
	}
	return minified(root, text)
}

// bundle is the text of modules, each once and behind all that it imports.
type bundle struct {
	files   *files
	text    strings.Builder
	modules map[string]*module // by path; nil for one whose imports are being added
}

// module is a module of a bundle.
type module struct {
	name    string // of the constant that holds what it exports
	exports []string
}

// add appends a module behind all that it imports, unless the bundle has it. It
// returns nil for a module that cannot be bundled.
func (b *bundle) add(at string) *module {
	if m, met := b.modules[at]; met {
		return m // nil in a circle
	}
	b.modules[at] = nil
	m := &module{name: fmt.Sprintf("module%d", len(b.modules))}
	text := "\n" + b.files.byPath[at].Text
	for _, found := range namesImport.FindAllStringSubmatch(text, -1) {
		from := b.add(path.Join(path.Dir(at), found[2]))
		members := strings.ReplaceAll(found[1], " as ", ": ")
		if from == nil || !from.exportsAll(members) {
			return nil
		}
		text = strings.Replace(text, found[0], fmt.Sprintf("\nconst {%s} = %s;", members, from.name), 1)
	}
	for _, found := range namedExport.FindAllStringSubmatch(text, -1) {
		m.exports = append(m.exports, found[2])
	}
	text = namedExport.ReplaceAllString(text, "\n$1 $2")
	fmt.Fprintf(&b.text, "const %s = (() => {\n%s\nreturn { %s };\n})();\n", m.name, text, strings.Join(m.exports, ", "))
	b.modules[at] = m
	return m
}

// exportsAll reports whether a module exports what a statement imports: members of
// an object, as "a, b: c".
func (m *module) exportsAll(members string) bool {
	for member := range strings.SplitSeq(members, ",") {
		name, _, _ := strings.Cut(strings.TrimSpace(member), ":")
		if name != "" && !slices.Contains(m.exports, name) {
			return false
		}
	}
	return true
}
