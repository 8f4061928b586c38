package source

import "io/fs"

// mark is what the system says of a file, by which one that has not changed is
// known without reading it.
type mark struct {
	changed int64  // when, in nanoseconds
	size    int64  // in bytes, on the disk
	inode   uint64 // 0 where the system has none
}

func markOf(info fs.FileInfo) mark {
	return mark{info.ModTime().UnixNano(), info.Size(), inodeOf(info)}
}

// tick is how close to each other two changes can be so that both leave the same
// mark, on the coarsest file systems, in nanoseconds.
const tick = 2_000_000_000

// trusted reports whether a mark can be relied on: a file that changed as late as
// the latest of all may have changed again at once.
func (t *Tree) trusted(m mark) bool { return m.changed < t.newest-tick }
