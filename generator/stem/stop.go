package stem

import (
	_ "embed"
	"strings"
)

// stopLists hold, by language, the words that tell nothing of what a text is about:
// articles, pronouns, prepositions, conjunctions, the verbs that stand beside others, and in
// English the everyday words that a small portal would take for rare ("both speak of going
// and said").
//
//go:embed stop.txt
var stopLists string

// stopWords returns those of a language.
func stopWords(language string) map[string]bool {
	stop := map[string]bool{}
	_, list, _ := strings.Cut("\n\n"+stopLists, "\n\n"+language+":\n")
	list, _, _ = strings.Cut(list, "\n\n")
	for word := range strings.FieldsSeq(list) {
		stop[word] = true
	}
	return stop
}
