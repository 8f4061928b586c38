package publish

import (
	"cmp"
	"errors"
	"io/fs"
	"maps"
	"path"
	"slices"
)

// replace changes the output file by file. Everything that needs space on the
// disk happens before the first name changes.
func (r *Run) replace(c change) error {
	during, err := r.during(c)
	if err != nil {
		return err
	}
	if err := r.stage.open(); err != nil {
		return err
	}
	for name, m := range map[string]manifest{duringName: during, afterName: c.after} {
		if err := create(r.stage.at(name), 0o644, m.bytes()); err != nil {
			return fault("write", r.out.shown(manifestName), err)
		}
	}
	staging, err := r.stage.enter()
	if err != nil {
		return err
	}
	if err := r.move(path.Join(staging, duringName), manifestName); err != nil {
		return err
	}
	if err := r.makeWay(c); err != nil {
		return err
	}
	for _, unit := range r.units() {
		if err := r.move(path.Join(staging, r.stage.tree, unit.name), unit.name); err != nil {
			return err
		}
	}
	if err := r.takeAway(c); err != nil {
		return err
	}
	return r.move(path.Join(staging, afterName), manifestName)
}

// during returns the manifest for the time of renaming: all that was ours or will
// be. A file may then hold its old bytes or its new ones, so both are listed.
func (r *Run) during(c change) (manifest, error) {
	during := manifest{unfinished: true, sums: maps.Clone(c.after.sums)}
	for name, sum := range c.removed {
		during.sums[name] = []digest{sum}
	}
	for name, file := range r.plan {
		if !file.staged || !file.existed {
			continue
		}
		old := r.disk.old.sums[name]
		if len(old) > 1 { // the last build was killed: which of the two is it?
			sum, _, err := r.disk.sum(name)
			if err != nil {
				return manifest{}, err
			}
			old = slices.DeleteFunc(slices.Clone(old), func(s digest) bool { return s != sum })
		}
		if len(old) == 1 && old[0] != file.sum {
			during.sums[name] = []digest{old[0], file.sum}
		}
	}
	return during, nil
}

// unit is what one rename brings into the output: a file, or a whole folder
// where there was none.
type unit struct {
	name    string
	rank    int
	existed bool
}

// units returns the renames in an order in which no file names one that is not
// there yet: by rank, and new ones before changed ones.
func (r *Run) units() []unit {
	found := map[string]unit{}
	for name, file := range r.plan {
		if !file.staged {
			continue
		}
		u := unit{name: name, rank: rank(name), existed: file.existed}
		for dir := path.Dir(name); dir != "." && !r.disk.folders[dir]; dir = path.Dir(dir) {
			u.name = dir
		}
		u.rank = max(u.rank, found[u.name].rank)
		found[u.name] = u
	}
	return slices.SortedFunc(maps.Values(found), unit.compare)
}

func (u unit) compare(other unit) int {
	if u.rank == other.rank && u.existed != other.existed {
		if u.existed {
			return 1
		}
		return -1
	}
	return cmp.Or(cmp.Compare(u.rank, other.rank), cmp.Compare(u.name, other.name))
}

func (r *Run) move(from, to string) error {
	if err := r.disk.root.Rename(from, to); err != nil {
		return fault("write", r.out.shown(to), err)
	}
	return nil
}

// makeWay removes files and folders of ours whose names are needed for a folder
// or a file.
func (r *Run) makeWay(c change) error {
	return r.clear(only(c.removed, r.disk.yields), only(r.disk.oldFolders(), r.disk.yields))
}

// takeAway removes the files that are no longer planned, and the folders that
// only they were in. What has made way already may have a new owner by now.
func (r *Run) takeAway(c change) error {
	needed := foldersOf(maps.Keys(r.plan))
	files := only(c.removed, func(name string) bool { return !r.disk.yields(name) })
	folders := only(r.disk.oldFolders(), func(dir string) bool { return !needed[dir] && !r.disk.yields(dir) })
	return r.clear(files, folders)
}

// clear removes files and then the folders that are left empty.
func (r *Run) clear(files, folders []string) error {
	for _, name := range files {
		if err := r.removeFile(name); err != nil {
			return err
		}
	}
	for _, dir := range slices.Backward(folders) { // the deepest first
		if err := r.disk.removeEmpty(dir); err != nil {
			return err
		}
	}
	return nil
}

func (r *Run) removeFile(name string) error {
	if spelled, _ := r.claims.spelled(name); spelled != name && r.respelled(name) {
		return r.move(name, spelled)
	}
	if err := r.disk.root.Remove(name); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fault("remove", r.out.shown(name), err)
	}
	return nil
}

// only returns the keys that pass, sorted.
func only[V any](set map[string]V, passes func(string) bool) []string {
	var kept []string
	for name := range set {
		if passes(name) {
			kept = append(kept, name)
		}
	}
	slices.Sort(kept)
	return kept
}
