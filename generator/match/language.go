package match

import (
	"maps"
	"math"
	"slices"

	"ithaca/generator/tongue"
)

// primaries returns the languages of tags without script and region.
func primaries(tags []string) []string {
	all := make([]string, len(tags))
	for i, tag := range tags {
		all[i] = tongue.Base(tag)
	}
	return all
}

// understood returns the languages of tags, and those that count as one of them.
func understood(tags []string) []string {
	all := make([]string, 0, len(tags))
	for _, tag := range tags {
		all = append(all, tongue.Understood(tongue.Base(tag))...)
	}
	return all
}

// kin returns, of the languages that mentors state, those that count as others.
func (x *Index) kin() map[string][]string { return tongue.Kin(slices.Sorted(maps.Keys(x.bits))) }

// languageSet is a set of languages with a bit for each. Two sets without a common
// bit have no common language, but not the other way round: languages beyond the
// first 62 of a portal share a bit. Who has stated none has all bits.
type languageSet uint64

const (
	sharedBit   = 62
	unstatedBit = 63 // of mentors who have stated none, and of everybody who asks
)

// languageBits holds the bit of each language that mentors state.
type languageBits map[string]int

func (b languageBits) add(languages []string) {
	for _, l := range languages {
		if _, known := b[l]; !known {
			b[l] = min(len(b), sharedBit)
		}
	}
}

func (b languageBits) set(languages []string) languageSet {
	if len(languages) == 0 {
		return math.MaxUint64
	}
	var s languageSet
	for _, l := range languages {
		if bit, known := b[l]; known {
			s |= 1 << bit
		}
	}
	return s
}
