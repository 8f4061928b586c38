package picture_test

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/jpeg"
	"testing"

	"ithaca/generator/picture"
)

func seed(f *testing.F) {
	entries, err := samples.ReadDir("testdata")
	if err != nil {
		f.Fatal(err)
	}
	for _, e := range entries {
		if !e.IsDir() {
			f.Add(sample(f, e.Name()))
		}
	}
	plain, packed := sample(f, "sampling-2x2.jpg"), asPNG(f, fields(20, 10))
	f.Add(withSegments(plain, segment(0xe1, "Exif\x00\x00"+exif(binary.BigEndian, 6)), segment(0xfe, "note")))
	f.Add(withSegments(plain, segment(0xe2, "ICC_PROFILE\x00\x01\x01"+string(sample(f, "wide.icc")))))
	f.Add(withChunks(packed, chunk("eXIf", exif(binary.LittleEndian, 8)), chunk("acTL", "")))
	f.Add(asPNG(f, converted(image.NewNRGBA64(image.Rect(0, 0, 7, 9)))))
	f.Add(progressive(33, 20, 3))
	f.Add([]byte("GIF89a"))
}

func FuzzInspect(f *testing.F) {
	seed(f)
	f.Fuzz(func(t *testing.T, data []byte) {
		info, problem := picture.Inspect(data)
		if problem != nil {
			if problem.Code == "" || problem.Message == "" || problem.Hint == "" {
				t.Fatalf("an incomplete problem: %+v", problem)
			}
			return
		}
		short, long := min(info.Width, info.Height), max(info.Width, info.Height)
		if short < 1 || long > picture.MaxSide || long > picture.MaxAspect*short || short*long > picture.MaxPixels {
			t.Errorf("a limit is not kept: %+v", info)
		}
		if info.Orientation < 1 || info.Orientation > 8 {
			t.Errorf("no such picture: %+v", info)
		}
		if memory := picture.Memory(data, picture.Portrait()); memory <= 0 || memory > 2*picture.MaxMemory {
			t.Errorf("it reserves %d bytes", memory)
		}
	})
}

// FuzzMake decodes only what is small, so that it tries many files; how large
// ones behave follows from the limits that FuzzInspect watches.
func FuzzMake(f *testing.F) {
	seed(f)
	recipes := []picture.Recipe{{Width: 16, Height: 16, Quality: 80}, {Width: 30, Height: 7, Quality: 80}}
	f.Fuzz(func(t *testing.T, data []byte) {
		info, refused := picture.Inspect(data)
		if refused == nil && info.Width*info.Height > 1<<14 {
			return
		}
		variants, problem := makeAll(data, recipes...)
		if refused != nil && problem == nil {
			t.Fatalf("made what was refused: %s", refused.Message)
		}
		if problem != nil {
			return
		}
		for i, r := range recipes {
			config, err := jpeg.DecodeConfig(bytes.NewReader(variants[i]))
			width, height := r.Size(info.Width, info.Height)
			if err != nil || config.Width != width || config.Height != height {
				t.Errorf("got %d × %d, want %d × %d; %v", config.Width, config.Height, width, height, err)
			}
			for _, marker := range markers(variants[i]) {
				if marker >= 0xe0 && marker <= 0xfe {
					t.Errorf("a segment %x is left", marker)
				}
			}
		}
	})
}
