package filename

import (
	"fmt"
	"os"
	"path"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"
)

// FuzzPath holds that a path which passes stays inside the output, is spelled
// in one way only, and keeps its meaning under other spellings of its letters.
func FuzzPath(f *testing.F) {
	for _, seed := range []string{"index.html", "../x", "a//b", "a/./b", `a\b`, "con", "é/É", "ſ.html", "a\x00", ".ithaca-x", "K"} {
		f.Add(seed)
	}
	root, err := os.OpenRoot(f.TempDir())
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, name string) {
		if PathProblem(name) != "" {
			return
		}
		if path.Clean(name) != name || !filepath.IsLocal(filepath.FromSlash(name)) {
			t.Errorf("%q passes", name)
		}
		if first, _, _ := strings.Cut(strings.ToLower(name), "/"); strings.HasPrefix(first, OwnPrefix) {
			t.Errorf("%q passes, a name of our own", name)
		}
		if _, err := root.Lstat(name); err != nil && !os.IsNotExist(err) {
			t.Errorf("the system does not take %q: %v", name, err)
		}
		key := Fold(name)
		for _, spelled := range []string{key, strings.ToUpper(key), strings.ToLower(key)} {
			if Fold(Fold(spelled)) != Fold(spelled) {
				t.Errorf("folding %q twice is not folding it once", spelled)
			}
		}
		var taken Paths
		if _, clash := taken.Take(name); clash != "" {
			t.Errorf("%q alone %s", name, clash)
		}
		for _, again := range []string{name, strings.Clone(key), name + "/x"} {
			if other, clash := taken.Take(again); other != name || clash == "" {
				t.Errorf("%q was given away twice", name)
			}
		}
	})
}

// FuzzName holds that a name which is let through can stand in a path on every
// system.
func FuzzName(f *testing.F) {
	for _, seed := range []string{"ana-silva.md", "con", "a\\b", "a.", "com¹", "\xff", " ", "日本.md"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, name string) {
		if name == "" || name == "." || name == ".." || strings.ContainsAny(name, "/\x00") {
			return // no system gives such a name
		}
		problem := NameProblem(name)
		if problem != "" {
			if fmt.Sprintf("%+q", problem) == "" || strings.ContainsAny(problem, "\n\x1b") {
				t.Errorf("%q: the message %q would disturb a terminal", name, problem)
			}
			return
		}
		if strings.ContainsAny(name, `\:*?"<>|`+"\n\r\t\x7f") || !utf8.ValidString(name) ||
			strings.HasSuffix(name, ".") || strings.HasSuffix(name, " ") {
			t.Errorf("%q was let through", name)
		}
		if Fold(Fold(name)) != Fold(name) {
			t.Errorf("%q folds to %q and then to %q", name, Fold(name), Fold(Fold(name)))
		}
	})
}
