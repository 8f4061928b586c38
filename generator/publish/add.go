package publish

import (
	"crypto/sha256"
	"fmt"
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
	r.ending.RLock()
	defer r.ending.RUnlock()
	if r.ended {
		return errEnded
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
	if err := r.paths.take(name); err != nil {
		return err
	}
	there, err := r.disk.look(name)
	if err != nil {
		return err
	}
	file := planned{sum: sha256.Sum256(data), existed: there != nil}
	same := false
	if there != nil {
		if same, err = r.disk.holds(name, there, data); err != nil {
			return err
		}
	}
	if !same {
		if file.staged, err = r.stage.write(name, data, false); err != nil {
			return err
		}
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	r.plan[name] = file
	return nil
}
