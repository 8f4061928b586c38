package picture

import (
	"encoding/binary"
	"image"
	"math"
)

// maxProfile is the length in bytes of the longest colour profile that is read.
const maxProfile = 64 << 10

// conversion converts colours from a wider gamut, which phones and cameras record, to
// sRGB, which pictures without a profile have. The nil conversion changes nothing.
type conversion struct {
	light  [256]float64  // by encoded value: linear light, 0 to 1
	matrix [3][3]float64 // from linear light of the profile to that of sRGB
	value  [lights]byte  // by linear light × (lights−1): the encoded value
}

// lights is the number of entries for linear light in conversion.value.
const lights = 1 << 14

// conversionOf returns the conversion from an ICC profile of the three-component
// matrix-based kind (ICC.1:2022, 8.3), and nil for every other one. The curves are taken to
// be that of sRGB, as in Display P3, the profile of phones.
func conversionOf(profile []byte) *conversion {
	if len(profile) < 132 || len(profile) > maxProfile || string(profile[16:24]) != "RGB XYZ " {
		return nil
	}
	tags := tagTable(profile)
	c := &conversion{}
	for i, name := range []string{"r", "g", "b"} {
		xyz, known := readXYZ(tags[name+"XYZ"])
		if !known {
			return nil
		}
		for row, from := range xyzToSRGB() {
			c.matrix[row][i] = from[0]*xyz[0] + from[1]*xyz[1] + from[2]*xyz[2]
		}
	}
	for v := range c.light {
		c.light[v] = decodeSRGB(float64(v) / 255)
	}
	for i := range c.value {
		c.value[i] = byte(math.Round(255 * encodeSRGB(float64(i)/(lights-1))))
	}
	return c
}

// xyzToSRGB returns the matrix from the profile connection space (XYZ, D50) to linear sRGB.
func xyzToSRGB() [3][3]float64 {
	return [3][3]float64{
		{3.133856, -1.616867, -0.490615},
		{-0.978768, 1.916142, 0.033454},
		{0.071945, -0.228991, 1.405243},
	}
}

// decodeSRGB returns the linear light of an encoded value of sRGB (IEC 61966-2-1), both from
// 0 to 1.
func decodeSRGB(value float64) float64 {
	if value <= 0.04045 {
		return value / 12.92
	}
	return math.Pow((value+0.055)/1.055, 2.4)
}

// encodeSRGB is its inverse.
func encodeSRGB(light float64) float64 {
	if light <= 0.0031308 {
		return light * 12.92
	}
	return 1.055*math.Pow(light, 1/2.4) - 0.055
}

// apply converts an opaque picture in place.
func (c *conversion) apply(img *image.RGBA) {
	if c == nil {
		return
	}
	for at := 0; at < len(img.Pix); at += 4 {
		c.convert(img.Pix[at : at+3])
	}
}

// convert converts one colour in place: red, green and blue.
func (c *conversion) convert(rgb []byte) {
	r, g, b := c.light[rgb[0]], c.light[rgb[1]], c.light[rgb[2]]
	for i, m := range c.matrix {
		light := min(max(m[0]*r+m[1]*g+m[2]*b, 0), 1)
		rgb[i] = c.value[int(light*(lights-1)+0.5)]
	}
}

// tagTable returns the tags of a profile by signature: of the first hundred those within
// the profile.
func tagTable(profile []byte) map[string][]byte {
	tags := map[string][]byte{}
	entries := profile[132:]
	for range min(binary.BigEndian.Uint32(profile[128:]), 100) {
		if len(entries) < 12 {
			break
		}
		start, size := int64(binary.BigEndian.Uint32(entries[4:])), int64(binary.BigEndian.Uint32(entries[8:]))
		if start+size <= int64(len(profile)) {
			tags[string(entries[:4])] = profile[start : start+size]
		}
		entries = entries[12:]
	}
	return tags
}

// readXYZ parses a tag of type XYZ.
func readXYZ(tag []byte) (xyz [3]float64, ok bool) {
	if len(tag) < 20 || string(tag[:4]) != "XYZ " {
		return xyz, false
	}
	for i := range xyz {
		xyz[i] = fixedPoint(tag[8+4*i:])
	}
	return xyz, true
}

// fixedPoint parses an s15Fixed16Number.
func fixedPoint(data []byte) float64 {
	return float64(int32(binary.BigEndian.Uint32(data))) / (1 << 16)
}
