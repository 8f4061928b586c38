package terminal

import (
	"testing"
	"unicode/utf8"
)

func TestASentenceBeginsWithACapitalLetterOfAnyScript(t *testing.T) {
	for _, c := range []struct{ text, name, want string }{
		{"the pair is forbidden", "Ana", "The pair is forbidden"},
		{"élan is missing", "", "Élan is missing"},
		{"жанна asks", "", "Жанна asks"},
		{"ǆ begins", "", "ǅ begins"},
		{"שרה לוי works with people", "שרה לוי", "שרה לוי works with people"},
		{"فاطمة has not confirmed", "فاطمة", "فاطمة has not confirmed"},
		{"李娜 states 0 places", "", "李娜 states 0 places"},
		{"øystein is paused", "", "Øystein is paused"},
		{"bell hooks states 0 places", "bell hooks", "bell hooks states 0 places"},
		{"\u2067שרה\u2069 works", "", "\u2067שרה\u2069 works"},
		{"", "", ""}, {"\xffbroken", "", "\xffbroken"},
	} {
		got := Sentence(c.text, c.name)
		if got != c.want {
			t.Errorf("%q becomes %q, want %q", c.text, got, c.want)
		}
		if utf8.ValidString(c.text) && !utf8.ValidString(got) {
			t.Errorf("%q loses a byte: %q", c.text, got)
		}
	}
}
