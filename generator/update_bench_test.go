package generator_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"ithaca/generator"
)

// BenchmarkUpdate measures from a saved edit of a profile to the new bytes of its
// page, and the memory that a snapshot for updates holds.
func BenchmarkUpdate(b *testing.B) {
	edits := []struct{ name, old, new string }{
		{"body", "\n---\n\n", "\n---\n\nNow and then.\n\n"},
		{"skills", "skills:\n", "skills:\n  - {topic: warehouse-planning, level: 2}\n"},
	}
	for _, mentors := range []int{1_000, 5_000} {
		o := options(invented(b, mentors))
		var snapshot *generator.Snapshot
		b.Run(fmt.Sprintf("first/%d", mentors), func(b *testing.B) {
			for b.Loop() {
				snapshot = first(b, o)
			}
			b.ReportMetric(heap(), "heap-MiB")
		})
		for _, edit := range edits {
			b.Run(fmt.Sprintf("%s/%d", edit.name, mentors), func(b *testing.B) {
				if snapshot == nil {
					snapshot = first(b, o)
				}
				file, before := profile(b, o.Site)
				after := bytes.Replace(before, []byte(edit.old), []byte(edit.new), 1)
				b.ReportAllocs()
				cpu, _ := usage()
				for i := 0; b.Loop(); i++ {
					data := after
					if i%2 > 0 {
						data = before
					}
					snapshot = saved(b, o, snapshot, file, data)
				}
				now, _ := usage()
				b.ReportMetric(float64((now-cpu).Microseconds())/float64(b.N)/1000, "cpu-ms/op")
				saved(b, o, snapshot, file, before)
			})
		}
	}
}

// first takes a snapshot and draws its home page.
func first(b *testing.B, o generator.Options) *generator.Snapshot {
	snapshot, err := generator.Take(o)
	if err != nil {
		b.Fatal(err)
	}
	if page, err := snapshot.Render("/"); err != nil || page == nil {
		b.Fatal("no home page", err)
	}
	return snapshot
}

// profile returns a mentor's file and what it says.
func profile(b *testing.B, dir string) (string, []byte) {
	files, err := filepath.Glob(filepath.Join(dir, "content", "mentors", "*.md"))
	if err != nil || len(files) == 0 {
		b.Fatal(dir, err)
	}
	data, err := os.ReadFile(files[len(files)/2])
	if err != nil {
		b.Fatal(err)
	}
	return files[len(files)/2], data
}

// saved saves an edit of a profile, and gives the snapshot after it when the
// profile's page has been drawn.
func saved(b *testing.B, o generator.Options, snapshot *generator.Snapshot, file string, data []byte) *generator.Snapshot {
	if err := os.WriteFile(file, data, 0o644); err != nil {
		b.Fatal(err)
	}
	name := filepath.Base(file)
	snapshot, err := snapshot.Update(o)
	if err != nil {
		b.Fatal(err)
	}
	if page, err := snapshot.Render("/mentors/" + strings.TrimSuffix(name, ".md") + "/"); err != nil || page == nil {
		b.Fatal(file, err)
	}
	return snapshot
}

// heap returns the memory in use, in MiB.
func heap() float64 {
	var m runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&m)
	return float64(m.HeapAlloc) / (1 << 20)
}
