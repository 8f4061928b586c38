package source_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"ithaca/generator/source"
)

// BenchmarkRead reads sites of profiles of 2.1 kB, all in one folder or each in
// a folder of its own.
func BenchmarkRead(b *testing.B) {
	for _, layout := range []struct{ name, path string }{{"flat", "content/mentors/m%05d.md"}, {"folders", "content/mentors/m%05d/index.md"}} {
		for _, files := range []int{1_000, 10_000} {
			b.Run(fmt.Sprintf("%s/files=%d", layout.name, files), func(b *testing.B) {
				dir := b.TempDir()
				data := []byte(strings.Repeat("A line of a profile, long enough to count.\n", 50))
				for i := range files {
					at := filepath.Join(dir, fmt.Sprintf(layout.path, i))
					if err := os.MkdirAll(filepath.Dir(at), 0o755); err != nil {
						b.Fatal(err)
					}
					if err := os.WriteFile(at, data, 0o644); err != nil {
						b.Fatal(err)
					}
				}
				b.ReportAllocs()
				for b.Loop() {
					tree, _, err := source.Read(dir, source.Options{})
					if err != nil || len(tree.Files) != files {
						b.Fatal(err)
					}
				}
				b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N)/float64(files), "µs/file")
			})
		}
	}
}
