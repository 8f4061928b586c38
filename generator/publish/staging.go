package publish

import (
	"cmp"
	"errors"
	"io/fs"
	"os"
	"path"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
)

// staging is the hidden folder in the output for the changed files, named by numbers,
// until they are renamed. It is in the output because a rename works only within one file
// system. It is created with the first file, so a build without changes does not create it.
type staging struct {
	disk  *disk
	made  func() error // creates the folder, once
	files atomic.Int64 // how many were written
}

func newStaging(d *disk) *staging {
	return &staging{disk: d, made: sync.OnceValue(func() error { return d.root.Mkdir(stagingName, 0o700) })}
}

// write stages the bytes of a file and returns their path. An error names the path that
// the file will have.
func (s *staging) write(name string, data []byte, flush bool) (staged string, err error) {
	if err := s.made(); err != nil {
		return "", fault("write", s.disk.out.given, err)
	}
	staged = path.Join(stagingName, strconv.FormatInt(s.files.Add(1), 10))
	if err := writeNew(s.disk.root, staged, data, flush); err != nil {
		return "", fault("write", s.disk.out.shown(name), err)
	}
	return staged, nil
}

func writeNew(root *os.Root, name string, data []byte, flush bool) error {
	file, err := root.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	_, err = file.Write(data)
	if err == nil && flush {
		err = file.Sync()
	}
	return cmp.Or(err, file.Close())
}

// manifests stages a manifest and its copy, flushed to the disk.
func (s *staging) manifests(m manifest) (staged [len(manifestNames)]string, err error) {
	data := m.bytes()
	for i, name := range manifestNames {
		if staged[i], err = s.write(name, data, true); err != nil {
			return staged, err
		}
	}
	return staged, nil
}

// drop removes the folder with all files. If that fails, the next run removes it.
func (s *staging) drop() {
	if s.files.Load() > 0 {
		_ = s.disk.root.RemoveAll(stagingName)
	}
}

// removeLeftover removes the staging folder of a build that was killed, after the lock was
// taken. It refuses a folder that contains anything but numbered files.
func (d *disk) removeLeftover() error {
	foreign := func(at string) error {
		return refusal(d.out.given, "%s is in the way, which Ithaca did not make", d.out.shown(at))
	}
	info, err := d.root.Lstat(stagingName)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err == nil && !info.IsDir() {
		return foreign(stagingName)
	}
	err = fs.WalkDir(d.root.FS(), stagingName, func(at string, entry fs.DirEntry, err error) error {
		if err != nil {
			return fault("read", d.out.shown(at), err)
		}
		numbered := strings.Trim(path.Base(at), "0123456789") == "" && entry.Type().IsRegular()
		if at != stagingName && !numbered {
			return foreign(at)
		}
		return nil
	})
	if err != nil {
		return err
	}
	if err := d.root.RemoveAll(stagingName); err != nil {
		return fault("remove", d.out.shown(stagingName), err)
	}
	return nil
}
