package cli_test

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"ithaca/generator/cli"
)

// The README's files are what an organizer begins with: together they are a site
// without mistakes.
func TestTheFilesInTheReadmeMakeASite(t *testing.T) {
	index, more := shown(t, "title: Harbour Mentoring"), shown(t, "cycles:")
	dir := t.TempDir()
	for name, text := range map[string]string{
		"site/content/index.md":                 strings.Replace(index, "---\n", "---\n"+more, 1),
		"site/content/mentors/ana-silva.md":     shown(t, "name: Ana Silva"),
		"site/content/pages/privacy.md":         "---\ntitle: Privacy\n---\nWhat we keep.\n",
		"site/content/pages/code-of-conduct.md": "---\ntitle: Code of conduct\n---\nBe kind.\n",
		"site/templates/static/logo.svg":        "<svg xmlns=\"http://www.w3.org/2000/svg\"/>\n",
		"requests/heron-42.md":                  shown(t, "consent: {matching:"),
	} {
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	run := func(args ...string) string {
		var out, problems bytes.Buffer
		args = append(args, "--site", filepath.Join(dir, "site"), "--requests", filepath.Join(dir, "requests"), "--date", "2026-11-16")
		if status := cli.Run(cli.Environment{Args: args, Out: &out, Err: &problems, Embedded: os.DirFS("../..")}); status != 0 {
			t.Fatalf("%v ends with %d: %s", args, status, problems.String())
		}
		return out.String()
	}
	if said := run("check"); !strings.HasPrefix(said, "0 errors, 0 warnings") {
		t.Errorf("check says %s", said)
	}
	if said := run("suggest", "heron-42"); !strings.HasPrefix(said, "1. Ana Silva (ana-silva)") {
		t.Errorf("suggest says %s", said)
	}
}

var fenced = regexp.MustCompile("(?s)```(?:markdown|yaml)\n(.*?)```")

// shown returns the block of the README that holds a text.
func shown(t *testing.T, holding string) string {
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, block := range fenced.FindAllSubmatch(readme, -1) {
		if strings.Contains(string(block[1]), holding) {
			return string(block[1])
		}
	}
	t.Fatalf("the README shows no file with %q", holding)
	return ""
}
