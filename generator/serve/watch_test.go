package serve

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"testing/synctest"
	"time"

	"ithaca/generator"
)

// named fails the test unless a batch has just these names.
func named(t *testing.T, b batch, names ...string) {
	t.Helper()
	if b.all || !slices.Equal(b.names, names) {
		t.Errorf("the batch is %+v instead of %v", b, names)
	}
}

func TestABatchIsCompleteWhenNothingHappensAnyMore(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithCancel(t.Context())
		in, out := make(chan change), make(chan batch)
		go settle(ctx, in, out)
		began := time.Now()
		for range 5 {
			in <- change{name: "content/b.md"}
			in <- change{name: "content/a.md", what: born}
			time.Sleep(quiet / 2)
		}
		named(t, <-out, "content/a.md", "content/b.md")
		if took := time.Since(began); took != 4*quiet/2+quiet {
			t.Errorf("the batch came after %s", took)
		}
		in <- change{name: "content/c.md"}
		named(t, <-out, "content/c.md")
		cancel()
		synctest.Wait()
	})
}

func TestABatchIsNotPutOffForEver(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithCancel(t.Context())
		in, out := make(chan change), make(chan batch)
		go settle(ctx, in, out)
		go func() {
			for ctx.Err() == nil { // a program that never stops writing
				in <- change{name: "content/log.md"}
				time.Sleep(quiet / 4)
			}
		}()
		for range 3 {
			began := time.Now()
			named(t, <-out, "content/log.md")
			if took := time.Since(began); took > longest+quiet {
				t.Errorf("the batch came after %s", took)
			}
		}
		cancel()
		for range 2 {
			select { // whoever writes must come to its end
			case <-in:
			case <-time.After(longest):
			}
		}
		synctest.Wait()
	})
}

func TestWhatComesAndGoesIsNotToldOf(t *testing.T) {
	fates := map[string]fate{}
	for _, c := range []change{
		{name: "content/4913", what: born}, {name: "content/4913", what: written}, {name: "content/4913", what: gone},
		{name: "content/a.md", what: gone}, {name: "content/a.md", what: born}, {name: "content/b.md", what: gone},
	} {
		note(fates, c)
	}
	b := complete(fates, false)
	if len(b.names) != 3 || !slices.Equal(b.lasting, []string{"content/a.md", "content/b.md"}) {
		t.Errorf("%+v", b)
	}
}

func TestAFileIsNamedAndAFolderMakesAllBeLookedAt(t *testing.T) {
	dir := newSite(t)
	write(t, filepath.Join(dir, "content", "mentors", "new", "file.md"), "")
	for _, c := range []struct {
		path string
		what kind
		want string // "all", a name, or "" for nothing
	}{
		{"content/mentors/ana-silva.md", written, "content/mentors/ana-silva.md"},
		{"content/mentors/ana-silva.md", gone, "content/mentors/ana-silva.md"},
		{"content/mentors/ana-silva.md", born, "content/mentors/ana-silva.md"},
		{"content/mentors/ana-silva.md", touched, ""},
		{"content/mentors/.ana-silva.md.swp", written, ""},
		{"content/mentors/.#ana-silva.md", born, ""},
		{"content/mentors/ana-silva.md~", born, ""},
		{"templates/static/.well-known", written, "templates/static/.well-known"},
		{"content/mentors/new", born, "all"},
		{"content/guides", gone, "all"},
		{"content", gone, "all"},
		{"templates/home.html", born, "templates/home.html"},
		{"public/index.html", written, ""},
		{"contents/x.md", born, ""},
		{"README.md", written, ""},
	} {
		where, err := newFolders(generator.Options{Site: dir})
		if err != nil {
			t.Fatal(err)
		}
		w := newWatch(where, newHand(), nil)
		change, any := w.judge(happening{filepath.Join(dir, filepath.FromSlash(c.path)), c.what})
		got := change.name
		if change.all {
			got = "all"
		}
		if got != c.want || any != (c.want != "") {
			t.Errorf("%s, %d: %q instead of %q", c.path, c.what, got, c.want)
		}
	}
}

func TestAChangeOfRightsCountsOnceAFileCouldNotBeRead(t *testing.T) {
	dir := newSite(t)
	where, err := newFolders(generator.Options{Site: dir})
	if err != nil {
		t.Fatal(err)
	}
	w := newWatch(where, newHand(), nil)
	w.failing.Store(true)
	if _, any := w.judge(happening{filepath.Join(dir, "content", "index.md"), touched}); !any {
		t.Error("nobody would notice that it can be read again")
	}
}

func TestAfterAnOverflowAllIsLookedAt(t *testing.T) {
	dir := newSite(t)
	synctest.Test(t, func(t *testing.T) {
		h := newHand()
		bubble(t, dir, h, func(_ *watch, batches <-chan batch, _ *[]string) {
			h.happenings <- happening{filepath.Join(dir, "content", "index.md"), written}
			h.failures <- errOverflow
			if b := <-batches; !b.all || b.names != nil {
				t.Errorf("%+v", b)
			}
		})
	})
}

func TestWithoutRoomForWatchesTheFilesArePolled(t *testing.T) {
	dir := newSite(t)
	synctest.Test(t, func(t *testing.T) {
		h := newHand()
		bubble(t, dir, h, func(w *watch, batches <-chan batch, notices *[]string) {
			h.refuse = syscall.ENOSPC
			w.sync()
			w.sync()
			<-h.closed
			if b := <-batches; !b.all {
				t.Errorf("between watching and polling something may be missed: %+v", b)
			}
			if len(*notices) != 1 || !strings.Contains((*notices)[0], "once a second") {
				t.Errorf("the notices are %q", *notices)
			}
			pollsChanges(t, dir, batches)
		})
	})
}

