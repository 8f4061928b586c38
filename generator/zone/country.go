package zone

import (
	_ "embed"
	"strings"
)

// only are the zones of the countries that have one, as the IANA database lists them in
// its zone.tab (public domain). Büsingen keeps the same time as the rest of Germany.
//
//go:embed country.txt
var only string

// Only returns the zone of a country, by its ISO 3166 code, that has no other; "" for
// countries with several, and for codes of none.
func Only(country string) string {
	if len(country) != 2 {
		return ""
	}
	_, rest, found := strings.Cut(only, country+"=")
	if !found {
		return ""
	}
	return strings.Fields(rest)[0]
}
