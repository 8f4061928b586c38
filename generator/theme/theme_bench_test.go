package theme

import (
	"os"
	"testing"
)

func benchmark(b *testing.B, url string) {
	p, theme := plan(b), builtIn(b)
	pg := pageAt(b, p, url)
	html := draw(b, theme, p, url)
	b.SetBytes(int64(len(html)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := theme.Draw(p, pg); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkProfile(b *testing.B)      { benchmark(b, "/mentors/ana/") }
func BenchmarkPlainProfile(b *testing.B) { benchmark(b, "/mentors/mentor-04/") }
func BenchmarkListOf24(b *testing.B)     { benchmark(b, "/mentors/") }
func BenchmarkGuide(b *testing.B)        { benchmark(b, "/guides/first-message/") }

func BenchmarkNew(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		New(Options{Layers: []Layer{{Name: "templates", FS: os.DirFS("../../templates")}}})
	}
}