func TestWhereNothingIsToldTheFilesArePolled(t *testing.T) {
	dir := newSite(t)
	synctest.Test(t, func(t *testing.T) {
		bubble(t, dir, nil, func(_ *watch, batches <-chan batch, notices *[]string) {
			pollsChanges(t, dir, batches)
			if len(*notices) != 0 {
				t.Errorf("who asked for it is told %q", *notices)
			}
		})
	})
}

func TestAFeedThatEndsIsReplacedByPolling(t *testing.T) {
	dir := newSite(t)
	synctest.Test(t, func(t *testing.T) {
		h := newHand()
		bubble(t, dir, h, func(_ *watch, batches <-chan batch, notices *[]string) {
			close(h.happenings)
			if b := <-batches; !b.all || len(*notices) != 1 {
				t.Errorf("%+v, %q", b, *notices)
			}
		})
	})
}

// bubble watches a site within a bubble of time.
func bubble(t *testing.T, dir string, f feed, do func(w *watch, batches <-chan batch, notices *[]string)) {
	ctx, cancel := context.WithCancel(t.Context())
	where, err := newFolders(generator.Options{Site: dir})
	if err != nil {
		t.Fatal(err)
	}
	var notices []string
	w := newWatch(where, f, func(text string) { notices = append(notices, text) })
	do(w, w.start(ctx), &notices)
	cancel()
	synctest.Wait()
}

// pollsChanges makes every kind of change and waits for what polling says.
func pollsChanges(t *testing.T, dir string, batches <-chan batch) {
	t.Helper()
	file := filepath.Join(dir, "content", "guides", "first.md")
	synctest.Wait() // the first look is done
	write(t, file, "longer than it was "+files["content/guides/first.md"])
	named(t, <-batches, "content/guides/first.md")
	write(t, filepath.Join(dir, "content", "guides", "second.md"), "new")
	named(t, <-batches, "content/guides/second.md")
	if err := os.Remove(file); err != nil {
		t.Fatal(err)
	}
	named(t, <-batches, "content/guides/first.md")
	write(t, filepath.Join(dir, "templates", "static", "CNAME"), "harbour.example")
	if b := <-batches; !b.all {
		t.Errorf("a new folder gives %+v", b)
	}
}

func TestRequestsOutsideTheSiteAreFollowedByTheirPlaceInIt(t *testing.T) {
	dir, requests := newSite(t), t.TempDir()
	where, err := newFolders(generator.Options{Site: dir, Requests: requests})
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(requests, "blue.md")
	name, ours := where.name(file)
	if name != "content/requests/blue.md" || !ours || where.where(name) != file {
		t.Errorf("%s is %q, %v, and back %s", file, name, ours, where.where(name))
	}
	if all := where.all(); !slices.Contains(all, requests) || !slices.Contains(all, filepath.Dir(requests)) {
		t.Errorf("watched are only %v", all)
	}
	if where.where("content/index.md") != filepath.Join(dir, "content", "index.md") {
		t.Error("the site's own files are elsewhere")
	}
}

func TestAFolderThatVanishesWhileItIsAddedIsNoFailure(t *testing.T) {
	where, err := newFolders(generator.Options{Site: newSite(t)})
	if err != nil {
		t.Fatal(err)
	}
	h := newHand()
	h.refuse = &os.PathError{Op: "add", Path: "x", Err: errors.Join(os.ErrNotExist)}
	w := newWatch(where, h, func(text string) { t.Error(text) })
	select {
	case <-w.poll:
		t.Error("it is polled")
	default:
	}
}

func TestAFileThatWasEmptiedGetsAWhileToBeWritten(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithCancel(t.Context())
		in, out := make(chan change), make(chan batch)
		go settle(ctx, in, out)
		began := time.Now()
		in <- change{name: "content/a.md", empty: true}
		in <- change{name: "content/b.md"}
		time.Sleep(3 * quiet)
		in <- change{name: "content/a.md"}
		named(t, <-out, "content/a.md", "content/b.md")
		if took := time.Since(began); took != 4*quiet {
			t.Errorf("the batch came after %s", took)
		}
		began = time.Now()
		in <- change{name: "content/a.md", empty: true}
		named(t, <-out, "content/a.md")
		if took := time.Since(began); took != quietEmpty {
			t.Errorf("a file that stays empty came after %s", took)
		}
		cancel()
		synctest.Wait()
	})
}

func TestAnEmptyFileIsSeenAsOne(t *testing.T) {
	dir := newSite(t)
	write(t, filepath.Join(dir, "content", "guides", "first.md"), "")
	where, err := newFolders(generator.Options{Site: dir})
	if err != nil {
		t.Fatal(err)
	}
	w := newWatch(where, newHand(), nil)
	for name, empty := range map[string]bool{"content/guides/first.md": true, "content/guides/draft.md": false} {
		if c, ok := w.judge(happening{filepath.Join(dir, filepath.FromSlash(name)), written}); !ok || c.empty != empty || c.name != name {
			t.Errorf("%+v", c)
		}
	}
	before := where.stamps()
	write(t, filepath.Join(dir, "content", "guides", "draft.md"), "")
	if changes := where.stamps().since(before); len(changes) != 1 || !changes[0].empty {
		t.Errorf("polled: %+v", changes)
	}
}
