//go:build unix

package publish

import (
	"io/fs"
	"syscall"

	"golang.org/x/sys/unix"
)

// device returns the device that a file lies on.
func device(info fs.FileInfo) uint64 {
	if stat, ok := info.Sys().(*syscall.Stat_t); ok {
		return uint64(stat.Dev)
	}
	return 0
}

// mayWrite returns an error if this process may not change a folder's entries.
func mayWrite(dir string) error {
	return unix.Access(dir, unix.W_OK|unix.X_OK)
}
