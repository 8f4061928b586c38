// Package stem reduces words to what their forms have in common.
//
// It takes a word and a language and returns the stem: "gardens" and "gardening"
// give the same one. It knows no texts, and no words that mean the same.
package stem

import (
	_ "embed"
	"strings"

	"github.com/blevesearch/snowballstem"
	"github.com/blevesearch/snowballstem/arabic"
	"github.com/blevesearch/snowballstem/danish"
	"github.com/blevesearch/snowballstem/dutch"
	"github.com/blevesearch/snowballstem/english"
	"github.com/blevesearch/snowballstem/finnish"
	"github.com/blevesearch/snowballstem/french"
	"github.com/blevesearch/snowballstem/german"
	"github.com/blevesearch/snowballstem/hungarian"
	"github.com/blevesearch/snowballstem/irish"
	"github.com/blevesearch/snowballstem/italian"
	"github.com/blevesearch/snowballstem/norwegian"
	"github.com/blevesearch/snowballstem/portuguese"
	"github.com/blevesearch/snowballstem/romanian"
	"github.com/blevesearch/snowballstem/russian"
	"github.com/blevesearch/snowballstem/spanish"
	"github.com/blevesearch/snowballstem/swedish"
	"github.com/blevesearch/snowballstem/turkish"
)

// Language knows the words of one language. It is immutable and safe for
// concurrent use.
type Language struct {
	stem func(*snowballstem.Env) bool // nil where no stemmer is known
	stop map[string]bool
}

// Of returns the language of a BCP 47 tag. Words of a language for which no stemmer
// is known are their own stems.
func Of(tag string) Language {
	primary, _, _ := strings.Cut(strings.ToLower(tag), "-")
	return Language{stemmers()[primary], stopWords(primary)}
}

// Stem returns the stem of a word in lower case and composed form (NFC), and ""
// for a word that stands in every text, such as "the".
func (l Language) Stem(word string) string {
	if l.stop[word] {
		return ""
	}
	if l.stem == nil {
		return word
	}
	env := snowballstem.NewEnv(word)
	l.stem(env)
	return env.Current()
}

// stemmers returns those that are known, by the primary subtag of their language.
func stemmers() map[string]func(*snowballstem.Env) bool {
	return map[string]func(*snowballstem.Env) bool{
		"ar": arabic.Stem, "da": danish.Stem, "de": german.Stem, "en": english.Stem, "es": spanish.Stem, "fi": finnish.Stem,
		"fr": french.Stem, "ga": irish.Stem, "hu": hungarian.Stem, "it": italian.Stem, "nb": norwegian.Stem, "nl": dutch.Stem,
		"nn": norwegian.Stem, "no": norwegian.Stem, "pt": portuguese.Stem, "ro": romanian.Stem, "ru": russian.Stem,
		"sv": swedish.Stem, "tr": turkish.Stem,
	}
}

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
