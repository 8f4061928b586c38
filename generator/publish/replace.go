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

// replace changes the output file by file. What needs much room on the disk
// happens before the first file changes.
func (r *Run) replace(c change) error {
	during, err := r.stage.manifests(r.disk.old.manifest.union(c.after))
	if err != nil {
		return err
	}
	after, err := r.stage.manifests(c.after)
	if err != nil {
		return err
	}
	if err := r.disk.list(during); err != nil {
		return err
	}
	if err := r.makeWay(c); err != nil {
		return err
	}
	order := r.order()
	if err := r.disk.makeFolders(order); err != nil {
		return err
	}
	for _, name := range order {
		if err := r.disk.move(r.plan[name].staged, name); err != nil {
			return err
		}
	}
	if err := r.takeAway(c); err != nil {
		return err
	}
	return r.disk.list(after)
}

// list puts a staged manifest and its copy in their places. Afterwards it is
// safe from power failures too, as far as the system lets a folder be flushed.
func (d *disk) list(staged [len(manifestNames)]string) error {
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

// order returns the staged files so that none comes before one that it names:
// assets, pages, what lists pages; and of each, new ones before changed ones.
func (r *Run) order() []string {
	var names []string
	for name, file := range r.plan {
		if file.staged != "" {
			names = append(names, name)
		}
	}
	slices.SortFunc(names, func(a, b string) int {
		byKind := cmp.Compare(kind(a), kind(b))
		if byKind == 0 && r.plan[a].existed != r.plan[b].existed {
			if r.plan[a].existed {
				return 1
			}
			return -1
		}
		return cmp.Or(byKind, cmp.Compare(a, b))
	})
	return names
}

// kind tells assets (0), pages (1) and what lists pages (2) apart.
func kind(name string) int {
	switch strings.ToLower(path.Ext(name)) {
	case ".html":
		return 1
	case ".xml", ".json", ".ics", ".txt":
		return 2
	}
	return 0
}

// makeFolders creates the folders that these files need. If one cannot be
// created, none is.
func (d *disk) makeFolders(names []string) error {
	var made []string
	for _, dir := range slices.Sorted(maps.Keys(foldersOf(slices.Values(names)))) {
		if d.folders[dir] {
			continue
		}
		err := d.root.Mkdir(dir, 0o755)
		if err != nil && !errors.Is(err, fs.ErrExist) {
			for _, dir := range slices.Backward(made) {
				d.removeEmpty(dir)
			}
			return fault("create", d.out.shown(dir), err)
		}
		made = append(made, dir)
	}
	return nil
}

// makeWay removes files and folders of ours whose names are needed for a folder
// or a file.
func (r *Run) makeWay(c change) error {
	return r.remove(only(c.removed, r.disk.mustGo), only(r.disk.oldFolders(), r.disk.mustGo))
}

// takeAway removes the files that are no longer planned, and the folders that
// only they were in. What has made way already may have a new owner by now.
func (r *Run) takeAway(c change) error {
	needed := foldersOf(maps.Keys(r.plan))
	files := only(c.removed, func(name string) bool { return !r.disk.mustGo(name) })
	folders := only(r.disk.oldFolders(), func(dir string) bool { return !needed[dir] && !r.disk.mustGo(dir) })
	return r.remove(files, folders)
}

// remove removes files and then the folders that are left empty.
func (r *Run) remove(files, folders []string) error {
	for _, name := range files {
		if err := r.removeFile(name); err != nil {
			return err
		}
	}
	for _, dir := range slices.Backward(folders) { // the deepest first
		r.disk.removeEmpty(dir)
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

// only returns the keys that pass, sorted.
func only(set map[string]bool, passes func(string) bool) []string {
	var kept []string
	for name := range set {
		if passes(name) {
			kept = append(kept, name)
		}
	}
	slices.Sort(kept)
	return kept
}
