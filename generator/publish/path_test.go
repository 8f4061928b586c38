package publish

import (
	"os"
	"path"
	"path/filepath"
	"strings"
	"testing"
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
		if badPath(name) != "" {
			return
		}
		if path.Clean(name) != name || !filepath.IsLocal(filepath.FromSlash(name)) {
			t.Errorf("%q passes", name)
		}
		if first, _, _ := strings.Cut(strings.ToLower(name), "/"); strings.HasPrefix(first, ownPrefix) {
			t.Errorf("%q passes, a name of our own", name)
		}
		if _, err := root.Lstat(name); err != nil && !os.IsNotExist(err) {
			t.Errorf("the system does not take %q: %v", name, err)
		}
		key := fold(name)
		for _, spelled := range []string{key, strings.ToUpper(key), strings.ToLower(key)} {
			if fold(fold(spelled)) != fold(spelled) {
				t.Errorf("folding %q twice is not folding it once", spelled)
			}
		}
		paths := takenPaths{at: map[string]taken{}}
		if err := paths.take(name); err != nil {
			t.Error(err)
		}
		if paths.take(name) == nil || paths.take(strings.Clone(key)) == nil || paths.take(name+"/x") == nil {
			t.Errorf("%q was given away twice", name)
		}
	})
}
