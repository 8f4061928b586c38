package cli_test

import (
	"bytes"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"ithaca/generator/portaltest"
)

func TestAKilledBuildLeavesWholeFiles(t *testing.T) {
	site := t.TempDir()
	files := portaltest.Files(portaltest.Options{Mentors: 4, Seed: 7})
	write := func(headline string) {
		t.Helper()
		changed := slices.Clone(files)
		for i, f := range changed {
			if strings.HasPrefix(f.Path, "content/mentors/") {
				changed[i].Data = bytes.Replace(f.Data, []byte("\nheadline: "), []byte("\nheadline: "+headline+" "), 1)
			}
		}
		if err := portaltest.Write(site, changed); err != nil {
			t.Fatal(err)
		}
	}
	took := time.Duration(0)
	build := func() map[string]string {
		t.Helper()
		started := time.Now()
		if out, err := ithaca(site).CombinedOutput(); err != nil {
			t.Fatalf("%s\n%s", err, out)
		}
		took = time.Since(started)
		return read(t, filepath.Join(site, "public"))
	}
	write("Z")
	old := build()
	random := rand.New(rand.NewPCG(1, 2))
	kills := 8 // at moments spread over a whole build
	if portaltest.Long() {
		kills = 20
	}
	for i := range kills {
		write(string(rune('A' + i)))
		command := ithaca(site)
		if err := command.Start(); err != nil {
			t.Fatal(err)
		}
		timer := time.AfterFunc(time.Duration(random.Int64N(int64(took))), func() { _ = command.Process.Kill() })
		_ = command.Wait() // most of them are killed, and some are done before
		timer.Stop()
		found := read(t, filepath.Join(site, "public"))
		fresh := build()
		if name := neither(found, old, fresh); name != "" {
			t.Fatalf("after kill %d this is neither an old nor a new file: %s", i, name)
		}
		old = fresh
	}
	if out, err := ithaca(site, "--out", "clean").CombinedOutput(); err != nil {
		t.Fatalf("%s\n%s", err, out)
	}
	if name := differ(old, read(t, filepath.Join(site, "clean"))); name != "" {
		t.Errorf("%s is not as in a clean build", name)
	}
	if left := leftOver(t, site); left != "" {
		t.Errorf("%s was left behind", left)
	}
}

func ithaca(site string, more ...string) *exec.Cmd {
	root, _ := filepath.Abs("../..")
	command := exec.Command("ithaca", append([]string{"build", "--site", site}, more...)...)
	command.Dir = site
	command.Env = append(os.Environ(), rootVariable+"="+root)
	return command
}

// read returns what is in every file of a folder.
func read(t *testing.T, dir string) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		files[strings.TrimPrefix(path, dir)] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// neither names a file that a killed build left, which is neither that of the
// portal before it nor that of the one after it, or gives "". Manifests and the
// staging folder are not for readers.
func neither(found, before, after map[string]string) string {
	for name, text := range found {
		was, old := before[name]
		will, new := after[name]
		isPage := !strings.HasPrefix(name, "/.ithaca-")
		if isPage && !(old && text == was) && !(new && text == will) {
			return name
		}
	}
	for name := range before {
		_, stays := after[name]
		if _, there := found[name]; stays && !there {
			return name
		}
	}
	return ""
}

// differ names a file in which two folders differ, or gives "".
func differ(a, b map[string]string) string {
	for name, text := range a {
		if other, ok := b[name]; !ok || text != other {
			return name
		}
	}
	if len(a) != len(b) {
		return fmt.Sprintf("%d files instead of %d", len(a), len(b))
	}
	return ""
}

// leftOver names a file beside the site's own folders, or gives "".
func leftOver(t *testing.T, site string) string {
	t.Helper()
	entries, err := os.ReadDir(site)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if e.Name() != "content" && e.Name() != "public" && e.Name() != "clean" {
			return e.Name()
		}
	}
	return ""
}
