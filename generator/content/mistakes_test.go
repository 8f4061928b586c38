package content_test

import (
	"flag"
	"maps"
	"slices"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"ithaca/generator/content"
	"ithaca/generator/diag"
	"ithaca/generator/portal"
	"ithaca/generator/portaltest"
)

var update = flag.Bool("update", false, "write what is found into testdata; read the difference line by line")

// base is a site without mistakes: an archive holds only what differs.
var base = map[string]string{
	"content/index.md":                 "---\ntitle: Harbour Mentoring\nconcerns: {name: Safety desk, url: \"https://harbour.example/concerns\"}\ncontact: {name: Office, url: \"https://harbour.example/office\"}\n---\n",
	"content/pages/code-of-conduct.md": "---\ntitle: Code of conduct\n---\nBe kind.\n",
	"content/pages/privacy.md":         "---\ntitle: Privacy\n---\nWhat we keep.\n",
}

// today is the day on which the archives are read.
var today = portal.Date{Year: 2026, Month: 11, Day: 16}

// Each archive in testdata is a small site with planted mistakes, and "want" is
// everything that is found, with the line and a caret below the place. A file
// whose name ends in " (escaped)" is written with Go escapes, without the line
// end after its last line.
func TestEachMistakeIsFoundAtItsPlaceWithARemedy(t *testing.T) {
	portaltest.Archives(t, "testdata/*.txtar", *update, func(t *testing.T, a *txtar.Archive) map[string]string {
		last := len(a.Files) - 1
		if a.Files[last].Name != "want" {
			t.Fatal("it does not end with what is wanted")
		}
		return map[string]string{"want": printed(t, sources(t, a.Files[:last]))}
	})
}

// sources returns the files of a site: those of the base and the archive's.
func sources(t *testing.T, files []txtar.File) map[string]string {
	all := maps.Clone(base)
	for _, f := range files {
		name, text := f.Name, string(f.Data)
		if plain, escaped := strings.CutSuffix(name, " (escaped)"); escaped {
			name = plain
			text = unescaped(t, strings.TrimSuffix(text, "\n"))
		}
		all[name] = text
		if text == "" && name == f.Name {
			delete(all, name)
		}
	}
	return all
}

func unescaped(t *testing.T, text string) string {
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		plain, err := strconv.Unquote(`"` + strings.ReplaceAll(line, `"`, `\"`) + `"`)
		if err != nil {
			t.Fatalf("%s: %v", line, err)
		}
		lines[i] = plain
	}
	return strings.Join(lines, "\n")
}

// linked decodes and links a site.
func linked(files map[string]string) (*portal.Portal, diag.List) {
	var docs []*content.Document
	for _, path := range slices.Sorted(maps.Keys(files)) {
		docs = append(docs, content.Decode(path, []byte(files[path])))
	}
	return content.Link(docs, content.Options{Today: today})
}

// printed returns everything that is wrong with a site as people see it.
func printed(t *testing.T, files map[string]string) string {
	_, list := linked(files)
	for _, d := range list {
		inside(t, d, files)
	}
	var b strings.Builder
	text := diag.Text{Source: func(path string) []byte { return []byte(files[path]) }}
	if err := text.Write(&b, list.Sorted()); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// inside insists that a mistake lies within its file, and that something is
// said about what to do.
func inside(t *testing.T, d diag.Diagnostic, files map[string]string) {
	t.Helper()
	lines := strings.Split(files[d.File], "\n")
	if d.Line > len(lines) || d.Line > 0 && d.Column > len([]rune(lines[d.Line-1]))+1 {
		t.Errorf("%s lies outside of the file", d)
	}
	if d.Hint == "" || d.Message == "" || strings.Contains(d.Message+d.Hint, "%!") {
		t.Errorf("%s: the hint is %q", d, d.Hint)
	}
}
