package cli_test

import (
	"bufio"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"ithaca/generator/portaltest"
)

// Each command in the README is run as it stands there, in the folders that its section
// speaks of. The network is a folder: git is told to find its addresses there. Go compiles
// the program where the tests are long; else the program under test stands
// for what Go would make.
func TestEveryCommandInTheReadmeWorks(t *testing.T) {
	if testing.Short() {
		t.Skip("it builds the demo several times")
	}
	portaltest.Tools(t, "bash", "git", "go", "grep", "tar")
	source := copyOfThisRepository(t)
	blocks := commandsOfReadme(t)
	if len(blocks) < 15 {
		t.Fatalf("only %d blocks of commands were found", len(blocks))
	}
	var shared *work // of the sections that speak of a site that is there already
	dir := t.TempDir()
	for _, section := range sectionsOf(blocks) {
		t.Run(section, func(t *testing.T) {
			var w *work
			switch {
			case begins(section):
				w = newWork(t, t.TempDir(), source)
			case shared == nil:
				w = newWork(t, dir, source)
				w.beginSite()
				shared = w
			default:
				w = &work{t, shared.dir, shared.env}
			}
			for _, b := range blocks {
				if b.section == section {
					w.run(b.lines)
				}
			}
		})
	}
}

// begins reports whether a section begins a site itself, as "A site of its own" does.
func begins(section string) bool { return strings.HasPrefix(section, "A ") }

func TestTheReadmeClonesFromWhereThePortalSaysItIsKept(t *testing.T) {
	address := regexp.MustCompile(`(?m)^ +url: (https://\S+)$`).FindStringSubmatch(readFile(t, "../../content/index.md"))
	if address == nil {
		t.Fatal("content/index.md names no repository")
	}
	found := regexp.MustCompile(`git clone (\S+)`).FindAllStringSubmatch(readFile(t, "../../README.md"), -1)
	if len(found) == 0 {
		t.Fatal("the README clones nothing")
	}
	for _, clone := range found {
		if clone[1] != address[1] {
			t.Errorf("the README clones %s, and content/index.md says %s", clone[1], address[1])
		}
	}
}

// block is a block of commands in the README.
type block struct {
	section string
	lines   []string
}

var shellBlock = regexp.MustCompile("(?ms)^ *```sh\n(.*?)^ *```$|^##+ ([^\n]+)$")

func commandsOfReadme(t *testing.T) []block {
	t.Helper()
	var all []block
	section := ""
	for _, m := range shellBlock.FindAllStringSubmatch(readFile(t, "../../README.md"), -1) {
		if m[2] != "" {
			section = m[2]
			continue
		}
		b := block{section: section}
		for line := range strings.Lines(m[1]) {
			b.lines = append(b.lines, strings.TrimSpace(line))
		}
		all = append(all, b)
	}
	return all
}

func sectionsOf(blocks []block) []string {
	var names []string
	for _, b := range blocks {
		if !slices.Contains(names, b.section) {
			names = append(names, b.section)
		}
	}
	return names
}

// work is the folder that somebody works in: in it lie a copy of this repository and, but
// where the section itself begins one, a site of its own.
type work struct {
	t   *testing.T
	dir string
	env []string
}

const site = "our-program" // as the README calls it

func newWork(t *testing.T, dir, source string) *work {
	w := &work{t: t, dir: dir}
	root, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	remote := filepath.Join(w.dir, "remote.git")
	config := "[url \"" + filepath.ToSlash(source) + "\"]\n\tinsteadOf = https://git.example/ithaca/portal\n" +
		"[url \"file://" + filepath.ToSlash(remote) + "\"]\n\tinsteadOf = https://git.example/our-program\n" +
		"[user]\n\tname = Tester\n\temail = tester@example.org\n"
	writeFile(t, filepath.Join(w.dir, "gitconfig"), config)
	w.env = append(os.Environ(), rootVariable+"="+root, "GIT_CONFIG_GLOBAL="+filepath.Join(w.dir, "gitconfig"), "SOURCE_DATE_EPOCH=1795000000",
		"GOGC=400", "GOFLAGS=-trimpath") // so that copies in other folders share what is compiled
	if !portaltest.Long() {
		w.standsForGo()
	}
	w.shell(w.dir, "git init -q --bare remote.git && git clone -q https://git.example/ithaca/portal portal")
	writeFile(t, filepath.Join(w.dir, "our-requests", "heron-42.md"), shown(t, "consent: {matching:"))
	return w
}

