package publish_test

import (
	"os"
	"path/filepath"
	"testing"

	"ithaca/generator/publish"
)

// expectRefusal opens an output that must be refused, and sees that nothing
// was created on the way.
func expectRefusal(t *testing.T, dir string, options publish.Options, words ...string) {
	t.Helper()
	_, before := os.Lstat(dir)
	run, err := publish.Open(dir, options)
	if err == nil {
		run.Abort()
	}
	expectError(t, err, words...)
	if _, after := os.Lstat(dir); (before == nil) != (after == nil) {
		t.Errorf("%s was created", dir)
	}
}

func TestDangerousOutputsAreRefused(t *testing.T) {
	home := t.TempDir()
	t.Setenv("HOME", home)
	t.Setenv("USERPROFILE", home)
	here, err := os.Getwd()
	must(t, err)
	none := publish.Options{}
	expectRefusal(t, "/", none, "root of a file system")
	expectRefusal(t, home, none, "home folder")
	expectRefusal(t, filepath.Dir(home), none, "home folder")
	expectRefusal(t, ".", none, "working in")
	expectRefusal(t, "..", none, "working in")
	expectRefusal(t, filepath.Dir(filepath.Dir(here)), none, "working in")
	alias := filepath.Join(t.TempDir(), "alias")
	must(t, os.Symlink(home, alias))
	expectRefusal(t, alias, none, "home folder")
}

func TestProtectedFoldersAreRefused(t *testing.T) {
	site := t.TempDir()
	put(t, site, files{"content/index.md": "# Harbour Mentors"})
	options := publish.Options{
		Protected: []string{site, ""},
		Inputs:    []string{filepath.Join(site, "content"), filepath.Join(site, "templates")},
	}
	expectRefusal(t, site, options, "where the portal is made from")
	expectRefusal(t, filepath.Dir(site), options, "where the portal is made from")
	expectRefusal(t, filepath.Join(site, "content"), options, "where the portal is made from")
	expectRefusal(t, filepath.Join(site, "templates"), options, "where the portal is made from")
	expectRefusal(t, filepath.Join(site, "content", "public"), options, "lies inside")
	expectRefusal(t, filepath.Join(site, "templates", "a", "b"), options, "lies inside")
	expectRefusal(t, filepath.Join(site, "x", "..", "content"), options, "where the portal is made from")

	run, err := publish.Open(filepath.Join(site, "public"), options)
	must(t, err)
	run.Abort()
}

func TestAnOutputThatIsNoFolderIsRefused(t *testing.T) {
	dir := t.TempDir()
	put(t, dir, files{"file": "text"})
	must(t, os.Symlink("nowhere", filepath.Join(dir, "dangling")))
	expectRefusal(t, filepath.Join(dir, "file"), publish.Options{}, "not a folder")
	expectRefusal(t, filepath.Join(dir, "dangling"), publish.Options{}, "leads nowhere")
	_, err := publish.Open(filepath.Join(dir, "file", "public"), publish.Options{})
	expectError(t, err, "not a directory")
}

func TestAFolderOfOthersIsRefused(t *testing.T) {
	dir := newOutput(t)
	theirs := files{"a.txt": "a", "b.txt": "b", "photos/c.jpg": "c", "d.txt": "d", "e.txt": "e", ".env": "f"}
	put(t, dir, theirs)
	refused(t, dir, small, "a.txt, b.txt, d.txt and 2 more", "did not make")
	expect(t, dir, theirs)
}

func TestARepositoryIsRefusedUnlessItIsOnlyAPortal(t *testing.T) {
	dir := newOutput(t)
	repository := files{".git/HEAD": "ref", ".gitignore": "x"}
	put(t, dir, repository)
	put(t, dir, files{"go.mod": "module x"})
	refused(t, dir, small, "root of a git repository", "go.mod")

	must(t, os.Remove(filepath.Join(dir, "go.mod")))
	build(t, dir, small)
	expect(t, dir, with(small, repository))
}

func TestPathsThatMeanTroubleAreRefused(t *testing.T) {
	for _, name := range []string{
		"", "/", "/etc/passwd", "..", "../x", "a/../../x", "a/./b", "./a", "a//b", "a/", `a\b`, "a\x00b", "a\nb",
		"C:/x", "a:b", "con", "CON.html", "a/nul.txt", "com1", "LPT9.x", "com¹", "end.", "end /x", "a\u2028b",
		".git/config", "a/.GIT/hooks", ".ithaca-manifest", ".Ithaca-Lock", ".ithaca-staging-00000000/x", "a\xffb",
	} {
		dir := newOutput(t)
		refused(t, dir, files{name: "x"}, "write ")
		if _, err := os.Lstat(dir); !os.IsNotExist(err) {
			t.Errorf("%q left an output", name)
		}
	}
}

func TestUnusualPathsAreFine(t *testing.T) {
	plan := files{
		".nojekyll": "", ".well-known/security.txt": "x", "a b/c.html": "x", "console.html": "x", "comé/x": "x",
		"日本/index.html": "x", "com10": "x", "a...b": "x", "..a/b": "x", "deep/.ithaca-manifest": "x", "_headers": "x",
	}
	dir := newOutput(t)
	build(t, dir, plan)
	expect(t, dir, plan)
	if got := build(t, dir, plan); got.Unchanged != len(plan) {
		t.Errorf("got %+v", got)
	}
}

func TestTwoFilesForOnePlaceAreRefused(t *testing.T) {
	for _, pair := range [][2]string{
		{"About/Index.html", "about/index.html"},
		{"mentors/ren\u00e9e.html", "mentors/rene\u0301e.html"},
		{"STRASSE.html", "straße.html"},
		{"a", "a/b.html"},
		{"A/B", "a/b/c/d.html"},
	} {
		for _, order := range [][2]string{pair, {pair[1], pair[0]}} {
			run, err := publish.Open(newOutput(t), publish.Options{})
			must(t, err)
			must(t, run.Add(order[0], []byte("x")))
			expectError(t, run.Add(order[1], []byte("x")), pair[0], pair[1])
			run.Abort()
		}
	}
	run, err := publish.Open(newOutput(t), publish.Options{})
	must(t, err)
	defer run.Abort()
	must(t, run.Add("a.html", nil))
	expectError(t, run.Add("a.html", nil), "a.html", "twice")
}
