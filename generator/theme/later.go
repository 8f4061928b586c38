package theme

import (
	"fmt"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"
)

// A module that a page's script loads when it needs it is joined as well. What
// both need stays with the page's script, which lends it: so each module runs
// once and is transferred once. A module that several scripts load finds other
// neighbours in each of them, so it is published as it is.

// laterImport finds where a script loads another one.
var laterImport = regexp.MustCompile(`\bimport\(\s*["'](\./[^"'\n]+)["']\s*\)`)

// loads returns the paths of what a module loads later.
func (l *library) loads(name string) (paths []string) {
	for _, found := range laterImport.FindAllStringSubmatch(l.files.byPath[name].Text, -1) {
		paths = append(paths, path.Join(path.Dir(name), found[1]))
	}
	return paths
}

// joinLater joins the modules that a single page's script loads.
func (l *library) joinLater() {
	within := map[string][]string{} // by module: the pages' scripts that hold it
	for _, page := range slices.Sorted(maps.Keys(l.pages)) {
		for part := range l.pages[page].names {
			within[part] = append(within[part], page)
		}
	}
	askers := map[string][]string{} // by module loaded later: who loads it
	for _, name := range l.paths() {
		by := within[name]
		if len(by) == 0 {
			by = []string{name}
		}
		for _, at := range l.loads(name) {
			askers[at] = append(askers[at], by...)
		}
	}
	for _, at := range slices.Sorted(maps.Keys(askers)) {
		by := slices.Compact(slices.Sorted(slices.Values(askers[at])))
		if page := l.pages[by[0]]; len(by) == 1 && page != nil && path.Dir(at) == path.Dir(by[0]) {
			l.joinTo(page, at)
		}
	}
}

// joinTo joins a module that a page's script loads later, if that can be done.
func (l *library) joinTo(page *joiner, at string) {
	_, found := l.files.byPath[at]
	_, held := page.names[at]
	if !found || held || l.module(page.root).waits {
		return // a page's script that waits for what borrows from it would wait for ever
	}
	j := &joiner{library: l, root: at, page: page, names: maps.Clone(page.names), used: map[string]bool{}, count: page.count}
	if !j.add(at) {
		return
	}
	l.later[at] = j
	for path := range j.used {
		if name := page.names[path]; name != "" {
			page.lent[name] = true
		}
	}
}

// lending returns the statement by which a page's script lends what it holds.
func (j *joiner) lending() string {
	return statement("export { %s };\n", slices.Sorted(maps.Keys(j.lent)))
}

// borrowing returns the statement that takes from the page's script what it lends
// to this module.
func (j *joiner) borrowing() string {
	var names []string
	for path := range j.used {
		if name := j.page.names[path]; name != "" {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return statement("import { %s } from './"+path.Base(j.page.root)+"';\n", names)
}

// exporting returns the statement by which a joined module exports as before.
func (j *joiner) exporting() string {
	var names []string
	for _, member := range j.module(j.root).exports {
		name, _, _ := strings.Cut(member, ":")
		names = append(names, name)
	}
	return statement("export const { %s } = "+j.names[j.root]+";\n", names)
}

// statement returns a statement about names, or nothing where there are none.
func statement(format string, names []string) string {
	if len(names) == 0 {
		return ""
	}
	return fmt.Sprintf(format, strings.Join(names, ", "))
}
