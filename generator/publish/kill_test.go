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

// TestAKillLeavesWholeFiles kills builds at random moments, often just after
// something was seen to be replaced.
func TestAKillLeavesWholeFiles(t *testing.T) {
	kills := 40
	if testing.Short() {
		kills = 6 // the race detector makes each of them slow
	}
	dir, theirs := inMemory(t), files{".git/HEAD": "ref: refs/heads/pages\n", "lists/mine.txt": "mine"}
	build(t, dir, edition(0))
	put(t, dir, theirs)
	took := durations(t, dir, 1)
	random := rand.New(rand.NewPCG(1, 2))
	telling := []string{"events", "lists/3.html", "lists/20.html", "index.html", "feed.xml", manifest}
	hits, before := map[string]int{}, edition(1)
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
		listed := changed(filepath.Join(dir, manifest))
		after := edition(n)
		if !killed(t, dir, n, at) {
			before = after
			continue
		}
		hits[at.word]++
		if got := withoutStaging(read(t, dir)); !listed() {
			hits["before renaming"]++
			if !maps.Equal(got, with(before, theirs)) {
				t.Error("a build changed a file before it listed it")
			}
		} else if !maps.Equal(got, with(before, theirs)) && !maps.Equal(got, with(after, theirs)) {
			hits["renaming"]++
			expectOldOrNew(t, got, with(before, theirs), with(after, theirs))
		}
		before = edition(n + 1 + n%2) // sometimes another portal than the killed one
		build(t, dir, before)
		expect(t, dir, with(before, theirs))
		expectManifest(t, dir, before)
	}
	t.Logf("killed %v", hits)
	if hits["renaming"] == 0 || hits["before renaming"] == 0 {
		t.Error("no kill hit a build before it was renaming, or none while it was; the test cannot fail")
	}
}

// expectOldOrNew looks at a folder in which a build was killed that was renaming.
// A folder may be empty by then.
func expectOldOrNew(t *testing.T, got, before, after files) {
	t.Helper()
	for name, data := range got {
		isFolder := name[len(name)-1] == '/'
		if !isFolder && (data == "" || data != before[name] && data != after[name]) {
			t.Errorf("%s is neither old nor new: %q", name, data)
		}
	}
	for name, data := range before {
		if _, there := got[name]; !there && data == after[name] {
			t.Errorf("%s is gone", name)
		}
	}
}
