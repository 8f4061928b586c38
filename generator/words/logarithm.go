package words

import "math/bits"

// Log2 returns a hundred times the binary logarithm of n ≥ 1, rounded down,
// in whole numbers only: fractions differ between processors.
func Log2(n uint64) int64 {
	whole := bits.Len64(n) - 1
	// The rest of the logarithm, bit by bit: squaring a number doubles its
	// logarithm. x is n / 2^whole as a fixed-point number with 31 bits.
	x := n << 31 >> whole
	if whole > 32 {
		x = n >> (whole - 31)
	}
	var fraction int64
	const precision = 20
	for range precision {
		x = x * x >> 31
		fraction <<= 1
		if x >= 1<<32 {
			fraction |= 1
			x >>= 1
		}
	}
	return int64(whole)*100 + fraction*100>>precision
}
