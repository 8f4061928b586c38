package content_test

import (
	"bytes"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/tools/txtar"

	"ithaca/generator/content"
	"ithaca/generator/diag"
)

// FuzzDecode reads what nobody would write. Whatever it is, it must be judged
// without a panic, with every mistake inside of the file, and the same way again.
func FuzzDecode(f *testing.F) {
	paths := []string{"content/index.md"}
	for _, folder := range []string{"mentors", "requests", "topics", "guides", "resources", "stories", "worksheets", "events", "pages", "nowhere"} {
		paths = append(paths, "content/"+folder+"/a.md")
	}
	archives, err := filepath.Glob("testdata/*.txtar")
	if err != nil {
		f.Fatal(err)
	}
	for _, path := range archives {
		archive, err := txtar.ParseFile(path)
		if err != nil {
			f.Fatal(err)
		}
		for i, file := range archive.Files {
			f.Add(i, file.Data)
		}
	}
	for _, fields := range []string{"name: a: b", "name:Ana\nskills: [x, y\nrole: z", "languages: en, fr]", "skills: [x] or: y", "https://a.example/b", "name: \u2028a: b"} {
		f.Add(1, []byte("---\n"+fields+"\n---\n"))
	}
	f.Fuzz(func(t *testing.T, kind int, data []byte) {
		data = readable(data)
		path := paths[uint(kind)%uint(len(paths))]
		doc := content.Decode(path, bytes.Clone(data))
		within(t, doc.Diags, path, data)
		if again := content.Decode(path, bytes.Clone(data)); !reflect.DeepEqual(doc.Diags, again.Diags) {
			t.Errorf("once\n%v\nand then\n%v", doc.Diags, again.Diags)
		}
		_, found := content.Link([]*content.Document{doc}, content.Options{Today: today, Drafts: kind%2 == 0})
		within(t, found, path, data)
	})
}

// readable makes of any bytes what package source lets through.
func readable(data []byte) []byte {
	data = bytes.ToValidUTF8(data, []byte("?"))
	data = bytes.ReplaceAll(data, []byte{0}, nil)
	return bytes.ReplaceAll(data, []byte{'\r'}, nil)
}

// within insists that mistakes of a file lie inside of it.
func within(t *testing.T, list diag.List, path string, data []byte) {
	t.Helper()
	lines := strings.Split(string(data), "\n")
	for _, d := range list {
		if d.File != path {
			continue // of the site, such as the pages it lacks
		}
		if d.Line < 0 || d.Line > len(lines) || d.Line == 0 && d.Column != 0 {
			t.Fatalf("%s: the file has %d lines", d, len(lines))
		}
		if d.Line > 0 && (d.Column < 0 || d.Column > utf8.RuneCountInString(lines[d.Line-1])+1) {
			t.Fatalf("%s: line %q", d, lines[d.Line-1])
		}
		if d.Mend.Do == diag.WriteLine && !slices.Equal(lettersOf(lines[d.Line-1]), lettersOf(d.Mend.With)) {
			t.Fatalf("%s: line %q is to become %q", d, lines[d.Line-1], d.Mend.With)
		}
		if !utf8.ValidString(d.Message) || d.Message == "" {
			t.Fatalf("message %q", d.Message)
		}
	}
}

func lettersOf(line string) []string {
	return strings.FieldsFunc(line, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) })
}
