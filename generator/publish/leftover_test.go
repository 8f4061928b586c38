package publish_test

import (
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

func TestWhatAKilledBuildLeftIsRemoved(t *testing.T) {
	site := t.TempDir()
	dir := filepath.Join(site, "public")
	build(t, dir, small)
	put(t, site, files{
		".public.ithaca-lock":        "\x00process 1 on nowhere since 2001-01-01 00:00:00\n",
		"public/.ithaca-staging/1":   "half",
		"public/.ithaca-staging/207": "",
	})
	build(t, dir, small)
	expect(t, dir, small)
	put(t, dir, files{staging + "/": ""})
	build(t, dir, with(small, files{"index.html": "changed"}))
	expect(t, dir, with(small, files{"index.html": "changed"}))
}

func TestWhatOnlyLooksLikeAStagingFolderStays(t *testing.T) {
	for name, theirs := range map[string]files{
		"a file":             {staging: "mine"},
		"another name":       {staging + "/1": "half", staging + "/notes.txt": "mine"},
		"a folder inside":    {staging + "/1/notes.txt": "mine"},
		"a folder by number": {staging + "/1/": ""},
		"another folder":     {staging + "/mentors/": ""},
	} {
		t.Run(name, func(t *testing.T) {
			dir := newOutput(t)
			build(t, dir, small)
			put(t, dir, theirs)
			_, err := try(dir, with(small, files{"index.html": "changed"}))
			expectError(t, err, staging, "in the way")
			got := read(t, dir)
			for name, text := range with(small, theirs) {
				if now, there := got[name]; !there || now != text {
					t.Errorf("%s holds %q now", name, now)
				}
			}
		})
	}
	for _, link := range []string{staging, staging + "/1"} {
		dir, outside := newOutput(t), t.TempDir()
		build(t, dir, small)
		put(t, outside, files{"1": "mine"})
		put(t, dir, files{filepath.Dir(link) + "/": ""})
		must(t, os.Symlink(outside, filepath.Join(dir, link)))
		refused(t, dir, small, link, "in the way")
		if got := read(t, outside); got["1"] != "mine" {
			t.Errorf("the link %s was followed", link)
		}
	}
	// A neighbour of the output is nobody's leftover.
	beside := files{".public.ithaca-staging/1": "mine", "public/index.html": "x"}
	site := t.TempDir()
	put(t, site, files{".public.ithaca-staging/1": "mine"})
	build(t, filepath.Join(site, "public"), files{"index.html": "x"})
	if got := read(t, site); got[".public.ithaca-staging/1"] != beside[".public.ithaca-staging/1"] {
		t.Error("a neighbour of the output was removed")
	}
}

// listing writes a manifest of lines "text  path", where text is what lies or
// may lie at the path.
func listing(lines ...string) string {
	var hashed []string
	for _, line := range lines {
		text, name, _ := strings.Cut(line, "  ")
		hashed = append(hashed, fmt.Sprintf("%x  %s\n", sha256.Sum256([]byte(text)), name))
	}
	slices.SortFunc(hashed, func(a, b string) int { return strings.Compare(a[64:]+a, b[64:]+b) })
	all := strings.Join(hashed, "")
	return fmt.Sprintf("ithaca-manifest 2 %x\n%s", sha256.Sum256([]byte(all)), all)
}

func TestAnUnfinishedBuildIsFinished(t *testing.T) {
	dir := newOutput(t)
	// As a build leaves it that was killed while renaming: x is new already, y
	// is old still, z should have gone, w never came, and a folder is empty.
	put(t, dir, files{"x.html": "new", "y.html": "old", "z/z.html": "old", "w/": ""})
	during := listing("new  w/w.html", "new  x.html", "old  x.html", "new  y.html", "old  y.html", "old  z/z.html")
	put(t, dir, files{manifest: during, manifestCopy: during})
	want := files{"x.html": "new", "y.html": "third"}
	if got := build(t, dir, want); got.Written != 1 || got.Removed != 1 {
		t.Errorf("got %+v", got)
	}
	expect(t, dir, want)
	expectManifest(t, dir, want)
}

// Of a file that the killed build changed and the next no longer plans, nobody
// knows whether it is old or new. What somebody wrote since is neither.
func TestAfterAKillOldAndNewFilesAreIthacas(t *testing.T) {
	dir := newOutput(t)
	put(t, dir, files{"old.html": "old", "new.html": "new", "edited.html": "mine"})
	both := []string{"old.html", "new.html", "edited.html"}
	var lines []string
	for _, name := range both {
		lines = append(lines, "old  "+name, "new  "+name)
	}
	put(t, dir, files{manifest: listing(lines...)}) // killed before the copy was written
	got := build(t, dir, files{"index.html": "x"})
	if got.Removed != 2 || !slices.Equal(got.Kept, []string{"edited.html"}) {
		t.Errorf("got %+v", got)
	}
	expect(t, dir, files{"index.html": "x", "edited.html": "mine"})
}

func TestABuildKilledAtItsVeryEndIsFinished(t *testing.T) {
	dir := newOutput(t)
	put(t, dir, files{"x.html": "new", "y/": ""})
	put(t, dir, files{manifest: listing("new  x.html"), manifestCopy: listing("new  x.html", "old  y/y.html")})
	plan := files{"x.html": "new"}
	if got := build(t, dir, plan); got.Written != 0 || got.Unchanged != 1 {
		t.Errorf("got %+v", got)
	}
	expectManifest(t, dir, plan)
}
