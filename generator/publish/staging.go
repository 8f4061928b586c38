package publish

import (
	"crypto/rand"
	"encoding/hex"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"sync"
)

// Names in a staging folder.
const (
	markerName = "marker" // says whose staging folder this is
	treePrefix = "tree-"  // what is staged; after an exchange, the old output
	asideName  = "aside"  // the old output, where an exchange takes two renames
	duringName = "during" // manifest for the time of renaming in place
	afterName  = "after"  // manifest for the time after
)

// staging is the hidden folder in which the new portal grows, beside the
// output or, where that is impossible, inside it. It is created when the first
// file needs it, so a build without changes leaves no trace.
type staging struct {
	out    output
	inside bool

	mu      sync.Mutex
	path    string          // "" until it is created
	tree    string          // name of the tree in it, never the same twice (see spread)
	folders map[string]bool // those created in the tree
}

// open creates the staging folder.
func (s *staging) open() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.opened()
}

// opened is open for those who hold the lock.
func (s *staging) opened() error {
	if s.path != "" {
		return nil
	}
	var random [4]byte
	_, _ = rand.Read(random[:]) // never fails
	name := hex.EncodeToString(random[:])
	at := s.out.sibling("staging-" + name)
	if s.inside {
		at = s.out.real(insideStaging + name)
	}
	if err := os.Mkdir(at, 0o700); err != nil {
		return fault("create", at, err)
	}
	s.path, s.tree = at, treePrefix+name
	spread(at)
	if err := os.WriteFile(filepath.Join(at, markerName), s.out.marker(), 0o644); err != nil {
		return fault("write", filepath.Join(at, markerName), err)
	}
	if err := os.Mkdir(s.inTree("."), 0o755); err != nil {
		return fault("create", s.inTree("."), err)
	}
	return nil
}

// at is where something in the staging folder lies.
func (s *staging) at(name string) string {
	return filepath.Join(s.path, name)
}

// inTree is where a path of the portal is staged.
func (s *staging) inTree(name string) string {
	return filepath.Join(s.path, s.tree, filepath.FromSlash(name))
}

// folder creates a folder of the tree and those above it.
func (s *staging) folder(dir string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if err := s.opened(); err != nil {
		return err
	}
	return s.foldered(dir)
}

func (s *staging) foldered(dir string) error {
	if dir == "." || s.folders[dir] {
		return nil
	}
	if err := s.foldered(path.Dir(dir)); err != nil {
		return err
	}
	if err := os.Mkdir(s.inTree(dir), 0o755); err != nil {
		return fault("create", s.out.shown(dir), err)
	}
	s.folders[dir] = true
	return nil
}

// write stages one file of the portal. The path in an error is the one it will
// have, which means more to people than where it is staged.
func (s *staging) write(name string, data []byte) error {
	if err := s.folder(path.Dir(name)); err != nil {
		return err
	}
	if err := create(s.inTree(name), 0o644, data); err != nil {
		return fault("write", s.out.shown(name), err)
	}
	return nil
}

func create(at string, mode fs.FileMode, data []byte) error {
	file, err := os.OpenFile(at, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
	if err != nil {
		return err
	}
	if _, err := file.Write(data); err != nil {
		file.Close()
		return err
	}
	return file.Close()
}

// link brings an unchanged file of the output into the tree: the same file
// where the file system can, otherwise a copy with its mode and time.
func (s *staging) link(name string) error {
	if err := s.folder(path.Dir(name)); err != nil {
		return err
	}
	from, to := s.out.real(name), s.inTree(name)
	err := os.Link(from, to)
	if err == nil || isAcross(err) {
		return err
	}
	if err := copyFile(from, to); err != nil {
		return fault("copy", s.out.shown(name), err)
	}
	return nil
}

// copyFile copies bytes, mode and time of a plain file.
func copyFile(from, to string) error {
	source, err := os.Open(from)
	if err != nil {
		return err
	}
	defer source.Close()
	info, err := source.Stat()
	if err != nil {
		return err
	}
	target, err := os.OpenFile(to, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	if _, err := io.Copy(target, source); err != nil {
		target.Close()
		return err
	}
	if err := target.Close(); err != nil {
		return err
	}
	if err := os.Chmod(to, info.Mode().Perm()); err != nil {
		return err
	}
	return os.Chtimes(to, info.ModTime(), info.ModTime())
}

// enter moves the staging folder into the output, from where files can be
// renamed without leaving it, and gives its name there. On another file system
// it is copied, so that a full disk is noticed before anything is replaced.
func (s *staging) enter() (string, error) {
	if s.inside {
		return filepath.Base(s.path), nil
	}
	random := filepath.Base(s.path)[len(s.out.siblingPrefix()+"staging-"):]
	target := s.out.real(insideStaging + random)
	err := os.Rename(s.path, target)
	if isAcross(err) {
		err = s.copyTo(target)
	}
	if err != nil {
		return "", fault("move the new files into", s.out.given, err)
	}
	s.path, s.inside = target, true
	return insideStaging + random, nil
}

// copyTo copies the staging folder, its marker first. What is not finished is
// removed again.
func (s *staging) copyTo(target string) error {
	if err := os.Mkdir(target, 0o700); err != nil {
		return err
	}
	err := create(filepath.Join(target, markerName), 0o644, s.out.marker())
	if err == nil {
		err = filepath.WalkDir(s.path, func(at string, entry fs.DirEntry, err error) error {
			rel, _ := filepath.Rel(s.path, at)
			switch {
			case err != nil || rel == "." || rel == markerName:
				return err
			case entry.IsDir():
				return os.Mkdir(filepath.Join(target, rel), 0o755)
			}
			return copyFile(at, filepath.Join(target, rel))
		})
	}
	if err != nil {
		_ = s.out.discard(target)
		return err
	}
	return s.out.discard(s.path)
}

// drop removes the staging folder with all that is in it. A failure is left to
// the next run, which knows the folder by its marker.
func (s *staging) drop() {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.path != "" {
		_ = s.out.discard(s.path)
	}
	s.path = ""
}
