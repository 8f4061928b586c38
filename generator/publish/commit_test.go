package publish

import (
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
)

// These tests look at moments of a commit that no caller can time.

func TestAFileIsRenamedAfterTheFilesThatItLinksTo(t *testing.T) {
	run := Run{plan: map[string]planned{
		"index.html":           {staged: "1", existed: true},
		"old/page.html":        {staged: "2"},
		"old/changed.html":     {staged: "3", existed: true},
		"old/unchanged.html":   {existed: true},
		"old/feed.xml":         {staged: "4", existed: true},
		"sitemap.xml":          {staged: "5", existed: true},
		"zz.css":               {staged: "6"},
		"new/deep/index.html":  {staged: "7"},
		"new/deep/picture.jpg": {staged: "8"},
		"data/index.json":      {staged: "9"},
		"assets/a.js":          {staged: "10"},
	}}
	want := []string{
		"assets/a.js", "new/deep/picture.jpg", "zz.css",
		"new/deep/index.html", "old/page.html", "index.html", "old/changed.html",
		"data/index.json", "old/feed.xml", "sitemap.xml",
	}
	if diff := gocmp.Diff(want, run.stagedInOrder()); diff != "" {
		t.Error(diff)
	}
}

func TestOnlyOneHoldsTheLockAtATime(t *testing.T) {
	out := output{given: "public", path: filepath.Join(t.TempDir(), "public")}
	var holders atomic.Int32
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			for taken := 0; taken < 100; {
				file, err := waitFor(out, out.lockBeside(), 0)
				if err != nil && strings.Contains(err.Error(), "another build is writing") {
					runtime.Gosched()
					continue
				}
				if err != nil {
					t.Error(err)
					return
				}
				if holders.Add(1) > 1 {
					t.Error("two hold the lock")
				}
				holders.Add(-1)
				release(file)
				taken++
			}
		})
	}
	group.Wait()
}
