package field

import (
	"regexp"
	"slices"
	"strings"
	"sync"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"ithaca/generator/diag"
	"ithaca/generator/tongue"
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

// Language is a language as a canonical BCP 47 tag.
func Language() Shape[string] {
	about := About{Words: "language's code, as en or pt-BR", JSON: "string", sample: "en", mend: languageMeant}
	return Scalar(about, "a language", func(d *Decoder, n Node, text string) (string, bool) {
		tag, err := language.Parse(text)
		if err != nil || tag == language.Und || len(tag.Extensions()) > 0 {
			d.Errorf(n, UnknownLanguage, languageHint(text), "\"%s\" is not a language's code", Short(text))
			d.mending(diag.WriteText, languageNames()[strings.ToLower(text)])
			return "", false
		}
		if spoken := countryMeant(text, tag); spoken != "" {
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
	for _, code := range tongue.Named() {
		tag := language.Make(code)
		tags[strings.ToLower(tongue.English(tag))] = code
		if own := strings.ToLower(tongue.OwnName(tag)); tags[own] == "" || code == "no" || code == "nb" {
			tags[own] = code
		}
	}
	return tags
})

// countryMeant returns the main language of a country whose code was written, in
// capitals, where that of a language belongs and means another one: UK is
// Ukrainian, BR is Breton. It is "" where nothing speaks for a country.
func countryMeant(text string, tag language.Tag) string {
	if len(text) != 2 || text != strings.ToUpper(text) {
		return ""
	}
	region, err := language.ParseRegion(text)
	if err != nil || !isCountry(region.Canonicalize()) {
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

// LanguageMeant returns the code of a language that is written as its name, in English
// or in the language itself, or as its code in any case; "" where none is meant, and for
// the code of a country.
func LanguageMeant(text string) string { return languageMeant(text) }

// CountryMeant returns the code of a country that is written as its English name or its
// code in any case, "" where none is meant.
func CountryMeant(text string) string {
	if region, err := language.ParseRegion(text); err == nil && len(text) == 2 && isCountry(region.Canonicalize()) {
		return region.Canonicalize().String()
	}
	return countryNames()[strings.ToLower(text)]
}

// languageMeant returns the code of a language that is written as its name or in
// another case, or as it is where it is a code.
func languageMeant(text string) string {
	if tag := languageNames()[strings.ToLower(text)]; tag != "" {
		return tag
	}
	tag, err := language.Parse(text)
	if err != nil || tag == language.Und || len(tag.Extensions()) > 0 || countryMeant(text, tag) != "" {
		return ""
	}
	return tag.String()
}

var betweenLanguages = regexp.MustCompile(`(?i)\s*[,;/&+|،、]\s*|\s+(?:and|und|et|y)\s+`)

// listed returns the parts of a text that lists languages in one of the usual ways.
func listed(text string) []string { return betweenLanguages.Split(strings.TrimSpace(text), -1) }

// languageHint finds the tag of a language written as its name, or as the code
// of a country where it is spoken.
func languageHint(text string) string {
	if parts := listed(text); len(parts) > 1 {
		tags := make([]string, len(parts))
		for i, part := range parts {
			tags[i] = languageMeant(part)
		}
		if !slices.Contains(tags, "") {
			return "write each language as an entry of its own: `" + strings.Join(tags, ", ") + "`"
		}
	}
	if tag := languageNames()[strings.ToLower(text)]; tag != "" {
		return "write `" + tag + "`"
	}
	if region, err := language.ParseRegion(text); err == nil && isCountry(region.Canonicalize()) {
		return "`" + Short(text) + "` is the code of a country; write `" + spokenIn(region) + "`, or another language's code"
	}
	return "write its code: `en` for English, `ar` for Arabic, `pt-BR` for Portuguese of Brazil"
}

// Country is an ISO 3166-1 alpha-2 code.
func Country() Shape[string] {
	about := About{Words: "country's code of two letters, as NG", JSON: "string", Pattern: "^[A-Z]{2}$"}
	return Scalar(about, "a country", func(d *Decoder, n Node, text string) (string, bool) {
		region, err := language.ParseRegion(text)
		if err != nil || !isCountry(region) || region.String() != text {
			d.Errorf(n, UnknownCountry, countryHint(text), "\"%s\" is not a country's code", Short(text))
			d.mending(diag.WriteText, CountryMeant(text))
			return "", false
		}
		return text, true
	})
}

// noCountries are codes that the library of languages takes for countries, and
// that the standard only keeps from being used: unions, islands, former states.
const noCountries = "AC AN CP CQ CS DG EA EZ FQ IC NT PC SU TA UN YU"

func isCountry(r language.Region) bool {
	return r.IsCountry() && r.Canonicalize() == r && !strings.Contains(noCountries, r.String())
}

// countryNames returns the codes of countries by their English names, in lower case.
var countryNames = sync.OnceValue(func() map[string]string {
	codes := map[string]string{}
	names := display.English.Regions()
	for a := 'A'; a <= 'Z'; a++ {
		for b := 'A'; b <= 'Z'; b++ {
			if region, err := language.ParseRegion(string(a) + string(b)); err == nil && isCountry(region) {
				codes[strings.ToLower(names.Name(region))] = region.String()
			}
		}
	}
	return codes
})

// countryHint finds the code of a country written in another way.
func countryHint(text string) string {
	if region, err := language.ParseRegion(text); err == nil && isCountry(region.Canonicalize()) {
		return "write `" + region.Canonicalize().String() + "`"
	}
	if code := countryNames()[strings.ToLower(text)]; code != "" {
		return "write `" + code + "`"
	}
	return "write its two letters in capitals: `NG` for Nigeria, `GB` for the United Kingdom"
}

// Timezone is the name of an IANA time zone.
func Timezone() Shape[string] {
	about := About{Words: "time zone as Africa/Lagos", JSON: "string"}
	return Scalar(about, "a time zone", func(d *Decoder, n Node, text string) (string, bool) {
		if !zone.Known(text) {
			d.Errorf(n, UnknownTimezone, d.zoneHint(text), "\"%s\" is not a time zone", Short(text))
			for _, name := range zone.Names() {
				if strings.EqualFold(name, strings.ReplaceAll(text, " ", "_")) {
					d.mending(diag.WriteText, name)
				}
			}
			return "", false
		}
		if slices.Contains(strings.Fields(fixedZones), text) {
			d.Errorf(n, UnknownTimezone, d.zoneHint(text), "\"%s\" keeps winter time all the year", Short(text))
			return "", false
		}
		return text, true
	})
}
