package publish

import (
	"errors"
	"io/fs"
	"maps"
	"path"
	"slices"
)

// Commit makes the output hold the planned files and ends the run, whether it
// succeeds or not. It fails without touching the output if any Add failed, if
// the disk has no room or if a folder may not be written. A failure of the
// machine after that, while files are renamed, leaves whole files, some old and
// some new, and the next run completes the change.
func (r *Run) Commit() (Result, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.ended {
		return Result{}, errEnded
	}
	defer r.end()
	if r.failed != nil {
		return Result{}, r.failed
	}
	change, err := r.change()
	if err != nil {
		return Result{}, err
	}
	if change.result.Written == 0 && r.disk.old.intact && maps.EqualFunc(change.after, r.disk.old.manifest, slices.Equal) {
		return change.result, nil
	}
	if err := r.checkWritable(change); err != nil {
		return Result{}, err
	}
	if err := r.replace(change); err != nil {
		return Result{}, err
	}
	return change.result, nil
}

// change is the difference between the output and the plan.
type change struct {
	staged  []string        // in the order of renaming
	removed map[string]bool // files of ours that are no longer planned and that nobody changed
	after   manifest        // of the planned files
	result  Result
}

func (r *Run) change() (change, error) {
	c := change{staged: r.stagedInOrder(), removed: map[string]bool{}, after: make(manifest, len(r.plan))}
	c.result.Files, c.result.Written = len(r.plan), len(c.staged)
	c.result.Unchanged = c.result.Files - c.result.Written
	for name, file := range r.plan {
		c.after.add(name, file.sum)
	}
	clear(r.disk.folders) // something foreign may have come since Add looked
	for _, name := range c.staged {
		if _, err := r.disk.find(name); err != nil {
			return change{}, err
		}
	}
	for name := range r.disk.old.manifest {
		if _, still := r.plan[name]; still {
			continue
		}
		sum, there, err := r.disk.sum(name)
		switch {
		case err != nil:
			return change{}, err
		case there && (r.disk.unchanged(name, sum) || r.respelled(name) != ""):
			c.removed[name] = true
		case there:
			c.result.Kept = append(c.result.Kept, name)
		}
	}
	c.result.Removed = len(c.removed)
	slices.Sort(c.result.Kept)
	return c, r.disk.checkInTheWay(c.removed)
}

// respelled returns the planned path that leads to the same file in another spelling, on a
// file system that ignores letter case; "" for none.
func (r *Run) respelled(name string) string {
	other, planned := r.paths.Spelled(name)
	if planned && other != name && r.disk.same(name, other) {
		return other
	}
	return ""
}

// checkWritable returns an error, before anything is changed, if a folder in which
// something changes may not be written.
func (r *Run) checkWritable(c change) error {
	folders := map[string]bool{}
	for name := range c.removed {
		folders[path.Dir(name)] = true
	}
	for _, name := range c.staged {
		dir := path.Dir(name)
		for dir != "." && !r.disk.folders[dir] {
			dir = path.Dir(dir)
		}
		folders[dir] = true
	}
	for _, dir := range slices.Sorted(maps.Keys(folders)) {
		if err := mayWrite(r.disk.out.real(dir)); err != nil {
			return fault("write", r.disk.out.shown(dir), err)
		}
	}
	return nil
}

// checkInTheWay returns an error if something in the way of a planned path may not be
// removed: it must be ours, no longer planned and unchanged by others.
func (d *disk) checkInTheWay(removed map[string]bool) error {
	for _, name := range slices.Sorted(maps.Keys(d.inTheWay)) {
		err := fs.WalkDir(d.root.FS(), name, func(at string, entry fs.DirEntry, err error) error {
			if errors.Is(err, fs.ErrNotExist) {
				return nil // somebody took it out of the way
			}
			if err != nil {
				return fault("read", d.out.shown(at), err)
			}
			if removed[at] || entry.IsDir() && d.oldFolders()[at] {
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
