package publish_test

import (
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"ithaca/generator/publish"
)

func startHolder(t *testing.T, dir string) (*exec.Cmd, io.WriteCloser) {
	t.Helper()
	cmd, in, out := child(t, "hold", "ITHACA_PUBLISH_DIR="+dir)
	must(t, cmd.Start())
	if line, err := out.ReadString('\n'); line != "held\n" {
		t.Fatalf("the other build says %q, %v", line, err)
	}
	return cmd, in
}

func TestASecondBuildSaysWhoHoldsTheOutput(t *testing.T) {
	dir := newOutput(t)
	build(t, dir, small)
	cmd, in := startHolder(t, dir)
	host, err := os.Hostname()
	must(t, err)
	_, err = publish.Open(dir, publish.Options{Wait: 50 * time.Millisecond})
	expectError(t, err, "another build", fmt.Sprintf("process %d on %s since 20", cmd.Process.Pid, host))
	must(t, in.Close())
	must(t, cmd.Wait())
	expect(t, dir, small)
}

func TestASecondBuildWaitsForTheFirst(t *testing.T) {
	dir := newOutput(t)
	cmd, in := startHolder(t, dir)
	done := make(chan error)
	go func() {
		run, err := publish.Open(dir, publish.Options{Wait: time.Minute})
		if err == nil {
			run.Abort()
		}
		done <- err
	}()
	must(t, in.Close())
	must(t, cmd.Wait())
	must(t, <-done)
	expectNoTrace(t, dir)
}

func TestTheLockOfAKilledBuildIsTakenOver(t *testing.T) {
	dir := newOutput(t)
	build(t, dir, small)
	cmd, _ := startHolder(t, dir)
	must(t, cmd.Process.Kill())
	_ = cmd.Wait()
	if _, err := os.Lstat(filepath.Join(filepath.Dir(dir), ".public.ithaca-lock")); err != nil {
		t.Fatalf("the killed build left no lock to take over: %v", err)
	}
	build(t, dir, small)
	expect(t, dir, small)
}

func TestManyBuildsAtOnceTakeTurns(t *testing.T) {
	dir := newOutput(t)
	var group sync.WaitGroup
	for i := range 16 {
		group.Go(func() {
			run, err := publish.Open(dir, publish.Options{Wait: time.Minute})
			if err != nil {
				t.Error(err)
				return
			}
			defer run.Abort()
			for _, name := range []string{"index.html", "a/a.html", "b/b.html"} {
				if err := run.Add(name, fmt.Append(nil, i)); err != nil {
					t.Error(err)
				}
			}
			if _, err := run.Commit(); err != nil {
				t.Error(err)
			}
		})
	}
	group.Wait()
	got := read(t, dir)
	if len(got) != 3 || got["index.html"] != got["a/a.html"] || got["index.html"] != got["b/b.html"] {
		t.Errorf("a mixed portal: %v", got)
	}
	expectNoTrace(t, dir)
}

func TestAStrangeFileInTheWayOfTheLockIsNamed(t *testing.T) {
	dir := newOutput(t)
	elsewhere := filepath.Join(t.TempDir(), "elsewhere")
	must(t, os.Symlink(elsewhere, filepath.Join(filepath.Dir(dir), ".public.ithaca-lock")))
	refused(t, dir, small, ".public.ithaca-lock", "in the way")
	if _, err := os.Lstat(elsewhere); !os.IsNotExist(err) {
		t.Error("a link was followed")
	}
}
