package source_test

import (
	"os"
	"path"
	"path/filepath"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"ithaca/generator/source"
)

// spots are the names that random edits use: plain ones, twins, names and
// places that are mistakes, folders and files of the same name.
var spots = []string{
	"content/index.md", "content/mentors/ana.md", "content/mentors/ANA.md", "content/mentors/ana-b.md",
	"content/mentors/ana/index.md", "content/mentors/ana/photo.png", "content/mentors/ben/index.md",
	"content/mentors/con.md", "content/mentors/notes.txt", "content/mentors/.draft.md", "content/mentors",
	"content/mentors/ana", "content/guides/a/b/c/d/e/f/g/h/i/deep.md", "content/requests/heron.md",
	"templates/layout.html", "templates/static/robots.txt", "templates/static/.well-known/x", "templates",
}

var texts = []string{"", "one\n", "two\n", "six\r\n", "broken \xff\n", "a\x00b"}

// edit changes something below a folder and returns the paths that an observer of
// the disk would name.
func edit(t *rapid.T, dir string) []string {
	at := rapid.SampledFrom(spots).Draw(t, "spot")
	full := filepath.Join(dir, filepath.FromSlash(at))
	switch rapid.SampledFrom([]string{"write", "write", "write", "remove", "rename", "link"}).Draw(t, "edit") {
	case "remove":
		if at == "content" {
			return nil
		}
		os.RemoveAll(full)
	case "rename":
		to := rapid.SampledFrom(spots).Draw(t, "to")
		if os.Rename(full, filepath.Join(dir, filepath.FromSlash(to))) == nil {
			return []string{at, to}
		}
		return nil
	case "link":
		os.MkdirAll(filepath.Dir(full), 0o755)
		os.Symlink("ana.md", full)
	default:
		if path.Ext(at) == "" {
			return nil
		}
		os.MkdirAll(filepath.Dir(full), 0o755)
		if info, err := os.Lstat(full); err == nil && !info.Mode().IsRegular() {
			os.Remove(full) // through a link another file would be written
		}
		os.WriteFile(full, []byte(rapid.SampledFrom(texts).Draw(t, "text")), 0o644)
	}
	return []string{at}
}

func TestAnUpdateGivesWhatReadingGives(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		dir, err := os.MkdirTemp("", "source")
		if err != nil {
			t.Fatal(err)
		}
		defer os.RemoveAll(dir)
		os.Mkdir(filepath.Join(dir, "content"), 0o755)
		tree, _, err := source.Read(dir, source.Options{})
		if err != nil {
			t.Fatal(err)
		}
		for range rapid.IntRange(1, 12).Draw(t, "rounds") {
			changed := []string{}
			for range rapid.IntRange(1, 3).Draw(t, "edits") {
				changed = append(changed, edit(t, dir)...)
			}
			if rapid.IntRange(0, 3).Draw(t, "blind") == 0 {
				changed = nil
			}
			want, wanted, err := source.Read(dir, source.Options{})
			if err != nil {
				t.Fatal(err)
			}
			got, found, err := tree.Update(changed)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(want.Files, got.Files, cmpopts.IgnoreUnexported(source.File{})); diff != "" {
				t.Fatalf("after changes of %q:\n%s", changed, diff)
			}
			if diff := cmp.Diff(wanted.Sorted(), found.Sorted(), cmpopts.EquateEmpty()); diff != "" {
				t.Fatalf("after changes of %q:\n%s", changed, diff)
			}
			tree = got
		}
	})
}

func TestWhatDidNotChangeIsNotReadAgain(t *testing.T) {
	dir := write(t, map[string]string{"content/mentors/ana.md": "ana\n", "content/mentors/ben.md": "ben\n", "content/guides/a.md": "a\n"})
	before, _ := read(t, dir, source.Options{})
	if err := os.WriteFile(filepath.Join(dir, "content/mentors/ana.md"), []byte("new\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	after, diags, err := before.Update([]string{"content/mentors/ana.md"})
	if err != nil || len(diags) > 0 {
		t.Fatal(diags, err)
	}
	for _, at := range []string{"content/mentors/ben.md", "content/guides/a.md"} {
		old, _ := before.File(at)
		if now, _ := after.File(at); &old.Data[0] != &now.Data[0] {
			t.Errorf("%s was read again", at)
		}
	}
	ana, _ := after.File("content/mentors/ana.md")
	if old, _ := before.File("content/mentors/ana.md"); string(ana.Data) != "new\n" || string(old.Data) != "ana\n" {
		t.Errorf("before %q, after %q", old.Data, ana.Data)
	}
}

func TestAnUpdateReadsRequestsWhereTheyAre(t *testing.T) {
	dir := write(t, map[string]string{"content/index.md": "home\n"})
	outside := write(t, map[string]string{"heron.md": "one\n"})
	o := source.Options{Requests: outside}
	tree, _ := read(t, dir, o)
	if err := os.WriteFile(filepath.Join(outside, "stork.md"), []byte("two\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	tree, _, err := tree.Update([]string{"content/requests/stork.md"})
	if err != nil {
		t.Fatal(err)
	}
	if got := paths(tree.Below("content/requests")); !slices.Equal(got, []string{"content/requests/heron.md", "content/requests/stork.md"}) {
		t.Errorf("requests %v", got)
	}
}

func TestATextInTheFolderThatRequestsReplaceIsNoticed(t *testing.T) {
	dir := write(t, map[string]string{"content/index.md": "home\n", "content/requests/_notes.md": "mine\n", "content/requests/heron.md": "one\n"})
	tree, _ := read(t, dir, source.Options{Requests: t.TempDir()})
	for _, step := range []struct {
		changed string
		gone    bool
		want    string
	}{{"content/index.md", false, "content/requests/heron.md"}, {"content/requests/heron.md", true, ""}} {
		if step.gone {
			if err := os.Remove(filepath.Join(dir, step.changed)); err != nil {
				t.Fatal(err)
			}
		}
		var err error
		if tree, _, err = tree.Update([]string{step.changed}); err != nil || tree.Replaced != step.want {
			t.Errorf("after a change of %s it is %q, %v", step.changed, tree.Replaced, err)
		}
	}
}
