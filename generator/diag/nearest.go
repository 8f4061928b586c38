package diag

import (
	"fmt"
	"strings"

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
