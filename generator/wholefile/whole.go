// Package wholefile writes files whole or not at all.
//
// It takes a folder, a name in it and bytes. What stands there afterwards is the file as
// it was, or as it should be, never a part of it, and nothing else is left behind. It
// does not know what the bytes mean.
package wholefile

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

// Write writes a file, in place of the one that may be there: beside it at first, under
// a name that begins with a dot, and then renamed.
func Write(root *os.Root, name string, data []byte, mode fs.FileMode) error {
	draft := filepath.Join(filepath.Dir(name), "."+filepath.Base(name)+".new")
	_ = root.Remove(draft) // of a run that was killed
	if err := create(root, draft, data, mode); err != nil {
		return err
	}
	if err := root.Rename(draft, name); err != nil {
		return errors.Join(err, root.Remove(draft))
	}
	return nil
}

// Create writes a file that is not there yet, and the folders it lies in. The error is
// fs.ErrExist where it is there.
func Create(root *os.Root, name string, data []byte) error {
	if err := root.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		return err
	}
	if _, err := root.Lstat(name); err == nil {
		return &fs.PathError{Op: "create", Path: name, Err: fs.ErrExist}
	}
	return Write(root, name, data, 0o666)
}

func create(root *os.Root, name string, data []byte, mode fs.FileMode) error {
	f, err := root.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	if err = errors.Join(err, f.Close()); err != nil {
		return errors.Join(err, root.Remove(name))
	}
	return nil
}

// Replace writes the file of a path. What it holds already stays untouched.
func Replace(path string, data []byte, mode fs.FileMode) error {
	if Holds(path, data) {
		return nil
	}
	root, err := os.OpenRoot(filepath.Dir(path))
	if err != nil {
		return err
	}
	defer root.Close()
	return Write(root, filepath.Base(path), data, mode)
}

// Holds reports whether a file is there and holds these bytes.
func Holds(path string, data []byte) bool {
	old, err := os.ReadFile(path)
	return err == nil && bytes.Equal(old, data)
}

// Read reads a file; nil where it is not there. What is no file, such as a pipe, could keep
// it waiting for ever.
func Read(path string) ([]byte, error) {
	if info, err := os.Stat(path); err == nil && !info.Mode().IsRegular() {
		return nil, &fs.PathError{Op: "read", Path: path, Err: errors.New("it is no ordinary file")}
	}
	data, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	return data, err
}
