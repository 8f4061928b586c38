package answer

import (
	"cmp"
	_ "embed"
	"slices"
	"strings"

	"ithaca/generator/order"
	"ithaca/generator/portal"
)

// A heading means the field whose longest phrase it holds, as whole words.
//
//go:embed headings.txt
var phrases string

// Severals are the fields for which the values of several columns are joined; of the
// others the first column that says something counts.
var Severals = []string{"topics", "needs", "goals", "languages", "windows", "about", "links", "formats", "kinds", "ranked", "avoid"}

// Phrase is one way to call a field, in folded words.
type Phrase struct{ Field, Words string }

// Phrases returns every phrase for the columns of a kind of table, mentors or requests, the
// longest first.
func Phrases(kind string) []Phrase {
	var all []Phrase
	for line := range strings.Lines(phrases) {
		mark, rest, _ := strings.Cut(strings.TrimSpace(line), " ")
		field, words, _ := strings.Cut(rest, ":")
		if mark == "" || mark != "b" && mark != kind[:1] {
			continue
		}
		for one := range strings.SplitSeq(words, ";") {
			all = append(all, Phrase{field, portal.Fold(strings.TrimSpace(one))})
		}
	}
	order.Stable(all, func(a, b Phrase) int { return cmp.Compare(len(b.Words), len(a.Words)) })
	return all
}

// Fields returns the fields that columns of a kind of table can fill.
func Fields(kind string) []string {
	var all []string
	for _, p := range Phrases(kind) {
		if !slices.Contains(all, p.Field) {
			all = append(all, p.Field)
		}
	}
	slices.Sort(all)
	return all
}

// Heading returns the longest phrase that a heading holds as whole words. What is all of
// the heading comes first.
func Heading(heading string, known []Phrase) Phrase {
	folded := portal.Fold(heading)
	for _, p := range known {
		if p.Words == folded {
			return p
		}
	}
	for _, p := range known {
		if strings.Contains("-"+folded+"-", "-"+p.Words+"-") {
			return p
		}
	}
	return Phrase{}
}
