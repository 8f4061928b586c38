package publish_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ithaca/generator/publish"
)

func TestHandEditedOutputIsOverwrittenWhileItIsPlanned(t *testing.T) {
	dir := newOutput(t)
	build(t, dir, small)
	// As long as the page, so that only its bytes can tell.
	put(t, dir, files{"mentors/ana/index.html": "<h1>Eva</h1>"})
	if got := build(t, dir, small); got.Written != 1 {
		t.Errorf("got %+v", got)
	}
	expect(t, dir, small)
}

func TestADeletedFileIsWrittenAgain(t *testing.T) {
	dir := newOutput(t)
	build(t, dir, small)
	must(t, os.RemoveAll(filepath.Join(dir, "mentors")))
	if got := build(t, dir, small); got.Written != 2 {
		t.Errorf("got %+v", got)
	}
	expect(t, dir, small)
}

func TestAHandEditedFileThatIsNoLongerPlannedIsKept(t *testing.T) {
	dir := newOutput(t)
	build(t, dir, with(small, files{"notes/a.html": "a", "notes/b.html": "b"}))
	mine := files{"notes/a.html": "a, and what I think of it"}
	put(t, dir, mine)
	got := build(t, dir, small)
	if diff := cmp.Diff([]string{"notes/a.html"}, got.Kept); diff != "" || got.Removed != 1 {
		t.Errorf("got %+v", got)
	}
	expect(t, dir, with(small, mine))

	// From now on it is theirs.
	if got := build(t, dir, small); got.Kept != nil || got.Written != 0 {
		t.Errorf("got %+v", got)
	}
	refused(t, dir, with(small, files{"notes/a.html": "a"}), "notes/a.html", "did not make")
	expect(t, dir, with(small, mine))
}

func TestForeignFilesStay(t *testing.T) {
	dir := newOutput(t)
	foreign := files{"CNAME": "mentors.example\n", ".nojekyll": "", ".gitignore": "*\n"}
	put(t, dir, foreign)
	build(t, dir, small)
	late := files{"mentors/ana/cv.pdf": "%PDF", "google123.html": "google"}
	put(t, dir, late)
	before := stat(t, dir, "CNAME")
	changed := with(small, files{"index.html": "changed", "feed.xml": "changed"})
	build(t, dir, changed)
	if !os.SameFile(before, stat(t, dir, "CNAME")) {
		t.Error("a foreign file was copied")
	}
	expect(t, dir, with(changed, foreign, late))

	// They also keep a folder that nothing of ours is in any more.
	rest := files{"index.html": "rest"}
	build(t, dir, rest)
	expect(t, dir, with(rest, foreign, late))
}

func TestAForeignFileIsNeverOverwritten(t *testing.T) {
	dir := newOutput(t)
	build(t, dir, files{"index.html": "ours"})
	theirs := files{"about/index.html": "theirs"}
	put(t, dir, theirs)
	refused(t, dir, with(small, files{"about/index.html": "theirs"}), "about/index.html", "did not make")
	refused(t, dir, with(small, files{"about": "a file"}), "about", "did not make")
	refused(t, dir, with(small, files{"about/index.html/x": "deeper"}), "about/index.html", "did not make")
	expect(t, dir, with(files{"index.html": "ours"}, theirs))
}

func TestForeignFoldersAndLinksStay(t *testing.T) {
	for name, place := range map[string]func(t *testing.T, at string){
		"drafts/":    func(t *testing.T, at string) { must(t, os.Mkdir(at, 0o755)) },
		"latest.pdf": func(t *testing.T, at string) { must(t, os.Symlink("elsewhere.pdf", at)) },
	} {
		t.Run(name, func(t *testing.T) {
			dir := newOutput(t)
			build(t, dir, small)
			place(t, filepath.Join(dir, name))
			theirs := read(t, dir)[name]
			changed := with(small, files{"index.html": "changed", "new/index.html": "new"})
			if got := build(t, dir, changed); got.Written != 2 {
				t.Errorf("got %+v", got)
			}
			expect(t, dir, with(changed, files{name: theirs}))
		})
	}
}

func TestAnOutputMayBeALink(t *testing.T) {
	site := t.TempDir()
	dir, target := filepath.Join(site, "public"), filepath.Join(site, "srv", "www")
	must(t, os.MkdirAll(target, 0o755))
	must(t, os.Symlink(filepath.Join("srv", "www"), dir))
	for _, plan := range []files{small, {"index.html": "two", "new/index.html": "new"}} {
		build(t, dir, plan)
		if link, err := os.Readlink(dir); err != nil || link != filepath.Join("srv", "www") {
			t.Errorf("the link leads to %q, %v", link, err)
		}
		expect(t, target, plan)
	}
	// By its real name it is an output like others, under the same lock.
	run, err := publish.Open(target, publish.Options{})
	must(t, err)
	refused(t, dir, small, "another build")
	run.Abort()
}

