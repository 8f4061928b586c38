package generator_test

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"ithaca/generator"
	"ithaca/generator/portaltest"
)

// tree reads a finished portal: what is in each file, by its path.
func tree(t *testing.T, dir string) map[string][]byte {
	t.Helper()
	files := map[string][]byte{}
	err := filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		name, err := filepath.Rel(dir, path)
		files[filepath.ToSlash(name)] = data
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// same reports every file in which two portals differ.
func same(t *testing.T, got, want map[string][]byte) {
	t.Helper()
	for name, data := range want {
		if other, ok := got[name]; !ok || !bytes.Equal(data, other) {
			t.Errorf("%s differs", name)
		}
	}
	for name := range got {
		if _, ok := want[name]; !ok {
			t.Errorf("%s should not be there", name)
		}
	}
}

// demo is the portal that the repository itself holds.
const demo = ".."

// below is the address of the portal that was built once: it has a path, which links and
// assets must not forget.
const below = "https://ithaca.example/below"

// finished is a portal that was built once for all tests that only look at it: the demo,
// below an address with a path; with -short, as under the race detector, a smaller one.
type finished struct {
	sync.Once
	dir      string
	snapshot *generator.Snapshot
	files    map[string][]byte
}

var shared finished

// builtOnce returns the portal, built by two workers.
func builtOnce(t *testing.T) *finished {
	t.Helper()
	f := &shared
	f.Do(func() {
		root, err := os.MkdirTemp("", "ithaca-built-") // a test's own folder goes with it
		if err != nil {
			t.Fatal(err)
		}
		rubbish = append(rubbish, root)
		o := options(demo)
		if testing.Short() {
			o.Site = invented(t, 40)
		}
		f.dir, o.BaseURL, o.Workers = filepath.Join(root, "public"), below, 2
		f.snapshot, _ = takeAndBuild(t, o, f.dir)
		f.files = tree(t, f.dir)
	})
	if len(f.files) == 0 {
		t.Fatal("the portal could not be built")
	}
	return f
}

// rubbish are the folders of what was built once.
var rubbish []string

func TestMain(m *testing.M) {
	code := m.Run()
	for _, dir := range rubbish {
		os.RemoveAll(dir)
	}
	os.Exit(code)
}

func TestASiteIsBuiltAlikeByAnyNumberOfWorkers(t *testing.T) {
	o := options(invented(t, 25))
	var one map[string][]byte
	for _, workers := range []int{1, 2, 7} {
		o.Workers = workers
		out := filepath.Join(t.TempDir(), "public")
		build(t, o, out)
		if workers == 1 {
			one = tree(t, out)
		}
		same(t, tree(t, out), one)
	}
}

// The portal is drawn by another number of workers than before: no byte differs.
func TestASecondBuildWritesNothing(t *testing.T) {
	o, out := options(demo), filepath.Join(t.TempDir(), "public")
	if !portaltest.Long() {
		o.Site = invented(t, 40)
	}
	o.Workers = 2
	if first := build(t, o, out); first.Written == 0 || first.Written != first.Files {
		t.Errorf("the first build changed %d of %d files", first.Written, first.Files)
	}
	before := modified(t, out)
	o.Workers = 7
	if second := build(t, o, out); second.Written != 0 || second.Removed != 0 {
		t.Errorf("the second build changed %d files and removed %d", second.Written, second.Removed)
	}
	for name, info := range modified(t, out) {
		if !os.SameFile(info, before[name]) || info.ModTime() != before[name].ModTime() {
			t.Errorf("%s was written again", name)
		}
	}
}

func modified(t *testing.T, dir string) map[string]fs.FileInfo {
	t.Helper()
	infos := map[string]fs.FileInfo{}
	for name := range tree(t, dir) {
		info, err := os.Stat(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		infos[name] = info
	}
	return infos
}

// Below the root there is an invented portal, and the demo where the tests are long.
func TestNoLinkOfTheDemoIsBroken(t *testing.T) {
	if testing.Short() {
		t.Skip("an invented portal has the same kinds of links; the full run has the demo")
	}
	for _, fault := range portaltest.CheckLinks(builtOnce(t).dir, below) {
		t.Error(fault)
	}
	if portaltest.Long() {
		out := filepath.Join(t.TempDir(), "public")
		build(t, options(demo), out)
		for _, fault := range portaltest.CheckLinks(out, "https://ithaca.example") {
			t.Errorf("below the root: %s", fault)
		}
	}
}

func TestAnInventedPortalHasNoMistakeAndNoBrokenLink(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	build(t, options(invented(t, 120)), out)
	for _, fault := range portaltest.CheckLinks(out, "https://lantern.example") {
		t.Error(fault)
	}
}
