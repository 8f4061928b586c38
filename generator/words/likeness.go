package words

import (
	"cmp"

	"ithaca/generator/order"
)

// Asked is a word of a request.
type Asked struct {
	Key, Text    string // the text is as it was first written in what is asked for
	Number       int32  // or None
	Offered, All int64  // the factor of its impacts in each field, in units of queryScale
}

// Ask returns the words of a request, sorted by key: those of its needs and goals, and
// those of its aims where private words may count. Their factors are such that the sum of
// factor times impact is
//
//	2·cos(needs, offered) + 2·cos(needs, all), or with aims
//	cos(needs, offered) + cos(needs, all) + 2·cos(needs and aims, all)
func (l *Lexicon) Ask(needs, aims Terms) []Asked {
	w := &askedWords{l, map[string]*Asked{}}
	if len(aims) == 0 {
		w.add(&l.Offered, needs, 2)
		w.add(&l.All, needs, 2)
	} else {
		w.add(&l.Offered, needs, 1)
		w.add(&l.All, needs, 1)
		w.add(&l.All, Together(needs, aims), 2)
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

// add adds times the cosine of a text and a field to the factors of the text's words.
func (w *askedWords) add(f *Field, terms Terms, times int64) {
	weights := make([]int64, len(terms))
	var squares uint64
	for i, t := range terms {
		weights[i] = f.weight(w.word(t).Number, t.Count)
		squares += uint64(weights[i] * weights[i])
	}
	length := squareRoot(squares)
	for i, t := range terms {
		worth := times * int64(portion(weights[i], length, queryScale))
		if f == &w.Offered {
			w.found[t.Key].Offered += worth
		} else {
			w.found[t.Key].All += worth
		}
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

// Likeness returns a sum of what Shared returns for the words of a request, in
// ten-thousandths, at most a whole.
func Likeness(sum int64) int64 {
	const whole = 10_000
	return min(whole, sum*whole/(queryScale*impactScale))
}

// Shared returns the factors of a word times its impacts in a profile, summed over the
// fields.
func (l *Lexicon) Shared(word *Asked, profile int32) int64 {
	return word.Offered*l.Offered.impactOn(profile, word.Key) + word.All*l.All.impactOn(profile, word.Key)
}
