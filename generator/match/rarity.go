package match

import "ithaca/generator/words"

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
	return min(most, base+words.Log2(uint64(all+4))-words.Log2(uint64(having+4)))
}
