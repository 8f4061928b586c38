package serve

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"testing/synctest"
	"time"

	"github.com/fsnotify/fsnotify"

	"ithaca/generator"
)

// watching runs a watcher of the small site in a bubble of time, with a feed that
// tells of nothing but what the test says; where it polls, the feed is nil.
func watching(t *testing.T, polls bool, do func(w *watcher, f *feed, in func(name string) string)) {
	dir := newSite(t)
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithCancel(t.Context())
		var f *feed
		if !polls {
			f = newFeed() // of this bubble
		}
		w := watcherOf(t, dir, f)
		go w.run(ctx)
		do(w, f, func(name string) string { return filepath.Join(dir, filepath.FromSlash(name)) })
		cancel()
		synctest.Wait()
	})
}

// watcherOf returns a watcher of a site; without a feed it polls. What it gives
// notice of is sent on the feed's notices.
func watcherOf(t *testing.T, dir string, f *feed) *watcher {
	t.Helper()
	where, err := newFolders(generator.Options{Site: dir})
	must(t, err)
	if f == nil {
		return newWatcher(where, notifier{}, nil)
	}
	return newWatcher(where, f.notifier(), func(text string) { f.notices <- text })
}

func TestEditsCloseTogetherAreOneChange(t *testing.T) {
	watching(t, false, func(w *watcher, f *feed, in func(string) string) {
		began := time.Now()
		for range 5 {
			f.tell(in("content/guides/first.md"), fsnotify.Write)
			f.tell(in("content/guides/draft.md"), fsnotify.Create)
			time.Sleep(quiet / 2)
		}
		<-w.changed
		if took := time.Since(began); took != 4*quiet/2+quiet {
			t.Errorf("the change was passed on after %s", took)
		}
		f.tell(in("content/guides/first.md"), fsnotify.Write)
		<-w.changed
		time.Sleep(longest)
		if len(w.changed) > 0 {
			t.Error("a change was passed on twice")
		}
	})
}

func TestAChangeIsNotPutOffWhileAProgramGoesOnWriting(t *testing.T) {
	watching(t, false, func(w *watcher, f *feed, in func(string) string) {
		began := time.Now()
		for len(w.changed) == 0 {
			f.tell(in("content/guides/first.md"), fsnotify.Write)
			time.Sleep(quiet / 4)
		}
		if took := time.Since(began); took > longest+quiet {
			t.Errorf("the change was passed on after %s", took)
		}
	})
}

func TestChangesAreTakenWhileNobodyLooksAtThem(t *testing.T) {
	watching(t, false, func(w *watcher, f *feed, in func(string) string) {
		for range 10 {
			f.tell(in("content/guides/first.md"), fsnotify.Write)
			time.Sleep(2 * quiet)
		}
		<-w.changed
		if len(w.changed) > 0 {
			t.Error("a change is looked at again and again")
		}
	})
}

func TestAFileThatWasEmptiedGetsAWhileToBeWritten(t *testing.T) {
	watching(t, false, func(w *watcher, f *feed, in func(string) string) {
		began := time.Now()
		write(t, in("content/guides/first.md"), "")
		f.tell(in("content/guides/first.md"), fsnotify.Write)
		f.tell(in("content/guides/draft.md"), fsnotify.Write)
		time.Sleep(3 * quiet)
		write(t, in("content/guides/first.md"), files["content/guides/first.md"])
		f.tell(in("content/guides/first.md"), fsnotify.Write)
		<-w.changed
		if took := time.Since(began); took != 4*quiet {
			t.Errorf("the change was passed on after %s", took)
		}
		began = time.Now()
		write(t, in("content/guides/first.md"), "")
		f.tell(in("content/guides/first.md"), fsnotify.Write)
		<-w.changed
		if took := time.Since(began); took != quietEmptied {
			t.Errorf("a file that stays empty was passed on after %s", took)
		}
	})
}

