package portal

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Tokens returns the words by which a text is found, folded: those between
// hyphens of its key and, in scripts that write no spaces, every two
// neighbouring letters and the last one alone, so that any part of a sentence
// is found; Arabic's article, which is written as one word with its noun, is left
// out. templates/assets/js/tokens.js does the same.
func Tokens(text string) []string {
	key := Fold(text)
	found := make([]string, 0, 1+strings.Count(key, "-"))
	for word := range strings.SplitSeq(key, "-") {
		for word != "" {
			end, spaced := runOf(word)
			if spaced {
				found = append(found, bare(word[:end]))
			} else {
				found = append(found, pairsOf(word[:end])...)
			}
			word = word[end:]
		}
	}
	return found
}

// bare returns a word without Arabic's article.
func bare(word string) string {
	if noun, ok := strings.CutPrefix(word, "ال"); ok && utf8.RuneCountInString(noun) > 1 {
		return noun
	}
	return word
}

// runOf returns where the letters of the same sort end that a word begins with,
// and whether their script parts words by spaces. Marks go with what they
// stand on.
func runOf(word string) (end int, spaced bool) {
	for i, r := range word {
		switch {
		case i == 0:
			spaced = !unspaced(r)
		case !unicode.IsMark(r) && unspaced(r) == spaced:
			return i, spaced
		}
	}
	return len(word), spaced
}

// unspaced reports the letters of scripts that write no spaces between words,
// and the sign by which Japanese makes vowels long.
func unspaced(r rune) bool {
	return r >= 0xE00 && (r == 'ー' || unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar))
}

func pairsOf(word string) []string {
	letters := []rune(word)
	var pairs []string
	for i := range len(letters) - 1 {
		pairs = append(pairs, string(letters[i:i+2]))
	}
	return append(pairs, string(letters[len(letters)-1]))
}
