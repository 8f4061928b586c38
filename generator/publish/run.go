package publish

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"github.com/gofrs/flock"

	"ithaca/generator/filename"
)

// Options says what the output must not be and how long Open waits. The zero value
// protects only what is always protected (see Open) and does not wait.
type Options struct {
	// Protected are folders that the output may neither be nor contain, such
	// as the site's own folder. They need not exist.
	Protected []string
	// Inputs are folders the portal is made from. They are protected too, and
	// the output may not lie inside them either.
	Inputs []string
	// Wait is how long Open waits for another build to finish.
	Wait time.Duration
}

// Result says what Commit did. Files counts what was planned and is the sum of
// Written and Unchanged; Removed counts files of earlier builds that are gone.
type Result struct {
	Files, Written, Unchanged, Removed int

	// Kept are files of earlier builds, sorted, that are no longer planned but
	// stay because somebody changed them by hand. From now on they are foreign.
	Kept []string
}

// Run is one build that writes to an output. It has the output's lock until Commit or
// Abort, neither of which may begin before every Add has returned.
type Run struct {
	lock    *flock.Flock
	created string // path of the output, if the run created it
	disk    *disk
	stage   *staging
	paths   filename.Paths

	mu     sync.Mutex // guards what follows
	plan   map[string]planned
	failed error
	ended  bool
}

// planned is one file of the new portal, without its bytes.
type planned struct {
	sum     digest
	staged  string // path of its bytes in the staging folder, if they differ from those on disk
	existed bool   // whether a file of Ithaca was at its path
}

var errEnded = errors.New("publish: the run is over")

// Open begins a run that will write to dir, which need not exist yet. It
// refuses the root of a file system, the home and the working folder, the
// protected folders, everything above any of these, and a folder that holds
// files of others but no manifest. While another build holds the output it
// waits for Options.Wait and then says who does.
//
// The caller ends the run with Commit or Abort.
func Open(dir string, options Options) (*Run, error) {
	out, err := locate(dir)
	if err != nil {
		return nil, err
	}
	if err := out.refuse(options); err != nil {
		return nil, err
	}
	if err := os.MkdirAll(filepath.Dir(out.path), 0o755); err != nil {
		return nil, fault("create", filepath.Dir(out.given), err)
	}
	held, err := acquire(out, options.Wait)
	if err != nil {
		return nil, err
	}
	run := &Run{lock: held, plan: map[string]planned{}}
	if err := run.begin(out); err != nil {
		run.end()
		return nil, err
	}
	return run, nil
}

// begin opens the output, after the lock was taken.
func (r *Run) begin(out output) error {
	if err := os.Mkdir(out.path, 0o755); err == nil {
		r.created = out.path
	} else if !errors.Is(err, fs.ErrExist) {
		return fault("create", out.given, err)
	}
	disk, err := openDisk(out)
	if err != nil {
		return err
	}
	r.disk, r.stage = disk, newStaging(disk)
	if err := disk.read(); err != nil {
		return err
	}
	return disk.removeLeftover()
}

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
	// The path becomes a key for the rest of the run; a caller's larger string
	// must not live as long.
	name = strings.Clone(name)
	file, err := r.compare(name, data)
	r.mu.Lock()
	defer r.mu.Unlock()
	switch {
	case r.ended:
		return errEnded
	case err == nil:
		r.plan[name] = file
	case r.failed == nil:
		r.failed = err // which Commit returns
	}
	return err
}

// compare compares a file with the one on disk, and stages it if it is new or changed.
func (r *Run) compare(name string, data []byte) (file planned, err error) {
	if problem := filename.PathProblem(name); problem != "" {
		return file, fmt.Errorf("write %q: the path %s", name, problem)
	}
	if other, clash := r.paths.Take(name); clash != "" {
		return file, clashError(name, other, clash)
	}
	there, err := r.disk.find(name)
	if err != nil {
		return file, err
	}
	file.sum, file.existed = sha256.Sum256(data), there != nil
	if there != nil {
		if same, err := r.disk.hasBytes(name, there, data); err != nil || same {
			return file, err
		}
	}
	file.staged, err = r.stage.write(name, data, false)
	return file, err
}

// Abort ends the run, drops what was staged and leaves the output as it was.
// After Commit or another Abort it does nothing, so it can be deferred.
func (r *Run) Abort() {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.end()
}

// end drops the staging folder and releases the lock, once. The caller has locked r.mu,
// except Open, which has not shared the run yet.
func (r *Run) end() {
	if r.ended {
		return
	}
	r.ended = true
	if r.disk != nil {
		r.stage.drop()
		r.disk.root.Close()
	}
	if r.created != "" {
		_ = os.Remove(r.created) // unless something was published there
	}
	release(r.lock)
}

// clashError returns the error for two paths that clash. It names them in one order,
// whichever was added first.
func clashError(a, b, how string) error {
	if a == b {
		return fmt.Errorf("write %s: it is planned twice", a)
	}
	return fmt.Errorf("write %s and %s: they %s", min(a, b), max(a, b), how)
}

// fault returns a failure of the machine with operation, path and reason. The errors of
// os.Root name only the end of a path, and those of a rename name two paths.
func fault(op, path string, err error) error {
	if reason := errors.Unwrap(err); reason != nil {
		err = reason
	}
	return &fs.PathError{Op: op, Path: path, Err: err}
}

// refusal returns the error for a decision not to write to path.
func refusal(path, format string, args ...any) error {
	return fmt.Errorf("publish to %s: %s", path, fmt.Sprintf(format, args...))
}
