package world

import "testing"

func TestLanguagesAndCountriesAreKnownByTheirNamesInLargeLanguages(t *testing.T) {
	for name, code := range map[string]string{
		"Englisch": "en", "Französisch": "fr", "inglés": "en", "anglais": "en", "Deutsch": "de", "Schwedisch": "sv",
		"английский": "en", "英語": "en", "الإنجليزية": "en", "English": "en", "Yoruba": "yo", "Klingonish": "",
	} {
		if got := LanguageNamed(name); got != code {
			t.Errorf("the language %s is %q, want %q", name, got, code)
		}
	}
	for name, code := range map[string]string{
		"Deutschland": "DE", "Allemagne": "DE", "Alemania": "DE", "Österreich": "AT", "Austria": "AT", "Polska": "PL",
		"日本": "JP", "España": "ES", "Niger": "NE", "Guinea": "GN", "Atlantis": "", "de": "DE",
	} {
		if got := Country(name); got != code {
			t.Errorf("the country %s is %q, want %q", name, got, code)
		}
	}
}

func TestNoNameInAnotherLanguageChangesWhatEnglishOnesMean(t *testing.T) {
	for name, code := range map[string]string{"georgia": "GE", "chad": "TD", "dominica": "DM", "oman": "OM", "jordan": "JO"} {
		if got := countryNames()[name]; got != code {
			t.Errorf("%s is %q, want %q", name, got, code)
		}
	}
	if got := LanguageNamed("norsk"); got != "no" {
		t.Errorf("norsk is %q", got)
	}
}
