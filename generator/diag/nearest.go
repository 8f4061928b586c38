package diag

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"github.com/agext/levenshtein"
)

// Nearest returns the candidate that a person most likely meant by word, or ""
// when none is near enough: at most one edit per three characters, case aside.
// Of equally near candidates the first wins, so candidates should come in a
// fixed order.
func Nearest(word string, candidates []string) string {
	word = strings.ToLower(word)
	best, distance := "", len(word)/3+2
	if distance > 4 {
		distance = 4
	}
	for _, c := range candidates {
		if diff := len(c) - len(word); diff >= distance || -diff >= distance {
			continue // the lengths alone are further apart
		}
		if d := Distance(word, strings.ToLower(c)); d < distance {
			best, distance = c, d
		}
	}
	return best
}

// Distance counts the letters that must be added, taken away or exchanged to make
// one word of another (Levenshtein 1966).
func Distance(a, b string) int { return levenshtein.Distance(a, b, nil) }

// DidYouMean returns a hint like "did you mean `kubernetes`?" for the nearest
// candidate. Where none is near it lists the candidates if they are few, and is
// empty otherwise.
func DidYouMean(word string, candidates []string) string {
	if near := Nearest(word, candidates); near != "" {
		return fmt.Sprintf("did you mean `%s`?", near)
	}
	if len(candidates) == 0 || len(candidates) > 12 {
		return ""
	}
	return "write one of: " + strings.Join(candidates, ", ")
}

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

// Surely returns the candidate that a word can only stand for, "" where there is none: the
// one that differs by case, spaces and what joins words alone, else the only one within an
// edit, or within two of a long word.
func Surely(word string, candidates []string) string {
	folded := joined(word)
	allowed := len(folded) / 4
	return cmp.Or(only(candidates, func(c string) bool { return joined(c) == folded }),
		only(candidates, func(c string) bool { return Distance(joined(c), folded) <= min(allowed, 2) }))
}

// only returns the one candidate that something holds for, "" for none or several.
func only(candidates []string, holds func(string) bool) (found string) {
	for _, c := range candidates {
		if holds(c) {
			if found != "" {
				return ""
			}
			found = c
		}
	}
	return found
}

// joined returns a word in lower case, without what joins words.
func joined(word string) string {
	return strings.Map(func(r rune) rune {
		if r == '-' || r == '_' || r == ' ' {
			return -1
		}
		return unicode.ToLower(r)
	}, word)
}
