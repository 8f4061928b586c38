package theme

import (
	"flag"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "write the list of fields in templates/README.md anew")

const (
	readme     = "../../templates/README.md"
	fieldsHead = "## Fields\n"
)

func TestTheReadmeListsEveryFunctionAndNoOther(t *testing.T) {
	text, err := os.ReadFile(readme)
	if err != nil {
		t.Fatal(err)
	}
	_, rest, _ := strings.Cut(string(text), "## Functions\n")
	table, _, _ := strings.Cut(rest, "\n## ")
	var listed []string
	for _, m := range regexp.MustCompile("(?m)^\\| `([a-z]+)[ `]").FindAllStringSubmatch(table, -1) {
		listed = append(listed, m[1])
	}
	slices.Sort(listed)
	if diff := cmp.Diff(slices.Sorted(maps.Keys(builtIn(t).functions())), listed); diff != "" {
		t.Errorf("(-theme +README.md)\n%s", diff)
	}
}

func TestTheReadmeListsWhatEveryTemplateIsGiven(t *testing.T) {
	text, err := os.ReadFile(readme)
	if err != nil {
		t.Fatal(err)
	}
	given := reflect.TypeFor[*drawing]()
	for i := range given.NumMethod() {
		if name := given.Method(i).Name; !strings.Contains(string(text), "| `."+name) {
			t.Errorf(".%s is not documented", name)
		}
	}
	for i := range given.Elem().NumField() {
		if f := given.Elem().Field(i); f.IsExported() && !strings.Contains(string(text), "| `."+f.Name) {
			t.Errorf(".%s is not documented", f.Name)
		}
	}
}

