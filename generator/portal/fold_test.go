package portal_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"ithaca/generator/portal"
)

func TestWordsAreComparedWithoutCaseAccentsAndSpaces(t *testing.T) {
	for _, c := range []struct{ text, key string }{
		{"Public speaking", "public-speaking"},
		{"public-speaking", "public-speaking"},
		{"  Public — speaking! ", "public-speaking"},
		{"Élan vital", "elan-vital"},
		{"E\u0301lan", "elan"},
		{"İstanbul", "istanbul"},
		{"Łódź", "lodz"},
		{"Ærøskøbing", "aeroskobing"},
		{"Straße", "strasse"},
		{"STRASSE", "strasse"},
		{"Ångström", "angstrom"},
		{"don't", "dont"},
		{"don’t", "dont"},
		{"C", "c"},
		{"C++", "c-plus-plus"},
		{"c plus plus", "c-plus-plus"},
		{"C#", "c-sharp"},
		{"R&D", "r-and-d"},
		{".NET", "dot-net"},
		{"ASP.NET", "asp-net"},
		{"Node.js", "node-js"},
		{"Ｆｕｌｌ　ｗｉｄｔｈ", "full-width"},
		{"ﬁnance", "finance"},
		{"²", "2"},
		{"日本語", "日本語"},
		{"Привет Мир", "привет-мир"},
		{"ёж", "еж"},
		{"مَدرَسة", "مدرسة"},
		{"שָׁלוֹם", "שלום"},
		{"", ""}, {" ", ""}, {".", ""}, {"...", ""}, {"+", ""}, {"++ & #", ""}, {"—", ""}, {"\u0301", ""}, {"☺", ""},
		{". net", "net"},
	} {
		if got := portal.Fold(c.text); got != c.key {
			t.Errorf("Fold(%q) = %q, want %q", c.text, got, c.key)
		}
	}
}

// Signs that are letters to their readers keep words apart.
func TestWordsThatDifferInASignOfTheirScriptStayApart(t *testing.T) {
	for _, pair := range [][2]string{
		{"กี", "กิ"},   // Thai vowels
		{"कु", "कि"},   // vowels of Hindi
		{"か", "が"},     // Japanese voicing
		{"C++", "C"},   // symbols
		{"C#", "C++"},  //
		{"한글", "한국"},   // Korean syllables
		{"и", "i"},     // alphabets
		{"a b", "a+b"}, //
	} {
		if portal.Fold(pair[0]) == portal.Fold(pair[1]) {
			t.Errorf("%q and %q have one key: %q", pair[0], pair[1], portal.Fold(pair[0]))
		}
	}
}

func FuzzFold(f *testing.F) {
	for _, seed := range []string{
		"Public speaking", "C++", ".NET", "İstanbul", "ΌΣΟΣ", "ﬁ ǆ Ⅷ ½", "a\u0301\u0327", "한글", "กี่", "ϴϒℵ", "--a--", "\xff", "𝔘𝔫𝔦", "ß'’ẞ", "\u1e9b\u0323", "か\u3099",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		key := portal.Fold(text)
		if again := portal.Fold(key); again != key {
			t.Errorf("Fold(%q) = %q, and folding that gives %q", text, key, again)
		}
		if strings.HasPrefix(key, "-") || strings.HasSuffix(key, "-") || strings.Contains(key, "--") || strings.ContainsAny(key, " /.\n") {
			t.Errorf("Fold(%q) = %q", text, key)
		}
		if utf8.ValidString(text) && portal.Fold(strings.ToUpper(key)) != key && !special(key) {
			t.Errorf("%q and %q in capitals have two keys", key, strings.ToUpper(key))
		}
	})
}

// special tells keys with letters whose capitals belong to another letter too.
func special(key string) bool {
	return strings.ToLower(strings.ToUpper(key)) != key
}
