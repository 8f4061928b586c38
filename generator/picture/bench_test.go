package picture_test

import (
	"testing"

	"ithaca/generator/picture"
)

// A camera's picture of 24 megapixels is the usual worst case; a picture of two
// megapixels is what a phone or a messenger sends.
func BenchmarkMake(b *testing.B) {
	for _, c := range []struct {
		name string
		data []byte
	}{
		{"JPEG of 24 megapixels", asJPEG(b, photo(6000, 4000))},
		{"progressive JPEG of 24 megapixels", progressive(6000, 4000, 9)},
		{"JPEG of 2 megapixels", asJPEG(b, photo(1600, 1200))},
		{"PNG of 2 megapixels", asPNG(b, photo(1600, 1200))},
	} {
		b.Run(c.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, problem := makeAll(c.data, picture.Portrait()...); problem != nil {
					b.Fatal(problem.Message)
				}
			}
		})
	}
}

func BenchmarkInspect(b *testing.B) {
	data := asJPEG(b, photo(6000, 4000))
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		if _, problem := picture.Inspect(data); problem != nil {
			b.Fatal(problem.Message)
		}
	}
}

func BenchmarkInitials(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		picture.Initials("Ana Silva")
	}
}
