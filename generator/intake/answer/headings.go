package answer

import (
	"cmp"
	_ "embed"
	"regexp"
	"slices"
	"strings"

	"ithaca/generator/order"
	"ithaca/generator/portal"
)

// phrases are the phrases by which headings are recognised: see Heading.
//
//go:embed headings.txt
var phrases string

// Joined are the fields for which the texts of several columns are joined; of the others
// the first column that is not empty counts.
var Joined = []string{"topics", "needs", "goals", "languages", "windows", "about", "links", "formats", "kinds", "ranked", "avoid"}

// Phrase is one way to call a field; Words are folded, with hyphens between.
type Phrase struct {
	Field, Words string
	Whole        bool // it is all of a heading, never a part
}

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
			one, whole := strings.CutPrefix(strings.TrimSpace(one), "=")
			all = append(all, Phrase{field, portal.Fold(one), whole})
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

var (
	hump   = regexp.MustCompile(`([a-z0-9])([A-Z])`)
	nested = regexp.MustCompile(`^\S+\.(\w+)$`)
)

// Heading returns the longest phrase that a heading holds as whole words. What is all of
// the heading comes first; of a field within a field, such as "skills.areas", its name has
// to be all of a phrase. The names of programs, such as "jobTitle", are several words.
func Heading(heading string, known []Phrase) Phrase {
	names := []string{heading, hump.ReplaceAllString(heading, "$1 $2")}
	within := nested.FindStringSubmatch(heading)
	if within != nil {
		names = append(names, within[1])
	}
	for _, name := range names {
		folded := portal.Fold(name)
		for _, p := range known {
			if p.Words == folded {
				return p
			}
		}
	}
	for _, p := range known {
		if within == nil && !p.Whole && strings.Contains("-"+portal.Fold(names[1])+"-", "-"+p.Words+"-") {
			return p
		}
	}
	return Phrase{}
}

var handle = regexp.MustCompile(`^@?[\w.-]+$`)

// AtSite returns somebody's name at a site that a heading names, "@ana" below "Twitter", as
// "twitter:ana", which Link reads. Other texts stay.
func AtSite(heading, text string) string {
	for word := range strings.SplitSeq(portal.Fold(heading), "-") {
		if _, known := Meaning("site", word); known && handle.MatchString(text) {
			return word + ":" + strings.TrimPrefix(text, "@")
		}
	}
	return text
}
