// Package words compares texts by their words.
//
// It takes texts and returns their stemmed words as Terms. From the Terms of many
// profiles it makes a Lexicon, an inverted index that returns how similar a request is to
// each of them: the cosine of their words, weighted by inverse document frequency. It does
// not know mentors, topics or scores.
package words

import (
	"cmp"
	"iter"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"ithaca/generator/order"
	"ithaca/generator/stem"
)

// Term is a word of a text with its term frequency.
type Term struct {
	*Word
	Count int
}

// Word is a stemmed word. Terms of the same Reader share it. Immutable.
type Word struct {
	Key  string // the stem, folded
	Text string // as the word was first written
}

// Terms holds the words of a text, each once, sorted by Key, without stop words.
type Terms []Term

// Find returns the index of the term with a key.
func (t Terms) Find(key string) (at int, found bool) {
	return slices.BinarySearchFunc(t, key, func(term Term, key string) int { return cmp.Compare(term.Key, key) })
}

// Together returns the terms of several texts as those of one. Frequencies add up.
func Together(texts ...Terms) Terms {
	all := slices.Concat(texts...)
	order.Stable(all, func(a, b Term) int { return cmp.Compare(a.Key, b.Key) })
	joined := all[:0]
	for _, t := range all {
		joined = joined.appendTerm(t)
	}
	return joined
}

// appendTerm appends a term whose key is not less than the last one, or adds its count to
// an equal one.
func (t Terms) appendTerm(next Term) Terms {
	if last := len(t) - 1; last >= 0 && t[last].Key == next.Key {
		t[last].Count += next.Count
		return t
	}
	return append(t, next)
}

// Reader is a tokenizer and stemmer for texts in one language. It caches each word, so
// that a word is stemmed and stored once, however many texts use it. It is not safe for
// concurrent use.
type Reader struct {
	language stem.Language
	fold     func(string) string
	known    map[string]*met // by the word as written
	epoch    int             // counts calls of Read
	found    []*met          // in the last call
}

// met is a word that a reader has met.
type met struct {
	*Word
	epoch int // the last call of Read that met it
	count int // how often, in that call
}

// maxKnown bounds the words that a reader keeps.
const maxKnown = 1 << 17

// NewReader returns a reader for the language of a BCP 47 tag. A stem is folded by
// the rules by which other names are.
func NewReader(language string, fold func(string) string) *Reader {
	return &Reader{language: stem.Of(language), fold: fold, known: map[string]*met{}}
}

// Read returns the terms of some texts as those of one.
func (r *Reader) Read(texts ...string) Terms {
	r.epoch++
	r.found = r.found[:0]
	for _, text := range texts {
		for written := range Written(text) {
			word := r.word(written)
			if word.Key == "" {
				continue
			}
			if word.epoch != r.epoch {
				word.epoch, word.count = r.epoch, 0
				r.found = append(r.found, word)
			}
			word.count++
		}
	}
	order.Stable(r.found, func(a, b *met) int { return cmp.Compare(a.Key, b.Key) })
	all := make(Terms, 0, len(r.found))
	for _, word := range r.found {
		all = all.appendTerm(Term{word.Word, word.count})
	}
	return all
}

// Written returns the words of a text as they are written.
func Written(text string) iter.Seq[string] {
	return strings.FieldsFuncSeq(text, func(c rune) bool { return !inWord(c) })
}

// inWord reports whether a character is part of a word: C++ and C# are words too.
func inWord(c rune) bool {
	return unicode.IsLetter(c) || unicode.IsNumber(c) || unicode.IsMark(c) || c == '+' || c == '#'
}

// word returns a written word; its Key is "" for a single character, a number or a stop
// word.
func (r *Reader) word(written string) *met {
	if word, known := r.known[written]; known {
		return word
	}
	word := &met{Word: &Word{Text: strings.Clone(written)}}
	if utf8.RuneCountInString(written) > 1 && strings.ContainsFunc(written, unicode.IsLetter) {
		word.Key = r.fold(r.language.Stem(norm.NFC.String(strings.ToLower(written))))
	}
	if len(r.known) < maxKnown {
		r.known[word.Text] = word
	}
	return word
}
