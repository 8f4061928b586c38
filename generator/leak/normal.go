package leak

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// plain maps the ASCII letters and digits to their normal form; the other
// characters are 0.
var plain = func() (table [utf8.RuneSelf]byte) {
	for c := range table {
		switch {
		case 'a' <= c && c <= 'z', '0' <= c && c <= '9':
			table[c] = byte(c)
		case 'A' <= c && c <= 'Z':
			table[c] = byte(c) + 'a' - 'A'
		}
	}
	return table
}()

// normal returns the form in which texts are compared.
func normal(text string) string {
	var b strings.Builder
	b.Grow(len(text))
	gap := false // between words
	for _, r := range norm.NFKD.String(text) {
		switch {
		case r < utf8.RuneSelf && plain[r] != 0:
			r = rune(plain[r])
		case r >= utf8.RuneSelf && unicode.IsMark(r):
			continue
		case r >= utf8.RuneSelf && (unicode.IsLetter(r) || unicode.IsDigit(r)):
			r = unicode.ToLower(r)
		default:
			gap = true
			continue
		}
		if gap && b.Len() > 0 {
			b.WriteByte(' ')
		}
		gap = false
		b.WriteRune(r)
	}
	return b.String()
}
