package source

import (
	"os"
	"time"
)

// tick is the coarsest resolution of modification times on file systems in use.
const tick = 2 * time.Second

// unchanged returns the file of an earlier tree, if it is certain without reading it that
// it is still the same: by inode, size, mode and modification time. A file that was modified
// within a tick of the latest one of that tree may have changed again at the same time, and
// is not taken.
func (t *Tree) unchanged(e entry) (File, bool) {
	if t == nil || e.info == nil {
		return File{}, false
	}
	file, known := t.File(e.path)
	same := known && file.info.ModTime().Before(t.newest.Add(-tick)) && file.info.ModTime().Equal(e.info.ModTime()) &&
		file.info.Size() == e.info.Size() && file.info.Mode() == e.info.Mode() && os.SameFile(file.info, e.info)
	return file, same
}
