package site_test

import (
	"fmt"
	"testing"

	"ithaca/generator/content"
	"ithaca/generator/portaltest"
	"ithaca/generator/site"
	"ithaca/generator/site/data"
	"ithaca/generator/site/page"
)

// BenchmarkNew plans a whole portal and judges its links.
func BenchmarkNew(b *testing.B) {
	for _, n := range []int{1_000, 5_000} {
		b.Run(fmt.Sprintf("mentors=%d", n), func(b *testing.B) {
			var docs []*content.Document
			for _, f := range portaltest.Files(portaltest.Options{Mentors: n}) {
				docs = append(docs, content.Decode(f.Path, f.Data))
			}
			p, _ := content.Link(docs, content.Options{Today: today})
			b.ReportAllocs()
			for b.Loop() {
				site.New(p, site.Options{}, page.Plan, data.Plan)
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(n), "ns/mentor")
		})
	}
}

// BenchmarkBrokenLinks judges a portal after a careless renaming: every profile
// holds ten links to nothing.
func BenchmarkBrokenLinks(b *testing.B) {
	var docs []*content.Document
	for _, f := range portaltest.Files(portaltest.Options{Mentors: 2_000}) {
		data := f.Data
		for i := range 10 {
			data = fmt.Appendf(data, "\n[One](../mentors/nobody-%d.md)\n", i)
		}
		docs = append(docs, content.Decode(f.Path, data))
	}
	p, _ := content.Link(docs, content.Options{Today: today})
	b.ReportAllocs()
	for b.Loop() {
		if _, list := site.New(p, site.Options{}, page.Plan, data.Plan); len(list) < 10_000 {
			b.Fatalf("%d broken links", len(list))
		}
	}
}
