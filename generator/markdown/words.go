package markdown

import "unicode"

// countWords returns the length of a text in words. A word is what stands between
// spaces, if a letter or digit is in it. In scripts that do not part words by
// spaces (Chinese, Japanese, Thai, Lao, Khmer, Burmese, Tibetan) letters are
// counted instead and two of them make a word, rounded up over the whole text;
// that is about the length of a word in each of them.
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
