package portaltest

import (
	"math/rand/v2"
	"sort"
)

// dice returns the numbers for one file. Each file has its own, made from the
// seed, the kind and the number of the file, so that a large portal begins like
// a small one. Only whole numbers are drawn: fractions differ between machines.
type dice struct{ *rand.Rand }

func newDice(seed uint64, kind string, number int) dice {
	key := seed
	for _, letter := range []byte(kind) {
		key = key*1_000_003 + uint64(letter)
	}
	return dice{rand.New(rand.NewPCG(key, uint64(number)))}
}

// between returns a number from low to high, both included.
func (d dice) between(low, high int) int { return low + d.IntN(high-low+1) }

// chance is true in percent of a hundred cases.
func (d dice) chance(percent int) bool { return d.IntN(100) < percent }

func pick[T any](d dice, from []T) T { return from[d.IntN(len(from))] }

// pickSome returns n different elements, in the order they are drawn.
func pickSome[T any](d dice, from []T, n int) []T {
	some := make([]T, 0, n)
	for _, i := range d.Perm(len(from))[:n] {
		some = append(some, from[i])
	}
	return some
}

// zipf draws numbers below len(zipf), the number n with a weight of 1/(n+1), as
// words, towns and skills are spread. It holds the sums of the weights.
type zipf []int

func newZipf(n int) zipf {
	sums := make(zipf, n)
	total := 0
	for i := range sums {
		total += 1_000_000 / (i + 1)
		sums[i] = total
	}
	return sums
}

// some returns n different numbers.
func (z zipf) some(d dice, n int) []int {
	taken := make(map[int]bool, n)
	var some []int
	for len(some) < n {
		at := d.IntN(z[len(z)-1])
		i := sort.SearchInts(z, at+1)
		if !taken[i] {
			taken[i] = true
			some = append(some, i)
		}
	}
	return some
}
