package publish

import (
	"errors"
	"io"
	"io/fs"
	"iter"
	"os"
	"path"
	"sync"
)

// disk is what lies in the output. Nothing in it changes before Commit, so
// what was once looked at is remembered. Links are never followed: a path
// whose folders are not all plain folders is not in the output.
type disk struct {
	out  output
	root *os.Root // nil while there is no output
	old  manifest

	device uint64 // where the output itself lies

	mu       sync.Mutex
	folders  map[string]bool // folder looked at → it exists
	yielding map[string]bool // file or folder of ours that must go, since a planned path needs its name

	oldFolders func() map[string]bool
	oldFolded  func() map[string]string
}

// open reads the manifest, if there is an output yet.
func (d *disk) open() error {
	root, err := os.OpenRoot(d.out.path)
	switch {
	case err == nil:
		d.root = root
		top, err := root.Stat(".")
		if err != nil {
			return fault("read", d.out.given, err)
		}
		d.device = device(top)
		if d.old, err = readManifest(root, d.out.given); err != nil {
			return err
		}
	case !errors.Is(err, fs.ErrNotExist):
		return fault("open", d.out.given, err)
	}
	d.oldFolders = sync.OnceValue(d.old.folders)
	d.oldFolded = sync.OnceValue(func() map[string]string {
		folded := make(map[string]string, len(d.old.sums))
		for name := range d.old.sums {
			folded[fold(name)] = name
		}
		return folded
	})
	return nil
}

func (d *disk) close() {
	if d.root != nil {
		d.root.Close()
	}
}

// look finds what of ours lies at a planned path: nil if nothing, so that the
// path is free or will be. Something foreign there is a refusal.
func (d *disk) look(name string) (fs.FileInfo, error) {
	if exists, err := d.folder(path.Dir(name), name); err != nil || !exists {
		return nil, err
	}
	info, err := d.root.Lstat(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, nil
	case err != nil:
		return nil, fault("read", d.out.shown(name), err)
	case info.IsDir() && d.oldFolders()[name]:
		d.yield(name)
		return nil, nil
	case info.IsDir() || !d.ours(name, info):
		return nil, refusal(d.out.given, "%s is already there and Ithaca did not make it", d.out.shown(name))
	}
	return info, nil
}

// folder reports whether dir is a plain folder of the output, for the sake of a
// planned file, or of none ("").
func (d *disk) folder(dir, file string) (bool, error) {
	if dir == "." {
		return d.root != nil, nil
	}
	d.mu.Lock()
	exists, known := d.folders[dir]
	d.mu.Unlock()
	if known {
		return exists, nil
	}
	if above, err := d.folder(path.Dir(dir), file); err != nil || !above {
		return false, err
	}
	exists, err := d.isFolder(dir, file)
	if err == nil {
		d.mu.Lock()
		d.folders[dir] = exists
		d.mu.Unlock()
	}
	return exists, err
}

// isFolder looks at dir, whose own folder is known to be a plain one.
func (d *disk) isFolder(dir, file string) (bool, error) {
	info, err := d.root.Lstat(dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return false, nil
	case err != nil:
		return false, fault("read", d.out.shown(dir), err)
	case info.IsDir() && file != "" && device(info) != d.device:
		return false, refusal(d.out.given, "%s is mounted from elsewhere, so no file can be moved there", d.out.shown(dir))
	case info.IsDir():
		return true, nil
	case file == "":
		return false, nil
	case info.Mode().IsRegular() && d.ours(dir, info):
		d.yield(dir)
		return false, nil
	}
	return false, refusal(d.out.given, "%s needs a folder where %s lies, which Ithaca did not make",
		d.out.shown(file), d.out.shown(dir))
}

// ours reports whether the manifest lists a file. On a file system that ignores
// letter case it may be listed in another spelling.
func (d *disk) ours(name string, info fs.FileInfo) bool {
	if _, listed := d.old.sums[name]; listed {
		return true
	}
	spelled, listed := d.oldFolded()[fold(name)]
	if !listed {
		return false
	}
	other, err := d.root.Lstat(spelled)
	return err == nil && os.SameFile(info, other)
}

func (d *disk) yield(name string) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.yielding[name] = true
}

// yields reports whether name has to make way for a planned path, by itself or
// with the folder it lies in. It is for Commit, after the last look.
func (d *disk) yields(name string) bool {
	for at := name; at != "." && len(d.yielding) > 0; at = path.Dir(at) {
		if d.yielding[at] {
			return true
		}
	}
	return false
}

// removeEmpty removes a folder unless something is left in it, it is no plain
// folder or something is mounted there.
func (d *disk) removeEmpty(dir string) error {
	if exists, err := d.folder(path.Dir(dir), ""); err != nil || !exists {
		return err
	}
	info, err := d.root.Lstat(dir)
	if errors.Is(err, fs.ErrNotExist) || err == nil && (!info.IsDir() || device(info) != d.device) {
		return nil
	}
	if err != nil {
		return fault("read", d.out.shown(dir), err)
	}
	file, err := d.root.Open(dir)
	if err != nil {
		return fault("read", d.out.shown(dir), err)
	}
	_, err = file.Readdirnames(1)
	file.Close()
	if err != io.EOF {
		return nil // not empty, or nobody can tell
	}
	if err := d.root.Remove(dir); err != nil {
		return fault("remove", d.out.shown(dir), err)
	}
	return nil
}

// foldersOf returns every folder above the given paths, but the output itself.
func foldersOf(names iter.Seq[string]) map[string]bool {
	folders := map[string]bool{}
	for name := range names {
		for dir := path.Dir(name); dir != "." && !folders[dir]; dir = path.Dir(dir) {
			folders[dir] = true
		}
	}
	return folders
}
