package theme

import (
	"cmp"
	"errors"
	"fmt"
	"html/template"
	"maps"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"ithaca/generator/diag"
	"ithaca/generator/site"
	"ithaca/generator/site/page"
)

// rehearse draws every kind of page twice, once with an empty view and once
// with every field filled, so that a misspelt field or markup that cannot be
// escaped is a mistake with its file and line before any page is published. What
// all kinds share is drawn once for each of the two.
func (t *Theme) rehearse(f *files, diags *diag.List) {
	broken := map[string]bool{}
	for _, s := range []sample{{}, {full: true}} {
		whole := &site.Site{}
		s.fill(whole)
		for _, k := range page.Kinds() {
			if broken[k.Name] {
				continue
			}
			d := &drawing{Site: whole, Head: &site.Head{}, URL: "/", View: s.newView(k.View)}
			s.fill(d.Head)
			if s.full {
				d.Versions = []site.Version{{Lang: "es", URL: "/es/", Absolute: "https://a.example/es/", Own: true}, {Lang: "ar", URL: "/ar/", Current: true}}
			}
			_, err := t.draw(k.Name, layoutFile, d)
			if err == nil {
				_, err = t.draw(k.Name, laterBlock, d)
			}
			if err != nil {
				t.reportRehearsal(err, k, f, diags)
				broken[k.Name] = true
			}
		}
	}
	t.shared.Store(nil)
}

// reportRehearsal reports an error of rehearsing a kind of page, once for all kinds that
// share the template.
func (t *Theme) reportRehearsal(err error, k page.Kind, f *files, diags *diag.List) {
	name, line, text := splitError(err)
	page := f.byPath[k.Name+extension]
	blamed, ok := f.byPath[name]
	if !ok {
		blamed, ok = f.byPath[partialFolder+"/"+name+extension]
	}
	if !ok || blamed.Layer < page.Layer {
		blamed, line = page, 0 // markup that is not closed shows only in the layout around it
	}
	message, hint := forAuthors(text)
	mistake := diag.Diagnostic{
		Position: diag.Position{File: blamed.At, Line: line}, Code: TemplateMistake, Message: message, Hint: hint,
	}
	if !slices.Contains(*diags, mistake) {
		*diags = append(*diags, mistake)
	}
}

// splitError splits an error of html/template into the template's name, the line and the
// message; line is 0 where they are not known. Of nested partials it is the innermost.
func splitError(err error) (name string, line int, text string) {
	if e := (*template.Error)(nil); errors.As(err, &e) {
		return e.Name, e.Line, e.Description
	}
	text = err.Error()
	if at := strings.LastIndex(text, "template: "); at >= 0 {
		text = text[at+len("template: "):]
	}
	name, rest, _ := strings.Cut(text, ":")
	number, rest, _ := strings.Cut(rest, ":")
	n, failed := strconv.Atoi(number)
	if failed != nil {
		return "", 0, text
	}
	if column, after, ok := strings.Cut(rest, ":"); ok {
		if _, err := strconv.Atoi(column); err == nil {
			rest = after
		}
	}
	return name, n, strings.TrimSpace(rest)
}

// The two most frequent errors of text/template.
var (
	noField    = regexp.MustCompile(`at <([^>]*)>: can't evaluate field (\w+) in type`)
	nilPointer = regexp.MustCompile(`at <([^>]*)\.\w+>: nil pointer evaluating [^ ]*\.(\w+)`)
)

// forAuthors returns an error of text/template in words for authors of themes.
func forAuthors(text string) (message, hint string) {
	if m := noField.FindStringSubmatch(text); m != nil {
		hint := diag.DidYouMean(m[2], fieldNames())
		return fmt.Sprintf("`%s`: there is no field `%s` here", m[1], m[2]), cmp.Or(hint, documented)
	}
	if m := nilPointer.FindStringSubmatch(text); m != nil {
		return fmt.Sprintf("`%s.%s`: what this is a part of may be missing", m[1], m[2]),
			fmt.Sprintf("ask for it first: {{with %s}} … {{end}}", m[1])
	}
	return text, documented
}

const documented = "README.md beside the built-in templates lists what each page can show"

// shownTypes returns every struct type of ours that a template can come across,
// by name: "page.Mentor", "portal.Mentor".
func shownTypes() map[string]reflect.Type {
	found := map[string]reflect.Type{}
	gatherTypes(reflect.TypeFor[drawing](), found)
	for _, k := range page.Kinds() {
		gatherTypes(reflect.TypeOf(k.View), found)
	}
	gatherTypes(reflect.TypeFor[Autonym](), found)
	return found
}

func gatherTypes(t reflect.Type, found map[string]reflect.Type) {
	switch t.Kind() {
	case reflect.Pointer, reflect.Slice:
		gatherTypes(t.Elem(), found)
	case reflect.Struct:
		if found[t.String()] != nil || strings.HasPrefix(t.String(), "markdown.") || t.PkgPath() == "time" {
			return
		}
		found[t.String()] = t
		for i := range t.NumField() {
			if t.Field(i).IsExported() {
				gatherTypes(t.Field(i).Type, found)
			}
		}
	}
}

// fieldNames returns the name of every field that some page can show, sorted.
func fieldNames() []string {
	names := map[string]bool{}
	for _, t := range shownTypes() {
		for i := range t.NumField() {
			if f := t.Field(i); f.IsExported() {
				names[f.Name] = true
			}
		}
	}
	return slices.Sorted(maps.Keys(names))
}

// sample makes views for rehearse: an empty one has only embedded structs, which views never
// lack; a full one has a value in every field.
type sample struct{ full bool }

// maxSampleDepth bounds recursive structures.
const maxSampleDepth = 6

// The texts of a full sample: one that is also an address within the site, and one for
// languages.
const (
	sampleWord     = "/sample/"
	sampleLanguage = "pt"
)

// newView returns a pointer to a new value of the type that view points to.
func (s sample) newView(view any) any {
	made := reflect.New(reflect.TypeOf(view).Elem())
	s.value(made.Elem(), sampleWord, 0)
	return made.Interface()
}

// fill fills the struct that p points to.
func (s sample) fill(p any) { s.value(reflect.ValueOf(p).Elem(), sampleWord, 0) }

func (s sample) value(v reflect.Value, word string, depth int) {
	if depth > maxSampleDepth || !v.CanSet() {
		return
	}
	switch v.Kind() {
	case reflect.Struct:
		s.fields(v, depth)
	case reflect.Pointer:
		if s.full {
			v.Set(reflect.New(v.Type().Elem()))
			s.value(v.Elem(), word, depth+1)
		}
	case reflect.Slice:
		if s.full {
			v.Set(reflect.MakeSlice(v.Type(), 1, 1))
			s.value(v.Index(0), word, depth+1)
		}
	case reflect.String:
		if s.full {
			v.SetString(word)
		}
	case reflect.Int, reflect.Int64, reflect.Uint8:
		if s.full {
			v.Set(reflect.ValueOf(2).Convert(v.Type()))
		}
	case reflect.Bool:
		v.SetBool(s.full)
	}
}

func (s sample) fields(v reflect.Value, depth int) {
	for i := range v.NumField() {
		field := v.Field(i)
		if v.Type().Field(i).Anonymous && field.Kind() == reflect.Pointer && field.CanSet() {
			field.Set(reflect.New(field.Type().Elem()))
			field = field.Elem()
		}
		word := sampleWord
		if strings.HasPrefix(v.Type().Field(i).Name, "Lang") {
			word = sampleLanguage
		}
		s.value(field, word, depth+1)
	}
}
