package publish_test

import (
	"os"
	"path/filepath"
	"testing"
)

// grown is small with a folder that is new at two depths.
var grown = with(small, files{
	"mentors/cy/index.html": "<h1>Cy</h1>", "events/spring/index.html": "Spring", "events/all.ics": "BEGIN",
	"index.html": "changed",
})

func TestANewFolderIsMadeWhenItsFilesAreRenamed(t *testing.T) {
	dir := newOutput(t)
	build(t, dir, small)
	_, err := tryWith(dir, grown, func() {
		if got := withoutStaging(read(t, dir)); len(got) != len(small) {
			t.Errorf("before Commit the output holds %v", got)
		}
	})
	must(t, err)
	expect(t, dir, grown)
	if made, known := stat(t, dir, "events").Mode(), stat(t, dir, "mentors").Mode(); made != known {
		t.Errorf("the new folder is %s, the others are %s", made, known)
	}
}

func TestAFolderThatAppearsDuringABuildIsFilled(t *testing.T) {
	dir := newOutput(t)
	build(t, dir, small)
	theirs := files{"mentors/cy/cv.pdf": "%PDF", "events/notes.txt": "mine"}
	before := map[string]os.FileInfo{}
	_, err := tryWith(dir, grown, func() {
		put(t, dir, theirs)
		before["events"], before["mentors/cy"] = stat(t, dir, "events"), stat(t, dir, "mentors/cy")
	})
	must(t, err)
	expect(t, dir, with(grown, theirs))
	expectManifest(t, dir, grown)
	for name, was := range before {
		if !os.SameFile(was, stat(t, dir, name)) {
			t.Errorf("%s, which somebody made, was replaced", name)
		}
	}
}

func TestWhatAppearsInThePlaceOfANewFileIsNotOverwritten(t *testing.T) {
	for name, theirs := range map[string]files{
		"mentors/cy/index.html": {"mentors/cy/index.html": "mine"},
		"events/all.ics":        {"events/all.ics": "mine"},
		"events":                {"events": "mine"},
		"events/spring":         {"events/spring": "mine"},
		"about.html":            {"about.html": "mine"},
	} {
		t.Run(name, func(t *testing.T) {
			dir := newOutput(t)
			build(t, dir, small)
			_, err := tryWith(dir, with(grown, files{"about.html": "ours"}), func() { put(t, dir, theirs) })
			expectError(t, err, filepath.Join(dir, filepath.FromSlash(name)), "did not make")
			expect(t, dir, with(small, theirs))
		})
	}
}

func TestALinkThatAppearsInThePlaceOfANewFolderIsNotFollowed(t *testing.T) {
	dir, outside := newOutput(t), t.TempDir()
	build(t, dir, small)
	_, err := tryWith(dir, grown, func() { must(t, os.Symlink(outside, filepath.Join(dir, "events"))) })
	expectError(t, err, "events", "did not make")
	expect(t, dir, with(small, files{"events": "→ " + outside}))
	if got := read(t, outside); len(got) > 0 {
		t.Errorf("behind the link lies %v", got)
	}
}

func TestAFolderThatIsRemovedDuringABuild(t *testing.T) {
	dir := newOutput(t)
	remove := func() { must(t, os.RemoveAll(filepath.Join(dir, "mentors"))) }

	// What is renamed into it brings it back, and the next build what else was in it.
	build(t, dir, small)
	_, err := tryWith(dir, grown, remove)
	must(t, err)
	without := with(grown)
	delete(without, "mentors/ana/index.html")
	delete(without, "mentors/bo/index.html")
	expect(t, dir, without)
	build(t, dir, grown)
	expect(t, dir, grown)
	expectManifest(t, dir, grown)
}

// TestANewFolderMayHaveTwoSpellings means more where letter case is ignored:
// there they are one folder.
func TestANewFolderMayHaveTwoSpellings(t *testing.T) {
	dir := newOutput(t)
	plan := files{"About/a.html": "a", "about/b.html": "b", "ABOUT/c.css": "c", "about/d.xml": "d"}
	for want := range 2 {
		if got := build(t, dir, plan); got.Unchanged != want*len(plan) {
			t.Errorf("got %+v", got)
		}
		for name, text := range plan {
			if data, err := os.ReadFile(filepath.Join(dir, name)); err != nil || string(data) != text {
				t.Errorf("%s: %q, %v", name, data, err)
			}
		}
	}
}
