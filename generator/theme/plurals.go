package theme

import (
	"slices"

	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"
)

// formNames are the names of CLDR's plural forms, as messages write them.
var formNames = []string{plural.Other: "other", plural.Zero: "zero", plural.One: "one", plural.Two: "two", plural.Few: "few", plural.Many: "many"}

// formOf returns the plural form of a number in a language, by CLDR; "other" in
// languages whose rules are not known.
func formOf(lang language.Tag, n int) string {
	return formNames[plural.Cardinal.MatchPlural(lang, max(n, -n)%10_000_000, 0, 0, 0, 0)]
}

// formsOf returns the plural forms that numbers take in a language, in the order of
// the first number of each, and "other" at the end.
func formsOf(lang language.Tag) []string {
	var forms []string
	for n := range 200 {
		if form := formOf(lang, n); form != "other" && !slices.Contains(forms, form) {
			forms = append(forms, form)
		}
	}
	return append(forms, "other")
}
