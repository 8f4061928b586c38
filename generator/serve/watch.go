package serve

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"sync/atomic"
	"time"

	"github.com/fsnotify/fsnotify"
)

// Editors save in several steps, and a checkout changes thousands of files:
// changes are passed on when nothing has happened for quiet, but never later than
// longest. An editor that has emptied a file gets a while to write it.
const (
	quiet        = 40 * time.Millisecond
	quietEmptied = 400 * time.Millisecond
	longest      = 2 * time.Second
	pollEvery    = time.Second
)

// notifier is how the system tells of changes: in each folder that is added, but
// not in those within it. The zero value stands for none.
type notifier struct {
	events <-chan fsnotify.Event
	errors <-chan error
	add    func(folder string) error // adding one again does nothing
	close  func() error
}

// newNotifier returns that of the system. Where it has none, adding fails.
func newNotifier() notifier {
	w, err := fsnotify.NewWatcher()
	if err != nil {
		return notifier{add: func(string) error { return err }}
	}
	return notifier{w.Events, w.Errors, w.Add, w.Close}
}

func (n notifier) stop() {
	if n.close != nil {
		_ = n.close() // nothing more is expected of it
	}
}

// watcher says that something in the folders has changed, not what: a new
// snapshot looks at everything.
type watcher struct {
	folders folders
	notice  func(text string)
	changed chan struct{} // holds a value while a change waits to be looked at
	failed  chan error    // why a folder cannot be followed
	// Once the machine failed to read a file, a change of permissions may mend it.
	failing atomic.Bool

	notifier
	ticks  <-chan time.Time // of polling; nil until it begins
	polled uint64           // the fingerprint of all files at the last tick
}

// newWatcher returns a watcher that polls when there is no notifier, or when it
// fails. Notice, which may be nil, is told of a failure.
func newWatcher(f folders, n notifier, notice func(text string)) *watcher {
	w := &watcher{folders: f, notice: notice, notifier: n, changed: make(chan struct{}, 1), failed: make(chan error, 1)}
	if n.add == nil {
		w.poll()
	}
	return w
}

// follow watches every folder of the site that there is now, and those that they lie
// in, to see them come and go. It is called before the files are read: what changes
// after it is told of, and what changed before is read. Run must go on meanwhile: a
// notifier may add nothing while it has something to tell.
func (w *watcher) follow() {
	if w.add == nil {
		return
	}
	var failed error
	add := func(folder string) {
		if err := w.add(folder); err != nil && !errors.Is(err, fs.ErrNotExist) { // it may have gone meanwhile
			failed = err
		}
	}
	for _, root := range w.folders.roots {
		add(filepath.Dir(root))
	}
	w.folders.walk(w.folders.roots, func(path string, entry fs.DirEntry) {
		if entry.IsDir() {
			add(path) // before it is listed, so that nothing in it is missed
		}
	})
	if failed != nil {
		select {
		case w.failed <- failed:
		default: // one reason is enough
		}
	}
}

// run passes changes on until the context ends.
func (w *watcher) run(ctx context.Context) {
	defer w.stop()
	for w.settle(ctx) {
		select {
		case w.changed <- struct{}{}:
		default: // this one is looked at together with the change that waits
		}
	}
}

// giveUp turns to polling.
func (w *watcher) giveUp(why error) {
	if w.notice != nil {
		w.notice("this system cannot tell of all changes (" + why.Error() + "); the files are looked at once a second instead")
	}
	w.stop()
	w.events, w.errors = nil, nil
	w.poll()
}

func (w *watcher) poll() {
	w.polled, w.ticks = w.folders.fingerprint(w.folders.roots, nil), time.Tick(pollEvery)
}

// settle waits for a change, and then until nothing more happens. It returns false
// when the context ends.
func (w *watcher) settle(ctx context.Context) bool {
	var calm, late <-chan time.Time
	emptied := map[string]bool{}
	for {
		wait := quiet
		select {
		case event, open := <-w.events:
			switch {
			case !open:
				w.giveUp(errors.New("it has stopped"))
			case !w.concern(event):
				continue
			case empty(event.Name):
				emptied[event.Name] = true
			default:
				delete(emptied, event.Name)
			}
		case <-w.errors: // an overflow, or worse: something was missed
		case err := <-w.failed:
			if w.ticks != nil {
				continue
			}
			w.giveUp(err)
		case <-w.ticks:
			before := w.polled
			if w.polled = w.folders.fingerprint(w.folders.roots, nil); w.polled == before {
				continue
			}
			wait = quietEmptied // whether a file was emptied is not known
		case <-calm:
			return true
		case <-late:
			return true
		case <-ctx.Done():
			return false
		}
		if len(emptied) > 0 {
			wait = quietEmptied
		}
		calm = time.After(wait)
		if late == nil {
			late = time.After(longest)
		}
	}
}

func (w *watcher) concern(event fsnotify.Event) bool {
	return w.folders.concern(event.Name) && (event.Op != fsnotify.Chmod || w.failing.Load())
}

// empty reports whether nothing is in a file: it may be caught between being
// emptied and being written.
func empty(file string) bool {
	info, err := os.Lstat(file)
	return err == nil && info.Mode().IsRegular() && info.Size() == 0
}
