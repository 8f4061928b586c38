package publish

import (
	"crypto/sha256"
	"errors"
	"io/fs"
	"iter"
	"maps"
	"os"
	"path"
	"sync"
)

// disk is what lies in the output. Nothing of it changes before Commit, so
// what was once looked at is remembered. Links are never followed: a path
// whose folders are not all plain folders is not in the output.
type disk struct {
	out  output
	root *os.Root
	old  listing

	device uint64 // on which the output itself lies

	mu       sync.Mutex
	folders  map[string]bool // folder looked at → it exists
	inTheWay map[string]bool // file or folder of ours whose name a planned path needs

	oldFolders func() map[string]bool   // all in which a listed file lies, at any depth
	oldFolded  func() map[string]string // folded path → listed path
}

// openDisk opens an output that exists and reads its manifest.
func openDisk(out output) (*disk, error) {
	d := &disk{out: out, folders: map[string]bool{}, inTheWay: map[string]bool{}}
	var err error
	if d.root, err = os.OpenRoot(out.path); err != nil {
		return nil, fault("open", out.given, err)
	}
	if err := d.read(); err != nil {
		d.root.Close()
		return nil, err
	}
	d.oldFolders = sync.OnceValue(func() map[string]bool { return foldersOf(maps.Keys(d.old.manifest)) })
	d.oldFolded = sync.OnceValue(func() map[string]string {
		folded := make(map[string]string, len(d.old.manifest))
		for name := range d.old.manifest {
			folded[fold(name)] = name
		}
		return folded
	})
	return d, nil
}

func (d *disk) read() error {
	top, err := d.root.Stat(".")
	if err != nil {
		return fault("read", d.out.given, err)
	}
	d.device = device(top)
	if d.old, err = readManifests(d.root); err != nil {
		return fault("read", d.out.shown(manifestName), err)
	}
	if d.old.manifest != nil {
		return nil
	}
	return d.out.refuseForeign(d.old.damaged)
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
		d.noteInTheWay(name)
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
		return true, nil
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
		d.noteInTheWay(dir)
		return false, nil
	}
	return false, refusal(d.out.given, "%s needs a folder where %s lies, which Ithaca did not make",
		d.out.shown(file), d.out.shown(dir))
}

// ours reports whether the manifest lists a file. On a file system that ignores
// letter case it may be listed in another spelling.
func (d *disk) ours(name string, info fs.FileInfo) bool {
	if _, listed := d.old.manifest[name]; listed {
		return true
	}
	spelled, listed := d.oldFolded()[fold(name)]
	if !listed {
		return false
	}
	other, err := d.root.Lstat(spelled)
	return err == nil && os.SameFile(info, other)
}

// unchanged reports whether a listed file holds what Ithaca wrote. An empty one
// is what a power failure may leave of that.
func (d *disk) unchanged(name string, sum digest) bool {
	return d.old.manifest.has(name, sum) || sum == sha256.Sum256(nil)
}

func (d *disk) noteInTheWay(name string) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.inTheWay[name] = true
}

// mustGo reports whether name has to make way for a planned path, by itself or
// with the folder it lies in. It is for Commit, after the last look.
func (d *disk) mustGo(name string) bool {
	for at := name; at != "." && len(d.inTheWay) > 0; at = path.Dir(at) {
		if d.inTheWay[at] {
			return true
		}
	}
	return false
}

// removeEmpty removes a folder unless something is left in it or it is no plain
// folder. Where the system will not remove it, it stays.
func (d *disk) removeEmpty(dir string) {
	if info, err := d.root.Lstat(dir); err == nil && info.IsDir() {
		_ = d.root.Remove(dir)
	}
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
