package leak

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// plain maps the ASCII letters and digits to their normal form; all other bytes
// are 0.
var plain = func() (table [256]byte) {
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
	text  []byte
	words []int // where each word begins
	gap   bool  // a space is due before the next letter
	last  script
}

// normal returns the normal form of a text. It is valid until the next call.
func (w *writer) normal(text []byte) []byte {
	w.text, w.words, w.gap, w.last = w.text[:0], w.words[:0], false, spaced
	for i := 0; i < len(text); {
		switch c := text[i]; {
		case c >= utf8.RuneSelf:
			end := i + 1
			for end < len(text) && text[end] >= utf8.RuneSelf {
				end++
			}
			w.others(text[i:end])
			i = end
		case plain[c] == 0:
			w.gap = true
			i++
		default:
			w.begin(spaced)
			i = w.word(text, i)
		}
	}
	return w.text
}

// word writes the ASCII letters and digits from a place on, and returns where they end.
func (w *writer) word(text []byte, at int) int {
	b := w.text
	for ; at < len(text) && plain[text[at]] != 0; at++ {
		b = append(b, plain[text[at]])
	}
	w.text = b
	return at
}

// begin begins a character of a script, with a space where a word begins.
func (w *writer) begin(now script) {
	switch {
	case len(w.text) == 0:
		w.words = append(w.words, 0)
	case w.gap || now == unspaced || now != w.last:
		w.text = append(w.text, ' ')
		w.words = append(w.words, len(w.text))
	}
	w.gap, w.last = false, now
}

// others writes characters beyond ASCII.
func (w *writer) others(text []byte) {
	for len(text) > 0 {
		r, size := utf8.DecodeRune(text)
		if !isTabled(r) {
			w.apart(r, text[:size])
		} else {
			for _, c := range []byte(tabled()[r]) {
				if c == ' ' {
					w.gap = true
					continue
				}
				w.begin(spaced)
				w.text = append(w.text, c)
			}
		}
		text = text[size:]
	}
}

// isTabled reports whether the normal form of a character is in the table: those of
// scripts with spaces, and what stands between words in print.
func isTabled(r rune) bool { return r < firstUnspaced || firstPrinted <= r && r < endOfTable }

const (
	firstUnspaced = 'ก' // the first letter of Thai: what is below has spaces
	firstPrinted  = 0x2000
	endOfTable    = 0x2070
)

// tabled returns the normal forms, with a space for what parts words and nothing for
// what is not seen.
var tabled = sync.OnceValue(func() *[endOfTable]string {
	var table [endOfTable]string
	for r := rune(utf8.RuneSelf); r < endOfTable; r++ {
		if isTabled(r) {
			w := writer{text: []byte("x")}
			w.apart(r, []byte(string(r)))
			w.other('x')
			table[r] = string(w.text[1 : len(w.text)-1])
		}
	}
	return &table
})

// apart writes what a character is taken apart to. Marks need no order, because none
// is written.
func (w *writer) apart(r rune, written []byte) {
	parts := norm.NFKD.Properties(written).Decomposition()
	if '가' <= r && r <= '힣' {
		parts = norm.NFKD.Bytes(written) // the tables leave out what is computed
	}
	if parts == nil {
		w.other(r)
	}
	for _, part := range string(parts) {
		w.other(part)
	}
}

func (w *writer) other(r rune) {
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

// fold returns a character in its normal form: -1 for one that is not
// seen, a space for one between words.
func fold(r rune) rune {
	switch {
	case r < utf8.RuneSelf && plain[r] == 0:
		return ' '
	case r < utf8.RuneSelf:
		return rune(plain[r])
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
	case r < firstUnspaced:
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
