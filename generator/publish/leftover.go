package publish

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

const markerHead = "ithaca staging folder of "

// marker is what the marker file of this output's staging folders says. It
// holds no whole path, so a moved site still knows its own.
func (o output) marker() []byte {
	return []byte(markerHead + filepath.Base(o.path) + "\n")
}

// sweep removes the staging folders of builds that were killed, from inside the
// output and, if that folder may be written, from beside it. The lock is held.
func (o output) sweep(insideOnly bool) error {
	if !insideOnly {
		if err := o.sweepBeside(); err != nil {
			return err
		}
	}
	return eachNamed(o.path, insideStaging, func(at string) error {
		if !isLeftover(at, []byte(markerHead)) {
			return nil
		}
		return o.discard(at)
	})
}

func (o output) sweepBeside() error {
	prefix := o.siblingPrefix() + "staging-"
	return eachNamed(filepath.Dir(o.path), prefix, func(at string) error {
		if !isLeftover(at, o.marker()) {
			return nil
		}
		return o.discard(at)
	})
}

// bringBack restores the old output if a build was killed between the two
// renames of an exchange.
func (o output) bringBack(aside string) error {
	if _, err := os.Lstat(o.path); !errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	err := os.Rename(aside, o.path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return fault("restore", o.given, err)
	}
	return nil
}

// eachNamed calls do for the folders in dir whose name is prefix and eight
// hexadecimal digits. A folder that may not be listed holds nothing of ours.
func eachNamed(dir, prefix string, do func(at string) error) error {
	entries, err := os.ReadDir(dir)
	if err != nil && !errors.Is(err, fs.ErrNotExist) && !errors.Is(err, fs.ErrPermission) {
		return fault("read", dir, err)
	}
	for _, entry := range entries {
		random, ok := strings.CutPrefix(entry.Name(), prefix)
		if !ok || !entry.IsDir() || len(random) != 8 || strings.Trim(random, "0123456789abcdef") != "" {
			continue
		}
		if err := do(filepath.Join(dir, entry.Name())); err != nil {
			return err
		}
	}
	return nil
}

// isLeftover knows a staging folder by its marker. A build may be killed before
// the marker is written: then there is nothing but a part of it.
func isLeftover(at string, marker []byte) bool {
	path := filepath.Join(at, markerName)
	info, err := os.Lstat(path)
	if err == nil && info.Mode().IsRegular() && info.Size() <= 4096 {
		said, err := os.ReadFile(path)
		if err != nil {
			return false
		}
		if bytes.HasPrefix(said, marker) {
			return true
		}
		return bytes.HasPrefix(marker, said) && onlyHolds(at, markerName)
	}
	return errors.Is(err, fs.ErrNotExist) && onlyHolds(at, "")
}

// onlyHolds reports whether a folder holds nothing but name, or nothing at all.
func onlyHolds(at, name string) bool {
	entries, err := os.ReadDir(at)
	if err != nil {
		return false
	}
	for _, entry := range entries {
		if entry.Name() != name {
			return false
		}
	}
	return true
}

// discard removes a staging folder. Its marker goes last, since being killed
// here must not leave something that the next sweep does not know.
func (o output) discard(at string) error {
	if err := o.bringBack(filepath.Join(at, asideName)); err != nil {
		return err
	}
	entries, err := os.ReadDir(at)
	if err != nil {
		return fault("read", at, err)
	}
	names := []string{markerName, "."}
	for _, entry := range entries {
		if entry.Name() != markerName {
			names = slices.Insert(names, 0, entry.Name())
		}
	}
	for _, name := range names {
		part := filepath.Join(at, name)
		if err := os.RemoveAll(part); err != nil {
			return fault("remove", part, err)
		}
	}
	return nil
}
