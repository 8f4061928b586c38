package markdown

import (
	"unicode"
	"unicode/utf8"
)

// countWords returns the length of a text in words. A word is what stands between
// spaces, if a letter or digit is in it. In scripts that do not part words by
// spaces (Chinese, Japanese, Thai, Lao, Khmer, Burmese, Tibetan) letters are
// counted instead and two of them make a word, rounded up over the whole text;
// that is about the length of a word in each of them.
func countWords(text []byte) int {
	words, letters := 0, 0
	inWord := false
	for i := 0; i < len(text); {
		for inWord && i < len(text) && ' ' < text[i] && text[i] < utf8.RuneSelf {
			i++
		}
		if i == len(text) {
			break
		}
		c := text[i]
		if c < utf8.RuneSelf {
			i++
			switch {
			case c == ' ' || c == '\n' || c == '\t':
				inWord = false
			case !inWord && ('a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9'):
				inWord = true
				words++
			}
			continue
		}
		r, size := utf8.DecodeRune(text[i:])
		i += size
		switch {
		case unicode.IsSpace(r):
			inWord = false
		case r >= 0x0E00 && unicode.In(r, unspacedLetters...):
			if unicode.IsLetter(r) {
				letters++
			}
		case !inWord && (unicode.IsLetter(r) || unicode.IsNumber(r)):
			inWord = true
			words++
		}
	}
	return words + (letters+1)/2
}

// unspacedLetters are the scripts without spaces between words.
var unspacedLetters = []*unicode.RangeTable{
	unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar, unicode.Tibetan,
}
