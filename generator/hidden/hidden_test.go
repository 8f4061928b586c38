package hidden_test

import (
	"testing"

	"ithaca/generator/hidden"
	"ithaca/generator/markdown"
)

func TestCharactersThatAScriptNeedsAreNotHidden(t *testing.T) {
	for name, text := range map[string]string{
		"Persian non-joiner":            "می\u200cخواهم",
		"Persian non-joiner after mark": "مَ\u200cن",
		"Hindi joiner":                  "क्\u200dष",
		"Malayalam joiner":              "ന്\u200d",
		"Sinhala joiner":                "ශ්\u200dර",
		"Khmer break":                   "ភាសា\u200bខ្មែរ",
		"Thai break":                    "ภาษา\u200bไทย",
		"family":                        "👩\u200d👩\u200d👧",
		"rainbow flag":                  "🏳\ufe0f\u200d🌈",
		"skin tone and profession":      "👩🏽\u200d⚕\ufe0f",
		"flag of Scotland":              "🏴\U000E0067\U000E0062\U000E0073\U000E0063\U000E0074\U000E007F",
		"keycap":                        "1\ufe0f\u20e3",
		"text style":                    "↩\ufe0e",
		"soft hyphen":                   "Mentor\u00adschaft",
		"marks of direction":            "C++\u200e עברית\u200f \u061c",
		"isolate":                       "Ask \u2068نور\u2069 first",
		"isolates in each other":        "\u2066a \u2067b\u2069\u2069",
		"Mongolian selector":            "ᠮᠣᠩ\u180bᠭᠣᠯ",
		"Han variant":                   "葛\U000E0100",
		"Arabic number sign":            "\u0600١",
		"tabs and line ends":            "a\tb\r\nc\n",
		"combining marks":               "e\u0301 q\u0323\u0307",
		"nothing":                       "",
	} {
		if offset, r := hidden.Find(text); offset >= 0 {
			t.Errorf("%s: U+%04X at %d was taken for hidden", name, r, offset)
		}
		if _, diags := markdown.Parse([]byte(text), markdown.Options{}); len(diags) > 0 {
			t.Errorf("%s: %v", name, diags)
		}
	}
}

func TestHiddenCharactersAreFound(t *testing.T) {
	for name, c := range map[string]struct {
		text   string
		offset int
		found  rune
	}{
		"override":                  {"ab\u202ecd", 2, 0x202e},
		"embedding":                 {"\u202aab\u202c", 0, 0x202a},
		"pop without embedding":     {"é\u202c", 2, 0x202c},
		"open isolate":              {"a \u2067b", 2, 0x2067},
		"isolate over a line's end": {"a \u2067b\nc\u2069", 2, 0x2067},
		"pop without isolate":       {"a\u2069", 1, 0x2069},
		"space of no width":         {"pass\u200bword", 4, 0x200b},
		"joiner in Latin":           {"pay\u200dpal", 3, 0x200d},
		"non-joiner in Latin":       {"pay\u200cpal", 3, 0x200c},
		"joiner between emoji half": {"👩\u200d", 4, 0x200d},
		"joiner after nothing":      {"\u200d👩", 0, 0x200d},
		"word joiner":               {"a\u2060b", 1, 0x2060},
		"byte order mark inside":    {"a\ufeffb", 1, 0xfeff},
		"Hangul filler":             {"\u3164", 0, 0x3164},
		"tag letters":               {"a\U000E0061", 1, 0xE0061},
		"style after a letter":      {"a\ufe0f", 1, 0xfe0f},
		"variant after Latin":       {"a\U000E0101", 1, 0xE0101},
		"grapheme joiner":           {"a\u034fb", 1, 0x34f},
		"bell":                      {"a\ab", 1, 7},
		"lone carriage return":      {"a\rb", 1, '\r'},
		"NUL":                       {"a\x00b", 1, 0},
		"C1 control":                {"a\u0085b", 1, 0x85},
		"delete":                    {"a\x7fb", 1, 0x7f},
		"line separator":            {"a\u2028b", 1, 0x2028},
		"annotation":                {"\ufff9a", 0, 0xfff9},
		"place of a pasted picture": {"a\ufffcb", 1, 0xfffc},
		"no character":              {"a\uffffb", 1, 0xffff},
		"no character of a plane":   {"a\U0001fffeb", 1, 0x1fffe},
		"no character of Arabic":    {"a\ufdd0b", 1, 0xfdd0},
	} {
		if offset, found := hidden.Find(c.text); offset != c.offset || found != c.found {
			t.Errorf("%s: found U+%04X at %d, not U+%04X at %d", name, found, offset, c.found, c.offset)
		}
		_, diags := markdown.Parse([]byte("words\n"+c.text+"\n"), markdown.Options{Line: 10})
		column := len([]rune(c.text[:c.offset])) + 1
		if len(diags) == 0 || diags[0].Code != markdown.HiddenCharacters || diags[0].Line != 11 || diags[0].Column != column {
			t.Errorf("%s: wanted one at 11:%d, got %v", name, column, diags)
		}
	}
}
