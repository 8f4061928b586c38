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

// script says how words are told apart.
type script uint8

const (
	spaced   script = iota // by spaces
	unspaced               // not at all: each character is a word here
	attached               // by spaces, but what follows a foreign word is joined to it
)

// normal returns the form in which texts are compared.
func normal(text string) string {
	var b strings.Builder
	b.Grow(len(text))
	gap, last := false, spaced
	for _, r := range norm.NFKD.String(text) {
		now := spaced
		if r < utf8.RuneSelf {
			if plain[r] == 0 {
				gap = true
				continue
			}
			r = rune(plain[r])
		} else {
			now = scriptOf(r)
			if r = fold(r); r < 0 {
				continue
			}
			if r == ' ' {
				gap = true
				continue
			}
		}
		if (gap || now == unspaced || now != last) && b.Len() > 0 {
			b.WriteByte(' ')
		}
		gap, last = false, now
		if r == 'ß' {
			b.WriteByte('s')
			r = 's'
		}
		b.WriteRune(r)
	}
	return b.String()
}

// fold returns a character beyond ASCII in its normal form: -1 for one that is not
// seen, a space for one between words.
func fold(r rune) rune {
	switch {
	case unicode.IsMark(r), unicode.Is(unicode.Cf, r):
		return -1
	case unicode.IsLetter(r):
		return unicode.ToLower(unicode.ToUpper(r)) // some letters have two small forms
	case unicode.IsDigit(r):
		return asciiDigit(r)
	}
	return ' '
}

// scriptOf returns how words of a character's script are told apart.
func scriptOf(r rune) script {
	switch {
	case r < 'ก': // the first letter of Thai: what is below has spaces
		return spaced
	case unicode.In(r, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar, unicode.Tibetan, unicode.Han, unicode.Hiragana, unicode.Katakana), r == 'ー':
		return unspaced
	case unicode.Is(unicode.Hangul, r):
		return attached
	}
	return spaced
}

// asciiDigits writes the digits of all scripts as 0 to 9.
func asciiDigits(text string) string {
	return strings.Map(func(r rune) rune {
		if r >= utf8.RuneSelf && unicode.IsDigit(r) {
			return asciiDigit(r)
		}
		return r
	}, text)
}

// asciiDigit returns the digit of another script: those of each stand together, in
// their order.
func asciiDigit(r rune) rune {
	zero := r
	for zero > r-9 && unicode.IsDigit(zero-1) {
		zero--
	}
	return '0' + r - zero
}
