package terminal

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Sentence begins a text with a capital letter, unless it begins with a name: that
// stays as its bearer writes it.
func Sentence(text, name string) string {
	if name != "" && strings.HasPrefix(text, name) {
		return text
	}
	first, size := utf8.DecodeRuneInString(text)
	if size == 0 || first == utf8.RuneError {
		return text
	}
	return string(unicode.ToTitle(first)) + text[size:]
}
