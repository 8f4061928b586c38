package generator_test

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"path"
	"slices"
	"strconv"
	"strings"
)

// house is the plan that layers_test.go states, ready to be asked.
type house struct {
	floor    map[string]int  // by package; those for tests only are not in it
	rooms    map[string]bool // every package of the plan
	not      map[string][]string
	only     map[string][]string
	doors    map[string]string
	calls    map[string][]string // by what is called: the packages that may
	problems []string
}

func newHouse(floors, doors, calls string) *house {
	h := &house{
		floor: map[string]int{}, rooms: map[string]bool{}, not: map[string][]string{}, only: map[string][]string{},
		doors: map[string]string{}, calls: map[string][]string{},
	}
	for _, row := range rows(floors) {
		name := row[1]
		h.rooms[name] = true
		if n, err := strconv.Atoi(row[0]); err == nil {
			h.floor[name] = n
		}
		if len(row) > 2 {
			map[string]map[string][]string{"not": h.not, "only": h.only}[row[2]][name] = row[3:]
		}
	}
	for _, row := range rows(doors) {
		h.doors[row[0]] = row[1]
	}
	for _, row := range rows(calls) {
		h.calls[row[0]] = row[1:]
	}
	return h
}

func rows(table string) (all [][]string) {
	for line := range strings.Lines(table) {
		if row := strings.Fields(line); len(row) > 0 {
			all = append(all, row)
		}
	}
	return all
}

// faults returns each way in which files of Go code, by their paths in the module,
// break the plan, sorted.
func (h *house) faults(files map[string]string) []string {
	for _, name := range slices.Sorted(maps.Keys(files)) {
		parsed, err := parser.ParseFile(token.NewFileSet(), name, files[name], parser.SkipObjectResolution)
		if err != nil {
			h.problems = append(h.problems, err.Error())
			continue
		}
		h.inspect(name, parsed)
	}
	slices.Sort(h.problems)
	return slices.Compact(h.problems)
}

// unused returns what stands in the plan twice, or though no file is or imports it.
func (h *house) unused(files map[string]string) []string {
	found := map[string]bool{}
	for name, code := range files {
		found[roomOf(path.Dir(name))] = true
		parsed, err := parser.ParseFile(token.NewFileSet(), name, code, parser.ImportsOnly)
		if err != nil {
			continue // which faults reports
		}
		for _, spec := range parsed.Imports {
			imported, _ := strconv.Unquote(spec.Path.Value)
			found[imported] = true
			if door, _ := h.doorOf(imported); door != "" {
				found[door] = true
			}
		}
	}
	var unused []string
	for _, table := range [][][]string{rows(floors), rows(doors)} {
		stated := map[string]bool{}
		for _, row := range table {
			name := row[0]
			if _, err := strconv.Atoi(name); err == nil || name == "-" {
				name = row[1]
			}
			if !found[name] || stated[name] {
				unused = append(unused, name)
			}
			stated[name] = true
		}
	}
	return unused
}

// inspector looks at one file.
type inspector struct {
	*house
	file string
	room string
	test bool
}

func (h *house) inspect(name string, parsed *ast.File) {
	i := &inspector{h, name, roomOf(path.Dir(name)), strings.HasSuffix(name, "_test.go")}
	if !h.rooms[i.room] {
		i.fault("%s has no floor; give it one in layers_test.go and in doc.go", i.room)
		return
	}
	names := map[string]string{} // of the imported packages, in this file
	for _, spec := range parsed.Imports {
		imported, _ := strconv.Unquote(spec.Path.Value)
		name := path.Base(imported)
		if spec.Name != nil {
			name = spec.Name.Name
		}
		if name == "." {
			i.fault("a dot import hides what is called")
		}
		names[name] = imported
		i.imports(imported)
	}
	if !i.test {
		ast.Inspect(parsed, func(n ast.Node) bool { i.node(n, names); return true })
	}
}

func (i *inspector) fault(format string, args ...any) {
	i.problems = append(i.problems, i.file+": "+fmt.Sprintf(format, args...))
}

// roomOf returns the name of the package in a folder of the module, by which the
// plan calls it.
func roomOf(folder string) string {
	if folder == "." {
		return "main"
	}
	return strings.TrimPrefix(folder, "generator/")
}

const module = "ithaca"

func (i *inspector) imports(imported string) {
	if imported == module {
		i.importsRoom("main")
	} else if folder, ok := strings.CutPrefix(imported, module+"/"); ok {
		i.importsRoom(roomOf(folder))
	} else {
		i.importsOutside(imported)
	}
}

func (i *inspector) importsRoom(room string) {
	if i.test {
		return // a test may stand wherever it sees best; Go itself refuses circles
	}
	floor, planned := i.floor[room]
	mine, inHouse := i.floor[i.room]
	only, limited := i.only[i.room]
	switch {
	case !i.rooms[room]: // the package itself is reported
	case !planned:
		i.fault("%s is for tests only", room)
	case !inHouse && !slices.Contains(only, room), slices.Contains(i.not[i.room], room), limited && !slices.Contains(only, room):
		i.fault("%s must not know %s", i.room, room)
	case inHouse && floor >= mine:
		i.fault("%s stands on floor %d and imports %s on floor %d", i.room, mine, room, floor)
	}
}

func (i *inspector) importsOutside(imported string) {
	door, room := i.doorOf(imported)
	isModule := strings.Contains(strings.Split(imported, "/")[0], ".")
	_, inHouse := i.floor[i.room]
	switch {
	case strings.HasPrefix(imported, "golang.org/x/"):
	case room == "test" && inHouse && !i.test:
		i.fault("%s is for tests only", door)
	case room == "test", room == i.room:
	case isModule && room == "":
		i.fault("%s has no door; give it one in layers_test.go", imported)
	case room != "" && (isModule || !i.test && inHouse): // packages for tests may run programs, as tests may
		i.fault("%s has its door in %s", door, room)
	case slices.Contains(i.not[i.room], imported) && !i.test:
		i.fault("%s must not know %s", i.room, imported)
	}
}

// doorOf returns the row of the doors that holds for an import, and its package.
func (h *house) doorOf(imported string) (door, room string) {
	for door := imported; door != "."; door = path.Dir(door) {
		if room, ok := h.doors[door]; ok {
			return door, room
		}
	}
	return "", ""
}

func (i *inspector) node(n ast.Node, names map[string]string) {
	switch n := n.(type) {
	case *ast.FuncDecl:
		if n.Recv == nil && n.Name.Name == "init" {
			i.fault("init runs unasked")
		}
	case *ast.SelectorExpr:
		if x, ok := n.X.(*ast.Ident); ok && names[x.Name] != "" {
			i.uses(names[x.Name] + "." + n.Sel.Name)
		}
	case *ast.CallExpr:
		if f, ok := n.Fun.(*ast.Ident); ok && (f.Name == "print" || f.Name == "println") {
			i.fault("%s is left to nobody", f.Name)
		}
	}
}

func (i *inspector) uses(what string) {
	if may, limited := i.calls[what]; limited && !slices.Contains(may, i.room) {
		i.fault("%s is left to %s", what, strings.Join(may, " "))
	}
}
