package theme

import (
	"maps"
	"reflect"
	"slices"
	"strings"

	"ithaca/generator/site"
)

// kind is a kind of page: the name of its template and an empty view of it.
type kind struct {
	name string
	view any // a pointer to the view's type
}

// kinds returns every kind of page a theme draws. A new kind is a new row here
// and a file of its name.
func kinds() []kind {
	return []kind{
		{"home", &site.Home{}},
		{"mentor-list", &site.MentorList{}},
		{"mentor", &site.Mentor{}},
		{"topic-index", &site.TopicIndex{}},
		{"topic", &site.Topic{}},
		{"needs", &site.Needs{}},
		{"guide-index", &site.GuideIndex{}},
		{"guide", &site.Guide{}},
		{"resource-index", &site.ResourceIndex{}},
		{"resource-list", &site.ResourceList{}},
		{"resource-kind", &site.ResourceKind{}},
		{"story-index", &site.StoryIndex{}},
		{"story", &site.Story{}},
		{"facet-index", &site.FacetIndex{}},
		{"facet-list", &site.FacetList{}},
		{"worksheet-index", &site.WorksheetIndex{}},
		{"worksheet", &site.Worksheet{}},
		{"write", &site.Write{}},
		{"event-index", &site.EventIndex{}},
		{"event", &site.Event{}},
		{"request-index", &site.RequestIndex{}},
		{"request", &site.Request{}},
		{"program", &site.Program{}},
		{"help", &site.Help{}},
		{"accessibility", &site.Accessibility{}},
		{"search", &site.Search{}},
		{"page", &site.Text{}},
		{"match", &site.Finder{}},
		{"not-found", &site.NotFound{}},
		{"alias", &site.Alias{}},
	}
}

// shownTypes returns every struct type of ours that a template can come across,
// by name: "site.Mentor", "portal.Mentor".
func shownTypes() map[string]reflect.Type {
	found := map[string]reflect.Type{}
	gatherTypes(reflect.TypeFor[drawing](), found)
	for _, k := range kinds() {
		gatherTypes(reflect.TypeOf(k.view), found)
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
