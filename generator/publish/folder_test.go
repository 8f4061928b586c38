package publish_test

import (
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ithaca/generator/publish"
)

// files is a folder as text: path → bytes. A folder that holds nothing ends in
// a slash, and a symbolic link reads "→ target".
type files map[string]string

const (
	manifest     = ".ithaca-manifest"
	manifestCopy = ".ithaca-manifest-copy"
	staging      = ".ithaca-staging"
)

// newOutput returns a path for an output, in a folder of its own.
func newOutput(t testing.TB) string {
	return filepath.Join(t.TempDir(), "public")
}

// put writes files as an editor would, without asking whose they are.
func put(t testing.TB, dir string, all files) {
	t.Helper()
	for name, data := range all {
		at := filepath.Join(dir, name)
		if strings.HasSuffix(name, "/") {
			must(t, os.MkdirAll(at, 0o755))
			continue
		}
		must(t, os.MkdirAll(filepath.Dir(at), 0o755))
		must(t, os.WriteFile(at, []byte(data), 0o644))
	}
}

// read returns everything in a folder but the manifest and its copy.
func read(t testing.TB, dir string) files {
	t.Helper()
	all := files{}
	must(t, filepath.WalkDir(dir, func(at string, entry fs.DirEntry, err error) error {
		name, _ := filepath.Rel(dir, at)
		switch {
		case err != nil || name == manifest || name == manifestCopy:
			return err
		case entry.IsDir():
			if inside, err := os.ReadDir(at); err != nil || len(inside) > 0 || name == "." {
				return err
			}
			all[filepath.ToSlash(name)+"/"] = ""
		case entry.Type()&fs.ModeSymlink != 0:
			target, err := os.Readlink(at)
			all[filepath.ToSlash(name)] = "→ " + target
			return err
		case entry.Type().IsRegular():
			data, err := os.ReadFile(at)
			all[filepath.ToSlash(name)] = string(data)
			return err
		default:
			all[filepath.ToSlash(name)] = entry.Type().String()
		}
		return nil
	}))
	return all
}

// withoutStaging leaves out what the next build removes.
func withoutStaging(all files) files {
	maps.DeleteFunc(all, func(name, _ string) bool { return strings.HasPrefix(name, staging) })
	return all
}

// try builds a portal and returns what came of it.
func try(dir string, plan files) (publish.Result, error) {
	return tryWith(dir, plan, func() {})
}

// tryWith is try with something that happens between the last Add and Commit.
func tryWith(dir string, plan files, between func()) (publish.Result, error) {
	run, err := publish.Open(dir, publish.Options{})
	if err != nil {
		return publish.Result{}, err
	}
	defer run.Abort()
	for _, name := range slices.Sorted(maps.Keys(plan)) {
		if err := run.Add(name, []byte(plan[name])); err != nil {
			return publish.Result{}, err
		}
	}
	between()
	return run.Commit()
}

// build builds a portal that nothing speaks against.
func build(t testing.TB, dir string, plan files) publish.Result {
	t.Helper()
	result, err := try(dir, plan)
	must(t, err)
	return result
}

// refused builds a portal that must be refused for a reason with these words.
func refused(t testing.TB, dir string, plan files, words ...string) {
	t.Helper()
	_, err := try(dir, plan)
	expectError(t, err, words...)
}

func expectError(t testing.TB, err error, words ...string) {
	t.Helper()
	if err == nil {
		t.Fatalf("no error; want one with %q", words)
	}
	expectWords(t, err.Error(), words...)
}

func expectWords(t testing.TB, text string, words ...string) {
	t.Helper()
	for _, word := range words {
		if !strings.Contains(text, word) {
			t.Errorf("%q does not say %q", text, word)
		}
	}
}

// expect compares a folder with what it should hold, and sees to it that no lock
// and no staging folder is left.
func expect(t testing.TB, dir string, want files) {
	t.Helper()
	if diff := cmp.Diff(want, read(t, dir)); diff != "" {
		t.Errorf("%s (-want +got):\n%s", filepath.Base(dir), diff)
	}
	expectNoTrace(t, dir)
}

func expectNoTrace(t testing.TB, dir string) {
	t.Helper()
	for _, at := range []string{filepath.Dir(dir), dir} {
		entries, err := os.ReadDir(at)
		if os.IsNotExist(err) {
			continue
		}
		must(t, err)
		for _, entry := range entries {
			if name := entry.Name(); strings.Contains(name, ".ithaca-") && name != manifest && name != manifestCopy {
				t.Errorf("%s is left over", filepath.Join(at, name))
			}
		}
	}
}

// expectManifest compares the manifest and its copy with those of a clean build.
func expectManifest(t testing.TB, dir string, plan files) {
	t.Helper()
	clean := inMemory(t)
	build(t, clean, plan)
	want, err := os.ReadFile(filepath.Join(clean, manifest))
	must(t, err)
	for _, name := range []string{manifest, manifestCopy} {
		got, err := os.ReadFile(filepath.Join(dir, name))
		must(t, err)
		if string(got) != string(want) {
			t.Errorf("%s is not that of a clean build", name)
		}
	}
}

// inMemory returns a path for an output on a file system in memory, if there is
// one: some tests write a hundred portals.
func inMemory(t testing.TB) string {
	t.Helper()
	site, err := os.MkdirTemp("/dev/shm", "ithaca-publish-")
	if err != nil {
		return newOutput(t)
	}
	t.Cleanup(func() { must(t, os.RemoveAll(site)) })
	return filepath.Join(site, "public")
}

func with(sets ...files) files {
	all := files{}
	for _, set := range sets {
		maps.Copy(all, set)
	}
	return all
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
