package diag

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
)

// Meant asks which of some things was meant by a text, each of which has several
// names, the first of them the one to type: the one with the nearest name, else up
// to three that share the most words with it. "" for none.
func Meant(text string, things [][]string) string {
	if near := Nearest(text, slices.Concat(things...)); near != "" {
		return fmt.Sprintf("did you mean `%s`?", near)
	}
	const offered = 3
	var best []string
	most := 1
	for _, names := range things {
		shared := 0
		for _, word := range wordsOf(text) {
			if slices.ContainsFunc(wordsOf(strings.Join(names, " ")), func(w string) bool { return alike(w, word) }) {
				shared++
			}
		}
		if shared > most {
			best, most = nil, shared
		}
		if shared == most {
			best = append(best, names[0])
		}
	}
	if len(best) == 0 {
		return ""
	}
	return "did you mean `" + strings.Join(best[:min(offered, len(best))], "` or `") + "`?"
}

// alike reports whether two words are forms of one: find and finding, Anna and Ana.
func alike(a, b string) bool {
	return strings.HasPrefix(a, b) || strings.HasPrefix(b, a) || len(b) > 3 && Distance(a, b) == 1
}

// wordsOf returns the words of a text that say something: not those of one or two
// letters.
func wordsOf(text string) []string {
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) })
	return slices.DeleteFunc(words, func(w string) bool { return len([]rune(w)) <= 2 })
}
