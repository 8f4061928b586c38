package source

import (
	"bytes"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"
	"time"
)

// FS returns the files below a folder as a read-only file system, or nil when
// there are none. Times are zero and modes are those of plain files.
func (t *Tree) FS(folder string) fs.FS {
	if len(t.Below(folder)) == 0 {
		return nil
	}
	return &fileSystem{t, folder}
}

// fileSystem shows a part of a tree. It keeps nothing of its own: folders are
// found by where their paths begin.
type fileSystem struct {
	tree   *Tree
	folder string
}

// Open opens a file or folder.
func (s *fileSystem) Open(name string) (fs.File, error) {
	if !fs.ValidPath(name) {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrInvalid}
	}
	full := path.Join(s.folder, name)
	if f, ok := s.tree.File(full); ok {
		data, err := s.tree.Load(f)
		if err != nil {
			return nil, &fs.PathError{Op: "open", Path: name, Err: err}
		}
		return &openFile{Reader: bytes.NewReader(data), info: info{path.Base(name), f.Size, 0o444}}, nil
	}
	if below := s.tree.Below(full); len(below) > 0 {
		return &listing{info: folderInfo(path.Base(name)), entries: children(below, full)}, nil
	}
	return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
}

// children returns the entries of a folder, sorted by name. In the sorted paths
// below it those of one child stand together.
func children(below []File, folder string) []fs.DirEntry {
	var entries []fs.DirEntry
	last := ""
	for _, f := range below {
		name, _, deeper := strings.Cut(f.Path[len(folder)+1:], "/")
		if name == last {
			continue
		}
		last = name
		entry := info{name, f.Size, 0o444}
		if deeper {
			entry = folderInfo(name)
		}
		entries = append(entries, fs.FileInfoToDirEntry(entry))
	}
	slices.SortFunc(entries, func(a, b fs.DirEntry) int { return strings.Compare(a.Name(), b.Name()) })
	return entries
}

type info struct {
	name string
	size int64
	mode fs.FileMode
}

func folderInfo(name string) info { return info{name, 0, fs.ModeDir | 0o555} }

func (i info) Name() string       { return i.name }
func (i info) Size() int64        { return i.size }
func (i info) Mode() fs.FileMode  { return i.mode }
func (i info) ModTime() time.Time { return time.Time{} }
func (i info) IsDir() bool        { return i.mode.IsDir() }
func (i info) Sys() any           { return nil }

type openFile struct {
	*bytes.Reader
	info info
}

func (f *openFile) Stat() (fs.FileInfo, error) { return f.info, nil }
func (f *openFile) Close() error               { return nil }

type listing struct {
	info    info
	entries []fs.DirEntry // those not yet given
}

func (f *listing) Stat() (fs.FileInfo, error) { return f.info, nil }
func (f *listing) Close() error               { return nil }

func (f *listing) Read([]byte) (int, error) {
	return 0, &fs.PathError{Op: "read", Path: f.info.name, Err: fs.ErrInvalid}
}

// ReadDir returns the next n entries, or all that are left for n ≤ 0.
func (f *listing) ReadDir(n int) ([]fs.DirEntry, error) {
	if n > 0 && len(f.entries) == 0 {
		return nil, io.EOF
	}
	if n <= 0 || n > len(f.entries) {
		n = len(f.entries)
	}
	next := f.entries[:n:n]
	f.entries = f.entries[n:]
	return next, nil
}
