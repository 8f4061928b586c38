package source

import (
	"os"
	"time"
)

// tick is how close to each other two changes of a file can be so that the
// system gives both the same time, on the coarsest file systems.
const tick = 2 * time.Second

// unchanged returns a file as an earlier tree holds it, if it is certain without
// reading it that it is still the same: another file in its place has another
// number on the disk, and a later change leaves another time or size. Times near
// the latest of the earlier tree are not relied on, since such a file may have
// been changed once more within the same tick.
func (t *Tree) unchanged(e entry) (File, bool) {
	if t == nil || e.info == nil {
		return File{}, false
	}
	file, known := t.File(e.path)
	same := known && file.info.ModTime().Before(t.newest.Add(-tick)) && file.info.ModTime().Equal(e.info.ModTime()) &&
		file.info.Size() == e.info.Size() && file.info.Mode() == e.info.Mode() && os.SameFile(file.info, e.info)
	return file, same
}
