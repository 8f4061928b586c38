package publish_test

import (
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ithaca/generator/publish"
)

// small is a portal as small as they come.
var small = files{
	"index.html":             "<h1>Harbour Mentors</h1>",
	"mentors/ana/index.html": "<h1>Ana</h1>",
	"mentors/bo/index.html":  "<h1>Bo</h1>",
	"assets/site.css":        "body{}",
	"feed.xml":               "<feed/>",
}

// stat fails the test where there is nothing.
func stat(t testing.TB, dir, name string) os.FileInfo {
	t.Helper()
	info, err := os.Lstat(filepath.Join(dir, name))
	must(t, err)
	return info
}

func TestAFirstBuildWritesEveryFile(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "not", "yet", "there")
	got := build(t, dir, small)
	want := publish.Result{Files: 5, Written: 5}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	expect(t, dir, small)
}

func TestABuildWithoutChangesTouchesNothing(t *testing.T) {
	dir := newOutput(t)
	build(t, dir, small)
	tree, mentors := stat(t, dir, "."), stat(t, dir, "mentors")
	list, second := stat(t, dir, manifest), stat(t, dir, manifestCopy)
	got := build(t, dir, small)
	if diff := cmp.Diff(publish.Result{Files: 5, Unchanged: 5}, got); diff != "" {
		t.Error(diff)
	}
	for name, before := range map[string]os.FileInfo{".": tree, "mentors": mentors, manifest: list, manifestCopy: second} {
		now := stat(t, dir, name)
		if !os.SameFile(before, now) || !before.ModTime().Equal(now.ModTime()) {
			t.Errorf("%s was touched", name)
		}
	}
	expect(t, dir, small)
}

func TestAnUnchangedFileIsNotWritten(t *testing.T) {
	dir := newOutput(t)
	build(t, dir, small)
	ana, bo := stat(t, dir, "mentors/ana/index.html"), stat(t, dir, "mentors/bo/index.html")
	changed := with(small, files{"mentors/bo/index.html": "<h1>Bo B.</h1>"})
	got := build(t, dir, changed)
	if got.Written != 1 || got.Unchanged != 4 {
		t.Errorf("got %+v", got)
	}
	now := stat(t, dir, "mentors/ana/index.html")
	if !os.SameFile(ana, now) || !ana.ModTime().Equal(now.ModTime()) || ana.Mode() != now.Mode() {
		t.Error("an unchanged file is another one now")
	}
	if os.SameFile(bo, stat(t, dir, "mentors/bo/index.html")) {
		t.Error("a changed file was written into the old one")
	}
	expect(t, dir, changed)
}

func TestAFileThatIsNoLongerPlannedGoesWithItsFolder(t *testing.T) {
	dir := newOutput(t)
	build(t, dir, with(small, files{"events/2031/spring/index.html": "Spring"}))
	got := build(t, dir, small)
	if got.Removed != 1 || got.Written != 0 || got.Unchanged != 5 {
		t.Errorf("got %+v", got)
	}
	expect(t, dir, small)
}

func TestAnEmptyPortalIsAPortal(t *testing.T) {
	dir := newOutput(t)
	build(t, dir, files{})
	expect(t, dir, files{})
	build(t, dir, small)
	build(t, dir, files{})
	expect(t, dir, files{})
}

func TestAFailedAddPublishesNothing(t *testing.T) {
	dir := newOutput(t)
	build(t, dir, small)
	run, err := publish.Open(dir, publish.Options{})
	must(t, err)
	defer run.Abort()
	must(t, run.Add("index.html", []byte("new")))
	expectError(t, run.Add("../index.html", nil), "..")
	must(t, run.Add("feed.xml", []byte("new")))
	_, err = run.Commit()
	expectError(t, err, "..")
	expect(t, dir, small)
}

func TestAbortLeavesTheOutputAsItWas(t *testing.T) {
	dir := newOutput(t)
	for _, before := range []files{nil, small} {
		if before != nil {
			build(t, dir, before)
		}
		run, err := publish.Open(dir, publish.Options{})
		must(t, err)
		must(t, run.Add("index.html", []byte("new")))
		run.Abort()
		run.Abort()
		if before != nil {
			expect(t, dir, before)
		} else if _, err := os.Lstat(dir); !os.IsNotExist(err) {
			t.Error("an aborted first build left an output")
		}
		expectNoTrace(t, dir)
	}
}

func TestARunEndsOnce(t *testing.T) {
	dir := newOutput(t)
	run, err := publish.Open(dir, publish.Options{})
	must(t, err)
	must(t, run.Add("index.html", []byte("one")))
	_, err = run.Commit()
	must(t, err)
	run.Abort()
	expectError(t, run.Add("late.html", nil), "over")
	_, err = run.Commit()
	expectError(t, err, "over")
	expect(t, dir, files{"index.html": "one"})
}

func TestAddKeepsNoBytes(t *testing.T) {
	dir := newOutput(t)
	run, err := publish.Open(dir, publish.Options{})
	must(t, err)
	defer run.Abort()
	buffer := []byte("first")
	must(t, run.Add("first.html", buffer))
	copy(buffer, "other")
	must(t, run.Add("other.html", buffer))
	_, err = run.Commit()
	must(t, err)
	want := files{"first.html": "first", "other.html": "other"}
	expect(t, dir, want)
	if got := build(t, dir, want); got.Unchanged != 2 {
		t.Errorf("got %+v", got)
	}
}

func TestManyGoroutinesMayAdd(t *testing.T) {
	dir, want := newOutput(t), files{}
	run, err := publish.Open(dir, publish.Options{})
	must(t, err)
	defer run.Abort()
	var group sync.WaitGroup
	for g := range 8 {
		for i := range 50 {
			want[fmt.Sprintf("shared/%d/%d/index.html", i, g)] = fmt.Sprint(g, i)
		}
		group.Go(func() {
			for i := range 50 {
				if err := run.Add(fmt.Sprintf("shared/%d/%d/index.html", i, g), fmt.Append(nil, g, i)); err != nil {
					t.Error(err)
				}
			}
		})
	}
	group.Wait()
	_, err = run.Commit()
	must(t, err)
	expect(t, dir, want)
}

func TestTheSamePlanGivesTheSameManifest(t *testing.T) {
	a, b := newOutput(t), newOutput(t)
	build(t, a, small)
	build(t, b, files{"index.html": "old", "gone.html": "gone"})
	build(t, b, small)
	one, err := os.ReadFile(filepath.Join(a, manifest))
	must(t, err)
	two, err := os.ReadFile(filepath.Join(b, manifest))
	must(t, err)
	if diff := cmp.Diff(string(one), string(two)); diff != "" {
		t.Error(diff)
	}
}
