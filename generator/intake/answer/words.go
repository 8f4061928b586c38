package answer

import (
	_ "embed"
	"regexp"
	"strconv"
	"strings"
	"sync"

	"ithaca/generator/portal"
)

//go:embed words.txt
var wordLists string

// meanings returns the meanings of folded words, by what is asked for.
var meanings = sync.OnceValue(func() map[string]map[string]string {
	all := map[string]map[string]string{}
	for line := range strings.Lines(wordLists) {
		head, words, _ := strings.Cut(line, ": ")
		asked, meaning, _ := strings.Cut(head, " ")
		if all[asked] == nil {
			all[asked] = map[string]string{}
		}
		for word := range strings.FieldsSeq(words) {
			all[asked][word] = meaning
		}
	}
	return all
})

// Meaning returns what a text means as an answer to asked, a group of words.txt such as
// "stage" or "day", as files write it.
func Meaning(asked, text string) (meaning string, known bool) {
	meaning, known = meanings()[asked][portal.Fold(text)]
	return meaning, known
}

// IsNothing reports whether a text is empty or an answer such as "none" or "n/a".
func IsNothing(text string) bool {
	_, nothing := Meaning("nothing", text)
	return nothing || portal.Fold(text) == ""
}

// WorksNowhere reports whether a text says, where an employer was asked for, that there is
// none.
func WorksNowhere(text string) bool {
	_, nowhere := Meaning("no-employer", text)
	return nowhere
}

// Consent reports whether somebody agreed; known is false where the text says neither yes
// nor no. An empty text is a no.
func Consent(text string) (agreed, known bool) {
	folded := portal.Fold(text)
	if folded == "" {
		return false, true
	}
	// Answers begin with a phrase for yes or no; of several the longest counts.
	longest := map[string]int{}
	for word, meaning := range meanings()["consent"] {
		if folded == word || len(word) > 2 && strings.HasPrefix(folded, word+"-") {
			longest[meaning] = max(longest[meaning], len(word))
		}
	}
	if no := longest["no"]; no > 0 && no >= longest["yes"] {
		return false, true
	}
	for _, not := range []string{"not", "dont", "nicht", "kein", "pas", "nao", "never"} {
		if strings.Contains("-"+folded+"-", "-"+not+"-") {
			return false, false
		}
	}
	return longest["yes"] > 0, longest["yes"] > 0
}

// digits and between find the numbers of a capacity.
var (
	digits  = regexp.MustCompile(`\d+`)
	between = regexp.MustCompile(`^(\d+)\s*(?:-|–|to|a|à|bis|até|or|o|ou|oder)\s*(\d+)\b`)
)

// mostPlaces is the largest capacity that a profile takes.
const mostPlaces = 50

// Capacity returns how many people somebody takes, from 0 to mostPlaces: 2 for "max 2".
// Where the text names a range, or no number, exact is false and n a proposal, 0 for none.
func Capacity(text string) (n int, exact bool) {
	lower := strings.ToLower(strings.TrimSpace(text))
	if m := between.FindStringSubmatch(lower); m != nil {
		return min(number(m[2]), mostPlaces), false
	}
	if all := digits.FindAllString(lower, -1); len(all) == 1 {
		n, err := strconv.Atoi(all[0])
		return min(n, mostPlaces), err == nil && n <= mostPlaces
	} else if len(all) > 1 {
		return 0, false
	}
	for word := range strings.SplitSeq(portal.Fold(text), "-") {
		if value, known := Meaning("number", word); known {
			return number(value), true
		}
	}
	return 0, false
}