func TestTheReadmeListsEveryFieldOfEveryView(t *testing.T) {
	text, err := os.ReadFile(readme)
	if err != nil {
		t.Fatal(err)
	}
	written, listed, _ := strings.Cut(string(text), fieldsHead)
	want := fieldList(t)
	if *update {
		if err := os.WriteFile(readme, []byte(written+fieldsHead+want), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if diff := cmp.Diff(namesOnly(want), namesOnly(listed)); diff != "" {
		t.Errorf("templates/README.md is behind the views; write it anew with go test ./generator/theme -run Readme -update\n(-views +README.md)\n%s", diff)
	}
}

// namesOnly leaves a list's types and fields without what is said about them,
// so that a reworded comment does not fail the test.
func namesOnly(list string) string {
	return strings.Join(regexp.MustCompile("(?m)^(### .*|- `[A-Za-z]+`|- everything of [^ ]*)").FindAllString(list, -1), "\n")
}

// fieldList says in Markdown what every type that a template can come across
// holds, in the words of the types' own documentation.
func fieldList(t *testing.T) string {
	var b strings.Builder
	b.WriteString("\nWritten by `go test ./generator/theme -run Readme -update` from the types' own documentation.\n")
	docs := map[string]source{"page": readSource(t, "../site/page"), "site": readSource(t, "../site"), "portal": readSource(t, "../portal")}
	types := shownTypes()
	for _, home := range []string{"page", "site", "portal"} {
		for _, name := range slices.Sorted(maps.Keys(types)) {
			short, ours := strings.CutPrefix(name, home+".")
			if !ours {
				continue
			}
			fmt.Fprintf(&b, "\n### %s\n\n%s\n\n", heading(home, short), docs[home].types[short])
			for i := range types[name].NumField() {
				if f := types[name].Field(i); f.IsExported() {
					b.WriteString(fieldLine(f, docs[home].fields[short+"."+f.Name], docs["portal"].values))
				}
			}
			for _, m := range docs[home].methods[short] {
				b.WriteString(m)
			}
		}
	}
	return b.String()
}

// heading tells a view's type from the type of the program's words of the same
// name.
func heading(home, name string) string {
	if home == "portal" {
		return "portal." + name
	}
	return name
}

func fieldLine(f reflect.StructField, doc string, values map[string][]string) string {
	if f.Anonymous {
		return fmt.Sprintf("- everything of %s\n", kindOf(elementOf(f.Type)))
	}
	line := fmt.Sprintf("- `%s` (%s)", f.Name, kindOf(f.Type))
	if doc != "" {
		line += " " + doc
	}
	if v := values[strings.TrimPrefix(elementOf(f.Type).String(), "portal.")]; len(v) > 0 {
		line += ": " + strings.Join(v, ", ")
	}
	return line + "\n"
}

func elementOf(t reflect.Type) reflect.Type {
	for t.Kind() == reflect.Slice || t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	return t
}

// kindOf says what a field is in a theme author's words.
func kindOf(t reflect.Type) string {
	switch t.Kind() {
	case reflect.Slice:
		return "list of " + kindOf(t.Elem())
	case reflect.Pointer:
		return kindOf(t.Elem()) + " or nothing"
	case reflect.Map:
		return kindOf(t.Elem()) + " by name"
	case reflect.String:
		return "text"
	case reflect.Bool:
		return "yes or no"
	case reflect.Struct:
		return "`" + strings.TrimPrefix(strings.TrimPrefix(t.String(), "site."), "page.") + "`"
	}
	return "number"
}

// source is what a package says about itself.
type source struct {
	types   map[string]string   // by name
	fields  map[string]string   // by type.field
	methods map[string][]string // those without arguments, by type, as lines
	values  map[string][]string // of a type of texts: its constants, or what its function lists
	named   map[string]string   // constants by their names
}

func readSource(t *testing.T, dir string) source {
	t.Helper()
	s := source{map[string]string{}, map[string]string{}, map[string][]string{}, map[string][]string{}, map[string]string{}}
	names, err := filepath.Glob(dir + "/*.go")
	if err != nil || len(names) == 0 {
		t.Fatal("no source in", dir, err)
	}
	var files []*ast.File
	for _, name := range names {
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ParseComments)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range file.Decls {
			s.declaration(d)
		}
		files = append(files, file)
	}
	for _, file := range files {
		ast.Inspect(file, func(n ast.Node) bool { s.list(n); return true })
	}
	return s
}

func (s source) declaration(d ast.Decl) {
	switch d := d.(type) {
	case *ast.GenDecl:
		for _, spec := range d.Specs {
			switch spec := spec.(type) {
			case *ast.TypeSpec:
				s.typeSpec(spec, oneLine(d.Doc))
			case *ast.ValueSpec:
				s.constants(d.Tok, spec)
			}
		}
	case *ast.FuncDecl:
		if d.Recv == nil || !d.Name.IsExported() || d.Type.Params.NumFields() > 0 || d.Type.Results.NumFields() != 1 || oneLine(d.Doc) == "" {
			return
		}
		receiver := d.Recv.List[0].Type
		if star, ok := receiver.(*ast.StarExpr); ok {
			receiver = star.X
		}
		name := fmt.Sprint(receiver)
		s.methods[name] = append(s.methods[name], fmt.Sprintf("- `%s` %s\n", d.Name.Name, strings.TrimPrefix(oneLine(d.Doc), d.Name.Name+" ")))
	}
}

func (s source) typeSpec(spec *ast.TypeSpec, doc string) {
	s.types[spec.Name.Name] = doc
	if fields, ok := spec.Type.(*ast.StructType); ok {
		for _, f := range fields.Fields.List {
			doc := oneLine(f.Doc) + oneLine(f.Comment)
			for _, name := range f.Names {
				s.fields[spec.Name.Name+"."+name.Name] = doc
			}
		}
	}
}

func (s source) constants(tok token.Token, spec *ast.ValueSpec) {
	kind, ok := spec.Type.(*ast.Ident)
	if tok != token.CONST || !ok {
		return
	}
	for i, v := range spec.Values {
		if literal, ok := v.(*ast.BasicLit); ok {
			s.named[spec.Names[i].Name] = strings.Trim(literal.Value, `"`)
			s.values[kind.Name] = append(s.values[kind.Name], strings.Trim(literal.Value, `"`))
		}
	}
}

// list notes the values of a type that a function such as EventKinds returns.
func (s source) list(n ast.Node) {
	returned, ok := n.(*ast.ReturnStmt)
	if !ok || len(returned.Results) != 1 {
		return
	}
	list, ok := returned.Results[0].(*ast.CompositeLit)
	if !ok {
		return
	}
	var values []string
	for _, one := range list.Elts {
		switch one := one.(type) {
		case *ast.BasicLit:
			values = append(values, strings.Trim(one.Value, `"`))
		case *ast.Ident:
			values = append(values, s.named[one.Name])
		}
	}
	if of, ok := list.Type.(*ast.ArrayType); ok && fmt.Sprint(of.Elt) != "string" && !slices.Contains(values, "") {
		s.values[fmt.Sprint(of.Elt)] = values
	}
}

func oneLine(doc *ast.CommentGroup) string { return strings.Join(strings.Fields(doc.Text()), " ") }
