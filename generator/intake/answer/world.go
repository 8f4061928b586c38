package answer

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"sync"

	"golang.org/x/text/language/display"

	"ithaca/generator/portal"
	"ithaca/generator/world"
	"ithaca/generator/zone"
)

// betweenWords matches separators of several values that are single words.
var betweenWords = regexp.MustCompile(`(?i)\s*[,;/&+|\n]\s*|\s+(?:and|und|et|y|e)\s+`)

// remark matches a remark in brackets: "Spanish (native)".
var remark = regexp.MustCompile(`\s*\([^()]*\)`)

// languageLevel matches a level behind the name of a language, in words or as a code.
var languageLevel = regexp.MustCompile(`(?i)\s+(?:[abc][12]|native|fluent|basic|nativo|nativa|fluido|courant|fluente|fließend|muttersprache)\.?$`)

// languageNames returns the codes of languages by their names, folded, in the languages of
// the forms. English names and those in the language itself are known elsewhere.
var languageNames = sync.OnceValue(func() map[string]string {
	codes := map[string]string{}
	for _, namer := range []display.Namer{display.Spanish.Tags(), display.French.Tags(), display.Portuguese.Tags(), display.German.Tags()} {
		for _, tag := range display.Supported.Tags() {
			name := portal.Fold(namer.Name(tag))
			if known := codes[name]; known == "" || len(tag.String()) < len(known) {
				codes[name] = tag.String()
			}
		}
	}
	return codes
})

// Languages returns the codes (BCP 47) of the languages that a text lists, each once, and
// the parts of it that name none.
func Languages(text string) (codes, unknown []string) {
	var parts []string
	for part := range slices.Values(betweenWords.Split(text, -1)) {
		part = languageLevel.ReplaceAllString(strings.TrimSpace(remark.ReplaceAllString(part, "")), "")
		if part = strings.Trim(part, " ."); part == "" {
			continue
		}
		parts = append(parts, part)
		code := world.Language(part)
		if code == "" { // the names of words.txt are lacking in the tables of CLDR
			lacking, _ := Meaning("language", part)
			code = cmp.Or(lacking, languageNames()[portal.Fold(part)])
		}
		switch {
		case code == "":
			unknown = append(unknown, part)
		case !slices.Contains(codes, code):
			codes = append(codes, code)
		}
	}
	if len(unknown) > len(codes) { // as in "CSS, Ruby, Rust", which lists no Southern Ohlone
		return nil, parts
	}
	return codes, unknown
}

// abbreviation matches a zone's short name or an offset from UTC, which does not say
// whether and when the clocks change.
var abbreviation = regexp.MustCompile(`(?i)^[a-z]{2,5}$|^(?:utc|gmt)?\s*[+−-]?\s*\d|^(?:utc|gmt)\b`)

// Zone returns the IANA name of the zone that a text names, if need be with the help of the
// person's country (its code) and place; else "" and the zones that may be meant.
func Zone(text, country, place string) (name string, candidates []string) {
	text = OneLine(text)
	if zone.Known(text) && strings.Contains(text, "/") {
		return text, nil
	}
	if candidates = world.Zones(text); len(candidates) == 0 {
		candidates = strings.Fields(meanings()["zones"][strings.ToLower(text)])
	}
	first, _, _ := strings.Cut(strings.ToLower(text), " ")
	if _, certain := meanings()["certain"][first]; certain && len(candidates) > 0 {
		return candidates[0], nil
	}
	if len(candidates) == 1 && (!abbreviation.MatchString(text) || isCity(text, candidates[0])) {
		return candidates[0], nil
	}
	if only := zone.Only(country); only != "" {
		return only, nil
	}
	if city := world.Zones(place); place != "" && len(city) == 1 && !abbreviation.MatchString(place) {
		return city[0], nil
	}
	return "", candidates
}

// isCity reports whether a text is the city that a zone is named after.
func isCity(text, name string) bool {
	return portal.Fold(name[strings.LastIndexByte(name, '/')+1:]) == portal.Fold(text)
}

// schemeless matches a web address without https://.
var schemeless = regexp.MustCompile(`(?i)^(?:www\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}(?:/\S*)?$`)

// Link returns a web address with https://, and the name of the service by its host, or
// "website"; "" and "" where the text is no address.
func Link(text string) (address, kind string) {
	text = strings.Trim(strings.TrimSpace(text), "<>,;")
	if site, name, _ := strings.Cut(text, ":"); handle.MatchString(name) {
		if address, known := Meaning("site", site); known {
			text = address + name
		}
	}
	switch lower := strings.ToLower(text); {
	case strings.HasPrefix(lower, "https://"):
		address = text
	case strings.HasPrefix(lower, "http://"):
		address = "https://" + text[len("http://"):]
	case schemeless.MatchString(text):
		address = "https://" + text
	default:
		return "", ""
	}
	host, _, _ := strings.Cut(strings.TrimPrefix(strings.ToLower(address), "https://"), "/")
	for _, name := range []string{"LinkedIn", "GitHub", "GitLab", "Mastodon", "Xing"} {
		if strings.Contains("."+host, "."+strings.ToLower(name)+".") {
			return address, name
		}
	}
	return address, "website"
}
