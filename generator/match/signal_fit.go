package match

import (
	"cmp"
	"slices"

	"ithaca/generator/match/search"
	"ithaca/generator/words"
)

// The evidence of fit.
const (
	// AnswersNeed is a topic that the person needs and the mentor has, or one near
	// it. It uses Topic, Want, Goal, By, Level and Relation.
	AnswersNeed Reason = "need"
	// SharesWords are words that both use. It uses Words.
	SharesWords Reason = "words"
	// OnlyWords is the same where there is no evidence by topic, move or choice.
	OnlyWords Reason = "only-words"
)

// The signals that decide the fit: see decidesFit.
const (
	fitName   = "fit"
	goalsName = "goals"
)

// fitSignal is what the person needs, by topics and by words, against what the
// mentor can and says.
func fitSignal() signal {
	return signal{
		name:     fitName,
		suffices: true,
		asked:    func(q *Query) bool { return len(q.needs) > 0 || len(q.words) > 0 },
		score:    (*Query).scoreFit,
		find:     (*Query).findFit,
		explain:  (*explanation).fit,
		columns:  []column{}, // topics and words have postings
	}
}

func (q *Query) scoreFit(e *entry) int64 {
	return joined(q.coverage(q.needs, e), wordsWorth(q.wordSum(e)))
}

// joined returns the fit of topics and words, all in ten-thousandths: .8·needs + .2·words,
// or where that is more .2·needs + .64·words. So words order those who offer the same, and
// alone they never beat somebody who offers what is needed.
func joined(needs, words int64) int64 { return max(20*needs+5*words, 5*needs+16*words) / 25 }

// wordsWorth returns what words are worth, 1 − (1−w)^8 for a likeness w, in
// ten-thousandths. It rises with every word, the less the more there are.
func wordsWorth(wordSum int64) int64 {
	open := scale - words.Likeness(wordSum)
	for range 3 {
		open = open * open / scale
	}
	return scale - open
}

// findFit reads the postings of needs and of words. No signal may read postings before
// it: Combine replaces the sum of all answers so far.
func (q *Query) findFit(s *search.Search, share float32) {
	q.findWishes(s, q.needs, 1)
	for _, word := range q.words {
		s.AddWord(q.lexicon.List(word.Number), word.Worth)
	}
	s.Combine(func(answers float32, words int64) float32 {
		return share * float32(joined(min(scale, int64(answers)+1), wordsWorth(words)))
	})
}

func (x *explanation) fit() {
	for _, w := range x.needs {
		x.explainWish(Evidence{Reason: AnswersNeed, Topic: w.topic, Want: w.want, Goal: w.goal}, w, x.needs)
	}
	if shared := x.sharedWords(); len(shared) > 0 {
		e := Evidence{Reason: SharesWords, Words: shared}
		if x.byWordsAlone(x.entry) && !x.hasMoved(x.entry) {
			e.Reason = OnlyWords
		}
		x.add(e, x.scoreFit(x.entry)-joined(x.coverage(x.needs, x.entry), 0)) // what words add to the topics
	}
}

// byWordsAlone reports whether the mentor answers no need and no goal and is not ranked.
// A move does not count: it does not say that the mentor can help with what is needed.
func (q *Query) byWordsAlone(e *entry) bool {
	return q.coverage(q.needs, e) == 0 && q.coverage(q.goals, e) == 0 && q.rank(e) == 0
}

// mostWords is how many shared words evidence names at most.
const mostWords = 3

// sharedWords returns up to mostWords words that both use, those that add most first, as
// the one who asks has written them. Names of topics that the mentor offers are left out:
// evidence by topic names them.
func (x *explanation) sharedWords() []string {
	if len(x.words) == 0 {
		return nil
	}
	named := map[string]bool{}
	for _, w := range slices.Concat(x.needs, x.goals) {
		if value, _, relation := x.answer(w, x.entry); value > 0 && relation == Same {
			for _, t := range w.terms {
				named[t.Key] = true
			}
		}
	}
	type weighty struct {
		*words.Asked
		worth int64
	}
	var both []weighty
	for i := range x.words {
		word := &x.words[i]
		if worth := x.lexicon.Shared(word, x.number); worth > 0 && !named[word.Key] {
			both = append(both, weighty{word, worth})
		}
	}
	if x.private { // whole sentences are compared, and many mentors say "work" and "left"
		rare := slices.DeleteFunc(slices.Clone(both), func(w weighty) bool { return x.lexicon.IsCommon(w.Number) })
		if len(rare) > 0 || !x.byWordsAlone(x.entry) {
			both = rare
		}
	}
	slices.SortStableFunc(both, func(a, b weighty) int { return cmp.Compare(b.worth, a.worth) })
	var texts []string
	for _, b := range both[:min(mostWords, len(both))] {
		texts = append(texts, b.Text)
	}
	return texts
}

// needWords returns the words of the names of all topics that are asked for.
func needWords(wishes ...[]wish) words.Terms {
	var terms []words.Terms
	for _, w := range slices.Concat(wishes...) {
		terms = append(terms, w.terms)
	}
	return words.Together(terms...)
}

// wordSum returns the sum of impacts that words.Likeness takes. During a search it is
// that of the postings read, in which only those stand who have places.
func (q *Query) wordSum(e *entry) int64 {
	if q.searching != nil && e.takes {
		return q.searching.WordSum(e.number)
	}
	var sum int64
	for i := range q.words {
		sum += q.lexicon.Shared(&q.words[i], e.number)
	}
	return sum
}
