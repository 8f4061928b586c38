// Package tongue says which languages the speakers of another understand, and what each is
// called.
//
// It takes BCP 47 tags and returns codes and names. It does not know who speaks what.
package tongue

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
)

// Base returns the language of a tag without script and region, "pt" of "pt-BR":
// people who speak variants of one language can talk to each other.
func Base(tag string) string {
	language, _, _ := strings.Cut(tag, "-")
	return language
}

// Nearest returns the index of the tag that is nearest to a language: the same, or the first
// with the same base; -1 for none.
func Nearest(lang string, tags []string) int {
	if same := slices.Index(tags, lang); same >= 0 {
		return same
	}
	return slices.IndexFunc(tags, func(tag string) bool { return Base(tag) == Base(lang) })
}

// macrolanguages are the members of the macrolanguages of ISO 639-3, as its
// registration authority (SIL International) maps them, by the codes of BCP 47.
// Left out are Indonesian (of ms) and those of Serbo-Croatian, which their speakers
// name apart, and groups in which members do not understand each other's standard.
//
//go:embed macrolanguages.txt
var macrolanguages string

// mutuallyUnderstood are the macrolanguages whose members count as each other; in the others
// a member and the macrolanguage count as each other, and two members do not.
const mutuallyUnderstood = "fa no sw"

// relatives returns, by code, the other languages that count as it.
var relatives = sync.OnceValue(func() map[string][]string {
	all := map[string][]string{}
	for line := range strings.Lines(macrolanguages) {
		group := strings.Fields(line)
		for i, code := range group {
			switch {
			case i == 0:
				all[code] = group[1:]
			case slices.Contains(strings.Fields(mutuallyUnderstood), group[0]):
				all[code] = slices.DeleteFunc(slices.Clone(group), func(other string) bool { return other == code })
			default:
				all[code] = group[:1]
			}
		}
	}
	return all
})

// Understood returns a language and those that count as it, as Norwegian does for who speaks
// Bokmål.
func Understood(base string) []string {
	return append([]string{base}, relatives()[base]...)
}

// Shared reports whether one of two languages counts as the other.
func Shared(a, b string) bool { return a == b || slices.Contains(relatives()[a], b) }

// Kin returns, by language, which others among languages count as it; those without any are
// left out.
func Kin(languages []string) map[string][]string {
	kin := map[string][]string{}
	for _, a := range languages {
		for _, b := range languages {
			if a != b && Shared(a, b) && !slices.Contains(kin[a], b) {
				kin[a] = append(kin[a], b)
			}
		}
	}
	return kin
}
