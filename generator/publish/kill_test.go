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

// killed publishes an edition in another process and kills that a while after
// it said a word. It tells whether the process had not finished by then.
func killed(t *testing.T, dir string, n int, word string, after time.Duration) bool {
	t.Helper()
	cmd, _, out := child(t, "publish", "ITHACA_PUBLISH_DIR="+dir, fmt.Sprint("ITHACA_PUBLISH_EDITION=", n))
	must(t, cmd.Start())
	for line := ""; line != word+"\n"; {
		var err error
		if line, err = out.ReadString('\n'); err != nil {
			t.Fatalf("the build ended before it said %q: %v", word, err)
		}
	}
	for begun := time.Now(); time.Since(begun) < after; {
	}
	must(t, cmd.Process.Kill())
	said, err := io.ReadAll(out)
	must(t, err)
	return cmd.Wait() != nil && string(said) != "done <nil>\n"
}

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

// killMany kills builds at random moments and lets check judge each time what
// is there, knowing the edition that was there before and the one to come.
func killMany(t *testing.T, dir string, more files, check func(got, before, after files)) {
	const kills = 40
	random := rand.New(rand.NewPCG(1, 2))
	build(t, dir, edition(0))
	took := durations(t, dir, 1)
	hits, before := map[string]int{}, with(edition(1), more)
	for n := 2; hits["add"]+hits["commit"] < kills; n++ {
		if n > 20*kills {
			t.Fatalf("of %d builds only %v could be killed in time", n, hits)
		}
		word := []string{"add", "commit", "commit", "commit"}[n%4]
		after := with(edition(n), more)
		if !killed(t, dir, n, word, time.Duration(random.Float64()*float64(took[word]))) {
			before = after
			continue
		}
		hits[word]++
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
	clean := newOutput(t)
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
	killMany(t, newOutput(t), files{}, func(got, before, after files) {
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
}

func TestAKillInPlaceLeavesWholeFiles(t *testing.T) {
	dir, theirs := newOutput(t), files{".git/HEAD": "ref: refs/heads/pages\n"}
	put(t, dir, theirs)
	mixed := 0
	killMany(t, dir, theirs, func(got, before, after files) {
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
	if mixed == 0 {
		t.Error("no kill hit a build that was renaming; the test cannot fail")
	}
	t.Logf("%d of the killed builds were renaming", mixed)
}
