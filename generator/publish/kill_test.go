//go:build unix

package publish_test

import (
	"bufio"
	"fmt"
	"io"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// aim is the moment to kill a build: a while after it said a word and then did
// something that can be seen from outside. The test only looks and never waits
// for longer than the build takes.
type aim struct {
	word  string
	seen  func() bool
	while time.Duration
}

// killed publishes an edition in another process and kills that. It tells
// whether the process had not finished by then.
func killed(t *testing.T, dir string, n int, at aim) bool {
	t.Helper()
	cmd, _, out := child(t, "publish", "ITHACA_PUBLISH_DIR="+dir, fmt.Sprint("ITHACA_PUBLISH_EDITION=", n))
	must(t, cmd.Start())
	for line := ""; line != at.word+"\n"; {
		var err error
		if line, err = out.ReadString('\n'); err != nil {
			t.Fatalf("the build ended before it said %q: %v", at.word, err)
		}
	}
	rest := make(chan string, 1)
	go func() {
		said, _ := io.ReadAll(out)
		rest <- string(said)
	}()
	for len(rest) == 0 && !at.seen() {
	}
	for begun := time.Now(); len(rest) == 0 && time.Since(begun) < at.while; {
	}
	must(t, cmd.Process.Kill())
	said := <-rest
	return cmd.Wait() != nil && said != "done <nil>\n"
}

// changed reports when another file or folder than now lies at a path.
func changed(at string) func() bool {
	before, missing := os.Lstat(at)
	return func() bool {
		now, err := os.Lstat(at)
		return err == nil && (missing != nil || !os.SameFile(before, now))
	}
}

func atOnce() bool { return true }

// durations measures how long the parts of one build take, to aim at them.
func durations(t *testing.T, dir string, n int) map[string]time.Duration {
	t.Helper()
	cmd, _, out := child(t, "publish", "ITHACA_PUBLISH_DIR="+dir, fmt.Sprint("ITHACA_PUBLISH_EDITION=", n))
	must(t, cmd.Start())
	took, last, begun := map[string]time.Duration{}, "", time.Now()
	for lines := bufio.NewScanner(out); lines.Scan(); {
		took[last] = time.Since(begun)
		last, begun = lines.Text(), time.Now()
	}
	must(t, cmd.Wait())
	if last != "done <nil>" {
		t.Fatalf("the build says %q", last)
	}
	return took
}

// inMemory returns a path for an output on a file system in memory, if there is
// one: these tests write a hundred portals.
func inMemory(t *testing.T) string {
	t.Helper()
	site, err := os.MkdirTemp("/dev/shm", "ithaca-kill-")
	if err != nil {
		return newOutput(t)
	}
	t.Cleanup(func() { must(t, os.RemoveAll(site)) })
	return filepath.Join(site, "public")
}

// killMany kills builds at random moments, often just after something at one of
// the given paths was replaced. It lets check judge each time what is there,
// knowing the edition that was there before and the one to come.
func killMany(t *testing.T, dir string, more files, telling []string, check func(got, before, after files)) {
	kills := 40
	if testing.Short() {
		kills = 6 // the race detector makes each of them slow
	}
	random := rand.New(rand.NewPCG(1, 2))
	build(t, dir, edition(0))
	took := durations(t, dir, 1)
	hits, before := map[string]int{}, with(edition(1), more)
	for n := 2; hits["add"]+hits["commit"] < kills; n++ {
		if n > 20*kills {
			t.Fatalf("of %d builds only %v could be killed in time", n, hits)
		}
		at := aim{word: []string{"add", "commit"}[min(n%4, 1)], seen: atOnce}
		at.while = time.Duration(random.Float64() * float64(took[at.word]))
		if n%4 > 1 {
			at.seen = changed(filepath.Join(dir, telling[random.IntN(len(telling))]))
			at.while /= 8
		}
		after := with(edition(n), more)
		if !killed(t, dir, n, at) {
			before = after
			continue
		}
		hits[at.word]++
		check(read(t, dir), before, after)
		next := edition(n + 1 + n%2) // sometimes another portal than the killed one
		build(t, dir, next)
		before = with(next, more)
		expect(t, dir, before)
		expectManifest(t, dir, next)
	}
	t.Logf("killed %v", hits)
}

// expectManifest compares the manifest with that of a clean build.
func expectManifest(t *testing.T, dir string, plan files) {
	t.Helper()
	clean := inMemory(t)
	build(t, clean, plan)
	got, err := os.ReadFile(filepath.Join(dir, manifest))
	must(t, err)
	want, err := os.ReadFile(filepath.Join(clean, manifest))
	must(t, err)
	if string(got) != string(want) {
		t.Error("the manifest is not that of a clean build")
	}
}

func TestAKilledExchangeLeavesTheOldPortalOrTheNewOne(t *testing.T) {
	old, fresh := 0, 0
	killMany(t, inMemory(t), files{}, []string{"."}, func(got, before, after files) {
		switch {
		case maps.Equal(got, before):
			old++
		case maps.Equal(got, after):
			fresh++
		default:
			t.Errorf("a mixed portal of %d files", len(got))
		}
	})
	t.Logf("%d times the old portal, %d times the new one", old, fresh)
	if old == 0 || fresh == 0 {
		t.Errorf("%d times the old portal, %d times the new one; the test cannot fail", old, fresh)
	}
}

func TestAKillInPlaceLeavesWholeFiles(t *testing.T) {
	dir, theirs := inMemory(t), files{".git/HEAD": "ref: refs/heads/pages\n"}
	put(t, dir, theirs)
	mixed, telling := 0, []string{"events", "lists/3.html", "lists/20.html", "index.html", "feed.xml", manifest}
	killMany(t, dir, theirs, telling, func(got, before, after files) {
		if !maps.Equal(got, before) && !maps.Equal(got, after) {
			mixed++
		}
		for name, data := range got {
			inStaging := strings.HasPrefix(name, ".ithaca-staging-")
			isFolder := name[len(name)-1] == '/'
			if !inStaging && !isFolder && data != before[name] && data != after[name] {
				t.Errorf("%s is neither old nor new: %q", name, data)
			}
		}
		if got[".git/HEAD"] != theirs[".git/HEAD"] {
			t.Error("a file of others was touched")
		}
	})
	t.Logf("%d of the killed builds were renaming", mixed)
	if mixed == 0 {
		t.Error("no kill hit a build that was renaming; the test cannot fail")
	}
}
