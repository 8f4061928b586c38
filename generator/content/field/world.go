package field

import (
	"strings"

	"golang.org/x/text/language"

	"ithaca/generator/diag"
	"ithaca/generator/tongue"
	"ithaca/generator/world"
	"ithaca/generator/zone"
)

// The codes of values that name something of the world.
const (
	// UnknownLanguage: not a BCP 47 language tag.
	UnknownLanguage diag.Code = "unknown-language"
	// UnknownCountry: not an ISO 3166 country code.
	UnknownCountry diag.Code = "unknown-country"
	// UnknownTimezone: not an IANA time zone.
	UnknownTimezone diag.Code = "unknown-timezone"
)

// Language is the shape of a language as a canonical BCP 47 tag.
func Language() Shape[string] {
	about := About{Words: "language's code, as en or pt-BR", JSON: "string", sample: "en", mend: world.Language}
	return Scalar(about, "a language", func(d *Decoder, n Node, text string) (string, bool) {
		tag, err := language.Parse(text)
		if err != nil || tag == language.Und || len(tag.Extensions()) > 0 {
			d.Errorf(n, UnknownLanguage, world.LanguageHint(text), "\"%s\" is not a language's code", Short(text))
			d.mending(diag.WriteText, world.LanguageNamed(text))
			return "", false
		}
		if spoken := world.SpokenIn(text, tag); spoken != "" {
			d.Errorf(n, UnknownLanguage, "write `"+tag.String()+"` for "+tongue.English(tag)+", or `"+spoken+"` for what is spoken in the country",
				"\"%s\" in capitals is the code of a country", Short(text))
			return "", false
		}
		if tag.String() != text {
			d.Errorf(n, UnknownLanguage, "write `"+tag.String()+"` if "+tongue.English(tag)+" is meant",
				"\"%s\" is not how a language's code is written", Short(text))
			if strings.EqualFold(tag.String(), text) {
				d.mending(diag.WriteText, tag.String())
			}
			return "", false
		}
		return text, true
	})
}

// Country is the shape of an ISO 3166-1 alpha-2 code.
func Country() Shape[string] {
	about := About{Words: "country's code of two letters, as NG", JSON: "string", Pattern: "^[A-Z]{2}$"}
	return Scalar(about, "a country", func(d *Decoder, n Node, text string) (string, bool) {
		region, err := language.ParseRegion(text)
		if err != nil || !world.IsCountry(region) || region.String() != text {
			d.Errorf(n, UnknownCountry, world.CountryHint(text), "\"%s\" is not a country's code", Short(text))
			d.mending(diag.WriteText, world.Country(text))
			return "", false
		}
		return text, true
	})
}

// Timezone is the shape of the name of an IANA time zone.
func Timezone() Shape[string] {
	about := About{Words: "time zone as Africa/Lagos", JSON: "string"}
	return Scalar(about, "a time zone", func(d *Decoder, n Node, text string) (string, bool) {
		if !zone.Known(text) {
			d.Errorf(n, UnknownTimezone, world.ZoneHint(text, d.Country, d.Nearest), "\"%s\" is not a time zone", Short(text))
			for _, name := range zone.Names() {
				if strings.EqualFold(name, strings.ReplaceAll(text, " ", "_")) {
					d.mending(diag.WriteText, name)
				}
			}
			return "", false
		}
		if world.KeepsWinterTime(text) {
			d.Errorf(n, UnknownTimezone, world.ZoneHint(text, d.Country, d.Nearest), "\"%s\" keeps winter time all the year", Short(text))
			return "", false
		}
		return text, true
	})
}

// Languages is the shape of a list of languages in which each counts once, whichever of its codes
// is written: "no" and "nb" are both Norwegian. A language and its form in a country,
// as pt and pt-PT, may both stand there: they say different things.
func Languages(max int) Shape[[]string] {
	return Then(Distinct(Language(), max), func(d *Decoder, n Node, tags []string) ([]string, bool) {
		for i, tag := range tags {
			for _, before := range tags[:i] {
				if tongue.Base(tag) != tongue.Base(before) && macroLanguage(tag) == macroLanguage(before) {
					d.Warnf(entryOf(n, tag), DuplicateEntry, "keep the one of them that people will look for",
						"`%s` and `%s` before it are two codes of one language", tag, before)
				}
			}
		}
		return tags, true
	})
}

// macroLanguage returns the base language of a tag, and for the main member of a
// macrolanguage the macrolanguage.
func macroLanguage(tag string) string {
	b, _ := language.CLDR.Make(language.Macro.Make(tag).String()).Base()
	return b.String()
}

// entryOf returns the first entry of a list that is a text, or the list.
func entryOf(n Node, text string) Node {
	for _, entry := range n.Items() {
		if entry.Value == text {
			return entry
		}
	}
	return n
}
