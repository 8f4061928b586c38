package picture

import (
	"encoding/binary"
	"math"
)

// readCurve reads how the values of one colour stand for light, both from 0 to
// 1: as a table, a power, or a formula with up to seven numbers. It returns nil
// for what it does not know.
func readCurve(tag []byte) func(float64) float64 {
	if len(tag) < 12 {
		return nil
	}
	switch string(tag[:4]) {
	case "curv":
		return tableCurve(tag[12:], int64(binary.BigEndian.Uint32(tag[8:])))
	case "para":
		return formulaCurve(tag[12:], binary.BigEndian.Uint16(tag[8:]))
	}
	return nil
}

func tableCurve(table []byte, n int64) func(float64) float64 {
	switch {
	case n == 0:
		return func(v float64) float64 { return v }
	case 2*n > int64(len(table)):
		return nil
	case n == 1:
		gamma := float64(binary.BigEndian.Uint16(table)) / 256
		return func(v float64) float64 { return math.Pow(v, gamma) }
	}
	at := func(i int64) float64 { return float64(binary.BigEndian.Uint16(table[2*i:])) / math.MaxUint16 }
	return func(v float64) float64 {
		exact := v * float64(n-1)
		i := min(int64(exact), n-2)
		part := exact - float64(i)
		return at(i)*(1-part) + at(i+1)*part
	}
}

// formulaCurve reads the functions of ICC.1:2022, 10.18. Each is a power above a
// point d and a line below it; the earlier ones leave out numbers of the last.
func formulaCurve(numbers []byte, kind uint16) func(float64) float64 {
	// For each kind, which of g, a, b, c, d, e, f its numbers are.
	kinds := [][]int{{0}, {0, 1, 2}, {0, 1, 2, 5}, {0, 1, 2, 3, 4}, {0, 1, 2, 3, 4, 5, 6}}
	if int(kind) >= len(kinds) || len(numbers) < 4*len(kinds[kind]) {
		return nil
	}
	p := [7]float64{1: 1}
	for i, place := range kinds[kind] {
		p[place] = fixedPoint(numbers[4*i:])
	}
	g, a, b, c, d, e, f := p[0], p[1], p[2], p[3], p[4], p[5], p[6]
	if kind == 1 || kind == 2 { // the line is level, and begins where the power would be zero
		if a == 0 {
			return nil
		}
		d, f = -b/a, e
	}
	return func(v float64) float64 {
		if v < d {
			return c*v + f
		}
		light := math.Pow(a*v+b, g) + e
		if math.IsNaN(light) {
			return 0
		}
		return light
	}
}
