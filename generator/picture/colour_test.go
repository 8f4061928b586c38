package picture

import (
	"embed"
	"encoding/binary"
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
		{"wider.icc", [3]uint8{128, 128, 128}, [3]uint8{129, 129, 129}},
		{"wider.icc", [3]uint8{200, 120, 100}, [3]uint8{224, 121, 99}},
		{"wider.icc", [3]uint8{90, 60, 50}, [3]uint8{99, 57, 46}},
		{"wider.icc", [3]uint8{30, 20, 15}, [3]uint8{27, 12, 6}},
		{"wider.icc", [3]uint8{100, 180, 90}, [3]uint8{0, 181, 83}},
		{"wider.icc", [3]uint8{240, 200, 180}, [3]uint8{254, 201, 181}},
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

func TestEveryFormOfCurveIsRead(t *testing.T) {
	numbers := func(head string, values ...float64) []byte {
		b := []byte(head)
		for _, v := range values {
			b = binary.BigEndian.AppendUint32(b, uint32(int32(v*(1<<16))))
		}
		return b
	}
	for name, c := range map[string]struct {
		tag     []byte
		at, out float64
	}{
		"straight":            {[]byte("curv\x00\x00\x00\x00\x00\x00\x00\x00"), 0.3, 0.3},
		"power":               {[]byte("curv\x00\x00\x00\x00\x00\x00\x00\x01\x02\x00"), 0.5, 0.25},
		"table":               {[]byte("curv\x00\x00\x00\x00\x00\x00\x00\x03\x00\x00\x40\x00\xff\xff"), 0.25, 0.125},
		"table, end":          {[]byte("curv\x00\x00\x00\x00\x00\x00\x00\x03\x00\x00\x40\x00\xff\xff"), 1, 1},
		"formula 0":           {numbers("para\x00\x00\x00\x00\x00\x00\x00\x00", 2), 0.5, 0.25},
		"formula 1":           {numbers("para\x00\x00\x00\x00\x00\x01\x00\x00", 2, 1, -0.5), 0.75, 0.0625},
		"formula 1, level":    {numbers("para\x00\x00\x00\x00\x00\x01\x00\x00", 2, 1, -0.5), 0.25, 0},
		"formula 2":           {numbers("para\x00\x00\x00\x00\x00\x02\x00\x00", 2, 1, -0.5, 0.125), 0.75, 0.1875},
		"formula 2, level":    {numbers("para\x00\x00\x00\x00\x00\x02\x00\x00", 2, 1, -0.5, 0.125), 0.25, 0.125},
		"formula 3":           {numbers("para\x00\x00\x00\x00\x00\x03\x00\x00", 2, 0.5, 0.5, 0.25, 0.125), 0.5, 0.5625},
		"formula 3, line":     {numbers("para\x00\x00\x00\x00\x00\x03\x00\x00", 2, 0.5, 0.5, 0.25, 0.125), 0.0625, 0.015625},
		"formula 4":           {numbers("para\x00\x00\x00\x00\x00\x04\x00\x00", 2, 0.5, 0.5, 0.25, 0.125, -0.0625, 0.5), 0.5, 0.5},
		"formula 4, line":     {numbers("para\x00\x00\x00\x00\x00\x04\x00\x00", 2, 0.5, 0.5, 0.25, 0.125, -0.0625, 0.5), 0.0625, 0.515625},
		"a root of a deficit": {numbers("para\x00\x00\x00\x00\x00\x04\x00\x00", 0.5, 1, -1, 0, 0, 0, 0), 0.5, 0},
	} {
		curve := readCurve(c.tag)
		if curve == nil {
			t.Errorf("%s is not read", name)
			continue
		}
		if d := curve(c.at) - c.out; max(d, -d) > 1e-4 {
			t.Errorf("%s: %v became %v, not %v", name, c.at, curve(c.at), c.out)
		}
	}
	for name, tag := range map[string]string{
		"unknown": "mft2\x00\x00\x00\x00\x00\x00\x00\x00", "short table": "curv\x00\x00\x00\x00\x00\x00\x00\x03\x00\x00",
		"long table": "curv\x00\x00\x00\x00\xff\xff\xff\xff\x00\x00", "short": "curv", "formula 5": "para\x00\x00\x00\x00\x00\x05\x00\x00",
		"short formula": "para\x00\x00\x00\x00\x00\x00\x00\x00\x00", "no slope": "para\x00\x00\x00\x00\x00\x01\x00\x00" + "\x00\x01\x00\x00" + "\x00\x00\x00\x00" + "\x00\x00\x00\x00",
	} {
		if readCurve([]byte(tag)) != nil {
			t.Errorf("%s is read", name)
		}
	}
}

func FuzzProfile(f *testing.F) {
	for _, name := range []string{"wide.icc", "wider.icc", "srgb.icc"} {
		f.Add(profile(f, name))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		conversionOf(data).apply(image.NewRGBA(image.Rect(0, 0, 2, 1)))
	})
}
