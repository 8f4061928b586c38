package publish

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"io"
	"io/fs"
	"iter"
	"maps"
	"os"
	"path"
	"sync"

	"ithaca/generator/filename"
)

// disk is the content of the output. Nothing in it changes before Commit, so look-ups are
// cached. Links are never followed: a path whose folders are not all plain folders is not
// in the output.
type disk struct {
	out  output
	root *os.Root
	old  listing

	device uint64 // of the output itself

	mu       sync.Mutex
	folders  map[string]bool // by path of a folder that was looked up: whether it exists
	inTheWay map[string]bool // file or folder of ours whose name a planned path needs

	oldFolders func() map[string]bool   // all folders above listed files
	oldFolded  func() map[string]string // by folded path: the listed path
}

// openDisk opens an output that exists. The manifest is still to be read.
func openDisk(out output) (*disk, error) {
	root, err := os.OpenRoot(out.path)
	if err != nil {
		return nil, fault("open", out.given, err)
	}
	d := &disk{out: out, root: root, folders: map[string]bool{}, inTheWay: map[string]bool{}}
	d.oldFolders = sync.OnceValue(func() map[string]bool { return foldersOf(maps.Keys(d.old.manifest)) })
	d.oldFolded = sync.OnceValue(func() map[string]string {
		folded := make(map[string]string, len(d.old.manifest))
		for name := range d.old.manifest {
			folded[filename.Fold(name)] = name
		}
		return folded
	})
	return d, nil
}

// read reads the manifest. Without one the output may hold only what may lie in
// any folder.
func (d *disk) read() error {
	top, err := d.root.Stat(".")
	if err != nil {
		return fault("read", d.out.given, err)
	}
	d.device = device(top)
	d.old, err = readManifests(d.root)
	switch {
	case err != nil:
		return fault("read", d.out.shown(manifestName), err)
	case d.old.manifest == nil:
		return d.out.refuseForeign(d.old.damaged)
	}
	return nil
}

// find returns the file of ours at a planned path; nil if the path is free, or will be
// when what is in the way is removed. A foreign file there is a refusal.
func (d *disk) find(name string) (fs.FileInfo, error) {
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
	case info.IsDir() || !d.ours(name):
		return nil, refusal(d.out.given, "%s is already there and Ithaca did not make it", d.out.shown(name))
	}
	return info, nil
}

// folder reports whether dir is a plain folder of the output. For a planned file it refuses
// what is foreign in its place; without one ("") it does not.
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

// isFolder is folder for a dir whose parent is known to be a plain folder.
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
	case info.Mode().IsRegular() && d.ours(dir):
		d.noteInTheWay(dir)
		return false, nil
	}
	return false, refusal(d.out.given, "%s needs a folder where %s lies, which Ithaca did not make",
		d.out.shown(file), d.out.shown(dir))
}

// ours reports whether the manifest lists a file. On a file system that ignores
// letter case it may be listed in another spelling.
func (d *disk) ours(name string) bool {
	if _, listed := d.old.manifest[name]; listed {
		return true
	}
	spelled, listed := d.oldFolded()[filename.Fold(name)]
	return listed && d.same(name, spelled)
}

// same reports whether two paths lead to one file.
func (d *disk) same(name, other string) bool {
	a, errA := d.root.Lstat(name)
	b, errB := d.root.Lstat(other)
	return errA == nil && errB == nil && os.SameFile(a, b)
}

// unchanged reports whether a listed file has the hash of what Ithaca wrote, or is empty,
// as a power failure may leave it.
func (d *disk) unchanged(name string, sum digest) bool {
	return d.old.manifest.has(name, sum) || sum == sha256.Sum256(nil)
}

func (d *disk) noteInTheWay(name string) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.inTheWay[name] = true
}

// isInTheWay reports whether name, or a folder above it, has to be removed for a planned
// path. Commit calls it after the last find.
func (d *disk) isInTheWay(name string) bool {
	for at := name; at != "." && len(d.inTheWay) > 0; at = path.Dir(at) {
		if d.inTheWay[at] {
			return true
		}
	}
	return false
}

// hasBytes reports whether the file that find returned has exactly these bytes.
func (d *disk) hasBytes(name string, info fs.FileInfo, data []byte) (bool, error) {
	if !info.Mode().IsRegular() || info.Size() != int64(len(data)) {
		return false, nil
	}
	there, err := d.root.ReadFile(name)
	if err != nil {
		return false, fault("read", d.out.shown(name), err)
	}
	return bytes.Equal(there, data), nil
}

// sum hashes a plain file of the output; ok is false where there is none.
func (d *disk) sum(name string) (sum digest, ok bool, err error) {
	if exists, err := d.folder(path.Dir(name), ""); err != nil || !exists {
		return sum, false, err
	}
	info, err := d.root.Lstat(name)
	if errors.Is(err, fs.ErrNotExist) || err == nil && !info.Mode().IsRegular() {
		return sum, false, nil
	}
	if err != nil {
		return sum, false, fault("read", d.out.shown(name), err)
	}
	file, err := d.root.Open(name)
	if err != nil {
		return sum, false, fault("read", d.out.shown(name), err)
	}
	defer file.Close()
	hash := sha256.New()
	if _, err := io.Copy(hash, file); err != nil {
		return sum, false, fault("read", d.out.shown(name), err)
	}
	return digest(hash.Sum(nil)), true, nil
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
