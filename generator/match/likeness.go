package match

import (
	"cmp"
	"slices"

	"ithaca/generator/portal"
)

// askedWord is a word of a request, with what it is worth in each part of a profile.
type askedWord struct {
	key, text    string // the text is as the request or the name of a topic has it
	number       int32  // −1 where no profile holds it
	offered, all int64
}

// wordsOf returns the words of a request: those of its needs and goals, and those
// of its aims where private words may count. Each is worth its share of the
// request's length, and the parts of a profile count as the score has it:
//
//	2·cos(needs, offered) + 2·cos(needs, all), or with aims
//	cos(needs, offered) + cos(needs, all) + 2·cos(needs and aims, all)
func (l *lexicon) wordsOf(needs, aims portal.Terms) []askedWord {
	w := &wording{l, map[string]*askedWord{}}
	if len(aims) == 0 {
		w.add(&l.offered, needs, 2)
		w.add(&l.all, needs, 2)
	} else {
		w.add(&l.offered, needs, 1)
		w.add(&l.all, needs, 1)
		w.add(&l.all, portal.Together(needs, aims), 2)
	}
	words := make([]askedWord, 0, len(w.found))
	for _, word := range w.found {
		words = append(words, *word)
	}
	slices.SortFunc(words, func(a, b askedWord) int { return cmp.Compare(a.key, b.key) })
	return words
}

// wording collects the words of a request.
type wording struct {
	*lexicon
	found map[string]*askedWord
}

// add compares a text with a part of all profiles, as so many times its cosine.
func (w *wording) add(f *wordField, terms portal.Terms, times int64) {
	weights := make([]int64, len(terms))
	var squares uint64
	for i, t := range terms {
		weights[i] = f.weight(w.word(t).number, t.Count)
		squares += uint64(weights[i] * weights[i])
	}
	length := squareRoot(squares)
	for i, t := range terms {
		worth := times * int64(portion(weights[i], length, queryScale))
		if f == &w.offered {
			w.found[t.Key].offered += worth
		} else {
			w.found[t.Key].all += worth
		}
	}
}

func (w *wording) word(t portal.Term) *askedWord {
	if known := w.found[t.Key]; known != nil {
		return known
	}
	word := &askedWord{key: t.Key, text: t.Text, number: -1}
	if number, known := w.number[t.Key]; known {
		word.number = number
	}
	w.found[t.Key] = word
	return word
}

// likeness returns what a sum of impacts is worth, in ten-thousandths, at most a
// whole.
func likeness(sum int64) int64 { return min(scale, sum*scale/(queryScale*impactScale)) }

// shared returns what a word adds to the sum of a mentor's impacts.
func (q *question) shared(word *askedWord, mentor int32) int64 {
	return word.offered*q.lexicon.offered.of(mentor, word.key) + word.all*q.lexicon.all.of(mentor, word.key)
}

// wordSum returns the sum of a mentor's impacts. A search has added them up already.
func (q *question) wordSum(e *entry) int64 {
	if q.searching != nil {
		return q.searching.spoken(e.number)
	}
	var sum int64
	for i := range q.words {
		sum += q.shared(&q.words[i], e.number)
	}
	return sum
}
