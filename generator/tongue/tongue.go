// Package tongue knows what the codes of languages mean to people who speak them:
// which are understood by the speakers of another, and what each is called.
//
// It takes BCP 47 tags and gives codes and names. It does not know who speaks what.
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

// Nearest returns which of some tags a reader of a language reads best: the same, or one
// without regard to script and region; -1 for none.
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

// common are macrolanguages whose members understand each other; of the others,
// only the macrolanguage counts as each of its members.
const common = "fa no sw"

// relatives returns, by their codes, the languages that count as each other.
var relatives = sync.OnceValue(func() map[string][]string {
	all := map[string][]string{}
	for line := range strings.Lines(macrolanguages) {
		group := strings.Fields(line)
		for i, code := range group {
			switch {
			case i == 0:
				all[code] = group[1:]
			case slices.Contains(strings.Fields(common), group[0]):
				all[code] = slices.DeleteFunc(slices.Clone(group), func(other string) bool { return other == code })
			default:
				all[code] = group[:1]
			}
		}
	}
	return all
})

// Understood returns a language and those that count as it: a macrolanguage and its
// members are shared, as Norwegian is by who speaks Bokmål.
func Understood(base string) []string {
	return append([]string{base}, relatives()[base]...)
}

// Shared reports whether one of two languages counts as the other.
func Shared(a, b string) bool { return a == b || slices.Contains(relatives()[a], b) }

// Kin returns, of some languages, those of the others that count as each; languages
// without any are left out.
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
