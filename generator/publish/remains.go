package publish

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

// remains is the old tree after an exchange. It is removed, but for what others
// put there after it was surveyed: that moves to the new tree.
type remains struct {
	old, live string
	known     map[string][]digest // what Ithaca made, by path with slashes
	carried   map[string]bool     // foreign files that the new tree holds too
}

// remove removes a folder of the old tree with all that is in it.
func (m remains) remove(dir string) error {
	entries, err := os.ReadDir(filepath.Join(m.old, dir))
	if err != nil {
		return err
	}
	err = eachAtOnce(len(entries), func(i int) error {
		name := filepath.Join(dir, entries[i].Name())
		if entries[i].IsDir() {
			return m.remove(name)
		}
		return m.removeFile(name)
	})
	if err != nil {
		return err
	}
	return os.Remove(filepath.Join(m.old, dir))
}

func (m remains) removeFile(name string) error {
	at, live := filepath.Join(m.old, name), filepath.Join(m.live, name)
	slashed := filepath.ToSlash(name)
	if m.carried[slashed] {
		return m.settle(at, live)
	}
	if _, ours := m.known[slashed]; ours || slashed == manifestName {
		return os.Remove(at)
	}
	// It arrived late. If its place is taken, it is as if the portal had been
	// written a moment after it.
	if _, err := os.Lstat(live); !errors.Is(err, fs.ErrNotExist) {
		return os.Remove(at)
	}
	if err := os.MkdirAll(filepath.Dir(live), 0o755); err != nil {
		return err
	}
	return os.Rename(at, live)
}

// settle removes a file that both trees hold. If it is no longer the same one,
// an editor replaced it in the old tree, and that is the one to keep.
func (m remains) settle(at, live string) error {
	before, err := os.Lstat(at)
	if err != nil {
		return err
	}
	now, err := os.Lstat(live)
	if err == nil && os.SameFile(before, now) {
		return os.Remove(at)
	}
	return os.Rename(at, live)
}
