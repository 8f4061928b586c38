package publish

import (
	"cmp"
	"errors"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"
)

// replace changes the output file by file. All that needs room on the disk is written
// before the first file changes.
func (r *Run) replace(c change) error {
	during, err := r.stage.manifests(r.disk.old.manifest.union(c.after))
	if err != nil {
		return err
	}
	after, err := r.stage.manifests(c.after)
	if err != nil {
		return err
	}
	if err := r.disk.install(during); err != nil {
		return err
	}
	if err := r.remove(c, true); err != nil {
		return err
	}
	if err := r.rename(c.staged); err != nil {
		return err
	}
	if err := r.remove(c, false); err != nil {
		return err
	}
	return r.disk.install(after)
}

// rename brings the staged files to their places, and makes the folders that they need.
func (r *Run) rename(staged []string) error {
	for _, name := range staged {
		if dir := path.Dir(name); dir != "." && !r.disk.folders[dir] {
			if err := r.disk.root.MkdirAll(dir, 0o755); err != nil {
				return fault("create", r.disk.out.shown(dir), err)
			}
			r.disk.folders[dir] = true
		}
		if err := r.disk.move(r.plan[name].staged, name); err != nil {
			return err
		}
	}
	return nil
}

// install renames a staged manifest and its copy into place and flushes the folder, if the
// system can, so that they survive a power failure.
func (d *disk) install(staged [len(manifestNames)]string) error {
	for i, name := range manifestNames {
		if err := d.move(staged[i], name); err != nil {
			return err
		}
	}
	if folder, err := d.root.Open("."); err == nil {
		_ = folder.Sync()
		folder.Close()
	}
	return nil
}

func (d *disk) move(from, to string) error {
	if err := d.root.Rename(from, to); err != nil {
		return fault("write", d.out.shown(to), err)
	}
	return nil
}

// stagedInOrder returns the files to rename in an order in which none comes before one that
// it links to: assets, pages, lists of pages; and of each, new files before changed ones.
func (r *Run) stagedInOrder() []string {
	names := slices.DeleteFunc(slices.Sorted(maps.Keys(r.plan)), func(name string) bool {
		return r.plan[name].staged == ""
	})
	slices.SortStableFunc(names, func(a, b string) int {
		return cmp.Compare(rank(a, r.plan[a].existed), rank(b, r.plan[b].existed))
	})
	return names
}

// rank returns the place of a file in the order of renaming: lower ones come first.
func rank(name string, existed bool) int {
	rank := 0
	switch strings.ToLower(path.Ext(name)) {
	case ".html":
		rank = 2
	case ".xml", ".json", ".ics", ".txt":
		rank = 4
	}
	if existed {
		rank++
	}
	return rank
}

// remove removes files of ours that are no longer planned and the folders that become
// empty: with inTheWay those in the way of planned paths, before the renames, and without
// it the others, after them.
func (r *Run) remove(c change, inTheWay bool) error {
	if inTheWay && len(r.disk.inTheWay) == 0 {
		return nil
	}
	for _, name := range slices.Sorted(maps.Keys(c.removed)) {
		if r.disk.isInTheWay(name) != inTheWay {
			continue
		}
		if err := r.removeFile(name); err != nil {
			return err
		}
	}
	needed := foldersOf(maps.Keys(r.plan))
	for _, dir := range slices.Backward(slices.Sorted(maps.Keys(r.disk.oldFolders()))) { // the deepest first
		if r.disk.isInTheWay(dir) == inTheWay && !needed[dir] {
			if info, err := r.disk.root.Lstat(dir); err == nil && info.IsDir() {
				_ = r.disk.root.Remove(dir) // unless something is in it
			}
		}
	}
	return nil
}

func (r *Run) removeFile(name string) error {
	if spelled := r.respelled(name); spelled != "" {
		return r.disk.move(name, spelled)
	}
	if err := r.disk.root.Remove(name); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fault("remove", r.disk.out.shown(name), err)
	}
	return nil
}
