package content_test

import (
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"ithaca/generator/content"
	"ithaca/generator/portaltest"
)

// sites returns the decoded files of sites with and without mistakes.
func sites(t *testing.T) map[string][]*content.Document {
	t.Helper()
	all := map[string][]*content.Document{}
	for _, f := range portaltest.Files(portaltest.Options{Mentors: 30}) {
		all["invented"] = append(all["invented"], content.Decode(f.Path, f.Data))
	}
	archives, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(archives) == 0 {
		t.Fatal(archives, err)
	}
	for _, name := range archives {
		archive, err := txtar.ParseFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range archive.Files {
			if strings.HasPrefix(f.Name, "content/") {
				all[name] = append(all[name], content.Decode(f.Name, f.Data))
			}
		}
	}
	for _, docs := range all {
		slices.SortFunc(docs, func(a, b *content.Document) int { return strings.Compare(a.Path, b.Path) })
	}
	return all
}

func TestADocumentCanBeLinkedAgainWithOthers(t *testing.T) {
	fresh := sites(t)
	for name, docs := range sites(t) {
		wanted, wrong := content.Link(docs, content.Options{Today: today})
		const groups = 24 // each document is left out once
		for i := range groups {
			var others []*content.Document
			for j, doc := range docs {
				if j%groups != i {
					others = append(others, doc)
				}
			}
			content.Link(others, content.Options{Today: today.AddDays(40 * i), Drafts: i%2 == 0, RequestsOutside: i%3 == 0})
			content.Pictures(others)
		}
		again, found := content.Link(docs, content.Options{Today: today})
		if !reflect.DeepEqual(again, wanted) || !reflect.DeepEqual(found, wrong) {
			t.Errorf("%s: linked again after others it gives another portal", name)
		}
		if !reflect.DeepEqual(docs, fresh[name]) {
			t.Errorf("%s: linking wrote into a document", name)
		}
	}
}
