//go:build unix

package publish

import (
	"errors"
	"io/fs"
	"syscall"
)

// device reports which device a file lies on.
func device(info fs.FileInfo) uint64 {
	if stat, ok := info.Sys().(*syscall.Stat_t); ok {
		return uint64(stat.Dev)
	}
	return 0
}

// owner tells whom a file belongs to, as user and group.
func owner(info fs.FileInfo) [2]uint32 {
	if stat, ok := info.Sys().(*syscall.Stat_t); ok {
		return [2]uint32{stat.Uid, stat.Gid}
	}
	return [2]uint32{}
}

// isReadOnly reports whether a file system is mounted for reading only.
func isReadOnly(err error) bool { return errors.Is(err, syscall.EROFS) }

// isAcross reports whether two paths lie on different file systems or mounts, so
// that nothing can be renamed or linked from one to the other.
func isAcross(err error) bool { return errors.Is(err, syscall.EXDEV) }
