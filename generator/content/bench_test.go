package content_test

import (
	"fmt"
	"strings"
	"testing"

	"ithaca/generator/content"
	"ithaca/generator/portaltest"
)

// BenchmarkDecode reads profiles of the size that real ones have.
func BenchmarkDecode(b *testing.B) {
	var profiles []portaltest.File
	bytes := 0
	for _, f := range portaltest.Files(portaltest.Options{Mentors: 200}) {
		if strings.HasPrefix(f.Path, "content/mentors/") && strings.HasSuffix(f.Path, ".md") {
			profiles = append(profiles, f)
			bytes += len(f.Data)
		}
	}
	b.SetBytes(int64(bytes / len(profiles)))
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		f := profiles[i%len(profiles)]
		content.Decode(f.Path, f.Data)
	}
}

// BenchmarkLink joins the files of a whole portal.
func BenchmarkLink(b *testing.B) {
	for _, n := range []int{1_000, 10_000} {
		b.Run(fmt.Sprintf("mentors=%d", n), func(b *testing.B) {
			var docs []*content.Document
			for _, f := range portaltest.Files(portaltest.Options{Mentors: n}) {
				docs = append(docs, content.Decode(f.Path, f.Data))
			}
			b.ReportAllocs()
			for b.Loop() {
				if _, list := content.Link(docs, content.Options{Today: today}); list.HasErrors() {
					b.Fatal(list.Sorted()[0])
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(n), "ns/mentor")
		})
	}
}
