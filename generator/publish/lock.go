package publish

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"runtime"
	"strings"
	"syscall"
	"time"

	"github.com/gofrs/flock"

	"ithaca/generator/filename"
)

// acquire takes the lock by which one build at a time writes to an output: a file beside
// it or, where that folder may not be written, in it. The system releases the lock when the
// process dies; the file that is left is reused.
func acquire(out output, wait time.Duration) (*flock.Flock, error) {
	held, err := waitFor(out, out.lockBeside(), wait)
	if !errors.Is(err, fs.ErrPermission) && !errors.Is(err, syscall.EROFS) {
		return held, err
	}
	if info, missing := os.Stat(out.path); missing != nil || !info.IsDir() {
		return nil, fault("create", out.given, err)
	}
	return waitFor(out, out.real(lockName), wait)
}

// waitFor locks the file at path, and tries again until wait is over.
func waitFor(out output, path string, wait time.Duration) (*flock.Flock, error) {
	const pause = 20 * time.Millisecond
	for end := time.Now().Add(wait); ; time.Sleep(pause) {
		if info, err := os.Lstat(path); err == nil && !info.Mode().IsRegular() {
			return nil, refusal(out.given, "%s is in the way of the lock", path)
		}
		held := flock.New(path, flock.SetPermissions(0o644))
		got, err := held.TryLock()
		switch {
		case err != nil:
			return nil, fault("lock", path, err)
		case got && stillThere(held, path):
			sign(path)
			return held, nil
		case got:
			// The build that held the lock removed its file when it finished, and
			// a lock on a removed file keeps nobody away.
			_ = held.Unlock()
		case time.Now().After(end):
			return nil, refusal(out.given, "another build is writing there: %s", holder(path))
		}
	}
}

// stillThere reports whether the locked file is still the one at path.
func stillThere(held *flock.Flock, path string) bool {
	own, err := held.Stat()
	if err != nil {
		return false
	}
	there, err := os.Lstat(path)
	return err == nil && os.SameFile(own, there)
}

// release removes the file while it is still locked, so that a waiting build notices. Windows cannot remove an open file: there it is removed after it is unlocked,
// unless another build has just locked it.
func release(l *flock.Flock) {
	if runtime.GOOS == "windows" {
		_ = l.Unlock()
		_ = os.Remove(l.Path())
		return
	}
	_ = os.Remove(l.Path())
	_ = l.Unlock()
}

// signature is the offset of the holder's line: Windows lets nobody else read the first
// byte while it is locked.
const signature = 1

// sign writes into the lock file who holds it, for messages. Failures are ignored. Bytes of
// an earlier holder may follow the line.
func sign(path string) {
	file, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err != nil {
		return
	}
	defer file.Close()
	host, err := os.Hostname()
	if err != nil {
		host = "this machine"
	}
	line := fmt.Sprintf("process %d on %s since %s\n", os.Getpid(), host, time.Now().Format(time.DateTime))
	_, _ = file.WriteAt([]byte(line), signature)
}

// holder reads what sign wrote.
func holder(path string) string {
	text, n := make([]byte, 300), 0
	if file, err := os.Open(path); err == nil {
		n, _ = file.ReadAt(text, signature)
		file.Close()
	}
	line, _, complete := strings.Cut(string(text[:n]), "\n")
	if !complete || !strings.HasPrefix(line, "process ") || strings.ContainsFunc(line, filename.IsInvisible) {
		return "a process that did not say who it is"
	}
	return line
}
