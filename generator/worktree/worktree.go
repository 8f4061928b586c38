// Package worktree changes files of a site on the disk, in a way that can be undone.
//
// It takes the folders of a site and files with their new bytes, and writes each file
// atomically, never outside of those folders. It returns which files git has not committed,
// and makes a backup where there is no git. It does not know what the files say.
package worktree

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"ithaca/generator/wholefile"
)

// Folders are the folders of a site.
type Folders struct {
	Site     string
	Requests string // of requests outside of the site; "" for none
}

// File is a file to write: its path in the site, such as "content/mentors/ana-silva.md".
type File struct {
	Path string
	Old  []byte // nil for a new file
	New  []byte // nil for a file to remove
	Was  string // the path of a file that is renamed to Path; "" for none
}

// requests is the folder of requests within a site.
const requests = "content/requests/"

// locate returns the folder that holds a file of the site, and the file's path in it.
func (f Folders) locate(path string) (top, name string) {
	if rest, found := strings.CutPrefix(path, requests); found && f.Requests != "" {
		return f.Requests, filepath.FromSlash(rest)
	}
	return f.Site, filepath.FromSlash(path)
}

// Where returns the path on the disk of a file of the site.
func (f Folders) Where(path string) string { return filepath.Join(f.locate(path)) }

// Read returns a file of the site, nil where there is none.
func (f Folders) Read(path string) []byte {
	data, err := os.ReadFile(f.Where(path))
	if err != nil {
		return nil
	}
	return data
}

// Write writes, renames or removes a file of the site, and removes its own folder, such as
// content/mentors/ana-silva, if that becomes empty.
func (f Folders) Write(file File) error {
	top, name := f.locate(file.Path)
	if err := os.MkdirAll(top, 0o755); err != nil {
		return err
	}
	root, err := os.OpenRoot(top)
	if err != nil {
		return err
	}
	defer root.Close()
	if file.Was != "" {
		return f.move(root, file, name)
	}
	if file.New == nil {
		if err := root.Remove(name); err != nil {
			return err
		}
		removeOwnFolder(root, file.Path, name)
		return nil
	}
	if err := root.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return err
	}
	mode := fs.FileMode(0o644)
	if info, err := root.Lstat(name); err == nil {
		if !info.Mode().IsRegular() {
			return errors.New("it is no ordinary file")
		}
		mode = info.Mode().Perm()
	}
	return wholefile.Write(root, name, file.New, mode)
}

// move writes a file under its old name and then renames it: it exists once at any time, so
// that the change can be repeated after an interruption.
func (f Folders) move(root *os.Root, file File, name string) error {
	if !bytes.Equal(f.Read(file.Was), file.New) {
		if err := f.Write(File{Path: file.Was, New: file.New}); err != nil {
			return err
		}
	}
	if err := root.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return err
	}
	_, was := f.locate(file.Was)
	err := root.Rename(was, name)
	removeOwnFolder(root, file.Was, was)
	return err
}

// removeOwnFolder removes the own folder of a file that is gone, if it has one and it is
// empty.
func removeOwnFolder(root *os.Root, path, name string) {
	if strings.Count(path, "/") > 2 {
		_ = root.Remove(filepath.Dir(name))
	}
}

// Create writes a new file of the site; one that exists is an error.
func (f Folders) Create(path string, data []byte) error {
	top, name := f.locate(path)
	root, err := os.OpenRoot(top)
	if err != nil {
		return err
	}
	defer root.Close()
	return wholefile.Create(root, name, data)
}

// Real returns the absolute path of a file or folder, with symbolic links resolved in the
// part of it that exists.
func Real(path string) string {
	full, err := filepath.Abs(path)
	if err != nil {
		return path
	}
	for rest := ""; ; {
		if found, err := filepath.EvalSymlinks(full); err == nil {
			return filepath.Join(found, rest)
		}
		if filepath.Dir(full) == full {
			return path
		}
		full, rest = filepath.Dir(full), filepath.Join(filepath.Base(full), rest)
	}
}

// Within reports whether a path is a folder or below it.
func Within(path, folder string) bool {
	relative, err := filepath.Rel(Real(folder), Real(path))
	return err == nil && filepath.IsLocal(relative)
}

// Repository returns the top folder of the git work tree that holds a folder, "" for none.
func Repository(folder string) string {
	for at := Real(folder); ; at = filepath.Dir(at) {
		if _, err := os.Lstat(filepath.Join(at, ".git")); err == nil {
			return at
		}
		if filepath.Dir(at) == at {
			return ""
		}
	}
}

// Uncommitted returns the files below some paths of a folder that differ from git's last
// commit, new ones among them; without paths, those of the whole folder. Outside of git it
// returns none.
func Uncommitted(folder string, paths ...string) (files []string, err error) {
	if _, err := os.Stat(folder); errors.Is(err, fs.ErrNotExist) || Repository(folder) == "" {
		return nil, nil
	}
	if len(paths) == 0 {
		paths = []string{"."}
	}
	out, err := Git(folder, nil, append([]string{"status", "--porcelain", "-z", "--"}, paths...)...)
	if errors.Is(err, ErrNoGit) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("ask git for changes in %s: %w", folder, err)
	}
	for entry := range strings.SplitSeq(string(out), "\x00") {
		if len(entry) > 3 {
			files = append(files, entry[3:])
		}
	}
	return files, nil
}

// keepCopy copies a folder to base, or to base with a number if that exists, and returns the
// path of the copy.
func keepCopy(folder, base string) (to string, err error) {
	to = base
	for n := 2; ; n++ {
		if _, err := os.Lstat(to); errors.Is(err, fs.ErrNotExist) {
			break
		}
		to = fmt.Sprintf("%s-%d", base, n)
	}
	unfinished := base + "-unfinished"
	_ = os.RemoveAll(unfinished) // of a run that was killed
	if err := os.CopyFS(unfinished, os.DirFS(folder)); err != nil {
		return "", errors.Join(fmt.Errorf("keep a copy of %s: %w", folder, err), os.RemoveAll(unfinished))
	}
	return to, os.Rename(unfinished, to)
}
