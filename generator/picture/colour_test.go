package picture

import (
	"embed"
	"image"
	"testing"
)

//go:embed testdata/*.icc
var profiles embed.FS

func profile(t testing.TB, name string) []byte {
	t.Helper()
	data, err := profiles.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// The expected values are those of Little CMS 2.14, relative colorimetric.
func TestColoursOfAWiderScreenBecomeThoseOfSRGB(t *testing.T) {
	for _, c := range []struct {
		profile  string
		in, want [3]uint8
	}{
		{"wide.icc", [3]uint8{0, 0, 0}, [3]uint8{0, 0, 0}},
		{"wide.icc", [3]uint8{255, 255, 255}, [3]uint8{255, 255, 255}},
		{"wide.icc", [3]uint8{128, 128, 128}, [3]uint8{128, 128, 128}},
		{"wide.icc", [3]uint8{200, 120, 100}, [3]uint8{213, 115, 95}},
		{"wide.icc", [3]uint8{90, 60, 50}, [3]uint8{95, 58, 48}},
		{"wide.icc", [3]uint8{30, 20, 15}, [3]uint8{32, 20, 14}},
		{"wide.icc", [3]uint8{100, 180, 90}, [3]uint8{65, 182, 77}},
		{"wide.icc", [3]uint8{60, 90, 190}, [3]uint8{50, 91, 197}},
		{"srgb.icc", [3]uint8{0, 255, 128}, [3]uint8{0, 255, 128}},
		{"srgb.icc", [3]uint8{200, 120, 100}, [3]uint8{200, 120, 100}},
	} {
		conversion := conversionOf(profile(t, c.profile))
		if conversion == nil {
			t.Fatalf("%s is not read", c.profile)
		}
		got := c.in
		conversion.convert(got[:])
		for i := range got {
			if d := int(got[i]) - int(c.want[i]); max(d, -d) > 1 {
				t.Errorf("%s: %v became %v, not %v", c.profile, c.in, got, c.want)
				break
			}
		}
	}
}

func TestAProfileOfAnotherKindIsLeftAlone(t *testing.T) {
	grey := append([]byte{}, profile(t, "wide.icc")...)
	copy(grey[16:], "GRAY")
	tables := append([]byte{}, profile(t, "wide.icc")...)
	copy(tables[20:], "Lab ")
	for name, data := range map[string][]byte{
		"none": nil, "empty": {}, "short": make([]byte, 131),
		"grey": grey, "tables": tables, "huge": make([]byte, maxProfile+1),
	} {
		if conversionOf(data) != nil {
			t.Errorf("%s is converted", name)
		}
	}
	for length := range len(profile(t, "wide.icc")) {
		conversionOf(profile(t, "wide.icc")[:length])
	}
}

func FuzzProfile(f *testing.F) {
	for _, name := range []string{"wide.icc", "srgb.icc"} {
		f.Add(profile(f, name))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		conversionOf(data).apply(image.NewRGBA(image.Rect(0, 0, 2, 1)))
	})
}
