package match

import (
	"math"
	"strings"
)

// primary returns the language of a tag without script and region, "pt" of "pt-BR":
// people who speak variants of one language can talk to each other.
func primary(tag string) string {
	language, _, _ := strings.Cut(tag, "-")
	return language
}

func primaries(tags []string) []string {
	all := make([]string, len(tags))
	for i, tag := range tags {
		all[i] = primary(tag)
	}
	return all
}

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
