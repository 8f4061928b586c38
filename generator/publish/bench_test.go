package publish_test

import (
	"bytes"
	"fmt"
	"path/filepath"
	"runtime"
	"sync"
	"sync/atomic"
	"testing"

	"ithaca/generator/publish"
)

// page is one file of a synthetic portal.
type page struct {
	name string
	data []byte
}

// pages makes n pages of about 10 kB, each in a folder of its own, as a
// portal's profiles are. Seed 0 and 1 give different bytes at equal sizes.
func pages(n, seed int) []page {
	all := make([]page, n)
	for i := range all {
		line := fmt.Sprintf("<p>Profile %d of a program that nobody runs, edition %d.</p>\n", i, seed)
		all[i] = page{fmt.Sprintf("mentors/person-%05d/index.html", i), bytes.Repeat([]byte(line), 10_000/len(line))}
	}
	return all
}

// publishPages adds the pages from as many goroutines as there are processors.
func publishPages(tb testing.TB, dir string, all []page) publish.Result {
	tb.Helper()
	run, err := publish.Open(dir, publish.Options{})
	if err != nil {
		tb.Fatal(err)
	}
	defer run.Abort()
	var next atomic.Int64
	var group sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		group.Go(func() {
			for i := next.Add(1) - 1; i < int64(len(all)); i = next.Add(1) - 1 {
				if err := run.Add(all[i].name, all[i].data); err != nil {
					tb.Error(err)
					return
				}
			}
		})
	}
	group.Wait()
	result, err := run.Commit()
	if err != nil {
		tb.Fatal(err)
	}
	return result
}

// sizes are how many pages the portals have.
func sizes() []int {
	if testing.Short() {
		return []int{1_000}
	}
	return []int{1_000, 10_000}
}

// benchmark publishes one edition after the other into one folder.
func benchmark(b *testing.B, editions func(n int) [][]page) {
	for _, n := range sizes() {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			dir := filepath.Join(b.TempDir(), "public")
			turns := editions(n)
			publishPages(b, dir, pages(n, 0))
			measure(b, n, func(turn int) publish.Result {
				return publishPages(b, dir, turns[turn%len(turns)])
			})
		})
	}
}

func measure(b *testing.B, n int, do func(turn int) publish.Result) {
	written, turn := 0, 0
	b.ReportAllocs()
	for b.Loop() {
		written += do(turn).Written
		turn++
	}
	b.ReportMetric(float64(written)/float64(b.N), "files/op")
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(n), "ns/page")
}

// BenchmarkPublishClean writes each portal to a new folder: ext4 is some ten
// times slower in creating files where as many were just removed.
func BenchmarkPublishClean(b *testing.B) {
	for _, n := range sizes() {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			dir, all := b.TempDir(), pages(n, 0)
			measure(b, n, func(turn int) publish.Result {
				return publishPages(b, filepath.Join(dir, fmt.Sprint(turn), "public"), all)
			})
		})
	}
}

func BenchmarkPublishUnchanged(b *testing.B) {
	benchmark(b, func(n int) [][]page { return [][]page{pages(n, 0)} })
}

func BenchmarkPublishOneChanged(b *testing.B) {
	benchmark(b, func(n int) [][]page {
		changed := pages(n, 0)
		changed[n/2].data = []byte("<p>Another page.</p>\n")
		return [][]page{changed, pages(n, 0)}
	})
}

func BenchmarkPublishTenthChanged(b *testing.B) {
	benchmark(b, func(n int) [][]page {
		changed := pages(n, 0)
		copy(changed, pages(n/10, 1))
		return [][]page{changed, pages(n, 0)}
	})
}
