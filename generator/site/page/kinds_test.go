package page_test

import (
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"ithaca/generator/content"
	"ithaca/generator/portal"
	"ithaca/generator/site"
	"ithaca/generator/site/data"
	"ithaca/generator/site/page"
)

// demo plans the demo portal, which has every kind of page but an older address.
func demo(t *testing.T) *site.Plan {
	t.Helper()
	names, err := filepath.Glob("../../../content/*/*.md")
	if err != nil || len(names) < 100 {
		t.Fatalf("the demo has %d files, %v", len(names), err)
	}
	var docs []*content.Document
	for _, name := range append(names, "../../../content/index.md") {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		docs = append(docs, content.Decode(strings.TrimPrefix(name, "../../../"), text))
	}
	p, _ := content.Link(docs, content.Options{Today: today})
	plan, _ := site.New(p, site.Options{}, page.Plan, data.Plan)
	return plan
}

func TestEveryPageIsOfAKindInTheTable(t *testing.T) {
	views := map[string]reflect.Type{}
	for _, k := range page.Kinds() {
		if views[k.Name] != nil {
			t.Errorf("%s stands in the table twice", k.Name)
		}
		views[k.Name] = reflect.TypeOf(k.View)
	}
	planned := map[string]bool{"alias": true}
	for _, p := range demo(t).Pages() {
		if p.Template == "" {
			continue
		}
		planned[p.Template] = true
		if got := reflect.TypeOf(p.View()); got != views[p.Template] {
			t.Errorf("%s is drawn with %s and shows a %v, the table says %v", p.URL, p.Template, got, views[p.Template])
		}
	}
	for _, k := range page.Kinds() {
		if !planned[k.Name] {
			t.Errorf("no page of the demo is drawn with %s", k.Name)
		}
	}
}

// What the organizers write as content/pages/NAME.md must not take the address of
// a page that the portal makes.
func TestTheAddressesOfEveryKindAreReserved(t *testing.T) {
	for _, p := range demo(t).Pages() {
		segment, _, _ := strings.Cut(strings.TrimPrefix(p.URL, "/"), "/")
		own := slices.Contains([]string{"program", "help", "accessibility"}, segment) // the organizers' text stands on the page
		if segment == "" || p.Template == "" || p.Template == "page" || own {
			continue
		}
		if name := strings.TrimSuffix(segment, ".html"); !slices.Contains(portal.ReservedSegments(), name) {
			t.Errorf("content/pages/%s.md would stand in the way of %s: add it to portal.ReservedSegments", name, p.URL)
		}
	}
}
