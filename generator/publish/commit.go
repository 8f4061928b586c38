package publish

import (
	"fmt"
	"io/fs"
	"maps"
	"os"
	"slices"
)

// Commit makes the output hold the planned files and ends the run, whether it
// succeeds or not. It fails without touching the output if any Add failed. A
// failure of the machine while files are renamed in place leaves whole files,
// some old and some new, and the next run completes the change. A failure to
// remove the old tree is an error too, though the new one is published by then.
func (r *Run) Commit() (Result, error) {
	r.gate.Lock()
	defer r.gate.Unlock()
	if r.closed {
		return Result{}, errClosed
	}
	defer r.end()
	if r.failed != nil {
		return Result{}, r.failed
	}
	change, err := r.change()
	if err != nil {
		return Result{}, err
	}
	if !change.needed {
		return change.result, nil
	}
	if err := r.disk.writable(); err != nil {
		return Result{}, err
	}
	why := r.whyInPlace(change)
	if why == "" {
		if why, err = r.exchange(change); err != nil {
			return Result{}, err
		}
	}
	if why != "" {
		change.result.InPlace, change.result.Why = true, why
		if err := r.replace(change); err != nil {
			return Result{}, err
		}
	}
	return change.result, nil
}

// change is the difference between the output and the plan.
type change struct {
	needed  bool
	removed map[string]digest // ours, no longer planned and as we wrote it
	after   manifest
	result  Result
}

func (r *Run) change() (change, error) {
	c := change{removed: map[string]digest{}, after: manifest{sums: make(map[string][]digest, len(r.plan))}}
	c.result.Files = len(r.plan)
	c.needed = !r.disk.old.found || r.disk.old.unfinished || len(r.disk.old.sums) != len(r.plan)
	for name, file := range r.plan {
		c.after.sums[name] = []digest{file.sum}
		if file.staged {
			c.result.Written++
		}
		c.needed = c.needed || file.staged || !r.disk.old.has(name, file.sum)
	}
	c.result.Unchanged = c.result.Files - c.result.Written
	for name := range r.disk.old.sums {
		if _, still := r.plan[name]; still {
			continue
		}
		sum, there, err := r.disk.sum(name)
		switch {
		case err != nil:
			return change{}, err
		case there && (r.disk.old.has(name, sum) || r.respelled(name)):
			c.removed[name] = sum
		case there:
			c.result.Kept = append(c.result.Kept, name)
		}
	}
	c.result.Removed = len(c.removed)
	slices.Sort(c.result.Kept)
	return c, r.disk.clearable(c.removed)
}

// respelled reports whether a planned path is this file in another spelling, on
// a file system that ignores letter case.
func (r *Run) respelled(name string) bool {
	other, planned := r.claims.spelled(name)
	if !planned || other == name {
		return false
	}
	a, err := r.disk.root.Lstat(name)
	if err != nil {
		return false
	}
	b, err := r.disk.root.Lstat(other)
	return err == nil && os.SameFile(a, b)
}

// whyInPlace returns the reasons that are known before the output is searched.
func (r *Run) whyInPlace(c change) string {
	changed := c.result.Written + c.result.Removed
	switch {
	case r.disk.root == nil:
		return ""
	case r.out.linked:
		return "the output is a symbolic link"
	case r.lock.inside:
		return "the folder above the output may not be written"
	case r.stage.inside:
		return "the output is a mount point"
	case changed*100 < c.result.Files:
		return fmt.Sprintf("only %d of %d files changed", changed, c.result.Files)
	}
	return ""
}

// writable refuses an output that its owner has made read-only, which an
// exchange would not notice.
func (d *disk) writable() error {
	if d.root == nil {
		return nil
	}
	info, err := d.root.Lstat(".")
	if err == nil && info.Mode()&0o200 == 0 {
		err = fs.ErrPermission
	}
	if err != nil {
		return fault("write", d.out.given, err)
	}
	return nil
}

// clearable reports whether everything that stands in the way of a planned path
// can be removed: it must be ours, no longer planned and unchanged by others.
func (d *disk) clearable(removed map[string]digest) error {
	for _, name := range slices.Sorted(maps.Keys(d.yielding)) {
		err := fs.WalkDir(d.root.FS(), name, func(at string, entry fs.DirEntry, err error) error {
			if err != nil {
				return fault("read", d.out.shown(at), err)
			}
			if _, goes := removed[at]; goes || entry.IsDir() && d.oldFolders()[at] {
				return nil
			}
			return refusal(d.out.given, "%s stands in the way of a planned file, and Ithaca did not make it or somebody changed it",
				d.out.shown(at))
		})
		if err != nil {
			return err
		}
	}
	return nil
}
