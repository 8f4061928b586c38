//go:build linux || darwin

package publish_test

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"ithaca/generator/publish"
)

// alone reports whether this process was started for the test alone. Otherwise it
// starts such a process, which changes itself before it runs the test.
func alone(t *testing.T, change *syscall.SysProcAttr) bool {
	t.Helper()
	const key = "ITHACA_PUBLISH_ALONE"
	if os.Getenv(key) != "" {
		return true
	}
	cmd := exec.Command(os.Args[0], "-test.run", "^"+t.Name()+"$", "-test.v")
	cmd.Env = append(os.Environ(), key+"=1")
	cmd.SysProcAttr = change
	said, err := cmd.CombinedOutput()
	if errors.Is(err, syscall.EPERM) {
		t.Skipf("not allowed here: %v", err)
	}
	if err != nil || !strings.Contains(string(said), "--- PASS: "+t.Name()) {
		t.Errorf("in a process of its own: %v\n%s", err, said)
	}
	return false
}

// asOrdinaryUser runs a test without the rights of root, who would get past
// every permission. It reports whether this is the process to run it in.
func asOrdinaryUser(t *testing.T) bool {
	t.Helper()
	if os.Getuid() != 0 {
		return true
	}
	if !alone(t, nil) {
		return false
	}
	must(t, syscall.Setgroups(nil))
	must(t, syscall.Setgid(nobody))
	must(t, syscall.Setuid(nobody))
	return true
}

const nobody = 65534

// writable makes a folder that may be removed in the end, come what may.
func writable(t *testing.T) string {
	t.Helper()
	site := t.TempDir()
	t.Cleanup(func() {
		_ = os.Chmod(site, 0o755)
		_ = os.Chmod(filepath.Join(site, "public"), 0o755)
	})
	return site
}

func TestAnOutputMayLieInAFolderThatMayNotBeWritten(t *testing.T) {
	if !asOrdinaryUser(t) {
		return
	}
	site := writable(t)
	dir := filepath.Join(site, "public")
	must(t, os.Mkdir(dir, 0o755))
	must(t, os.Chmod(site, 0o555))
	for _, plan := range []files{small, {"index.html": "two", "new/deep/index.html": "new"}} {
		build(t, dir, plan)
		expect(t, dir, plan)
	}
	run, err := publish.Open(dir, publish.Options{})
	must(t, err)
	refused(t, dir, small, "another build", fmt.Sprint("process ", os.Getpid()))
	run.Abort()
	refused(t, filepath.Join(site, "other"), small, "create "+filepath.Join(site, "other"), "permission denied")
}

func TestAReadOnlyOutputIsAnErrorThatNamesIt(t *testing.T) {
	if !asOrdinaryUser(t) {
		return
	}
	site := writable(t)
	dir := filepath.Join(site, "public")
	build(t, dir, small)
	must(t, os.Chmod(dir, 0o555))
	build(t, dir, small) // nothing to write
	changed := with(small, files{"index.html": "changed"})
	refused(t, dir, changed, "write "+dir, "permission denied")
	expect(t, dir, small)
	must(t, os.Chmod(site, 0o555))
	refused(t, dir, changed, dir, "permission denied")
	expect(t, dir, small)
}

func TestAReadOnlyFolderInTheOutputIsNoticedBeforeAnythingChanges(t *testing.T) {
	if !asOrdinaryUser(t) {
		return
	}
	dir := newOutput(t)
	build(t, dir, small)
	locked := filepath.Join(dir, "mentors", "ana")
	must(t, os.Chmod(locked, 0o555))
	t.Cleanup(func() { _ = os.Chmod(locked, 0o755) })
	ana := files{"mentors/ana/index.html": small["mentors/ana/index.html"]}
	for _, plan := range []files{
		with(small, files{"index.html": "new", "mentors/ana/index.html": "new"}),       // a file to replace in it
		with(small, files{"index.html": "new", "mentors/ana/talks/index.html": "new"}), // a folder to make
		{"index.html": "new"}, // a file to remove
	} {
		refused(t, dir, plan, "write "+locked, "permission denied")
		expect(t, dir, small)
	}
	build(t, dir, with(ana, files{"index.html": "new"})) // nothing to write there
}

func TestAnUnreadableFileInTheOutputIsAnErrorThatNamesIt(t *testing.T) {
	if !asOrdinaryUser(t) {
		return
	}
	dir := newOutput(t)
	build(t, dir, small)
	at := filepath.Join(dir, "mentors", "ana", "index.html")
	must(t, os.Chmod(at, 0))
	refused(t, dir, with(small, files{"index.html": "new"}), "read "+at, "permission denied")
	must(t, os.Chmod(at, 0o644))
	expect(t, dir, small)
}

func TestTheFoldersOfAnotherUserStayTheirs(t *testing.T) {
	if os.Getuid() != 0 {
		t.Skip("only root can give a folder away")
	}
	dir := newOutput(t)
	build(t, dir, small)
	for _, name := range []string{"", "assets", "mentors", "mentors/ana", "mentors/bo"} {
		must(t, os.Chown(filepath.Join(dir, name), nobody, nobody))
	}
	before := stat(t, dir, ".")
	changed := with(small, files{"index.html": "changed"})
	build(t, dir, changed)
	if !os.SameFile(before, stat(t, dir, ".")) {
		t.Error("the output is another folder now")
	}
	expect(t, dir, changed)
}

func TestPipesAndSocketsDoNotStopABuild(t *testing.T) {
	dir := newOutput(t)
	build(t, dir, small)
	at := filepath.Join(dir, "index.html")
	must(t, os.Remove(at))
	must(t, syscall.Mkfifo(at, 0o644))
	build(t, dir, small)
	expect(t, dir, small)
	must(t, syscall.Mkfifo(filepath.Join(dir, "theirs"), 0o644))
	build(t, dir, files{"index.html": "rest"})
	if got := read(t, dir); got["index.html"] != "rest" || got["theirs"] != "p---------" {
		t.Errorf("got %v", got)
	}
}

// TestAFailedWriteLeavesTheOutputUntouched lets no file grow past some bytes. A
// write then fails halfway, as it does on a full disk.
func TestAFailedWriteLeavesTheOutputUntouched(t *testing.T) {
	if !alone(t, nil) {
		return
	}
	signal.Ignore(syscall.SIGXFSZ)
	dir := newOutput(t)
	build(t, dir, small)
	run, err := publish.Open(dir, publish.Options{})
	must(t, err)
	defer run.Abort()
	limitFiles(t, 1000)
	must(t, run.Add("index.html", []byte("new")))
	large, at := []byte(strings.Repeat("x", 3000)), filepath.Join(dir, "large", "index.html")
	expectError(t, run.Add("large/index.html", large), "write "+at, "file too large")
	_, err = run.Commit()
	expectError(t, err, "file too large")
	expect(t, dir, small)

	// Here every page fits and only the manifest does not.
	many := with(small, files{"index.html": "new"})
	for i := range 100 {
		many[fmt.Sprintf("extra/%d.html", i)] = "x"
	}
	refused(t, dir, many, "write "+filepath.Join(dir, manifest), "file too large")
	expect(t, dir, small)
}

func limitFiles(t *testing.T, n uint64) {
	t.Helper()
	var before syscall.Rlimit
	must(t, syscall.Getrlimit(syscall.RLIMIT_FSIZE, &before))
	must(t, syscall.Setrlimit(syscall.RLIMIT_FSIZE, &syscall.Rlimit{Cur: n, Max: before.Max}))
	t.Cleanup(func() { must(t, syscall.Setrlimit(syscall.RLIMIT_FSIZE, &before)) })
}
