package generator_test

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
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

// anySite returns the site that builds are tried with: the demo; with -short, as under
// the race detector, a smaller one.
func anySite(t *testing.T) string {
	if testing.Short() {
		return invented(t, 40)
	}
	return demo
}

func TestASiteIsBuiltAlikeByAnyNumberOfWorkers(t *testing.T) {
	site := anySite(t)
	var trees []map[string][]byte
	for _, workers := range []int{1, 2, 7} {
		o := options(site)
		o.Workers = workers
		out := filepath.Join(t.TempDir(), "public")
		build(t, o, out)
		trees = append(trees, tree(t, out))
	}
	same(t, trees[1], trees[0])
	same(t, trees[2], trees[0])
}

func TestABuiltPageIsTheRenderedOne(t *testing.T) {
	o := options(anySite(t))
	out := filepath.Join(t.TempDir(), "public")
	build(t, o, out)
	snapshot, err := generator.Take(o)
	if err != nil {
		t.Fatal(err)
	}
	pages := 0
	for name, data := range tree(t, out) {
		url := "/" + name
		if base, ok := cutIndex(url); ok {
			url = base
		}
		drawn, err := snapshot.Render(url)
		if err != nil {
			t.Fatal(err)
		}
		if drawn == nil {
			continue // an asset or the manifest
		}
		pages++
		if !bytes.Equal(drawn, data) {
			t.Errorf("%s is rendered otherwise than it was built", url)
		}
	}
	if pages < 50 {
		t.Errorf("only %d pages were compared", pages)
	}
	if data, err := snapshot.Render("/nothing/here/"); data != nil || err != nil {
		t.Errorf("an address that was not planned gives %q, %v", data, err)
	}
}

func cutIndex(url string) (string, bool) {
	dir, file := filepath.Split(url)
	return dir, file == "index.html"
}

func TestASecondBuildWritesNothing(t *testing.T) {
	o := options(anySite(t))
	out := filepath.Join(t.TempDir(), "public")
	first := build(t, o, out)
	if first.Changed == 0 || first.Changed != first.Pages {
		t.Errorf("the first build changed %d of %d files", first.Changed, first.Pages)
	}
	before := modified(t, out)
	second := build(t, o, out)
	if second.Changed != 0 || second.Removed != 0 {
		t.Errorf("the second build changed %d files and removed %d", second.Changed, second.Removed)
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

func TestNoLinkOfTheDemoIsBroken(t *testing.T) {
	if testing.Short() {
		t.Skip("an invented portal has the same kinds of links; the full run has the demo")
	}
	for _, prefix := range []string{"", "/a/portal"} {
		o := options(demo)
		o.BaseURL = "https://ithaca.example" + prefix
		out := filepath.Join(t.TempDir(), "public")
		build(t, o, out)
		for _, fault := range portaltest.CheckLinks(out, o.BaseURL) {
			t.Errorf("below %q: %s", prefix, fault)
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
