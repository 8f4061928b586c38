package portal

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// symbols are spelled in keys, so that C++, C# and C stay apart.
var symbols = map[rune]string{'+': "plus", '#': "sharp", '&': "and", '@': "at"}

// Fold gives the key by which words are compared: lower case, without accents
// and other marks, symbols spelled out, everything else between letters and
// digits one hyphen. "C++" gives "c-plus-plus", "Élan vital" "elan-vital" and
// ".NET" "dot-net". A text without any letter or digit gives "".
func Fold(text string) string {
	if folded(text) {
		return text
	}
	if strings.HasPrefix(text, ".") {
		text = "dot " + text[1:]
	}
	var b strings.Builder
	b.Grow(len(text))
	pending := false // a hyphen is due before the next letter
	write := func(word string) {
		if pending && b.Len() > 0 {
			b.WriteByte('-')
		}
		pending = false
		b.WriteString(word)
	}
	for _, r := range norm.NFKD.String(text) {
		switch {
		case unicode.Is(unicode.Mn, r):
		case unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsMark(r):
			write(string(unicode.ToLower(r)))
		case symbols[r] != "":
			pending = true
			write(symbols[r])
			pending = true
		case r == '\'' || r == '’':
		default:
			pending = true
		}
	}
	return b.String()
}

// folded tells whether a text is its own key already, as slugs are.
func folded(text string) bool {
	hyphen := true // one here would be at the start or doubled
	for i := range len(text) {
		switch c := text[i]; {
		case 'a' <= c && c <= 'z' || '0' <= c && c <= '9':
			hyphen = false
		case c == '-' && !hyphen:
			hyphen = true
		default:
			return false
		}
	}
	return !hyphen
}
