package picture

import (
	"encoding/binary"
	"image"
	"math"
)

// maxProfile is the length in bytes of the longest colour profile that is read.
const maxProfile = 64 << 10

// conversion turns the colours of a wider screen, as phones and cameras record
// them, into those of sRGB, which pictures without a profile have. Without it
// faces would turn pale. The nil conversion changes nothing.
type conversion struct {
	light  [256]float64  // the light that a value of sRGB stands for, 0 to 1
	matrix [3][3]float64 // from their light to that of sRGB
	value  [lights]byte  // the value of sRGB that stands for a light
}

// lights is how many degrees of light the table of values tells apart.
const lights = 1 << 14

// conversionOf reads an ICC profile of the kind that describes a screen: three
// colours and a curve for each (ICC.1:2022, 8.3). It returns nil for every other
// one. Each curve is taken for that of sRGB, which phones' pictures (Display P3) have.
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
		for row, from := range fromXYZ() {
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

// fromXYZ takes light from the profiles' connection space (D50) to sRGB.
func fromXYZ() [3][3]float64 {
	return [3][3]float64{
		{3.133856, -1.616867, -0.490615},
		{-0.978768, 1.916142, 0.033454},
		{0.071945, -0.228991, 1.405243},
	}
}

// decodeSRGB returns the light that a value of sRGB stands for, IEC 61966-2-1.
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

// apply converts an opaque picture.
func (c *conversion) apply(img *image.RGBA) {
	if c == nil {
		return
	}
	for at := 0; at < len(img.Pix); at += 4 {
		c.convert(img.Pix[at : at+3])
	}
}

// convert converts one colour: red, green and blue.
func (c *conversion) convert(rgb []byte) {
	r, g, b := c.light[rgb[0]], c.light[rgb[1]], c.light[rgb[2]]
	for i, m := range c.matrix {
		light := min(max(m[0]*r+m[1]*g+m[2]*b, 0), 1)
		rgb[i] = c.value[int(light*(lights-1)+0.5)]
	}
}

// tagTable returns the tags of a profile by name. Those beyond its end are left
// out, and so is what follows the hundredth.
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

// readXYZ reads one colour.
func readXYZ(tag []byte) (xyz [3]float64, ok bool) {
	if len(tag) < 20 || string(tag[:4]) != "XYZ " {
		return xyz, false
	}
	for i := range xyz {
		xyz[i] = fixedPoint(tag[8+4*i:])
	}
	return xyz, true
}

// fixedPoint reads a number with 16 bits before and 16 behind the point.
func fixedPoint(data []byte) float64 {
	return float64(int32(binary.BigEndian.Uint32(data))) / (1 << 16)
}
