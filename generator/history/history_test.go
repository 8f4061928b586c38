package history_test

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ithaca/generator/diag"
	"ithaca/generator/history"
)

// repository is a git repository whose work tree a test changes.
type repository struct {
	t   *testing.T
	dir string
}

func newRepository(t *testing.T, dir string) *repository {
	t.Helper()
	if _, err := exec.LookPath("git"); err != nil {
		t.Fatal("git is not installed, which these tests need")
	}
	r := &repository{t, dir}
	r.git("init", "-q", "-b", "main")
	return r
}

func (r *repository) git(args ...string) string {
	r.t.Helper()
	command := exec.Command("git", append([]string{"-C", r.dir, "-c", "user.name=Ana", "-c", "user.email=ana@example.org", "-c", "commit.gpgsign=false"}, args...)...)
	out, err := command.CombinedOutput()
	if err != nil {
		r.t.Fatalf("git %s: %s", strings.Join(args, " "), out)
	}
	return strings.TrimSpace(string(out))
}

func (r *repository) write(name, text string) {
	r.t.Helper()
	file := filepath.Join(r.dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		r.t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(text), 0o755); err != nil {
		r.t.Fatal(err)
	}
}

func (r *repository) commit() string {
	r.git("add", "-A")
	r.git("commit", "-q", "-m", "work")
	return r.git("rev-parse", "HEAD")
}

// since returns what has changed, a line each.
func (r *repository) since(folder, revision string) string {
	r.t.Helper()
	changes, err := history.Since(filepath.Join(r.dir, folder), revision, "content")
	if err != nil {
		r.t.Fatal(err)
	}
	var b strings.Builder
	for _, c := range changes {
		how := "changed"
		if c.New {
			how = "new"
		} else if c.Gone {
			how = "gone"
		}
		b.WriteString(strings.TrimSpace(how+" "+c.Path+" "+strings.TrimSpace(string(c.Before))) + "\n")
	}
	return b.String()
}

func TestWhatDiffersFromTheCommonCommitIsFoundWithWhatItWas(t *testing.T) {
	r := newRepository(t, t.TempDir())
	r.write("site/content/a.md", "old a\n")
	r.write("site/content/b.md", "b\r\n")
	r.write("site/content/c.md", "c\n")
	r.write("site/content/same\ttab.md", "same\n")
	r.write("elsewhere.md", "x\n")
	r.commit()
	r.git("checkout", "-q", "-b", "theirs")
	r.write("site/content/a.md", "new a\n")
	r.commit()
	r.git("checkout", "-q", "main")
	r.write("site/content/b.md", "somebody else's\n")
	r.commit()
	r.git("checkout", "-q", "theirs")
	r.write("site/content/d.md", "never told git\n")
	r.write("site/content/same\ttab.md", "same\r\n") // as git writes it on Windows
	r.write("elsewhere.md", "y\n")
	if err := os.Remove(filepath.Join(r.dir, "site/content/c.md")); err != nil {
		t.Fatal(err)
	}
	want := "changed site/content/a.md old a\ngone site/content/c.md c\nnew site/content/d.md\n"
	if d := cmp.Diff(strings.ReplaceAll(want, "site/", ""), r.since("site", "main")); d != "" {
		t.Error(d)
	}
	if got := r.since("site", "HEAD~1"); !strings.Contains(got, "changed content/a.md old a\n") {
		t.Errorf("since the commit before: %s", got)
	}
}

func TestFilesThatAStrangerChangedAreNamed(t *testing.T) {
	r := newRepository(t, t.TempDir())
	commit := func(who string, files ...string) {
		for _, file := range files {
			r.write(file, r.git("rev-list", "--count", "--all"))
		}
		r.git("add", "-A")
		r.git("commit", "-q", "--author", "X <"+who+"@example.org>", "-m", "work")
	}
	commit("organizer", "content/index.md", "content/a.md", "content/b.md", "content/c.md", "content/d.md")
	commit("Ana", "content/a.md")
	commit("ben", "content/b.md")
	r.git("checkout", "-q", "-b", "theirs")
	commit("ana", "content/a.md") // her own
	commit("ana", "content/b.md") // somebody else's
	commit("organizer", "content/c.md")
	commit("ana", "content/index.md", "content/d.md") // to say so now makes nobody an organizer
	got, err := history.Strangers(r.dir, "main", []string{"content/a.md", "content/b.md", "content/c.md", "content/d.md"}, "content/index.md", "templates")
	if d := cmp.Diff([]string{"content/b.md", "content/d.md"}, got); err != nil || d != "" {
		t.Error(err, d)
	}
}

func TestWhatGitCannotAnswerIsToldWithARemedy(t *testing.T) {
	r := newRepository(t, t.TempDir())
	r.write("content/a.md", "a\n")
	first := r.commit()
	r.write("content/a.md", "b\n")
	r.commit()
	shallow := t.TempDir()
	r.git("clone", "-q", "--depth=1", "file://"+r.dir, shallow)
	for _, c := range []struct{ dir, revision, want, remedy string }{
		{r.dir, "no-such-branch", "git knows no revision `no-such-branch`", "name a branch"},
		{r.dir, "--output=evil", "git knows no revision `--output=evil`", "name a branch"},
		{r.dir, "", "git knows no origin/HEAD, the branch that changes are for", "--since=origin/main"},
		{shallow, first, "the history here is cut off before `" + first + "`", "fetch-depth: 0"},
		{t.TempDir(), "", "the site does not lie in a git repository", "name the files"},
	} {
		_, err := history.Since(c.dir, c.revision, "content")
		e := new(diag.Refusal)
		if !errors.As(err, &e) || e.Error() != c.want || !strings.Contains(e.Hint(), c.remedy) {
			t.Errorf("since %q: %v", c.revision, err)
		}
	}
	t.Setenv("PATH", t.TempDir())
	e := new(diag.Refusal)
	if _, err := history.Since(r.dir, first, "content"); !errors.As(err, &e) || !strings.Contains(e.Hint(), "install git") {
		t.Errorf("without git: %v", err)
	}
}

func TestNothingOfARepositoryRunsWhenItIsAsked(t *testing.T) {
	r := newRepository(t, t.TempDir())
	r.write("content/a.md", "a\n")
	first := r.commit()
	mark := filepath.Join(t.TempDir(), "ran")
	script := "#!/bin/sh\ntouch " + mark + "\ncat\n"
	r.write("evil.sh", script)
	r.write(".gitattributes", "*.md filter=evil diff=evil\n")
	for _, hook := range []string{"post-checkout", "post-index-change", "fsmonitor-watchman", "reference-transaction"} {
		r.write(".git/hooks/"+hook, script)
	}
	evil := filepath.Join(r.dir, "evil.sh")
	for _, key := range []string{"core.fsmonitor", "core.pager", "diff.external", "diff.evil.command", "diff.evil.textconv", "filter.evil.clean", "filter.evil.smudge", "core.sshCommand", "core.editor"} {
		r.git("config", key, evil)
	}
	r.write("content/a.md", "b\n")
	if got := r.since(".", first); got != "changed content/a.md a\n" {
		t.Error(got)
	}
	if _, err := os.Stat(mark); err == nil {
		t.Error("a program of the repository ran")
	}
	r.git("add", "-A") // the same repository does run it when asked plainly
	if _, err := os.Stat(mark); err != nil {
		t.Error("the program would never have run: the test proves nothing")
	}
}
