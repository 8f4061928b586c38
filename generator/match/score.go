package match

import (
	"slices"

	"ithaca/generator/match/search"
	"ithaca/generator/portal"
)

// scale is the highest score: scores and the values of signals are ten-thousandths.
const scale = 10_000

// half is the value of what a mentor has not stated: unknown is not "no".
const half = scale / 2

// mean returns sum/weight, rounded; 0 where the weight is 0. Neither may be negative.
func mean(sum, weight int64) int64 {
	if weight == 0 {
		return 0
	}
	return (2*sum + weight) / (2 * weight)
}

// common returns the elements of asked that has holds too, in their order.
func common[T comparable](asked, has []T) []T {
	return slices.DeleteFunc(slices.Clone(asked), func(word T) bool { return !slices.Contains(has, word) })
}

// shareOf returns the share of what is asked for that a mentor has, in ten-thousandths;
// half where the mentor states nothing.
func shareOf[T comparable](asked, has []T) int64 {
	if len(has) == 0 {
		return half
	}
	return mean(scale*int64(len(common(asked, has))), int64(len(asked)))
}

// score returns the weighted mean of the signals that were filled in, in
// ten-thousandths; 0 where no signal that suffices is above 0. Enough reports whether
// the mentor can be suggested: a signal that decides the fit reaches leastFit. It
// returns 0, false early where the score cannot reach least.
func (q *Query) score(e *entry, least int32) (score int32, enough bool) {
	var sum, fit int64
	answered := false
	bound := q.total * scale
	for i := range q.inPlay {
		s := &q.inPlay[i]
		value := s.score(q, e)
		if bound -= s.weight * (scale - value); bound < int64(least-1)*q.total {
			return 0, false
		}
		sum += s.weight * value
		answered = answered || s.suffices && value > 0
		if decidesFit(s.name, s.suffices, q.hasFit) {
			fit = max(fit, value)
		}
	}
	if !answered {
		return 0, false
	}
	return int32(mean(sum, q.total)), fit >= q.leastFit
}

// decidesFit reports whether a signal decides if a mentor can be suggested: where the
// request has a fit, the fit and the goals; otherwise every signal that suffices.
func decidesFit(signal string, suffices, hasFit bool) bool {
	return suffices && (!hasFit || signal == fitName || signal == goalsName)
}

// Score is how well a mentor answers a request, without the reasons.
type Score struct {
	Total    int           // in ten-thousandths, whether the pair passes the filters or not; 0 where nothing answers anything
	Band     Band          // "" where the mentor suits too little
	Failed   Filter        // the first filter that the pair fails; "" when it passes all
	Signals  []SignalScore // those that the request filled in, in the order of the table
	topics   int64         // what the fit would be by topics alone, in ten-thousandths
	words    int64         // and by words alone
	leastFit int64         // with which the mentor would be suggested
}

// The two halves of the fit, which Without takes like names of signals.
const (
	Topics = "topics"
	Words  = "words"
)

// SignalScore is what one signal adds to a score.
type SignalScore struct {
	Signal   string `json:"part"`
	Weight   int    `json:"weight"`
	Value    int    `json:"value"` // in ten-thousandths
	suffices bool
}

// Score returns the score of a mentor of the portal.
func (q *Query) Score(m *portal.Mentor) Score {
	e := q.entryOf(m.Slug)
	s := Score{
		Failed: q.firstFailed(e, nil), Signals: q.signalScores(e),
		topics: joined(q.coverage(q.needs, e), 0), words: joined(0, wordsWorth(q.wordSum(e))), leastFit: q.leastFit,
	}
	s.Total, _ = s.Without("")
	if _, enough := q.score(e, 0); enough {
		s.Band = q.band(e, s.Total)
	}
	return s
}

// EachScore calls f with the index and the score of each of many mentors of the portal, as
// Score returns it; postings are read once for all.
func (q *Query) EachScore(mentors []*portal.Mentor, f func(i int, s Score)) {
	mine := *q
	if q.total > 0 {
		mine.searching = search.Begin(len(q.entries))
		defer mine.searching.End()
		mine.readPostings(mine.searching)
	}
	for i, m := range mentors {
		f(i, mine.Score(m))
	}
}

// Explain returns the score of a mentor of the portal with the reasons, whether the
// pair passes the filters or not. Judge also returns the rank, which takes a search.
func (q *Query) Explain(m *portal.Mentor) Suggestion {
	return q.explainedPair(q.entryOf(m.Slug))
}

// Scored is a mentor and how well they answer a request.
type Scored struct {
	*portal.Mentor
	Score int // in ten-thousandths
}

// Best returns the best k mentors in the order of Suggest, without the reasons, which
// take longer than the search, and without those with whom the request is a pair already.
func (q *Query) Best(k int) []Scored {
	mine := *q // best writes into the query while it searches
	found := mine.best(k)
	best := make([]Scored, len(found))
	for i, c := range found {
		best[i] = Scored{c.mentor, int(c.score)}
	}
	return best
}

// Without returns what the score would be, in ten-thousandths, without one of its
// signals or half of its fit; "" leaves none out. It is 0 where no signal that suffices
// is left above 0. Enough reports whether the mentor could be suggested then.
func (s Score) Without(signal string) (score int, enough bool) {
	var sum, total, fit int64
	hasFit, answered := false, false
	for _, one := range s.Signals {
		if one.Signal == signal {
			continue
		}
		value := int64(one.Value)
		if one.Signal == fitName && signal == Words {
			value = s.topics
		} else if one.Signal == fitName && signal == Topics {
			value = s.words
		}
		sum += int64(one.Weight) * value
		total += int64(one.Weight)
		answered = answered || one.suffices && value > 0
		hasFit = hasFit || one.Signal == fitName
		if decidesFit(one.Signal, one.suffices, hasFit) {
			fit = max(fit, value)
		}
	}
	if !answered {
		return 0, false
	}
	return int(mean(sum, total)), fit >= s.leastFit
}

func (q *Query) signalScores(e *entry) []SignalScore {
	scores := make([]SignalScore, len(q.inPlay))
	for i := range q.inPlay {
		s := &q.inPlay[i]
		scores[i] = SignalScore{s.name, int(s.weight), int(s.score(q, e)), s.suffices}
	}
	return scores
}
