package match

import "math/bits"

// Rarity is how much a topic counts, in hundredths: the inverse document
// frequency of information retrieval (Spärck Jones 1972) among the mentors who
// can be suggested, smoothed and bounded:
//
//	2 + log2((N + 4) / (n + 4)), at most 10
//
// with N mentors in all and n of them with the topic. Smoothing by 4 keeps the
// loss of rarity when one more mentor adds a topic below the gain of having it,
// so that adding a topic never lowers a score.
func rarity(all, having int) int64 {
	const base, most = 200, 1000
	return min(most, base+log2Percent(uint64(all+4))-log2Percent(uint64(having+4)))
}

// log2Percent returns a hundred times the binary logarithm of n ≥ 1, rounded down,
// in whole numbers only: fractions differ between processors.
func log2Percent(n uint64) int64 {
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
