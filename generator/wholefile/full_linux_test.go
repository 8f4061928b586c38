package wholefile_test

import (
	"path/filepath"
	"syscall"
	"testing"

	"ithaca/generator/wholefile"
)

// A bound on the size of files fails a write half-way, as a full disk does.
func TestWhereThereIsNoRoomTheFileStaysAsItWas(t *testing.T) {
	root := folder(t)
	if err := wholefile.Write(root, "table.csv", []byte("small"), 0o600); err != nil {
		t.Fatal(err)
	}
	var limit syscall.Rlimit
	if err := syscall.Getrlimit(syscall.RLIMIT_FSIZE, &limit); err != nil {
		t.Fatal(err)
	}
	little := limit
	little.Cur = 1 << 20
	if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &little); err != nil {
		t.Fatal(err)
	}
	large := make([]byte, 2<<20)
	wrong, made := wholefile.Write(root, "table.csv", large, 0o600), wholefile.Create(root, "new/file.md", large)
	if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &limit); err != nil {
		t.Fatal(err)
	}
	if wrong == nil || made == nil {
		t.Errorf("a file too large was written: %v, %v", wrong, made)
	}
	expect(t, root, "table.csv", "small")
	if _, err := root.Stat("new/file.md"); err == nil {
		t.Error("a part of a new file is left")
	}
}

func TestAPipeIsNotWaitedFor(t *testing.T) {
	pipe := filepath.Join(t.TempDir(), "pipe")
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		t.Fatal(err)
	}
	if data, err := wholefile.Read(pipe); err == nil {
		t.Errorf("read %q", data)
	}
}
