package publish

import (
	"cmp"
	"os"
	"path/filepath"
	"runtime"
	"sync"
	"sync/atomic"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
)

// These tests look at moments of a commit that no caller can time.

func lay(t *testing.T, dir string, files map[string]string) {
	t.Helper()
	for name, text := range files {
		at := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(at), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(at, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func TestNothingIsRenamedBeforeWhatItNames(t *testing.T) {
	run := Run{disk: &disk{folders: map[string]bool{"old": true}}, plan: map[string]planned{
		"index.html":           {staged: true, existed: true},
		"old/page.html":        {staged: true},
		"old/changed.html":     {staged: true, existed: true},
		"old/unchanged.html":   {existed: true},
		"old/feed.xml":         {staged: true, existed: true},
		"sitemap.xml":          {staged: true, existed: true},
		"zz.css":               {staged: true},
		"new/deep/index.html":  {staged: true},
		"new/deep/picture.jpg": {staged: true},
		"data/index.json":      {staged: true},
		"assets/a.js":          {staged: true},
	}}
	var got []string
	for _, unit := range run.units() {
		got = append(got, unit.name)
	}
	want := []string{"assets", "zz.css", "new", "old/page.html", "index.html", "old/changed.html", "data", "old/feed.xml", "sitemap.xml"}
	if diff := gocmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestTheManifestOfAnUnfinishedBuildListsWhatMayBeThere(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	// A killed build left three files: each may be old or new by the manifest.
	old := manifest{unfinished: true, sums: map[string][]digest{
		"gone.html":   {sumOf("old"), sumOf("new")},
		"edited.html": {sumOf("old"), sumOf("new")},
		"same.html":   {sumOf("old"), sumOf("new")},
		"third.html":  {sumOf("old"), sumOf("new")},
		"plain.html":  {sumOf("old")},
	}}
	lay(t, dir, map[string]string{
		"gone.html": "old", "edited.html": "mine", "same.html": "new", "third.html": "new", "plain.html": "old",
		manifestName: string(old.bytes()),
	})
	run, err := Open(dir, Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer run.Abort()
	for name, text := range map[string]string{
		"edited.html": "third", "same.html": "new", "third.html": "third", "plain.html": "third", "added.html": "third",
	} {
		if err := run.Add(name, []byte(text)); err != nil {
			t.Fatal(err)
		}
	}
	change, err := run.change()
	if err != nil {
		t.Fatal(err)
	}
	got, err := run.during(change)
	if err != nil {
		t.Fatal(err)
	}
	want := manifest{unfinished: true, sums: map[string][]digest{
		"gone.html":   {sumOf("old")},
		"edited.html": {sumOf("third")}, // what somebody wrote is not ours
		"same.html":   {sumOf("new")},
		"third.html":  {sumOf("new"), sumOf("third")},
		"plain.html":  {sumOf("old"), sumOf("third")},
		"added.html":  {sumOf("third")},
	}}
	if diff := gocmp.Diff(string(want.bytes()), string(got.bytes())); diff != "" {
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
				file, err := tryLock(out, out.sibling("lock"))
				if err != nil {
					t.Error(err)
					return
				}
				if file == nil {
					runtime.Gosched()
					continue
				}
				if holders.Add(1) > 1 {
					t.Error("two hold the lock")
				}
				holders.Add(-1)
				(&lock{file: file, path: out.sibling("lock")}).release()
				taken++
			}
		})
	}
	group.Wait()
}

func TestWhatArrivesDuringAnExchangeMovesOver(t *testing.T) {
	old, live := filepath.Join(t.TempDir(), "old"), t.TempDir()
	lay(t, old, map[string]string{
		"index.html": "ours", "gone/x.html": "ours", manifestName: "list",
		"CNAME": "shared", "edited.txt": "edited since", "late.txt": "late", "drafts/late/a.txt": "late", "taken.html": "late",
	})
	lay(t, live, map[string]string{"index.html": "new", "edited.txt": "before", "taken.html": "new"})
	if err := os.Link(filepath.Join(old, "CNAME"), filepath.Join(live, "CNAME")); err != nil {
		t.Fatal(err)
	}
	rest := remains{old: old, live: live, known: map[string][]digest{"index.html": nil, "gone/x.html": nil},
		carried: map[string]bool{"CNAME": true, "edited.txt": true}}
	if err := rest.remove("."); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Lstat(old); !os.IsNotExist(err) {
		t.Error("the old tree is still there")
	}
	expectTree(t, live, map[string]string{
		"index.html": "new", "CNAME": "shared", "edited.txt": "edited since", "late.txt": "late",
		"drafts/late/a.txt": "late", "taken.html": "new",
	})
}

func expectTree(t *testing.T, dir string, want map[string]string) {
	t.Helper()
	got := map[string]string{}
	err := filepath.WalkDir(dir, func(at string, entry os.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		name, _ := filepath.Rel(dir, at)
		data, err := os.ReadFile(at)
		got[filepath.ToSlash(name)] = string(data)
		return err
	})
	if diff := gocmp.Diff(want, got); diff != "" || err != nil {
		t.Error(diff, err)
	}
}

func TestAnExchangeByRenamesKeepsTheOldTreeAside(t *testing.T) {
	dir := t.TempDir()
	fresh, live, aside := filepath.Join(dir, "fresh"), filepath.Join(dir, "live"), filepath.Join(dir, "aside")
	lay(t, fresh, map[string]string{"x": "new"})
	lay(t, live, map[string]string{"x": "old"})
	old, err := exchangeByRenames(fresh, live, aside)
	if err != nil || old != aside {
		t.Fatal(old, err)
	}
	expectTree(t, dir, map[string]string{"live/x": "new", "aside/x": "old"})

	// Without a fresh tree nothing has happened.
	if _, err := exchangeByRenames(fresh, live, filepath.Join(dir, "aside2")); err == nil {
		t.Error("no error")
	}
	expectTree(t, dir, map[string]string{"live/x": "new", "aside/x": "old"})
}

func TestAnExchangeIsOneStepWhereTheSystemHasOne(t *testing.T) {
	dir := t.TempDir()
	fresh, live, aside := filepath.Join(dir, "fresh"), filepath.Join(dir, "live"), filepath.Join(dir, "aside")
	lay(t, fresh, map[string]string{"x": "new"})
	lay(t, live, map[string]string{"x": "old"})
	want := map[string]string{"linux": fresh, "darwin": fresh}
	old, err := exchange(fresh, live, aside)
	if err != nil || old != cmp.Or(want[runtime.GOOS], aside) {
		t.Fatal(old, err)
	}
	expectTree(t, live, map[string]string{"x": "new"})
	expectTree(t, old, map[string]string{"x": "old"})
}

func TestAStagingFolderIsCopiedToAnotherDisk(t *testing.T) {
	site := t.TempDir()
	out := output{given: "public", path: filepath.Join(site, "public")}
	lay(t, out.path, map[string]string{"x": "x"})
	stage := staging{out: out, folders: map[string]bool{}}
	if err := stage.write("a/b.html", []byte("b")); err != nil {
		t.Fatal(err)
	}
	from, tree := stage.path, stage.tree
	if err := stage.copyTo(out.real(insideStaging + "00000000")); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Lstat(from); !os.IsNotExist(err) {
		t.Error("the staging folder is still where it was")
	}
	at := "public/" + insideStaging + "00000000/"
	expectTree(t, site, map[string]string{"public/x": "x", at + markerName: string(out.marker()), at + tree + "/a/b.html": "b"})
	if err := out.sweep(false); err != nil {
		t.Fatal(err)
	}
	expectTree(t, site, map[string]string{"public/x": "x"})
}

func TestACopyKeepsModeAndTime(t *testing.T) {
	dir := t.TempDir()
	from, to := filepath.Join(dir, "from"), filepath.Join(dir, "to")
	lay(t, dir, map[string]string{"from": "text"})
	if err := os.Chmod(from, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := copyFile(from, to); err != nil {
		t.Fatal(err)
	}
	a, err := os.Stat(from)
	if err != nil {
		t.Fatal(err)
	}
	b, err := os.Stat(to)
	if err != nil {
		t.Fatal(err)
	}
	if a.Mode() != b.Mode() || !a.ModTime().Equal(b.ModTime()) || b.Size() != 4 {
		t.Errorf("%v is not %v", b, a)
	}
}
