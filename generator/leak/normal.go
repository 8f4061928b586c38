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
func normal(text string) string { return string(new(writer).normal([]byte(text))) }

// writer writes normal forms.
type writer struct {
	text []byte
	gap  bool // a space is due before the next letter
	last script
}

// normal returns the normal form of a text. It is valid until the next call.
func (w *writer) normal(text []byte) []byte {
	w.text, w.gap, w.last = w.text[:0], false, spaced
	for i := 0; i < len(text); {
		c := text[i]
		if c >= utf8.RuneSelf {
			end := i + 1
			for end < len(text) && text[end] >= utf8.RuneSelf {
				end++
			}
			w.others(text[i:end])
			i = end
			continue
		}
		w.ascii(c)
		for i++; i < len(text) && text[i] < utf8.RuneSelf && plain[text[i]] != 0 && !w.gap; i++ {
			w.text = append(w.text, plain[text[i]]) // within a word
		}
	}
	return w.text
}

func (w *writer) ascii(c byte) {
	if plain[c] == 0 {
		w.gap = true
		return
	}
	w.begin(spaced)
	w.text = append(w.text, plain[c])
}

// begin begins a character of a script, with a space where a word begins.
func (w *writer) begin(now script) {
	if (w.gap || now == unspaced || now != w.last) && len(w.text) > 0 {
		w.text = append(w.text, ' ')
	}
	w.gap, w.last = false, now
}

// others writes characters beyond ASCII, and what they are taken apart to. Marks
// need no order, because none is written.
func (w *writer) others(text []byte) {
	for len(text) > 0 {
		r, size := utf8.DecodeRune(text)
		if parts := apart(r, text[:size]); parts != nil {
			for _, part := range string(parts) {
				w.other(part)
			}
		} else {
			w.other(r)
		}
		text = text[size:]
	}
}

// apart returns what a character is taken apart to, nil if to nothing else.
func apart(r rune, written []byte) []byte {
	if '가' <= r && r <= '힣' {
		return norm.NFKD.Bytes(written) // the tables leave out what is computed
	}
	return norm.NFKD.Properties(written).Decomposition()
}

func (w *writer) other(r rune) {
	if r < utf8.RuneSelf {
		w.ascii(byte(r))
		return
	}
	now := scriptOf(r)
	switch r = fold(r); {
	case r < 0:
	case r == ' ':
		w.gap = true
	case r == 'ß':
		w.begin(now)
		w.text = append(w.text, "ss"...)
	default:
		w.begin(now)
		w.text = utf8.AppendRune(w.text, r)
	}
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