func TestOnlyWhatThePortalIsMadeOfIsOfConcern(t *testing.T) {
	dir := newSite(t)
	w := watcherOf(t, dir, newFeed())
	for _, c := range []struct {
		path string
		op   fsnotify.Op
		want bool
	}{
		{"content/mentors/ana-silva.md", fsnotify.Write, true},
		{"content/mentors/ana-silva.md", fsnotify.Remove, true},
		{"content/mentors/ana-silva.md", fsnotify.Create | fsnotify.Chmod, true},
		{"content/mentors/ana-silva.md", fsnotify.Chmod, false},
		{"content/mentors/.ana-silva.md.swp", fsnotify.Write, false},
		{"content/mentors/.#ana-silva.md", fsnotify.Create, false},
		{"content/mentors/ana-silva.md~", fsnotify.Create, false},
		{"templates/static/.well-known", fsnotify.Write, true},
		{"content/mentors/new", fsnotify.Create, true},
		{"content/guides", fsnotify.Remove, true},
		{"content", fsnotify.Rename, true},
		{"templates/home.html", fsnotify.Create, true},
		{"public/index.html", fsnotify.Write, false},
		{"contents/x.md", fsnotify.Create, false},
		{"README.md", fsnotify.Write, false},
	} {
		event := fsnotify.Event{Name: filepath.Join(dir, filepath.FromSlash(c.path)), Op: c.op}
		if w.concern(event) != c.want {
			t.Errorf("%s, %s: of concern is %t", c.path, c.op, !c.want)
		}
	}
	w.failing.Store(true)
	if !w.concern(fsnotify.Event{Name: filepath.Join(dir, "content", "index.md"), Op: fsnotify.Chmod}) {
		t.Error("nobody would notice that a file can be read again")
	}
}

func TestAnOverflowIsAChange(t *testing.T) {
	watching(t, false, func(w *watcher, f *feed, _ func(string) string) {
		f.errors <- fsnotify.ErrEventOverflow
		<-w.changed
	})
}

func TestWithoutRoomForWatchesTheFilesArePolled(t *testing.T) {
	watching(t, false, func(w *watcher, f *feed, in func(string) string) {
		f.refuse = syscall.ENOSPC
		w.follow()
		w.follow()
		<-f.closed
		<-w.changed // between watching and polling something may be missed
		pollsChanges(t, w, in)
		if text := <-f.notices; len(f.notices) > 0 || !strings.Contains(text, "once a second") {
			t.Errorf("the first notice is %q, and there are %d more", text, len(f.notices))
		}
	})
}

func TestWhereTheSystemTellsOfNothingTheFilesArePolled(t *testing.T) {
	watching(t, true, func(w *watcher, _ *feed, in func(string) string) {
		w.follow()
		pollsChanges(t, w, in)
	})
}

func TestANotifierThatStopsIsReplacedByPolling(t *testing.T) {
	watching(t, false, func(w *watcher, f *feed, in func(string) string) {
		close(f.events)
		<-w.changed
		<-f.notices
		pollsChanges(t, w, in)
	})
}

// pollsChanges makes every kind of change and waits until polling sees it.
func pollsChanges(t *testing.T, w *watcher, in func(name string) string) {
	t.Helper()
	file := in("content/guides/first.md")
	for _, change := range []func(){
		func() { write(t, file, "longer than it was "+files["content/guides/first.md"]) },
		func() { write(t, in("content/guides/second.md"), "new") },
		func() { must(t, os.Remove(file)) },
		func() { must(t, os.Mkdir(in("content/stories"), 0o755)) },
		func() { write(t, in("templates/static/CNAME"), "harbour.example") },
	} {
		synctest.Wait()
		change()
		<-w.changed
	}
	write(t, in("content/guides/.second.md.swp"), "of an editor")
	time.Sleep(3 * pollEvery)
	if len(w.changed) > 0 {
		t.Error("what is of no concern is a change")
	}
}

func TestRequestsOutsideTheSiteAreFollowedByTheirPlaceInIt(t *testing.T) {
	dir, requests := newSite(t), t.TempDir()
	where, err := newFolders(generator.Options{Site: dir, Requests: requests})
	must(t, err)
	file := filepath.Join(requests, "blue.md")
	if got := where.where("content/requests/blue.md"); !where.concern(file) || got != file {
		t.Errorf("the file is %s, of concern is %t", got, where.concern(file))
	}
	if where.where("content/index.md") != filepath.Join(dir, "content", "index.md") {
		t.Error("the site's own files are elsewhere")
	}
	f := newFeed()
	newWatcher(where, f.notifier(), nil).follow()
	for _, folder := range []string{requests, filepath.Dir(requests), dir, filepath.Join(dir, "content", "guides")} {
		if !f.added[folder] {
			t.Errorf("%s is not watched", folder)
		}
	}
}

func TestAFolderThatVanishesWhileItIsAddedIsNoFailure(t *testing.T) {
	f := newFeed()
	f.refuse = &os.PathError{Op: "add", Path: "x", Err: os.ErrNotExist}
	w := watcherOf(t, newSite(t), f)
	w.follow()
	if len(w.failed) > 0 {
		t.Error(<-w.failed)
	}
}
