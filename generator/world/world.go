// Package world knows what people call languages, countries and time zones.
//
// It takes a name as people write it and returns the code that is meant, or what to say
// where none is. It does not know fields, files or portals.
package world

import (
	"regexp"
	"slices"
	"strings"
	"sync"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"ithaca/generator/each"
	"ithaca/generator/tongue"
)

// languageNames returns the tags of languages by their names, in English and in
// the language itself, in lower case. It is made when the first name is asked
// for: most portals have no such mistake.
var languageNames = sync.OnceValue(func() map[string]string {
	tags := map[string]string{}
	name := func(words string, tag string) {
		words = strings.ToLower(words)
		if known := tags[words]; known == "" || len(tag) < len(known) { // en before en-NZ
			tags[words] = tag
		}
	}
	names := display.English.Languages()
	for _, tag := range display.Supported.Tags() {
		name(display.Self.Name(tag), tag.String())
		name(names.Name(tag), tag.String())
	}
	codes := map[string]any{}
	for _, tag := range display.Supported.Tags() {
		if base, _ := tag.Base(); base.String() == tag.String() {
			codes[base.String()] = tag
		}
	}
	abroad(tags, codes, display.Languages)
	for _, code := range tongue.Named() {
		tag := language.Make(code)
		tags[strings.ToLower(tongue.English(tag))] = code
		if own := strings.ToLower(tongue.OwnName(tag)); tags[own] == "" || code == "no" || code == "nb" {
			tags[own] = code
		}
	}
	return tags
})

// widely are languages that people may write in who were asked in English.
const widely = "ar bn cs da de el es fa fi fr he hi hu id it ja ko nb nl pl pt ro ru sv tr uk vi zh"

// abroad adds what things are called in other languages, in lower case. Names that
// mean another thing already, or two in two languages, are left out.
func abroad(codes map[string]string, things map[string]any, in func(language.Tag) display.Namer) {
	found := map[string]string{}
	for reader := range strings.FieldsSeq(widely) {
		names := in(language.Make(reader))
		for code, thing := range things {
			name := strings.ToLower(names.Name(thing))
			if other, twice := found[name]; twice && other != code {
				code = ""
			}
			found[name] = code
		}
	}
	for name, code := range found {
		if codes[name] == "" && name != "" && code != "" {
			codes[name] = code
		}
	}
}

// LanguageNamed returns the code of a language of a name, in English, in the language
// itself or in another large one, "" for none.
func LanguageNamed(name string) string { return languageNames()[strings.ToLower(name)] }

// SpokenIn returns the main language of a country whose code was written, in
// capitals, where that of a language belongs and means another one: UK is
// Ukrainian, BR is Breton. It is "" where nothing speaks for a country.
func SpokenIn(text string, tag language.Tag) string {
	if len(text) != 2 || text != strings.ToUpper(text) {
		return ""
	}
	region, err := language.ParseRegion(text)
	if err != nil || !IsCountry(region.Canonicalize()) {
		return ""
	}
	spoken := spokenIn(region)
	if base, _ := tag.Base(); base.String() == spoken {
		return ""
	}
	return spoken
}

// spokenIn returns the code of a country's main language.
func spokenIn(region language.Region) string {
	tag, err := language.Compose(language.Und, region.Canonicalize())
	if err != nil {
		return ""
	}
	base, _ := tag.Base()
	return base.String()
}

// Country returns the code of a country that is written as its name in a large language
// or its code in any case, "" where none is meant.
func Country(text string) string {
	if region, err := language.ParseRegion(text); err == nil && len(text) == 2 && IsCountry(region.Canonicalize()) {
		return region.Canonicalize().String()
	}
	return countryNames()[strings.ToLower(text)]
}

// Language returns the code of a language that is written as LanguageNamed knows it, or as its code in any case; "" where none is meant, and for the
// code of a country.
func Language(text string) string {
	if tag := LanguageNamed(text); tag != "" {
		return tag
	}
	tag, err := language.Parse(text)
	if err != nil || tag == language.Und || len(tag.Extensions()) > 0 || SpokenIn(text, tag) != "" {
		return ""
	}
	return tag.String()
}

var betweenLanguages = regexp.MustCompile(`(?i)\s*[,;/&+|،、]\s*|\s+(?:and|und|et|y)\s+`)

// Listed returns the parts of a text that lists languages in one of the usual ways.
func Listed(text string) []string { return betweenLanguages.Split(strings.TrimSpace(text), -1) }

// LanguageHint finds the tag of a language written as its name, or as the code
// of a country where it is spoken.
func LanguageHint(text string) string {
	if parts := Listed(text); len(parts) > 1 {
		tags := each.Of(parts, Language)
		if !slices.Contains(tags, "") {
			return "write each language as an entry of its own: `" + strings.Join(tags, ", ") + "`"
		}
	}
	if tag := LanguageNamed(text); tag != "" {
		return "write `" + tag + "`"
	}
	if region, err := language.ParseRegion(text); err == nil && IsCountry(region.Canonicalize()) {
		return "`" + text + "` is the code of a country; write `" + spokenIn(region) + "`, or another language's code"
	}
	return "write its code: `en` for English, `ar` for Arabic, `pt-BR` for Portuguese of Brazil"
}

// noCountries are codes that the library of languages takes for countries, and
// that the standard only keeps from being used: unions, islands, former states.
const noCountries = "AC AN CP CQ CS DG EA EZ FQ IC NT PC SU TA UN YU"

// IsCountry reports whether a region is a country of today.
func IsCountry(r language.Region) bool {
	return r.IsCountry() && r.Canonicalize() == r && !strings.Contains(noCountries, r.String())
}

// countryNames returns the codes of countries by their names, in lower case.
var countryNames = sync.OnceValue(func() map[string]string {
	codes, regions := map[string]string{}, map[string]any{}
	names := display.English.Regions()
	for a := 'A'; a <= 'Z'; a++ {
		for b := 'A'; b <= 'Z'; b++ {
			if region, err := language.ParseRegion(string(a) + string(b)); err == nil && IsCountry(region) {
				codes[strings.ToLower(names.Name(region))] = region.String()
				regions[region.String()] = region
			}
		}
	}
	abroad(codes, regions, display.Regions)
	return codes
})

// CountryHint finds the code of a country written in another way.
func CountryHint(text string) string {
	if code := Country(text); code != "" {
		return "write `" + code + "`"
	}
	return "write its two letters in capitals: `NG` for Nigeria, `GB` for the United Kingdom"
}
