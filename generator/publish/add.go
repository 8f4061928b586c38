package publish

import (
	"crypto/sha256"
	"fmt"
	"path"
	"strings"
)

// Add plans one file: its path in the output, with slashes, and its finished
// bytes, which are neither kept nor changed. A file that differs from what is
// on disk is staged; one that does not costs no writing. Any goroutine may
// call it.
//
// It refuses a path that is absolute, leaves the output, or would not be the
// same file everywhere (names of Windows devices, control characters, trailing
// dots); two paths that differ only in letter case or in the form of accents;
// and a path at which a foreign file lies. After any failure Commit will fail
// too.
func (r *Run) Add(name string, data []byte) error {
	r.gate.RLock()
	defer r.gate.RUnlock()
	if r.closed {
		return errClosed
	}
	// The path becomes a key for the rest of the run; a caller's larger string
	// must not live as long.
	name = strings.Clone(name)
	err := r.add(name, data)
	if err != nil {
		r.fail(err)
	}
	return err
}

func (r *Run) add(name string, data []byte) error {
	if reason := badPath(name); reason != "" {
		return fmt.Errorf("write %q: %s", name, reason)
	}
	if err := r.claims.take(name); err != nil {
		return err
	}
	there, err := r.disk.look(name)
	if err != nil {
		return err
	}
	file := planned{sum: sha256.Sum256(data), staged: true, existed: there != nil}
	if there != nil {
		same, err := r.disk.holds(name, there, data)
		if err != nil {
			return err
		}
		file.staged = !same
	}
	if file.staged {
		if err := r.stage.write(name, data); err != nil {
			return err
		}
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	r.plan[name] = file
	return nil
}

// rank orders files for renaming in place: what pages need, then pages, then
// what lists pages. Nothing then names a file that is not there yet.
func rank(name string) int {
	switch strings.ToLower(path.Ext(name)) {
	case ".html":
		return 1
	case ".xml", ".json", ".ics", ".txt":
		return 2
	}
	return 0
}
