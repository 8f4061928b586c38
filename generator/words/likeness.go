package words

import (
	"cmp"

	"ithaca/generator/order"
)

// Asked is a word of a request.
type Asked struct {
	Key, Text string // the text is as it was first written in what is asked for
	Number    int32  // or None
	Worth     int64  // the factor of its impacts, in units of queryScale/4
}

// Ask returns the words of a request, sorted by key: those of its needs and goals, and
// those of its aims where private words may count. Their worths are such that the sum of
// worth times impact is cos(needs, profile) + 3·cos(needs and aims, profile).
func (l *Lexicon) Ask(needs, aims Terms) []Asked {
	w := &askedWords{l, map[string]*Asked{}}
	if len(aims) == 0 {
		w.add(needs, 4)
	} else {
		w.add(needs, 1)
		w.add(Together(needs, aims), 3)
	}
	words := make([]Asked, 0, len(w.found))
	for _, word := range w.found {
		words = append(words, *word)
	}
	order.Stable(words, func(a, b Asked) int { return cmp.Compare(a.Key, b.Key) })
	return words
}

// askedWords collects the words of a request.
type askedWords struct {
	*Lexicon
	found map[string]*Asked
}

// add adds times the cosine of a text and a profile to the worths of the text's words.
func (w *askedWords) add(terms Terms, times int64) {
	weights := make([]int64, len(terms))
	var squares uint64
	for i, t := range terms {
		weights[i] = w.weight(w.word(t).Number, t.Count)
		squares += uint64(weights[i] * weights[i])
	}
	length := squareRoot(squares)
	for i, t := range terms {
		w.found[t.Key].Worth += times * int64(portion(weights[i], length, queryScale))
	}
}

func (w *askedWords) word(t Term) *Asked {
	if known := w.found[t.Key]; known != nil {
		return known
	}
	word := &Asked{Key: t.Key, Text: t.Text, Number: w.Number(t.Key)}
	w.found[t.Key] = word
	return word
}

// Likeness returns the sum of what Shared returns for the words of a request, as a mean
// of cosines in ten-thousandths.
func Likeness(sum int64) int64 {
	const whole = 10_000
	return min(whole, sum*whole/(4*queryScale*impactScale))
}

// Shared returns the worth of a word times its impact in a profile, 0 where the profile
// does not use it.
func (l *Lexicon) Shared(word *Asked, profile int32) int64 {
	at, found := l.profiles[profile].Find(word.Key)
	if !found {
		return 0
	}
	return word.Worth * int64(l.impact(profile, at))
}
