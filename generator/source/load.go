package source

import (
	"crypto/sha256"
	"fmt"
	"os"
	"path"
	"strings"
)

// Disk reads files of a tree again. It holds none of them, nor the tree. It is
// immutable and safe for concurrent use.
type Disk struct {
	dir     string // the absolute folder of the site
	options Options
}

// Disk returns what reads the tree's files again.
func (t *Tree) Disk() Disk { return Disk{t.dir, t.options} }

// Load returns what a file holds, as Disk.Load does.
func (t *Tree) Load(f File) ([]byte, error) { return t.Disk().Load(f) }

// Load returns what a file holds, text in its one form, also where Data is nil:
// pictures are kept on the disk, since those of a large program do not fit into
// memory. It is an error when the file has changed since it was hashed. The
// bytes must not be changed.
func (d Disk) Load(f File) ([]byte, error) {
	if f.Data != nil || f.Size == 0 {
		return f.Data, nil
	}
	dir, name := d.dir, f.Path
	if d.options.Requests != "" && within(f.Path, requestsFolder) {
		dir, name = d.options.Requests, strings.TrimPrefix(f.Path, requestsFolder+"/")
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, failure(f.Path, err)
	}
	defer root.Close()
	file, info, err := openRegular(root, name)
	if err != nil {
		return nil, failure(f.Path, err)
	}
	defer file.Close()
	data, err := readUpTo(file, min(info.Size(), d.options.MaxPicture), d.options.MaxPicture)
	if err != nil {
		return nil, failure(f.Path, err)
	}
	if kindOf(path.Dir(f.Path), path.Base(f.Path)) == text {
		data, _ = normalise(data) // nil for what is no text any more, which has another hash
	}
	if sha256.Sum256(data) != f.Hash {
		return nil, fmt.Errorf("read %s: it has changed since the build began", f.Path)
	}
	return data, nil
}
