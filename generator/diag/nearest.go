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

// BegunAlike returns the candidate whose name begins with the same words between
// hyphens as another, which make up at least half of the shorter of the two: what
// ana-silva became when somebody renamed it to ana. "" for none. Of several the
// one with the most in common wins, then the first.
func BegunAlike(name string, candidates []string) string {
	best, longest := "", 0
	for _, c := range candidates {
		if same := sameBegin(name, c); same > longest && 2*same >= min(len(name), len(c)) {
			best, longest = c, same
		}
	}
	return best
}

// sameBegin returns how many bytes the whole words take up, with the hyphens between
// them, with which two names begin.
func sameBegin(a, b string) int {
	same := 0
	for i := 0; i <= min(len(a), len(b)); i++ {
		if (i == len(a) || a[i] == '-') && (i == len(b) || b[i] == '-') {
			same = i
		}
		if i < min(len(a), len(b)) && a[i] != b[i] {
			break
		}
	}
	return same
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
