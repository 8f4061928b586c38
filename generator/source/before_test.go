package source_test

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"testing"
	"time"

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

// editor edits a site at random, with three seconds between one change and the
// next, so that nearly all files are old enough to be relied on.
type editor struct {
	dir   string
	clock time.Time
}

func (e *editor) edit(t *rapid.T) {
	at := rapid.SampledFrom(spots).Draw(t, "spot")
	full := filepath.Join(e.dir, filepath.FromSlash(at))
	switch rapid.SampledFrom([]string{"write", "write", "write", "remove", "rename", "link"}).Draw(t, "edit") {
	case "remove":
		if at != "content" {
			os.RemoveAll(full)
		}
	case "rename":
		to := rapid.SampledFrom(spots).Draw(t, "to")
		os.Rename(full, filepath.Join(e.dir, filepath.FromSlash(to)))
	case "link":
		os.MkdirAll(filepath.Dir(full), 0o755)
		os.Symlink("ana.md", full)
	default:
		if path.Ext(at) == "" {
			return
		}
		os.MkdirAll(filepath.Dir(full), 0o755)
		if info, err := os.Lstat(full); err == nil && !info.Mode().IsRegular() {
			os.Remove(full) // through a link another file would be written
		}
		os.WriteFile(full, []byte(rapid.SampledFrom(texts).Draw(t, "text")), 0o644)
		e.clock = e.clock.Add(3 * time.Second)
		os.Chtimes(full, e.clock, e.clock)
	}
}

func TestReadingAfterAnEditGivesWhatReadingAnewGives(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		dir, err := os.MkdirTemp("", "source")
		if err != nil {
			t.Fatal(err)
		}
		defer os.RemoveAll(dir)
		os.Mkdir(filepath.Join(dir, "content"), 0o755)
		e := &editor{dir, time.Date(2026, 11, 16, 12, 0, 0, 0, time.UTC)}
		var tree *source.Tree
		for range rapid.IntRange(1, 12).Draw(t, "rounds") {
			for range rapid.IntRange(1, 3).Draw(t, "edits") {
				e.edit(t)
			}
			want, wanted, err := source.Read(dir, source.Options{})
			if err != nil {
				t.Fatal(err)
			}
			got, found, err := source.Read(dir, source.Options{Before: tree})
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(want.Files, got.Files, cmpopts.IgnoreUnexported(source.File{})); diff != "" {
				t.Fatal(diff)
			}
			if diff := cmp.Diff(wanted.Sorted(), found.Sorted(), cmpopts.EquateEmpty()); diff != "" {
				t.Fatal(diff)
			}
			tree = got
		}
	})
}

// aged gives the files of a site times of long ago.
func aged(t *testing.T, dir string) {
	t.Helper()
	at := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)
	err := filepath.WalkDir(dir, func(name string, _ fs.DirEntry, err error) error {
		at = at.Add(time.Hour)
		return errors.Join(err, os.Chtimes(name, at, at))
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestAFileThatDidNotChangeIsNotReadAgain(t *testing.T) {
	dir := write(t, map[string]string{"content/mentors/ana.md": "ana\n", "content/mentors/ben.md": "ben\n", "content/zoo.md": "zoo\n"})
	aged(t, dir)
	before, _ := read(t, dir, source.Options{})
	if err := os.WriteFile(filepath.Join(dir, "content/mentors/ana.md"), []byte("new\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	after, _ := read(t, dir, source.Options{Before: before})
	reread := func(at string) bool {
		old, _ := before.File(at)
		now, _ := after.File(at)
		return &old.Data[0] != &now.Data[0]
	}
	if reread("content/mentors/ben.md") {
		t.Error("a file that did not change was read again")
	}
	if !reread("content/zoo.md") {
		t.Error("the latest file may have changed within the same tick, and was not read again")
	}
	ana, _ := after.File("content/mentors/ana.md")
	if old, _ := before.File("content/mentors/ana.md"); string(ana.Data) != "new\n" || string(old.Data) != "ana\n" {
		t.Errorf("before %q, after %q", old.Data, ana.Data)
	}
}

func TestAnotherFileOfTheSameTimeAndSizeIsRead(t *testing.T) {
	dir := write(t, map[string]string{"content/a.md": "one\n", "content/z.md": "z\n", "spare": "two\n"})
	aged(t, dir)
	before, _ := read(t, dir, source.Options{})
	at, spare := filepath.Join(dir, "content/a.md"), filepath.Join(dir, "spare")
	info, err := os.Stat(at)
	if err := errors.Join(err, os.Rename(spare, at), os.Chtimes(at, info.ModTime(), info.ModTime())); err != nil {
		t.Fatal(err)
	}
	after, _ := read(t, dir, source.Options{Before: before})
	if f, _ := after.File("content/a.md"); string(f.Data) != "two\n" {
		t.Errorf("it is still %q", f.Data)
	}
}

func TestRequestsAreReadWhereTheyAre(t *testing.T) {
	dir := write(t, map[string]string{"content/index.md": "home\n"})
	outside := write(t, map[string]string{"heron.md": "one\n"})
	o := source.Options{Requests: outside}
	o.Before, _ = read(t, dir, o)
	if err := os.WriteFile(filepath.Join(outside, "stork.md"), []byte("two\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	tree, _ := read(t, dir, o)
	if got := paths(tree.Below("content/requests")); !slices.Equal(got, []string{"content/requests/heron.md", "content/requests/stork.md"}) {
		t.Errorf("requests %v", got)
	}
}

func TestATextInTheFolderThatRequestsReplaceIsNoticed(t *testing.T) {
	dir := write(t, map[string]string{"content/index.md": "home\n", "content/requests/_notes.md": "mine\n", "content/requests/heron.md": "one\n"})
	o := source.Options{Requests: t.TempDir()}
	tree, _ := read(t, dir, o)
	if tree.Replaced != "content/requests/heron.md" {
		t.Errorf("it is %q", tree.Replaced)
	}
	if err := os.Remove(filepath.Join(dir, "content/requests/heron.md")); err != nil {
		t.Fatal(err)
	}
	if tree, _ = read(t, dir, o); tree.Replaced != "" {
		t.Errorf("after it was deleted it is %q", tree.Replaced)
	}
}
