package leak

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// plain is the normal form of each ASCII letter and digit; 0 for all other bytes.
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

// script says how the words of a script are separated.
type script uint8

const (
	spaced   script = iota // by spaces
	unspaced               // not at all: each character counts as a word
	attached               // by spaces, except behind a word in another script
)

// normal returns the form in which texts are compared.
func normal(text string) string { return string(new(normaliser).normal([]byte(text))) }

// normaliser writes normal forms. Its buffers are reused.
type normaliser struct {
	text  []byte
	words []int // where each word begins
	gap   bool  // a space is due before the next letter
	last  script
}

// normal returns the normal form of a text. It is valid until the next call.
func (w *normaliser) normal(text []byte) []byte {
	w.text, w.words, w.gap, w.last = w.text[:0], w.words[:0], false, spaced
	for i := 0; i < len(text); {
		switch c := text[i]; {
		case c >= utf8.RuneSelf:
			end := i + 1
			for end < len(text) && text[end] >= utf8.RuneSelf {
				end++
			}
			w.addNonASCII(text[i:end])
			i = end
		case plain[c] == 0:
			w.gap = true
			i++
		default:
			w.startChar(spaced)
			i = w.word(text, i)
		}
	}
	return w.text
}

// word writes the ASCII letters and digits from an offset on, and returns where they end.
func (w *normaliser) word(text []byte, at int) int {
	b := w.text
	for ; at < len(text) && plain[text[at]] != 0; at++ {
		b = append(b, plain[text[at]])
	}
	w.text = b
	return at
}

// startChar prepares for a character of a script: it writes a space where a word begins.
func (w *normaliser) startChar(now script) {
	switch {
	case len(w.text) == 0:
		w.words = append(w.words, 0)
	case w.gap || now == unspaced || now != w.last:
		w.text = append(w.text, ' ')
		w.words = append(w.words, len(w.text))
	}
	w.gap, w.last = false, now
}

// addNonASCII writes characters beyond ASCII.
func (w *normaliser) addNonASCII(text []byte) {
	for len(text) > 0 {
		r, size := utf8.DecodeRune(text)
		if !isTabled(r) {
			w.decompose(r, text[:size])
		} else {
			for _, c := range []byte(normalForms()[r]) {
				if c == ' ' {
					w.gap = true
					continue
				}
				w.startChar(spaced)
				w.text = append(w.text, c)
			}
		}
		text = text[size:]
	}
}

// isTabled reports whether the normal form of a character is precomputed: those of scripts
// with spaces, and punctuation.
func isTabled(r rune) bool { return r < firstUnspaced || firstPrinted <= r && r < endOfTable }

const (
	firstUnspaced = 'ก'    // the first letter of Thai: scripts before it have spaces
	firstPrinted  = 0x2000 // the block General Punctuation
	endOfTable    = 0x2070
)

// normalForms returns the precomputed normal forms by character: a space for one that
// separates words, "" for an invisible one.
var normalForms = sync.OnceValue(func() *[endOfTable]string {
	var table [endOfTable]string
	for r := rune(utf8.RuneSelf); r < endOfTable; r++ {
		if isTabled(r) {
			w := normaliser{text: []byte("x")}
			w.decompose(r, []byte(string(r)))
			w.addFolded('x')
			table[r] = string(w.text[1 : len(w.text)-1])
		}
	}
	return &table
})

// decompose writes the folded characters of the decomposition (NFKD) of a character.
func (w *normaliser) decompose(r rune, written []byte) {
	parts := norm.NFKD.Properties(written).Decomposition()
	if '가' <= r && r <= '힣' {
		parts = norm.NFKD.Bytes(written) // Properties has no decompositions of Hangul
	}
	if parts == nil {
		w.addFolded(r)
	}
	for _, part := range string(parts) {
		w.addFolded(part)
	}
}

func (w *normaliser) addFolded(r rune) {
	now := scriptOf(r)
	switch r = fold(r); {
	case r < 0:
	case r == ' ':
		w.gap = true
	case r == 'ß':
		w.startChar(now)
		w.text = append(w.text, "ss"...)
	default:
		w.startChar(now)
		w.text = utf8.AppendRune(w.text, r)
	}
}

// fold returns the normal form of a character: -1 for an invisible one, a space for one
// that separates words.
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

// scriptOf returns how the words of a character's script are separated.
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

// asciiDigits returns a text with the digits of all scripts as 0 to 9.
func asciiDigits(text string) string {
	return strings.Map(func(r rune) rune {
		if r >= utf8.RuneSelf && unicode.IsDigit(r) {
			return asciiDigit(r)
		}
		return r
	}, text)
}

// asciiDigit returns the ASCII digit for one of another script. Unicode has the ten of a
// script in one range.
func asciiDigit(r rune) rune {
	zero := r
	for zero > r-9 && unicode.IsDigit(zero-1) {
		zero--
	}
	return '0' + r - zero
}
