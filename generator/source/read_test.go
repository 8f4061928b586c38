package source_test

import (
	"crypto/sha256"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"ithaca/generator/diag"
	"ithaca/generator/source"
)

// write lays out a site in a fresh folder and gives its path.
func write(t testing.TB, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, data := range files {
		at := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(at), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(at, []byte(data), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// read reads a site that the machine can read, and gives its diagnostics as
// they are printed.
func read(t testing.TB, dir string, o source.Options) (*source.Tree, []string) {
	t.Helper()
	tree, diags, err := source.Read(dir, o)
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for _, d := range diags {
		lines = append(lines, d.String())
	}
	return tree, lines
}

func paths(files []source.File) []string {
	var all []string
	for _, f := range files {
		all = append(all, f.Path)
	}
	return all
}

func TestFilesAreReadSortedAndHashed(t *testing.T) {
	dir := write(t, map[string]string{
		"content/index.md":               "home\n",
		"content/mentors/ana/index.md":   "ana\n",
		"content/mentors/ana/ana.JPG":    "picture",
		"content/mentors/ana-b.md":       "ana b\n",
		"content/mentors/ana.md":         "",
		"templates/mentor.html":          "<p>\r\n",
		"templates/static/CNAME":         "a.example\r\n",
		"templates/static/.well-known/x": "\xff",
		"templates/static/_headers":      "y",
		"public/index.html":              "never read",
	})
	tree, diags := read(t, dir, source.Options{})
	if diags != nil {
		t.Errorf("diagnostics: %q", diags)
	}
	want := []string{
		"content/index.md",
		"content/mentors/ana-b.md",
		"content/mentors/ana.md",
		"content/mentors/ana/ana.JPG",
		"content/mentors/ana/index.md",
		"templates/mentor.html",
		"templates/static/.well-known/x",
		"templates/static/CNAME",
		"templates/static/_headers",
	}
	if d := cmp.Diff(want, paths(tree.Files), cmpopts.IgnoreUnexported(source.File{})); d != "" {
		t.Errorf("paths (-want +got):\n%s", d)
	}
	for _, f := range tree.Files {
		data, err := tree.Load(f)
		if err != nil {
			t.Fatal(err)
		}
		if sha256.Sum256(data) != f.Hash {
			t.Errorf("%s: the hash is not that of %q", f.Path, data)
		}
	}
	if f, ok := tree.File("templates/mentor.html"); !ok || string(f.Data) != "<p>\n" {
		t.Errorf("a template's line ends: %q", f.Data)
	}
	if f, ok := tree.File("templates/static/CNAME"); !ok || string(f.Data) != "a.example\r\n" {
		t.Errorf("a static file is not as it was: %q", f.Data)
	}
	if f, ok := tree.File("content/mentors/ana/ana.JPG"); !ok || f.Data != nil {
		t.Errorf("a picture is held in memory: %q", f.Data)
	}
}

func TestAFolderWithoutContentIsExplained(t *testing.T) {
	empty := t.TempDir()
	file := write(t, map[string]string{"content": "a file"})
	link := write(t, map[string]string{"real/index.md": ""})
	if err := os.Symlink("real", filepath.Join(link, "content")); err != nil {
		t.Fatal(err)
	}
	for dir, reason := range map[string]string{
		empty:                          "there is no folder content",
		filepath.Join(empty, "absent"): "there is no such folder",
		file:                           "content is a file, not a folder",
		link:                           "content is a symbolic link, not a folder",
	} {
		tree, _, err := source.Read(dir, source.Options{})
		var none *diag.Refusal
		if !errors.As(err, &none) || none.Error() != dir+" holds no site: "+reason || tree != nil {
			t.Errorf("Read(%s) = %v, want %q", dir, err, reason)
		}
		if none != nil && !strings.Contains(none.Hint(), "--site") {
			t.Errorf("hint %q", none.Hint())
		}
	}
}

func TestBelowGivesOneFolderOnly(t *testing.T) {
	dir := write(t, map[string]string{
		"content/a.md": "", "content/a/1.md": "", "content/a/b/2.md": "", "content/a-b/3.md": "", "content/a0/4.md": "",
	})
	tree, _ := read(t, dir, source.Options{})
	for folder, want := range map[string][]string{
		"content/a":   {"content/a/1.md", "content/a/b/2.md"},
		"content/a/b": {"content/a/b/2.md"},
		"content/a-b": {"content/a-b/3.md"},
		"content/b":   nil,
		"templates":   nil,
	} {
		if got := paths(tree.Below(folder)); !slices.Equal(got, want) {
			t.Errorf("Below(%q) = %q, want %q", folder, got, want)
		}
	}
}

func TestTheNumberOfWorkersChangesNothing(t *testing.T) {
	files := map[string]string{"content/index.md": "x"}
	for i := range 300 {
		name := strings.Repeat("m", 1+i%40) + string(rune('a'+i%26))
		files["content/mentors/"+name+".md"] = name + "\r\n\x00"[:1+i%3]
	}
	dir := write(t, files)
	one, oneDiags := read(t, dir, source.Options{Workers: 1})
	many, manyDiags := read(t, dir, source.Options{Workers: 16})
	if d := cmp.Diff(one.Files, many.Files, cmpopts.IgnoreUnexported(source.File{})); d != "" {
		t.Error(d)
	}
	if d := cmp.Diff(oneDiags, manyDiags); d != "" || len(oneDiags) == 0 {
		t.Errorf("%d diagnostics: %s", len(oneDiags), d)
	}
}

func TestTemplatesAreAFileSystem(t *testing.T) {
	dir := write(t, map[string]string{
		"content/index.md": "x", "templates/a.html": "a", "templates/a/b.html": "b", "templates/a-c/d.html": "", "templates/i18n/en.toml": "k = 1\n",
	})
	tree, _ := read(t, dir, source.Options{})
	if err := fstest.TestFS(tree.Templates(), "a.html", "a/b.html", "a-c/d.html", "i18n/en.toml"); err != nil {
		t.Error(err)
	}
	bare, _ := read(t, write(t, map[string]string{"content/index.md": "x"}), source.Options{})
	if bare.Templates() != nil {
		t.Error("a site without templates has some")
	}
}

func TestPicturesOfRequestsAreReadWhereTheyAre(t *testing.T) {
	dir := write(t, map[string]string{"content/index.md": "home\n"})
	outside := write(t, map[string]string{"heron/photo.png": "picture"})
	tree, _ := read(t, dir, source.Options{Requests: outside})
	f, _ := tree.File("content/requests/heron/photo.png")
	if data, err := tree.Load(f); string(data) != "picture" || err != nil {
		t.Errorf("%q, %v", data, err)
	}
}

func TestTextsThatWereForgottenAreReadAgainNormalised(t *testing.T) {
	dir := write(t, map[string]string{
		"content/index.md": "\uFEFFone\r\ntwo\r\n", "content/mentors/empty.md": "", "templates/a.html": "kept",
	})
	tree, _ := read(t, dir, source.Options{})
	tree = tree.With("content/mentors/ana.md", []byte("unwritten"))
	tree.Forget()
	for path, want := range map[string]string{
		"content/index.md": "one\ntwo\n", "content/mentors/empty.md": "", "content/mentors/ana.md": "unwritten", "templates/a.html": "kept",
	} {
		f, _ := tree.File(path)
		if held := f.Data != nil; held != (path == "content/mentors/ana.md" || path == "templates/a.html") {
			t.Errorf("%s: held: %v", path, held)
		}
		if data, err := tree.Load(f); string(data) != want || err != nil {
			t.Errorf("%s: %q, %v", path, data, err)
		}
	}
}
