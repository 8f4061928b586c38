package generator_test

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"ithaca/generator"
	"ithaca/generator/portaltest"
)

// options are those of a build of a folder with the built-in theme.
func options(dir string) generator.Options {
	return generator.Options{
		Site: dir, Templates: os.DirFS("../templates"),
		Today: time.Date(2026, 11, 16, 0, 0, 0, 0, time.UTC),
	}
}

// invented writes an invented portal to a folder of its own.
func invented(tb testing.TB, mentors int) string {
	tb.Helper()
	dir := tb.TempDir()
	if err := portaltest.Write(dir, portaltest.Files(portaltest.Options{Mentors: mentors, Seed: 1})); err != nil {
		tb.Fatal(err)
	}
	return dir
}

// build takes and builds a site and gives what was done.
func build(tb testing.TB, o generator.Options, out string) generator.Result {
	tb.Helper()
	_, result := takeAndBuild(tb, o, out)
	return result
}

func takeAndBuild(tb testing.TB, o generator.Options, out string) (*generator.Snapshot, generator.Result) {
	tb.Helper()
	snapshot, err := generator.Take(o)
	if err != nil {
		tb.Fatal(err)
	}
	for _, d := range snapshot.Diagnostics() {
		tb.Fatalf("%s\n%s", d, d.Hint)
	}
	result, err := snapshot.Build(o, out, nil)
	if err != nil {
		tb.Fatal(err)
	}
	return snapshot, result
}

// sizes are how many mentors the benchmarks' portals have. Larger ones are
// worth a run by hand.
func sizes() []int {
	if testing.Short() {
		return []int{1_000}
	}
	return []int{1_000, 10_000}
}

func BenchmarkTake(b *testing.B) {
	for _, mentors := range sizes() {
		b.Run(fmt.Sprint(mentors), func(b *testing.B) {
			o := options(invented(b, mentors))
			b.ReportAllocs()
			for b.Loop() {
				if _, err := generator.Take(o); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N*mentors), "µs/mentor")
		})
	}
}

func BenchmarkBuild(b *testing.B) {
	for _, mentors := range sizes() {
		dir := invented(b, mentors)
		b.Run(fmt.Sprintf("clean/%d", mentors), func(b *testing.B) {
			pages := 0
			b.ReportAllocs()
			before, _ := usage()
			for b.Loop() {
				b.StopTimer()
				out := filepath.Join(b.TempDir(), "public")
				b.StartTimer()
				pages = build(b, options(dir), out).Templates
			}
			perPage(b, pages, before)
		})
		b.Run(fmt.Sprintf("unchanged/%d", mentors), func(b *testing.B) {
			out := filepath.Join(b.TempDir(), "public")
			pages := build(b, options(dir), out).Templates
			b.ReportAllocs()
			before, _ := usage()
			for b.Loop() {
				if r := build(b, options(dir), out); r.Written != 0 {
					b.Fatalf("%d files changed", r.Written)
				}
			}
			perPage(b, pages, before)
		})
	}
}

// perPage reports the processor time of a page and the most memory the process
// has held so far: for its own figure, run one size alone.
func perPage(b *testing.B, pages int, before time.Duration) {
	cpu, peak := usage()
	b.ReportMetric(float64((cpu-before).Microseconds())/float64(b.N*pages), "cpu-µs/page")
	b.ReportMetric(peak, "peak-MiB")
	b.ReportMetric(float64(pages), "pages")
}

// BenchmarkWriteForComparison writes an invented portal to the folder named by
// ITHACA_COMPARE, for timing other programs on the same content.
func BenchmarkWriteForComparison(b *testing.B) {
	dir := os.Getenv("ITHACA_COMPARE")
	if dir == "" {
		dir = b.TempDir()
	}
	for b.Loop() {
		if err := portaltest.Write(dir, portaltest.Files(portaltest.Options{Mentors: 10_000, Seed: 1})); err != nil {
			b.Fatal(err)
		}
	}
}
