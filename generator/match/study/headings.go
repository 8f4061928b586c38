package study

import (
	_ "embed"
	"slices"
	"strings"

	"ithaca/generator/content/kinds"
	"ithaca/generator/portal"
)

// headingWords are the words of headings of tables of pairs, in English, Spanish, French,
// Portuguese and German, folded: who or what a column is about, which part of it, and,
// after a hyphen, stop words.
//
//go:embed headings.txt
var headingWords string

// column returns the column of a table of pairs that a heading names: "mentor",
// "mentor first", "mentor last", "mentor mail", the same of "request", "cycle" or the
// name of a field of a request; "" for others, as where a word is not known.
func column(heading string) string {
	key := portal.Fold(heading)
	if slices.Contains(kinds.SaidFields(), key) {
		return key
	}
	about, part := "", ""
	for word := range strings.SplitSeq(key, "-") {
		switch meaning := headingWord(word); {
		case meaning == "":
			return ""
		case meaning == "-":
		case meaning == "mentor" || meaning == "request" || meaning == "cycle":
			if about == "" {
				about = meaning
			}
		default:
			part = " " + meaning
		}
	}
	if about == "" {
		return ""
	}
	return about + part
}

// headingWord returns what a folded word of a heading means, "" for an unknown one.
func headingWord(word string) string {
	for line := range strings.Lines(headingWords) {
		if words := strings.Fields(line); len(words) > 0 && slices.Contains(words[1:], word) {
			return words[0]
		}
	}
	return ""
}
