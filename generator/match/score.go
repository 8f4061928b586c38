package match

import (
	"slices"

	"ithaca/generator/portal"
)

// scale is a whole: scores are in ten-thousandths of it.
const scale = 10_000

// half is the worth of what a mentor has not stated: unknown is not "no".
const half = scale / 2

// mean returns a rounded mean.
func mean(sum, weight int64) int64 {
	if weight == 0 {
		return 0
	}
	return (2*sum + weight) / (2 * weight)
}

// common returns those of the words asked for that the other has as well.
func common[T comparable](asked, has []T) []T {
	return slices.DeleteFunc(slices.Clone(asked), func(word T) bool { return !slices.Contains(has, word) })
}

// shareOf returns how much of what is asked for a mentor has, half where the mentor
// states nothing.
func shareOf[T comparable](asked, has []T) int64 {
	if len(has) == 0 {
		return half
	}
	return mean(scale*int64(len(common(asked, has))), int64(len(asked)))
}

// score returns the weighted mean over the signals that were filled in, 0 where
// nothing that can make a match speaks for the mentor. Enough reports whether the
// mentor can be suggested: a part that tells of the fit reaches the floor.
// Computing stops, with 0, once the score cannot reach what is sought.
func (q *Query) score(e *entry, sought int32) (score int32, enough bool) {
	var sum, telling int64
	speaks := false
	most := q.total * scale
	for i := range q.inPlay {
		s := &q.inPlay[i]
		value := s.score(q, e)
		if most -= s.weight * (scale - value); most < int64(sought-1)*q.total {
			return 0, false
		}
		sum += s.weight * value
		speaks = speaks || s.suffices && value > 0
		if tells(s.name, s.suffices, q.fits) {
			telling = max(telling, value)
		}
	}
	if !speaks {
		return 0, false
	}
	return int32(mean(sum, q.total)), telling >= fitFloor
}

// tells reports whether a signal decides if a mentor suits at all: the fit, beside it
// the goals, and whatever can make a match where no fit is asked for.
func tells(signal string, suffices, fits bool) bool {
	return suffices && (!fits || signal == fitName || signal == goalsName)
}

// Score is how well a mentor answers a request, without the reasons.
type Score struct {
	Total   int           // in ten-thousandths, whether the pair passes the filters or not; 0 where nothing answers anything
	Band    Band          // "" where the mentor suits too little
	Failed  Filter        // the first filter that the pair fails; "" when it passes all
	Signals []SignalScore // those that the request filled in, in the order of the table
	topics  int64         // what the fit would be by topics alone
	words   int64         // and by words alone
}

// The two halves of the fit, which Without knows as if they were signals.
const (
	Topics = "topics"
	Words  = "words"
)

// SignalScore is what one signal adds to a score.
type SignalScore struct {
	Signal   string
	Weight   int
	Value    int // in ten-thousandths
	suffices bool
}

// Score returns the score of a mentor of the portal.
func (q *Query) Score(m *portal.Mentor) Score {
	e := q.entryOf(m.Slug)
	s := Score{
		Failed: q.firstFailed(e, nil), Signals: q.signalScores(e),
		topics: q.coverage(q.needs, e), words: wordsWorth(q.wordSum(e)),
	}
	s.Total, _ = s.Without("")
	if _, enough := q.score(e, 0); enough {
		s.Band = q.band(e, s.Total)
	}
	return s
}

// Explain returns the score of a mentor of the portal with the reasons, whether the
// pair passes the filters or not. Its place among the others, which Judge tells, costs
// more.
func (q *Query) Explain(m *portal.Mentor) Suggestion {
	return q.explained(q.entryOf(m.Slug))
}

// Scored is a mentor and how well they answer a request.
type Scored struct {
	*portal.Mentor
	Score int // in ten-thousandths
}

// Best returns the best k mentors in order, as Suggest does, without the reasons, which
// cost more than the search, and those with whom the request is a pair already.
func (q *Query) Best(k int) []Scored {
	mine := *q // a search leaves its memory in the query
	found := mine.best(k)
	best := make([]Scored, len(found))
	for i, c := range found {
		best[i] = Scored{c.mentor, int(c.score)}
	}
	return best
}

// Without returns what the score would be without one of its signals, or half of its
// fit, 0 where nothing that can make a match speaks for the mentor; and whether the
// mentor could be suggested then.
func (s Score) Without(signal string) (score int, enough bool) {
	var sum, total, telling int64
	fits, speaks := false, false
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
		speaks = speaks || one.suffices && value > 0
		fits = fits || one.Signal == fitName
		if tells(one.Signal, one.suffices, fits) {
			telling = max(telling, value)
		}
	}
	if !speaks {
		return 0, false
	}
	return int(mean(sum, total)), telling >= fitFloor
}

func (q *Query) signalScores(e *entry) []SignalScore {
	scores := make([]SignalScore, len(q.inPlay))
	for i := range q.inPlay {
		s := &q.inPlay[i]
		scores[i] = SignalScore{s.name, int(s.weight), int(s.score(q, e)), s.suffices}
	}
	return scores
}
