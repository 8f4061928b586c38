//go:build unix

package worktree_test

import (
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"ithaca/generator/worktree"
)

// A pipe cannot be copied, as nothing can on a full disk. Which folder is copied first is
// left to chance.
func TestWhereACopyCannotBeMadeNothingIsWrittenAndNoCopyIsLeft(t *testing.T) {
	for range 20 {
		dir := t.TempDir()
		change := worktree.Change{Whole: true, Folders: worktree.Folders{Site: filepath.Join(dir, "site"), Requests: filepath.Join(dir, "requests")}, Files: []worktree.File{
			{Path: "content/mentors/ana.md", Old: []byte("old"), New: []byte("new")}, {Path: "content/requests/heron.md", Old: []byte("old"), New: []byte("new")},
		}}
		for _, f := range change.Files {
			if err := change.Folders.Write(worktree.File{Path: f.Path, New: f.Old}); err != nil {
				t.Fatal(err)
			}
		}
		pipe := filepath.Join(dir, "requests", "pipe")
		if err := syscall.Mkfifo(pipe, 0o644); err != nil {
			t.Fatal(err)
		}
		if err := os.Mkdir(filepath.Join(dir, "site-before-change-unfinished"), 0o755); err != nil { // of a run that was killed
			t.Fatal(err)
		}
		if _, err := change.Write(); err == nil || string(change.Folders.Read("content/mentors/ana.md")) != "old" {
			t.Fatal("it is written without a copy", err)
		}
		if err := os.Remove(pipe); err != nil {
			t.Fatal(err)
		}
		copies, err := change.Write()
		if err != nil || len(copies) != 2 {
			t.Fatal(copies, err)
		}
		if all, err := filepath.Glob(filepath.Join(dir, "*")); err != nil || len(all) != 4 {
			t.Fatalf("beside the folders and their copies there are others: %q, %v", all, err)
		}
	}
}
