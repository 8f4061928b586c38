package tongue

import (
	_ "embed"
	"maps"
	"slices"
	"strings"
	"sync"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
)

// moreNames are names, in English and in the language itself, that the tables of
// CLDR in golang.org/x/text lack, or give to another code as well.
//
//go:embed names.txt
var moreNames string

type names struct{ english, own string }

var namesByCode = sync.OnceValue(func() map[string]names {
	all := map[string]names{}
	for line := range strings.Lines(moreNames) {
		code, both, _ := strings.Cut(strings.TrimSpace(line), " ")
		if english, own, found := strings.Cut(both, "|"); found {
			all[code] = names{english, own}
		}
	}
	return all
})

// Named returns the languages whose names here CLDR lacks, in no order.
func Named() []string { return slices.Collect(maps.Keys(namesByCode())) }

// Namers returns the names of languages and of countries in a language, in English where
// CLDR has none.
func Namers(lang language.Tag) (languages, countries display.Namer) {
	languages, countries = display.Tags(lang), display.Regions(lang)
	if languages == nil || countries == nil {
		return display.English.Tags(), display.English.Regions()
	}
	return languages, countries
}

// Name returns the name of a language in the language of an interface, in, whose names
// namer has; else its own name; else "".
func Name(tag language.Tag, in language.Tag, namer display.Namer) string {
	base, _ := in.Base()
	if known, ok := namesByCode()[tag.String()]; ok {
		if name := namer.Name(tag); base.String() != "en" && name != "" && tag.String() != "no" && tag.String() != "cmn" {
			return name
		} else if base.String() != "en" {
			return known.own
		}
		return known.english
	}
	if name := namer.Name(tag); name != "" {
		return name
	}
	return OwnName(tag)
}

// English returns the English name of a language, its own name where there is none,
// "" where neither is known.
func English(tag language.Tag) string { return Name(tag, language.English, display.English.Tags()) }

// OwnName returns a language's name in the language itself, "" where none is known.
func OwnName(tag language.Tag) string {
	if known, ok := namesByCode()[tag.String()]; ok {
		return known.own
	}
	return display.Self.Name(tag)
}