func TestNoLinkIsFollowedOutOfTheOutput(t *testing.T) {
	dir := newOutput(t)
	build(t, dir, small)
	outside := t.TempDir()
	put(t, outside, files{"index.html": "mine", "ana/index.html": "mine"})
	must(t, os.RemoveAll(filepath.Join(dir, "mentors")))
	must(t, os.Symlink(outside, filepath.Join(dir, "mentors")))
	refused(t, dir, small, "mentors", "did not make")
	// Without the mentors nothing of ours is behind the link.
	rest := files{"index.html": "rest"}
	build(t, dir, rest)
	expect(t, dir, with(rest, files{"mentors": "→ " + outside}))
	if diff := cmp.Diff(files{"index.html": "mine", "ana/index.html": "mine"}, read(t, outside)); diff != "" {
		t.Error(diff)
	}
}

func TestALinkInThePlaceOfOurFileIsReplaced(t *testing.T) {
	dir := newOutput(t)
	build(t, dir, small)
	outside := filepath.Join(t.TempDir(), "precious")
	must(t, os.WriteFile(outside, []byte(small["index.html"]), 0o644))
	must(t, os.Remove(filepath.Join(dir, "index.html")))
	must(t, os.Symlink(outside, filepath.Join(dir, "index.html")))
	if got := build(t, dir, small); got.Written != 1 {
		t.Errorf("got %+v", got)
	}
	expect(t, dir, small)
	if data, err := os.ReadFile(outside); err != nil || string(data) != small["index.html"] {
		t.Errorf("the file behind the link: %q, %v", data, err)
	}
}

func TestAFileMayBecomeAFolderAndBack(t *testing.T) {
	dir := newOutput(t)
	asFile := with(small, files{"guides": "a file", "deep/er/x": "x"})
	asFolder := with(small, files{"guides/a/index.html": "a", "guides/b.html": "b", "deep": "d"})
	for _, plan := range []files{asFile, asFolder, asFile, asFolder} {
		build(t, dir, plan)
		expect(t, dir, plan)
	}
}

// TestAFileMayChangeItsSpelling means more where letter case is ignored: there
// the old name and the new one are one file.
func TestAFileMayChangeItsSpelling(t *testing.T) {
	dir := newOutput(t)
	build(t, dir, with(small, files{"About.html": "about", "Terms.html": "terms"}))
	plan := with(small, files{"about.html": "about", "terms.html": "changed"})
	build(t, dir, plan)
	expect(t, dir, plan)
	if got := build(t, dir, plan); got.Unchanged != len(plan) || got.Removed != 0 {
		t.Errorf("got %+v", got)
	}
}

func TestWhatOthersPutInTheWayIsNotRemoved(t *testing.T) {
	dir := newOutput(t)
	before := with(small, files{"guides/a.html": "a", "about": "about"})
	build(t, dir, before)
	theirs := files{"guides/theirs.txt": "theirs"}
	put(t, dir, theirs)
	refused(t, dir, with(small, files{"guides": "a file", "about": "about"}), "guides/theirs.txt", "in the way")
	expect(t, dir, with(before, theirs))

	must(t, os.Remove(filepath.Join(dir, "guides", "theirs.txt")))
	edited := files{"about": "edited"}
	put(t, dir, edited)
	refused(t, dir, with(small, files{"about/index.html": "about"}), "about", "in the way")
	expect(t, dir, with(before, edited))
}

func TestTheFoldersKeepTheirPermissions(t *testing.T) {
	dir := newOutput(t)
	build(t, dir, small)
	must(t, os.Chmod(dir, 0o775))
	must(t, os.Chmod(filepath.Join(dir, "mentors"), 0o711))
	build(t, dir, with(small, files{"index.html": "changed"}))
	if stat(t, dir, ".").Mode().Perm() != 0o775 || stat(t, dir, "mentors").Mode().Perm() != 0o711 {
		t.Error("permissions were lost")
	}
	plain := filepath.Join(t.TempDir(), "plain")
	must(t, os.WriteFile(plain, nil, 0o644))
	if now, want := stat(t, dir, "index.html").Mode(), stat(t, plain, ".").Mode(); now != want {
		t.Errorf("a new file has the permissions %v, want %v", now, want)
	}
}
