package markdown

import (
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"
)

// samples returns the texts of the golden files.
func samples(t *testing.T) (texts [][]byte) {
	t.Helper()
	archives, err := filepath.Glob("testdata/*.txtar")
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range archives {
		archive, err := txtar.ParseFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range archive.Files {
			if strings.HasSuffix(file.Name, ".md") {
				texts = append(texts, file.Data)
			}
		}
	}
	if len(texts) < 10 {
		t.Fatalf("there are only %d texts", len(texts))
	}
	return texts
}

func TestAReaderForgetsTheTextBefore(t *testing.T) {
	var r Reader
	for range 2 {
		for _, text := range samples(t) {
			got, told := r.Parse(text, Options{})
			want, wantTold := Parse(text, Options{})
			if !reflect.DeepEqual(got, want) || !reflect.DeepEqual(told, wantTold) {
				t.Errorf("after other texts %q gives\n%+v, not\n%+v", text, got, want)
			}
		}
	}
}

func TestWordsThatTheHTMLTellsAreNotKeptBesideIt(t *testing.T) {
	for text, kept := range map[string]bool{
		"# One & two\n\nSome *words*,\nand [a <link>](b.md): `x < y`.\n\n- one\n- two\n\n> a quote\n": false,
		"| a | b |\n|---|---|\n| c | d |\n": true,
		"Words and ![a picture](p.png).\n":  true,
		"---\n":                             false,
		"":                                  false,
	} {
		d, _ := Parse([]byte(text), Options{})
		if d.kept != kept {
			t.Errorf("%q keeps its text: %t; it is %q", text, d.kept, d.Text())
		}
	}
}
