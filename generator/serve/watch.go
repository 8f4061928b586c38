package serve

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"sync"
	"sync/atomic"
)

// watch says which files of the site may have changed.
//
// A single file that is written or saved is named. Whatever happens to a folder,
// and whatever was missed, makes everything be looked at again: what lies in a
// folder that has moved was not told, and guessing is how stale pages happen.
type watch struct {
	folders *folders
	feed    feed // nil when the folders are polled
	notice  func(text string)
	changes chan change
	poll    chan struct{} // closed to begin polling
	// Once the machine failed to read a file, a change of rights may mend it.
	failing atomic.Bool
	watched atomic.Pointer[map[string]bool] // the folders, as sync saw them
	once    sync.Once                       // turns to polling
}

// change is a file that may have changed, or everything.
type change struct {
	name string // in the site, with slashes
	what kind
	// Nothing is in the file: it may be caught between being emptied and
	// written.
	empty bool
	all   bool
}

// newWatch begins to watch. A nil feed, or one that fails, means polling.
func newWatch(f *folders, from feed, notice func(string)) *watch {
	w := &watch{
		folders: f, feed: from, notice: notice,
		changes: make(chan change), poll: make(chan struct{}),
	}
	w.watched.Store(&map[string]bool{})
	if from == nil {
		w.once.Do(func() { close(w.poll) })
	}
	w.sync()
	return w
}

// start passes changes on, gathered into batches, until the context ends.
func (w *watch) start(ctx context.Context) <-chan batch {
	batches := make(chan batch)
	go settle(ctx, w.changes, batches)
	var before stamps
	if w.feed == nil {
		before = w.folders.stamps() // before the first snapshot reads them
	} else {
		go w.listen(ctx)
	}
	go w.pollWhenAsked(ctx, before)
	return batches
}

// sync follows all folders as they are now. It is called, by one goroutine at a
// time, before everything is looked at again: what is new after it is told, what
// was there before is read.
func (w *watch) sync() {
	select {
	case <-w.poll:
		return
	default:
	}
	now := map[string]bool{}
	for _, dir := range w.folders.all() {
		now[dir] = true
	}
	for dir := range *w.watched.Load() {
		if !now[dir] {
			_ = w.feed.Remove(dir) // it is gone, or goes by another name
		}
	}
	for dir := range now {
		if err := w.feed.Add(dir); err != nil && !errors.Is(err, os.ErrNotExist) {
			w.giveUp(err)
			return
		}
	}
	w.watched.Store(&now)
}

// giveUp turns to polling, once.
func (w *watch) giveUp(why error) {
	w.once.Do(func() {
		w.notice(pollingNotice(why))
		close(w.poll)
	})
}

// pollingNotice says why polling begins.
func pollingNotice(why error) string {
	return "this system cannot tell of all changes (" + why.Error() + "); the files are looked at once a second instead"
}

// listen reads the feed until the context ends or polling takes its place.
func (w *watch) listen(ctx context.Context) {
	defer w.feed.Close()
	for {
		select {
		case h, ok := <-w.feed.Happenings():
			if !ok {
				w.giveUp(errors.New("it ended"))
				return
			}
			if c, ok := w.judge(h); ok {
				w.tell(ctx, c)
			}
		case <-w.feed.Failures():
			// An overflow, or worse: either way something may have been missed.
			w.tell(ctx, change{all: true})
		case <-w.poll:
			return
		case <-ctx.Done():
			return
		}
	}
}

func (w *watch) tell(ctx context.Context, c change) {
	select {
	case w.changes <- c:
	case <-ctx.Done():
	}
}

// judge says what a happening means, and whether it means anything.
func (w *watch) judge(h happening) (change, bool) {
	path := filepath.Clean(h.path)
	name, ours := w.folders.name(path)
	if !ours || passing(name) || h.what == touched && !w.failing.Load() {
		return change{}, false
	}
	c := change{name: name, what: h.what}
	folder := (h.what == born || h.what == gone) && (*w.watched.Load())[path]
	if info, err := os.Lstat(path); err == nil && h.what != gone {
		folder = folder || h.what == born && info.IsDir()
		c.empty = info.Mode().IsRegular() && info.Size() == 0
	}
	if folder {
		return change{all: true}, true
	}
	return c, true
}
