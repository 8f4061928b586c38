package source

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/iotest"
)

func openRoot(t *testing.T, dir string) *os.Root {
	t.Helper()
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { root.Close() })
	return root
}

// readThese reads files that a walk is thought to have found.
func readThese(t *testing.T, dir string, workers int, paths ...string) error {
	t.Helper()
	w := &walker{options: Options{Workers: workers}.withDefaults()}
	for _, p := range paths {
		w.entries = append(w.entries, entry{location: location{openRoot(t, dir), filepath.Base(p), p}, kind: text})
	}
	files, err := w.read()
	if len(files) > 0 || len(w.diags) > 0 {
		t.Errorf("files %v, diagnostics %v", files, w.diags)
	}
	return err
}

func TestAFileThatVanishesIsAnErrorOfTheMachine(t *testing.T) {
	err := readThese(t, t.TempDir(), 2, "content/ana.md")
	if !errors.Is(err, fs.ErrNotExist) || !strings.HasPrefix(err.Error(), "read content/ana.md: ") {
		t.Errorf("error %v", err)
	}
}

func TestTheFirstErrorInTheOrderOfPathsIsReturned(t *testing.T) {
	var paths []string
	for _, name := range strings.Split("abcdefghijklmnopqrstuvwxyz", "") {
		paths = append(paths, "content/"+name+".md")
	}
	for range 20 {
		err := readThese(t, t.TempDir(), 8, paths...)
		if err == nil || !strings.HasPrefix(err.Error(), "read content/a.md: ") {
			t.Fatalf("error %v", err)
		}
	}
}

func TestAFileThatGrowsWhileItIsReadIsReadWhole(t *testing.T) {
	const whole = "one two three"
	for _, size := range []int64{0, 1, 7, int64(len(whole)) - 1, int64(len(whole)), 40} {
		data, err := readUpTo(strings.NewReader(whole), size, 100)
		if size == int64(len(whole)) && string(data) != whole {
			t.Errorf("size %d: %q", size, data)
		}
		if err != nil || !strings.HasPrefix(whole, string(data)) {
			t.Errorf("size %d: %q, %v", size, data, err)
		}
	}
	data, err := readUpTo(iotest.OneByteReader(strings.NewReader(whole)), 5, 100)
	if string(data) != whole || err != nil {
		t.Errorf("read byte by byte: %q, %v", data, err)
	}
	if _, err := readUpTo(strings.NewReader(whole), 5, 6); !errors.Is(err, errTooLarge) {
		t.Errorf("grown over the limit: %v", err)
	}
	if _, err := readUpTo(iotest.ErrReader(io.ErrUnexpectedEOF), 5, 6); !errors.Is(err, io.ErrUnexpectedEOF) {
		t.Errorf("a read that fails: %v", err)
	}
	if _, err := hashOf(strings.NewReader(whole), 6); !errors.Is(err, errTooLarge) {
		t.Errorf("a picture grown over the limit: %v", err)
	}
}

func TestAPictureThatChangedSinceItWasHashedIsAnError(t *testing.T) {
	dir := t.TempDir()
	at := filepath.Join(dir, "content", "ana.png")
	if err := os.Mkdir(filepath.Dir(at), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(at, []byte("before"), 0o644); err != nil {
		t.Fatal(err)
	}
	tree, _, err := Read(dir, Options{})
	if err != nil {
		t.Fatal(err)
	}
	file, _ := tree.File("content/ana.png")
	if data, err := tree.Load(file); string(data) != "before" || err != nil {
		t.Errorf("unchanged: %q, %v", data, err)
	}
	for _, now := range []string{"afterw", "longer than before", ""} {
		if err := os.WriteFile(at, []byte(now), 0o644); err != nil {
			t.Fatal(err)
		}
		_, err := tree.Load(file)
		if err == nil || err.Error() != "read content/ana.png: it has changed since the build began" {
			t.Errorf("changed to %q: %v", now, err)
		}
	}
	if err := os.Remove(at); err != nil {
		t.Fatal(err)
	}
	if _, err := tree.Load(file); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("deleted: %v", err)
	}
}
