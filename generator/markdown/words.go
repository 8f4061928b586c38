package markdown

import "unicode"

// countWords returns the length of a text in words: sequences without spaces that contain a
// letter or digit. In scripts without spaces between words (Chinese, Japanese, Thai, Lao,
// Khmer, Burmese, Tibetan) two letters count as a word, rounded up over the whole text.
func countWords(text string) int {
	words, letters := 0, 0
	inWord := false
	for _, r := range text {
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
