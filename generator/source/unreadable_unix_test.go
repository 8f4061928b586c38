//go:build unix

package source

import (
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"
)

// siteVariable names, in a copy of this test binary that runs without the rights
// of root, the site that it is to read.
const siteVariable = "ITHACA_TEST_UNREADABLE_SITE"

func TestMain(m *testing.M) {
	if dir := os.Getenv(siteVariable); dir != "" {
		_, _, err := Read(dir, Options{})
		fmt.Print(err)
		os.Exit(0)
	}
	os.Exit(m.Run())
}

func TestAFileThatMayNotBeReadIsNamedWithItsPath(t *testing.T) {
	for _, locked := range []string{"content/mentors/ana.md", "content/mentors"} {
		dir := t.TempDir()
		if err := os.Chmod(filepath.Dir(dir), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.MkdirAll(filepath.Join(dir, "content/mentors"), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, "content/mentors/ana.md"), nil, 0o644); err != nil {
			t.Fatal(err)
		}
		if err := os.Chmod(filepath.Join(dir, locked), 0); err != nil {
			t.Fatal(err)
		}
		if got, want := readAsStranger(t, dir), "read "+locked+": permission denied"; got != want {
			t.Errorf("error %q, want %q", got, want)
		}
		if err := os.Chmod(filepath.Join(dir, locked), 0o755); err != nil {
			t.Fatal(err)
		}
	}
}

// readAsStranger reads a site in a process that is not root, for root may read
// everything, and gives the error.
func readAsStranger(t *testing.T, dir string) string {
	t.Helper()
	program := filepath.Join(dir, "reader")
	copyFile(t, os.Args[0], program)
	command := exec.Command(program)
	command.Env = append(os.Environ(), siteVariable+"="+dir)
	if os.Geteuid() == 0 {
		const nobody = 65534
		command.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: nobody, Gid: nobody}}
	}
	out, err := command.Output()
	if err != nil {
		t.Fatal(err)
	}
	return string(out)
}

func copyFile(t *testing.T, from, to string) {
	t.Helper()
	in, err := os.Open(from)
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	out, err := os.OpenFile(to, os.O_CREATE|os.O_WRONLY, 0o755)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := io.Copy(out, in); err != nil {
		t.Fatal(err)
	}
	if err := out.Close(); err != nil {
		t.Fatal(err)
	}
}
