package publish

import (
	"errors"
	"io/fs"

	"golang.org/x/sys/windows"
)

// device takes all files to be on one device; where that is wrong a rename
// fails and files are copied instead.
func device(fs.FileInfo) uint64 { return 0 }

// owner takes all files to belong to one user.
func owner(fs.FileInfo) [2]uint32 { return [2]uint32{} }

// isReadOnly reports whether a disk is write-protected.
func isReadOnly(err error) bool { return errors.Is(err, windows.ERROR_WRITE_PROTECT) }

// isAcross reports whether two paths lie on different disks.
func isAcross(err error) bool { return errors.Is(err, windows.ERROR_NOT_SAME_DEVICE) }
