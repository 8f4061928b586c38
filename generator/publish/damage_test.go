package publish_test

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
)

// damages are what becomes of a file when the power fails, a disk decays or
// somebody means well.
var damages = map[string]func(at string, good []byte) error{
	"cut": func(at string, good []byte) error { return os.WriteFile(at, good[:len(good)/2], 0o644) },
	"cut by line": func(at string, good []byte) error {
		return os.WriteFile(at, good[:len(good)-len(lastLine(good))], 0o644)
	},
	"empty":   func(at string, _ []byte) error { return os.WriteFile(at, nil, 0o644) },
	"zeroed":  func(at string, good []byte) error { return os.WriteFile(at, make([]byte, len(good)), 0o644) },
	"garbage": func(at string, _ []byte) error { return os.WriteFile(at, []byte("<<<<<<< HEAD\n\x00\xff"), 0o644) },
	"longer":  func(at string, good []byte) error { return os.WriteFile(at, append(good, '\n'), 0o644) },
	"one letter": func(at string, good []byte) error {
		return os.WriteFile(at, bytes.Replace(good, []byte("bo/"), []byte("ba/"), 1), 0o644)
	},
	"deleted": func(at string, _ []byte) error { return os.Remove(at) },
}

func lastLine(text []byte) []byte {
	return text[bytes.LastIndexByte(text[:len(text)-1], '\n')+1:]
}

func damage(t *testing.T, at string, do func(at string, good []byte) error) {
	t.Helper()
	good, err := os.ReadFile(at)
	must(t, err)
	must(t, do(at, good))
}

func TestADamagedManifestIsRestored(t *testing.T) {
	theirs := files{"mentors/ana/cv.pdf": "%PDF", "drafts/a.txt": "mine"}
	next := files{"index.html": "changed", "mentors/ana/index.html": small["mentors/ana/index.html"], "new/index.html": "new"}
	for kind, do := range damages {
		for _, which := range []string{manifest, manifestCopy} {
			t.Run(kind+" "+which, func(t *testing.T) {
				dir := newOutput(t)
				build(t, dir, small)
				put(t, dir, theirs)
				damage(t, filepath.Join(dir, which), do)
				if got := build(t, dir, next); got.Removed != 3 || got.Written != 2 || got.Kept != nil {
					t.Errorf("got %+v", got)
				}
				expect(t, dir, with(next, theirs))
				expectManifest(t, dir, next)
			})
			t.Run(kind+" "+which+" before a build without changes", func(t *testing.T) {
				dir := newOutput(t)
				build(t, dir, small)
				damage(t, filepath.Join(dir, which), do)
				if got := build(t, dir, small); got.Unchanged != len(small) || got.Removed != 0 {
					t.Errorf("got %+v", got)
				}
				expect(t, dir, small)
				expectManifest(t, dir, small)
			})
		}
	}
}

// With neither the manifest nor its copy nobody can tell whose a file is.
func TestAnOutputWithBothManifestsDamagedIsRefused(t *testing.T) {
	for kind, do := range damages {
		t.Run(kind, func(t *testing.T) {
			dir := newOutput(t)
			build(t, dir, small)
			damage(t, filepath.Join(dir, manifest), do)
			damage(t, filepath.Join(dir, manifestCopy), do)
			want := []string{manifest, manifestCopy, "damaged", "build again"}
			if kind == "deleted" {
				want = []string{"files that Ithaca did not make"}
			}
			refused(t, dir, files{"index.html": "new"}, want...)
			expect(t, dir, small)
		})
	}
}

func TestADamagedManifestOfAnEmptyPortalIsRestored(t *testing.T) {
	dir := newOutput(t)
	theirs := files{"CNAME": "mentors.example", ".git/HEAD": "ref"}
	put(t, dir, with(theirs, files{manifest: "", manifestCopy: ""})) // nothing was published yet
	build(t, dir, small)
	expect(t, dir, with(small, theirs))
	expectManifest(t, dir, small)
}

func TestAFolderInThePlaceOfTheManifestIsNamed(t *testing.T) {
	dir := newOutput(t)
	build(t, dir, small)
	must(t, os.Remove(filepath.Join(dir, manifest)))
	put(t, dir, files{manifest + "/mine.txt": "mine"})
	refused(t, dir, with(small, files{"index.html": "new"}), "write "+filepath.Join(dir, manifest))
	expect(t, dir, with(small, files{manifest + "/mine.txt": "mine"}))
}

// Pages are not flushed to the disk, so a power failure may leave them empty or
// of the right length and full of zeros.
func TestPagesThatAPowerFailureEmptiedAreWrittenAgain(t *testing.T) {
	dir := newOutput(t)
	build(t, dir, small)
	put(t, dir, files{
		"index.html":             "",
		"mentors/ana/index.html": string(make([]byte, len(small["mentors/ana/index.html"]))),
		"mentors/bo/index.html":  "",
	})
	next := with(small)
	delete(next, "mentors/bo/index.html")
	if got := build(t, dir, next); got.Written != 2 || got.Removed != 1 || got.Kept != nil {
		t.Errorf("got %+v", got)
	}
	expect(t, dir, next)
	expectManifest(t, dir, next)
}
