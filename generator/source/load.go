package source

import (
	"crypto/sha256"
	"fmt"
	"io/fs"
	"os"
	"path"
	"strings"
	"testing/fstest"
)

// Forget drops the texts below content/, for the time after they were decoded: those of a
// large program take as much memory as the portal. It must be called before the tree is
// shared.
func (t *Tree) Forget() {
	files := t.Below(contentFolder)
	for i := range files {
		if files[i].info != nil { // else it is not on the disk: see With
			files[i].Data = nil
		}
	}
}

// Load returns the bytes of a file, texts normalised. Pictures below content/ and texts
// that were forgotten are read again; it is an error if they have changed since they were
// hashed. The bytes must not be modified.
func (t *Tree) Load(f File) ([]byte, error) {
	if f.Data != nil {
		return f.Data, nil
	}
	dir, name := t.dir, f.Path
	if t.requests != "" && within(f.Path, requestsFolder) {
		dir, name = t.requests, strings.TrimPrefix(f.Path, requestsFolder+"/")
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, readError(f.Path, err)
	}
	defer root.Close()
	file, info, err := openRegular(root, name)
	if err != nil {
		return nil, readError(f.Path, err)
	}
	defer file.Close()
	if info.Size() != f.info.Size() {
		return nil, changedError(f)
	}
	data, err := readUpTo(file, info.Size(), info.Size())
	if err != nil {
		return nil, readError(f.Path, err)
	}
	if kindOf(path.Dir(f.Path), path.Base(f.Path)) == text {
		data, _ = normalise(data)
	}
	if sha256.Sum256(data) != f.Hash {
		return nil, changedError(f)
	}
	return data, nil
}

func changedError(f File) error {
	return fmt.Errorf("read %s: it has changed since the build began", f.Path)
}

// Templates returns the files below templates/ as a read-only file system, or nil
// when there are none. Times are zero and modes are those of plain files.
func (t *Tree) Templates() fs.FS {
	files := t.Below(templatesFolder)
	if len(files) == 0 {
		return nil
	}
	all := fstest.MapFS{}
	for _, f := range files {
		all[strings.TrimPrefix(f.Path, templatesFolder+"/")] = &fstest.MapFile{Data: f.Data, Mode: 0o444}
	}
	return all
}

// Static returns the files that are published as they are, by their paths in the portal.
func (t *Tree) Static() map[string][]byte {
	files := map[string][]byte{}
	for _, f := range t.Below(StaticFolder) {
		files[strings.TrimPrefix(f.Path, StaticFolder+"/")] = f.Data
	}
	return files
}
