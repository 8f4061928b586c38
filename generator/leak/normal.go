package leak

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// plain maps the ASCII characters that count to their normal form; the others
// are 0.
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
func normal(text string) string { return string(appendNormal(nil, text)) }

// appendNormal appends the normal form of a text to b, which must be empty.
func appendNormal(b []byte, text string) []byte {
	pending := false
	for i := 0; i < len(text); {
		c := text[i]
		if c >= utf8.RuneSelf {
			end := i + 1
			for end < len(text) && text[end] >= utf8.RuneSelf {
				end++
			}
			b, pending = appendForeign(b, text[i:end], pending)
			i = end
			continue
		}
		i++
		letter := plain[c]
		if letter == 0 {
			pending = true
			continue
		}
		if pending && len(b) > 0 {
			b = append(b, ' ')
		}
		pending = false
		b = append(b, letter)
	}
	return b
}

// appendForeign does the same for a run of characters beyond ASCII, of which
// accents and other marks are left out.
func appendForeign(b []byte, run string, pending bool) ([]byte, bool) {
	for _, r := range norm.NFKD.String(run) {
		switch {
		case r < utf8.RuneSelf && plain[r] != 0:
			r = rune(plain[r])
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			r = unicode.ToLower(r)
		case unicode.IsMark(r):
			continue
		default:
			pending = true
			continue
		}
		if pending && len(b) > 0 {
			b = append(b, ' ')
		}
		pending = false
		b = utf8.AppendRune(b, r)
	}
	return b, pending
}
