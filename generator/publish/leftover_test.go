package publish_test

import (
	"os"
	"path/filepath"
	"testing"
)

const ourMarker = "ithaca staging folder of public\n"

func TestWhatAKilledBuildLeftIsSweptUp(t *testing.T) {
	site := t.TempDir()
	dir := filepath.Join(site, "public")
	build(t, dir, small)
	put(t, site, files{
		".public.ithaca-lock":                         "\x00process 1 on nowhere since 2001-01-01 00:00:00\n",
		".public.ithaca-staging-0123abcd/marker":      ourMarker,
		".public.ithaca-staging-0123abcd/tree-0/a/b":  "half",
		".public.ithaca-staging-0123abce/marker":      ourMarker[:7],
		".public.ithaca-staging-0123abcf/":            "",
		"public/.ithaca-staging-fedcba98/marker":      ourMarker,
		"public/.ithaca-staging-fedcba98/tree-0/x":    "half",
		"public/.ithaca-staging-fedcba99/marker":      "ithaca staging folder of an-older-name\n",
		"public/.ithaca-staging-fedcba99/during/odd/": "",
	})
	build(t, dir, small)
	expect(t, dir, small)
}

func TestWhatOnlyLooksLikeALeftOverStays(t *testing.T) {
	site := t.TempDir()
	dir := filepath.Join(site, "public")
	build(t, dir, small)
	theirs := files{
		".public.ithaca-staging-0123abcd/notes.txt": "mine",                                 // no marker
		".public.ithaca-staging-0123abce/marker":    "ithaca staging folder of another\n",   // another output's
		".public.ithaca-staging-0123abcf/marker":    ourMarker[:7],                          // half a marker
		".public.ithaca-staging-0123abcf/more":      "and more",                             // but not alone
		".public.ithaca-staging-mine/marker":        ourMarker,                              // another name
		".public.ithaca-staging-0123abd0":           "a file",                               //
		".publicity.ithaca-staging-0123abcd/marker": "ithaca staging folder of publicity\n", //
	}
	put(t, site, theirs)
	must(t, os.Symlink("public", filepath.Join(site, ".public.ithaca-staging-0123abd1")))
	build(t, dir, with(small, files{"index.html": "changed"}))
	got := read(t, site)
	for name, text := range theirs {
		if got[name] != text {
			t.Errorf("%s holds %q now", name, got[name])
		}
	}
	if got[".public.ithaca-staging-0123abd1"] != "→ public" {
		t.Error("a link was removed")
	}
}

func TestABuildKilledBetweenTwoRenamesLosesNothing(t *testing.T) {
	site := t.TempDir()
	dir := filepath.Join(site, "public")
	put(t, dir, files{"CNAME": "mentors.example"})
	build(t, dir, small)
	staging := filepath.Join(site, ".public.ithaca-staging-0123abcd")
	put(t, staging, files{"marker": ourMarker, "tree-0/index.html": "new"})
	must(t, os.Rename(dir, filepath.Join(staging, "aside")))
	build(t, dir, small)
	expect(t, dir, with(small, files{"CNAME": "mentors.example"}))
}

func TestAnUnfinishedBuildIsFinished(t *testing.T) {
	dir := newOutput(t)
	// As a build leaves it that was killed while renaming: x is new already, y
	// is old still, z should have gone, w never came, and a folder is empty.
	put(t, dir, files{"x.html": "new", "y.html": "old", "z/z.html": "old", "w/": ""})
	put(t, dir, files{manifest: "ithaca-manifest 1 unfinished 6\n" +
		shaNew + "  w/w.html\n" +
		shaNew + "  x.html\n" + shaOld + "  x.html\n" +
		shaNew + "  y.html\n" + shaOld + "  y.html\n" +
		shaOld + "  z/z.html\n"})
	if got := build(t, dir, files{"x.html": "new", "y.html": "third"}); got.Written != 1 || got.Removed != 1 {
		t.Errorf("got %+v", got)
	}
	expect(t, dir, files{"x.html": "new", "y.html": "third"})
}

func TestABuildKilledAtItsVeryEndIsFinished(t *testing.T) {
	dir := newOutput(t)
	put(t, dir, files{"x.html": "new", "y/": ""})
	put(t, dir, files{manifest: "ithaca-manifest 1 unfinished 1\n" + shaNew + "  x.html\n"})
	if got := build(t, dir, files{"x.html": "new"}); got.Written != 0 || got.Unchanged != 1 {
		t.Errorf("got %+v", got)
	}
	list, err := os.ReadFile(filepath.Join(dir, manifest))
	must(t, err)
	if string(list) != "ithaca-manifest 1 complete 1\n"+shaNew+"  x.html\n" {
		t.Errorf("the manifest is %q", list)
	}
}

const (
	shaNew = "11507a0e2f5e69d5dfa40a62a1bd7b6ee57e6bcd85c67c9b8431b36fff21c437"
	shaOld = "cba06b5736faf67e54b07b561eae94395e774c517a7d910a54369e1263ccfbd4"
)
