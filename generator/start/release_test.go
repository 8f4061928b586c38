package start_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"testing"

	"ithaca/generator/portaltest"
)

// Everything is as it will be, but that the network is a folder: the release is built by
// the script of the release workflow, its program begins a site, and the steps of the
// site's workflows run in it one by one.
func TestAReleaseBeginsASiteThatItsWorkflowsCheckAndPublish(t *testing.T) {
	if testing.Short() {
		t.Skip("it builds the program several times")
	}
	portaltest.Tools(t, "bash", "git", "grep", "curl", "tar", "sha256sum")
	dir := t.TempDir()
	source := tagged(t, filepath.Join(dir, "source"), "v1.8.7")
	s := shell{t, source, nil}
	system := runtime.GOOS + "/" + runtime.GOARCH
	s.run(".ci/release ../dist " + system)

	archive := "ithaca-v1.8.7-" + strings.Replace(system, "/", "-", 1) + ".tar.gz"
	s.dir = dir
	s.run("cd dist && sha256sum -c SHA256SUMS")
	if notes := read(t, dir, "dist/notes.md"); !strings.Contains(notes, "What is new in 1.8.7.") || strings.Contains(notes, "of old") {
		t.Errorf("the release's notes are %q", notes)
	}
	s.run("mkdir -p program host/releases/download/v1.8.7 && tar -xzf dist/" + archive + " -C program && mv dist/*.tar.gz host/releases/download/v1.8.7")
	if said := s.run("program/ithaca version"); !strings.HasPrefix(said, "ithaca v1.8.7 (commit ") {
		t.Errorf("the released program is %s", said)
	}
	s.run("program/ithaca init site --title 'Harbour Mentoring'")
	s.dir = filepath.Join(dir, "site")
	if pin := read(t, s.dir, ".ithaca/version"); !strings.Contains(pin, "\nrelease=v1.8.7\n") {
		t.Fatalf("the site pins no release:\n%s", pin)
	}

	t.Run("by the release and its checksum", func(t *testing.T) {
		s.t = t
		setRepository(t, s.dir, "file://"+filepath.ToSlash(filepath.Join(dir, "host")))
		publishes(s, given)
	})
	t.Run("but not by another program", func(t *testing.T) {
		s.t = t
		sums := read(t, s.dir, ".ithaca/ithaca.sha256")
		write(t, s.dir, ".ithaca/ithaca.sha256", regexp.MustCompile(`(?m)^.`).ReplaceAllStringFunc(sums, func(digit string) string {
			return map[bool]string{true: "1", false: "0"}[digit == "0"]
		}))
		if said, err := s.try("sh .ithaca/get.sh"); err == nil || !strings.Contains(said, "is not the one that .ithaca/ithaca.sha256 names") {
			t.Errorf("another program is taken: %v\n%s", err, said)
		}
	})
	if !portaltest.Long() {
		return // what follows compiles the program as often again
	}
	t.Run("by the commit where there is no release", func(t *testing.T) {
		s.t = t
		setRepository(t, s.dir, "file://"+filepath.ToSlash(source))
		if err := os.Remove(filepath.Join(s.dir, ".ithaca", "ithaca.sha256")); err != nil {
			t.Fatal(err)
		}
		publishes(s, given)
	})
	t.Run("and so is a portal in a copy of the program", func(t *testing.T) {
		publishes(shell{t, source, nil}, ours)
	})
}

// publishes runs the steps of the workflows that check and publish a portal.
func publishes(s shell, folder string) {
	s.t.Helper()
	s.run("test -d .git || { git init -q -b main && git config user.name Tester && git config user.email tester@example.org && git config commit.gpgsign false && git add -A && git commit -q -m start; }\n" +
		"git update-ref refs/remotes/origin/main HEAD") // as a checkout of the whole history has it
	known := strings.NewReplacer("${{ steps.pages.outputs.base_url }}", "https://owner.example/portal", "${{ github.base_ref }}", "main")
	for _, name := range []string{"check.yml", "pages.yml"} {
		if err := os.RemoveAll(filepath.Join(s.dir, "public", "index.html")); err != nil {
			s.t.Fatal(err)
		}
		for _, j := range readWorkflow(s.t, filepath.Join(folder, name)).jobs {
			for _, step := range j.steps {
				s.env = nil
				for key, value := range step.Get("env").Entries() {
					s.env = append(s.env, key.Value+"="+known.Replace(value.Value))
				}
				if run := text(step.Get("run")); run != "" {
					s.run(run)
				}
			}
		}
		page := read(s.t, s.dir, "public/index.html")
		if name == "pages.yml" && !strings.Contains(page, "https://owner.example/portal/") {
			s.t.Error("the page that Pages gets does not know its address")
		}
	}
}

// tagged copies this repository, as a commit of the working tree would hold it, into a
// repository of its own with a version, but for the demo's other languages: three times as
// many pages show no more of a workflow.
func tagged(t *testing.T, to, version string) string {
	t.Helper()
	if err := os.MkdirAll(to, 0o755); err != nil {
		t.Fatal(err)
	}
	shell{t, filepath.Join("..", ".."), []string{"TO=" + to}}.run(
		`git ls-files -z -co --exclude-standard | grep -zvE '^content/.*\.(ar|es)\.md$' | tar -c --null -T - --ignore-failed-read | tar -x -C "$TO"`)
	changes := read(t, to, "CHANGELOG.md")
	write(t, to, "CHANGELOG.md", strings.Replace(changes, "\n## ", "\n## "+strings.TrimPrefix(version, "v")+"\n\nWhat is new in 1.8.7.\n\n## 1.8.6\n\nWhat was of old.\n\n## ", 1))
	shell{t, to, nil}.run("git init -q -b main && git config user.name Tester && git config user.email tester@example.org && " +
		"git config commit.gpgsign false && git add -A && git commit -q -m start && git tag " + version)
	return to
}

func setRepository(t *testing.T, site, address string) {
	t.Helper()
	pin := regexp.MustCompile(`(?m)^repository=.*$`).ReplaceAllLiteralString(read(t, site, ".ithaca/version"), "repository="+address)
	write(t, site, ".ithaca/version", pin)
}

// shell runs commands in a folder as GitHub does.
type shell struct {
	t   *testing.T
	dir string
	env []string
}

func (s shell) try(command string) (string, error) {
	c := exec.CommandContext(s.t.Context(), "bash", "--noprofile", "--norc", "-e", "-o", "pipefail", "-c", command)
	c.Dir = s.dir
	c.Env = append(os.Environ(), append(s.env, "SOURCE_DATE_EPOCH=1795000000", "GOFLAGS=-trimpath")...)
	said, err := c.CombinedOutput()
	return string(said), err
}

func (s shell) run(command string) string {
	s.t.Helper()
	said, err := s.try(command)
	if err != nil {
		s.t.Fatalf("in %s\n%s\nends with %v:\n%s", s.dir, command, err, said)
	}
	return said
}

func read(t *testing.T, folder, name string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(folder, filepath.FromSlash(name)))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func write(t *testing.T, folder, name, text string) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(folder, filepath.FromSlash(name)), []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}
