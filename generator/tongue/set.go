package tongue

import (
	"math"
	"slices"
)

// Set is a bit set of languages. Two sets without a common bit have no common language, but
// not the other way round: languages beyond the first 62 of a portal share a bit. The set of
// no languages has all bits.
type Set uint64

const sharedBit = 62

// Unstated is a bit that only the set of no languages has; a query adds it to find the
// mentors who have stated none.
const Unstated Set = 1 << 63

// Bits holds the number of the bit of each language that mentors state.
type Bits map[string]int

// Add assigns a bit to each language without one.
func (b Bits) Add(languages []string) {
	for _, l := range languages {
		if _, known := b[l]; !known {
			b[l] = min(len(b), sharedBit)
		}
	}
}

// Set returns languages as a set. Those without a bit are left out.
func (b Bits) Set(languages []string) Set {
	if len(languages) == 0 {
		return math.MaxUint64
	}
	var s Set
	for _, l := range languages {
		if bit, known := b[l]; known {
			s |= 1 << bit
		}
	}
	return s
}

// Bases returns the languages of tags without script and region. They must not be
// changed: mostly they are the tags.
func Bases(tags []string) []string {
	if !slices.ContainsFunc(tags, func(tag string) bool { return Base(tag) != tag }) {
		return tags
	}
	all := make([]string, len(tags))
	for i, tag := range tags {
		all[i] = Base(tag)
	}
	return all
}

// AllUnderstood returns the languages of tags, and those that count as one of them.
func AllUnderstood(tags []string) []string {
	all := make([]string, 0, len(tags))
	for _, tag := range tags {
		all = append(all, Understood(Base(tag))...)
	}
	return all
}
