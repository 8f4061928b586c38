//go:build unix

package source

import (
	"io/fs"
	"net"
	"os"
	"path/filepath"
	"syscall"
	"testing"
)

func TestPipesAndSocketsAreNamedAndNeverOpened(t *testing.T) {
	dir := t.TempDir()
	content := filepath.Join(dir, "content")
	if err := os.Mkdir(content, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := syscall.Mkfifo(filepath.Join(content, "pipe.md"), 0o644); err != nil {
		t.Fatal(err)
	}
	t.Chdir(content) // the path of a socket may not be long
	socket, err := net.Listen("unix", "socket.md")
	if err != nil {
		t.Fatal(err)
	}
	defer socket.Close()

	tree, diags, err := Read(dir, Options{})
	if err != nil || len(tree.Files) != 0 || len(diags) != 2 {
		t.Fatalf("%v, %v, %v", tree, diags, err)
	}
	for i, want := range []string{
		"content/pipe.md: error: this is a named pipe; only files and folders are read [special-file]",
		"content/socket.md: error: this is a socket; only files and folders are read [special-file]",
	} {
		if got := diags[i].String(); got != want {
			t.Errorf("%s\nwant %s", got, want)
		}
	}
}

func TestAPipeThatTakesTheFilesPlaceDoesNotStopTheBuild(t *testing.T) {
	dir := t.TempDir()
	if err := syscall.Mkfifo(filepath.Join(dir, "ana.md"), 0o644); err != nil {
		t.Fatal(err)
	}
	err := readThese(t, dir, 1, "content/ana.md")
	if err == nil || err.Error() != "read content/ana.md: not a regular file any more" {
		t.Errorf("error %v", err)
	}
}

func TestDevicesAreCalledDevices(t *testing.T) {
	for mode, want := range map[fs.FileMode]string{
		fs.ModeDevice:                     "a device",
		fs.ModeDevice | fs.ModeCharDevice: "a device",
		fs.ModeIrregular:                  "neither a file nor a folder",
	} {
		if got := describe(mode); got != want {
			t.Errorf("%v is %q, want %q", mode, got, want)
		}
	}
}
