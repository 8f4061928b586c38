package start_test

import (
	"crypto/sha256"
	"fmt"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"ithaca/generator/start"
)

func TestChecksumsOfAnotherReleaseAreNotBelieved(t *testing.T) {
	dir := t.TempDir()
	program := filepath.Join(dir, "ithaca")
	write(t, dir, "ithaca", "a program")
	system := runtime.GOOS + "-" + runtime.GOARCH
	own := fmt.Sprintf("%x  ithaca-%s\n", sha256.Sum256([]byte("a program")), system)
	other := strings.Repeat("ab", 32) + "  ithaca-plan9-mips\n"
	for name, c := range map[string]struct{ file, want string }{
		"its own":              {other + own, other + own},
		"with a line too many": {"# by hand\n" + own, own},
		"another program's":    {strings.Repeat("ab", 32) + "  ithaca-" + system + "\n", ""},
		"another system's":     {other, ""},
		"nothing":              {"", ""},
	} {
		write(t, dir, "ithaca.sha256", c.file)
		if got := string(start.Sums(program)); got != c.want {
			t.Errorf("%s: %q is believed, not %q", name, got, c.want)
		}
	}
	if got := start.Sums(filepath.Join(dir, "gone")); got != nil {
		t.Errorf("a program that is not there has the checksums %q", got)
	}
}

func TestWhatIsMissingForPublishingIsSaid(t *testing.T) {
	for _, c := range []struct {
		program start.Program
		want    string
	}{
		{start.Program{Repository: "https://forge.invalid/ithaca", Commit: "0123456789ab"}, ""},
		{start.Program{Repository: "https://forge.invalid/ithaca"}, "commit="},
		{start.Program{Commit: "0123456789ab"}, "repository="},
		{start.Program{Repository: "https://git.example/ithaca/portal", Commit: "0123456789ab"}, "repository="},
	} {
		got := c.program.Missing()
		if c.want == "" && got != "" || !strings.Contains(got, c.want) {
			t.Errorf("%+v: %q is said, not %q", c.program, got, c.want)
		}
	}
}

func TestASiteIsToldOfTheRepositoryOfThePortalInTheProgram(t *testing.T) {
	index := "---\ntitle: Harbour Mentoring\nrepository: {url: \"https://forge.invalid/harbour\"}\n---\n"
	if got := start.Source([]byte(index)); got != "https://forge.invalid/harbour" {
		t.Errorf("the source is at %q", got)
	}
	if got := start.Source(nil); got != "" {
		t.Errorf("without an index the source is at %q", got)
	}
}
