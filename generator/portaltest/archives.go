package portaltest

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"
)

// updating returns the command that writes a test's archive anew.
func updating(t *testing.T) string {
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	_, below, _ := strings.Cut(filepath.ToSlash(dir)+"/", "/generator/")
	return "go test ./generator/" + strings.TrimSuffix(below, "/") + " -run '^" + strings.Replace(t.Name(), "/", "$/^", 1) + "$' -update"
}

// Archives runs a test on every txtar archive of a pattern, as subtests named by
// their files. follows gives what the archive's other files lead to, by the names
// of the files in which it stands; of them there must be one at least. With
// update these files are written anew, and their difference is to be read line
// by line.
func Archives(t *testing.T, pattern string, update bool, follows func(t *testing.T, a *txtar.Archive) map[string]string) {
	t.Helper()
	paths, err := filepath.Glob(pattern)
	if err != nil || len(paths) == 0 {
		t.Fatalf("no archives: %v", err)
	}
	for _, path := range paths {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(path)
			if err != nil {
				t.Fatal(err)
			}
			got := follows(t, archive)
			compared := 0
			for i, f := range archive.Files {
				text, wanted := got[f.Name]
				if !wanted {
					continue
				}
				compared++
				archive.Files[i].Data = []byte(text)
				if diff := cmp.Diff(string(f.Data), text); diff != "" && !update {
					t.Errorf("%s, %s (-want +got)\n%s\nif this is right: %s", path, f.Name, diff, updating(t))
				}
			}
			if compared == 0 {
				t.Fatalf("%s wants nothing", path)
			}
			if update {
				if err := os.WriteFile(path, txtar.Format(archive), 0o644); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
}
