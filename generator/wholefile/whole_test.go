package wholefile_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"ithaca/generator/wholefile"
)

func folder(t *testing.T) *os.Root {
	t.Helper()
	root, err := os.OpenRoot(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { root.Close() })
	return root
}

func expect(t *testing.T, root *os.Root, name, want string) {
	t.Helper()
	if got, err := root.ReadFile(name); err != nil || string(got) != want {
		t.Errorf("%s holds %q: %v", name, got, err)
	}
	left, err := filepath.Glob(filepath.Join(root.Name(), ".*"))
	if err != nil || len(left) > 0 {
		t.Errorf("left behind: %q, %v", left, err)
	}
}

func TestAFileIsReplacedWhole(t *testing.T) {
	root := folder(t)
	for _, text := range []string{"one", "two", ""} {
		if err := wholefile.Write(root, "table.csv", []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		expect(t, root, "table.csv", text)
	}
	if info, err := root.Stat("table.csv"); err != nil || info.Mode().Perm()&0o077 != 0 {
		t.Errorf("others may read it: %v, %v", info, err)
	}
}

func TestTheDraftOfAKilledRunIsNoHindrance(t *testing.T) {
	for _, write := range []func(root *os.Root) error{
		func(root *os.Root) error { return wholefile.Write(root, "table.csv", []byte("table"), 0o600) },
		func(root *os.Root) error { return wholefile.Create(root, "table.csv", []byte("table")) },
	} {
		root := folder(t)
		if err := root.WriteFile(".table.csv.new", []byte("ta"), 0o644); err != nil {
			t.Fatal(err)
		}
		if err := write(root); err != nil {
			t.Fatal(err)
		}
		expect(t, root, "table.csv", "table")
	}
}

func TestWhatCannotBeReplacedStays(t *testing.T) {
	root := folder(t)
	if err := root.MkdirAll("table.csv/inside", 0o755); err != nil {
		t.Fatal(err)
	}
	if err := wholefile.Write(root, "table.csv", []byte("table"), 0o600); err == nil {
		t.Error("a folder was replaced")
	}
	if err := wholefile.Create(root, "table.csv/inside/one", []byte("1")); err != nil {
		t.Fatal(err)
	}
	if err := wholefile.Create(root, "table.csv/inside/one", []byte("2")); !errors.Is(err, fs.ErrExist) {
		t.Errorf("an existing file: %v", err)
	}
	expect(t, root, "table.csv/inside/one", "1")
}
