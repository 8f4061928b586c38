package content_test

import (
	"fmt"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"ithaca/generator/content"
	"ithaca/generator/content/field"
	"ithaca/generator/portaltest"
)

func TestAReaderReadsAFileAsIfItWereTheFirst(t *testing.T) {
	files := map[string][]byte{}
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
				files[f.Name] = f.Data
			}
		}
	}
	for _, f := range portaltest.Files(portaltest.Options{Mentors: 30}) {
		files[f.Path] = f.Data
	}
	var r content.Reader
	for range 2 {
		for path, data := range files {
			if got, want := r.Decode(path, data), content.Decode(path, data); !reflect.DeepEqual(got, want) {
				t.Errorf("after other files %s gives\n%+v, not\n%+v", path, got, want)
			}
		}
	}
}

func TestWhatPassedTheChecksOfAnotherKindIsCheckedAgain(t *testing.T) {
	var r content.Reader
	const address = "ana@example.org"
	guide := fmt.Sprintf("---\ntitle: A\nsummary: B\ntopics: [%s]\n---\n", address)
	if doc := r.Decode("content/guides/a.md", []byte(guide)); doc.Diags.HasErrors() {
		t.Fatal(doc.Diags)
	}
	mentor := fmt.Sprintf("---\nname: Ana\nlanguages: [en]\nhelps_with: [%s]\n---\n", address)
	doc := r.Decode("content/mentors/a.md", []byte(mentor))
	for _, d := range doc.Diags {
		if d.Code == field.PublicAddress {
			return
		}
	}
	t.Errorf("a profile with an address among its topics gives %v", doc.Diags)
}
