package serve

import (
	"bytes"
	"context"
	"fmt"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"ithaca/generator/portaltest"
)

var level = regexp.MustCompile(`level: \d`)

// BenchmarkEdit measures from a saved file to the new bytes of its page, without
// the quiet that is waited for. The largest portal, which takes a minute to load,
// is measured where the environment says ITHACA_LARGE=1.
func BenchmarkEdit(b *testing.B) {
	for _, mentors := range []int{1_000, 10_000, 100_000} {
		if mentors > 1_000 && testing.Short() || mentors > 10_000 && os.Getenv("ITHACA_LARGE") == "" {
			continue
		}
		dir := b.TempDir()
		all := portaltest.Files(portaltest.Options{Mentors: mentors})
		if err := portaltest.Write(dir, all); err != nil {
			b.Fatal(err)
		}
		var file portaltest.File
		for _, f := range all {
			if strings.HasPrefix(f.Path, "content/mentors/") {
				file = f
			}
		}
		s, err := open(context.Background(), Options{Site: options(dir), Now: time.Now}, newFeed().notifier())
		if err != nil {
			b.Fatal(err)
		}
		page := "/mentors/" + strings.TrimSuffix(filepath.Base(file.Path), ".md") + "/"
		for name, edit := range map[string]func(n int) []byte{
			"body":   func(n int) []byte { return fmt.Appendf(bytes.Clone(file.Data), "\nEdit %d.\n", n) },
			"skills": func(n int) []byte { return level.ReplaceAll(file.Data, fmt.Appendf(nil, "level: %d", 1+n%4)) },
		} {
			b.Run(fmt.Sprintf("%d/%s", mentors, name), func(b *testing.B) {
				n := 0
				for b.Loop() {
					n++
					data := edit(n)
					if err := os.WriteFile(filepath.Join(dir, filepath.FromSlash(file.Path)), data, 0o644); err != nil {
						b.Fatal(err)
					}
					s.update(false)
					w := httptest.NewRecorder()
					s.ServeHTTP(w, httptest.NewRequest("GET", "http://127.0.0.1:4000"+page, nil))
					if w.Code != 200 || s.Diagnostics().HasErrors() {
						b.Fatal(w.Code, s.Diagnostics())
					}
				}
			})
		}
	}
}
