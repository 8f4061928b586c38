package publish

import (
	"fmt"
	"io/fs"
	"os"
	"slices"
)

// exchange fills the staging folder up to a whole portal and lets it change
// places with the output. Where that turns out to be impossible it gives the
// reason, as a clause, and the output is as it was.
func (r *Run) exchange(c change) (why string, err error) {
	found, err := r.survey(c)
	if err != nil || found.why != "" {
		return found.why, err
	}
	if err := r.stage.open(); err != nil {
		return "", err
	}
	if err := create(r.stage.inTree(manifestName), 0o644, c.after.bytes()); err != nil {
		return "", fault("write", r.out.shown(manifestName), err)
	}
	stay := slices.Clone(found.foreign)
	for name, file := range r.plan {
		if !file.staged {
			stay = append(stay, name)
		}
	}
	slices.Sort(stay) // neighbours share folders
	err = eachAtOnce(len(stay), func(i int) error { return r.stage.link(stay[i]) })
	if isAcross(err) {
		return "part of the output is mounted from elsewhere", nil
	}
	if err != nil {
		return "", err
	}
	if r.disk.root == nil {
		return "", r.appear()
	}
	if why, err := r.dress(); err != nil || why != "" {
		return why, err
	}
	return r.swap(found)
}

// appear puts the new portal where there was no output.
func (r *Run) appear() error {
	if err := os.Rename(r.stage.inTree("."), r.out.path); err != nil {
		return fault("create", r.out.given, err)
	}
	return nil
}

// dress returns the folders of the staging tree the permissions that they have
// in the output. A folder of another user or group cannot be imitated.
func (r *Run) dress() (why string, err error) {
	fresh, err := os.Stat(r.stage.inTree("."))
	if err != nil {
		return "", fault("read", r.stage.inTree("."), err)
	}
	for dir := range r.stage.folders {
		if err := r.dressOne(dir, fresh); err != nil {
			return "", err
		}
	}
	live, err := os.Stat(r.out.path)
	if err != nil {
		return "", fault("read", r.out.given, err)
	}
	if owner(live) != owner(fresh) {
		return "the output belongs to another user or group", nil
	}
	return "", r.dressOne(".", fresh)
}

const permissions = fs.ModePerm | fs.ModeSetuid | fs.ModeSetgid | fs.ModeSticky

func (r *Run) dressOne(dir string, fresh fs.FileInfo) error {
	live, err := r.disk.root.Lstat(dir)
	if err != nil || !live.IsDir() || live.Mode()&permissions == fresh.Mode()&permissions {
		return nil // a new folder, or nothing to do
	}
	if err := os.Chmod(r.stage.inTree(dir), live.Mode()&permissions); err != nil {
		return fault("set the permissions of", r.out.shown(dir), err)
	}
	return nil
}

// swap is the moment of the exchange, and what comes after it: whatever others
// put into the old tree since the survey moves over, the rest of it goes.
func (r *Run) swap(found survey) (why string, err error) {
	r.disk.close() // Windows renames no folder that is open
	old, err := exchange(r.stage.inTree("."), r.out.path, r.stage.at(asideName))
	if err != nil {
		root, reopened := os.OpenRoot(r.out.path)
		if reopened != nil {
			return "", fault("exchange", r.out.given, err)
		}
		r.disk.root = root
		return fmt.Sprintf("the folder cannot be exchanged here (%v)", cause(err)), nil
	}
	rest := remains{old: old, live: r.out.path, known: r.disk.old.sums, carried: map[string]bool{}}
	for _, name := range found.foreign {
		rest.carried[name] = true
	}
	if err := rest.remove("."); err != nil {
		return "", fault("remove the old", r.out.given, err)
	}
	return "", nil
}
