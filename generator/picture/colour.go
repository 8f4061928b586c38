package picture

import (
	"encoding/binary"
	"image/color"
	"math"
)

// maxProfile is the length in bytes of the longest colour profile that is read.
const maxProfile = 64 << 10

// conversion turns the colours of a wider screen, as phones and cameras record
// them, into those of sRGB, which pictures without a profile have. Without it
// faces would turn pale. The nil conversion changes nothing.
type conversion struct {
	linear [3][256]int64  // the light that a value stands for, 0 to lightOne
	matrix [3][3]int64    // from their light to that of sRGB, in units of 1/fixedOne
	value  [lightOne]byte // the value of sRGB that stands for a light
}

const (
	lightOne = 1 << 14
	fixedOne = 1 << 16
)

// conversionOf reads an ICC profile of the kind that describes a screen: three
// colours and a curve for each (ICC.1:2022, 8.3). It gives nil for every other
// one, and for sRGB itself, which most cameras declare.
func conversionOf(profile []byte) *conversion {
	if len(profile) < 132 || len(profile) > maxProfile || string(profile[16:24]) != "RGB XYZ " {
		return nil
	}
	tags := tagTable(profile)
	c := &conversion{}
	var colours [3][3]int64
	for i, name := range []string{"r", "g", "b"} {
		xyz, ok := readXYZ(tags[name+"XYZ"])
		if !ok {
			return nil
		}
		curve := readCurve(tags[name+"TRC"])
		if curve == nil {
			return nil
		}
		for v := range c.linear[i] {
			c.linear[i][v] = toLight(curve(float64(v) / 255))
		}
		for row := range colours {
			colours[row][i] = xyz[row]
		}
	}
	c.matrix = multiply(fromXYZ(), colours)
	if c.isScreen() {
		return nil
	}
	for light := range c.value {
		c.value[light] = byte(math.Round(255 * encodeSRGB(float64(light)/(lightOne-1))))
	}
	return c
}

// fromXYZ takes light from the profiles' connection space (D50) to sRGB.
func fromXYZ() [3][3]int64 {
	return [3][3]int64{
		{205380, -105963, -32153},
		{-64145, 125576, 2192},
		{4715, -15007, 92094},
	}
}

func multiply(a, b [3][3]int64) (product [3][3]int64) {
	for row := range a {
		for column := range b {
			sum := int64(fixedOne / 2)
			for i := range b {
				sum += a[row][i] * b[i][column]
			}
			product[row][column] = sum >> 16
		}
	}
	return product
}

// isScreen reports whether the conversion would not change a value visibly.
func (c *conversion) isScreen() bool {
	for row := range c.matrix {
		for column, m := range c.matrix[row] {
			if row == column {
				m -= fixedOne
			}
			if max(m, -m) > fixedOne/128 {
				return false
			}
		}
	}
	for _, curve := range c.linear {
		for v, light := range curve {
			if diff := light - toLight(decodeSRGB(float64(v)/255)); max(diff, -diff) > lightOne/1024 {
				return false
			}
		}
	}
	return true
}

// apply converts a frame of equally fine planes. Grey ones have no colours.
func (c *conversion) apply(f frame) {
	if c == nil || len(f) != 3 {
		return
	}
	luma, cb, cr := f[0].pix, f[1].pix, f[2].pix
	for i := range luma {
		r, g, b := color.YCbCrToRGB(luma[i], cb[i], cr[i])
		luma[i], cb[i], cr[i] = color.RGBToYCbCr(c.rgb(r, g, b))
	}
}

func (c *conversion) rgb(r, g, b uint8) (uint8, uint8, uint8) {
	light := [3]int64{c.linear[0][r], c.linear[1][g], c.linear[2][b]}
	var out [3]uint8
	for i, m := range c.matrix {
		sum := (m[0]*light[0] + m[1]*light[1] + m[2]*light[2] + fixedOne/2) >> 16
		out[i] = c.value[min(max(sum, 0), lightOne-1)]
	}
	return out[0], out[1], out[2]
}

func toLight(v float64) int64 { return int64(math.Round(min(max(v, 0), 1) * (lightOne - 1))) }

// decodeSRGB and encodeSRGB are the curve of sRGB, IEC 61966-2-1.
func decodeSRGB(v float64) float64 {
	if v <= 0.04045 {
		return v / 12.92
	}
	return math.Pow((v+0.055)/1.055, 2.4)
}

func encodeSRGB(light float64) float64 {
	if light <= 0.0031308 {
		return light * 12.92
	}
	return float64(1.055*math.Pow(light, 1/2.4)) - 0.055
}

// tagTable returns the tags of a profile by name. Places beyond its end are left
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

// readXYZ reads one colour, in units of 1/fixedOne.
func readXYZ(tag []byte) (xyz [3]int64, ok bool) {
	if len(tag) < 20 || string(tag[:4]) != "XYZ " {
		return xyz, false
	}
	for i := range xyz {
		xyz[i] = int64(int32(binary.BigEndian.Uint32(tag[8+4*i:])))
	}
	return xyz, true
}