// standsForGo puts a program before go that runs the one under test, and copies it where go
// would build another.
func (w *work) standsForGo() {
	compiler, err := exec.LookPath("go")
	if err != nil {
		w.t.Fatal(err)
	}
	bin := filepath.Join(w.dir, "bin-go")
	writeFile(w.t, filepath.Join(bin, "go"), `#!/bin/sh
case $1 in
run) shift 2; exec ithaca "$@" ;;
build) while [ "$1" != -o ]; do shift; done; mkdir -p "$(dirname "$2")"; exec cp "$(command -v ithaca)" "$2" ;;
esac
exec "$COMPILER" "$@"
`)
	if err := os.Chmod(filepath.Join(bin, "go"), 0o755); err != nil {
		w.t.Fatal(err)
	}
	w.env = append(w.env, "COMPILER="+compiler, "PATH="+bin+string(filepath.ListSeparator)+os.Getenv("PATH"))
}

// beginSite begins a site, with the cycle that the README's request names.
func (w *work) beginSite() {
	w.shell(w.dir, "ithaca init "+site+" --title 'Harbour Mentoring'")
	w.shell(w.dir, "git -C portal rev-parse HEAD | sed 's/^/commit=/' >>our-program/.ithaca/version")
	index := filepath.Join(w.dir, site, "content", "index.md")
	writeFile(w.t, index, strings.Replace(readFile(w.t, index), "---\n", "---\n"+shownCycles(w.t), 1))
}

// shownCycles returns the cycles that the README shows.
func shownCycles(t *testing.T) string {
	_, cycles, found := strings.Cut(shown(t, "cycles:"), "cycles:")
	if !found {
		t.Fatal("the README shows no cycles")
	}
	return "cycles:" + cycles
}

// run runs the lines of a block one after the other, in one shell.
func (w *work) run(lines []string) {
	w.t.Helper()
	first, dir := lines[0], w.dir
	switch {
	case strings.HasPrefix(first, "go "):
		dir = filepath.Join(w.dir, "portal")
	case !strings.HasPrefix(first, "git clone"), strings.HasPrefix(first, "ithaca init"):
		if _, err := os.Stat(filepath.Join(w.dir, site)); err == nil {
			dir = filepath.Join(w.dir, site)
			writeFile(w.t, filepath.Join(dir, "answers.csv"), "Timestamp,Full name,E-mail,Languages,What can you help with?,I agree that my profile is published\n"+
				"2026-11-02 10:00,Bo Berg,bo@example.org,English,networking,Yes\n")
		}
	}
	var script []string
	for _, line := range lines {
		switch {
		case strings.HasPrefix(line, "go test "): // this is what it runs
		case strings.Contains(line, " serve"):
			w.shell(dir, strings.Join(append(script, "true"), "\n"))
			w.serves(dir, line)
		default:
			script = append(script, line)
		}
	}
	w.shell(dir, strings.Join(script, "\n"))
}

func (w *work) command(dir, script string) *exec.Cmd {
	c := exec.CommandContext(w.t.Context(), "bash", "-e", "-o", "pipefail", "-c", script)
	c.Dir, c.Env = dir, w.env
	return c
}

func (w *work) shell(dir, script string) {
	w.t.Helper()
	if said, err := w.command(dir, script).CombinedOutput(); err != nil {
		w.t.Fatalf("in %s\n%s\nends with %v:\n%s", filepath.Base(dir), script, err, said)
	}
}

// serves starts a server and ends it when it says where it is found. In its own process
// group, so that what `go run` starts ends with it.
func (w *work) serves(dir, line string) {
	w.t.Helper()
	c := w.command(dir, "exec "+line)
	inGroup(c)
	out, err := c.StdoutPipe()
	if err != nil {
		w.t.Fatal(err)
	}
	c.Stderr = c.Stdout
	if err := c.Start(); err != nil {
		w.t.Fatal(err)
	}
	said := ""
	for lines := bufio.NewScanner(out); lines.Scan(); {
		said += lines.Text() + "\n"
		if strings.Contains(said, "http://127.0.0.1:") {
			break
		}
	}
	endGroup(c)
	_ = c.Wait() // it was ended
	if !strings.Contains(said, "http://127.0.0.1:") {
		w.t.Errorf("%s does not say where the portal is found:\n%s", line, said)
	}
}

// copyOfThisRepository copies what a commit of the working tree would hold into a
// repository of its own, but for the demo's other languages: three times as many pages
// show no more of a command.
func copyOfThisRepository(t *testing.T) string {
	t.Helper()
	to := filepath.Join(t.TempDir(), "source")
	w := &work{t: t, env: append(os.Environ(), "TO="+filepath.ToSlash(to))}
	w.shell("../..", `mkdir -p "$TO" && git ls-files -z -co --exclude-standard | grep -zvE '^content/.*\.(ar|es)\.md$' | tar -c --null -T - --ignore-failed-read | tar -x -C "$TO"`)
	w.shell(to, "git init -q -b main && git config user.name Tester && git config user.email tester@example.org && git add -A && git commit -q -m start")
	return to
}

func readFile(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func writeFile(t *testing.T, name, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}
