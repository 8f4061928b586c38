package markdown

import (
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"
)

// FuzzGrammars looks for texts without addresses that the parser without them
// reads differently.
func FuzzGrammars(f *testing.F) {
	archives, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(archives) == 0 {
		f.Fatal(archives, err)
	}
	for _, path := range archives {
		archive, err := txtar.ParseFile(path)
		if err != nil {
			f.Fatal(err)
		}
		for _, file := range archive.Files {
			f.Add(strings.NewReplacer("@", " ", "://", ":", "www.", "www").Replace(string(file.Data)))
		}
	}
	for _, family := range families {
		f.Add(family.text(50))
	}
	for _, text := range []string{"漢 \n字", "漢 \t\n字", "a    \nb", "a \\\nb", "*a \t\n\tb* (c", "- 漢 \n  字", "a ~b_ \t \nc"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, body string) {
		if grammarFor([]byte(body)) == grammar {
			return
		}
		with, told := new(Reader).parse([]byte(body), Options{}, grammar)
		without, alsoTold := new(Reader).parse([]byte(body), Options{}, withoutAddresses)
		if !reflect.DeepEqual(with, without) || !reflect.DeepEqual(told, alsoTold) {
			t.Errorf("%q gives\n%+v\n%v\nand without addresses\n%+v\n%v", body, with, told, without, alsoTold)
		}
	})
}
