package theme

import (
	"maps"
	"reflect"
	"slices"
	"strings"

	"ithaca/generator/site/page"
)

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
