package match

import (
	"slices"
	"sync"

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
	var both []T
	for _, word := range asked {
		if slices.Contains(has, word) {
			both = append(both, word)
		}
	}
	return both
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
// mentor can be suggested: the score has a band, and so has the mean over the
// signals that suffice by themselves. Computing stops, with 0, once the score
// cannot reach what is sought.
func (q *question) score(e *entry, sought int32) (score int32, enough bool) {
	var sum, sufficing, weight int64
	most := q.total * scale
	for i := range q.filled {
		s := &q.filled[i]
		value := s.score(q, e)
		if most -= s.weight * (scale - value); most < int64(sought-1)*q.total {
			return 0, false
		}
		sum += s.weight * value
		if s.suffices {
			sufficing += s.weight * value
			weight += s.weight
		}
	}
	if sufficing == 0 {
		return 0, false
	}
	score = int32(mean(sum, q.total))
	return score, score >= bandFloor && mean(sufficing, weight) >= bandFloor
}

// Query is a request prepared for comparing it with many mentors. It is immutable
// and safe for concurrent use.
type Query struct {
	question *question
	said     func() *wordCounts // counted when it is first asked for
}

// Query prepares a request.
func (x *Index) Query(r *portal.Request) Query {
	q := x.ask(r)
	return Query{q, sync.OnceValue(q.said)}
}

// Score is how well a mentor answers a request, without the reasons.
type Score struct {
	Total   int           // in ten-thousandths, whether the pair passes the filters or not; 0 where nothing answers anything
	Failed  Filter        // the first filter that the pair fails; "" when it passes all
	Signals []SignalScore // those that the request filled in, in the order of the table
}

// SignalScore is what one signal adds to a score.
type SignalScore struct {
	Signal   string
	Weight   int
	Value    int // in ten-thousandths
	suffices bool
}

// Score returns the score of a mentor of the portal.
func (q Query) Score(m *portal.Mentor) Score {
	e := q.question.entryOf(m.Slug)
	if e == nil {
		return Score{Failed: ByAvailability}
	}
	s := Score{Failed: q.question.failed(e, nil), Signals: q.question.signalScores(e)}
	s.Total = s.Without("")
	return s
}

// Without returns what the score would be without one of its signals.
func (s Score) Without(signal string) int {
	var sum, total int64
	related := false
	for _, one := range s.Signals {
		if one.Signal == signal {
			continue
		}
		sum += int64(one.Weight) * int64(one.Value)
		total += int64(one.Weight)
		related = related || one.suffices && one.Value > 0
	}
	if !related {
		return 0
	}
	return int(mean(sum, total))
}

// SharedWords returns how much of what the request says in words the mentor's own
// texts say as well. It decides between equal scores.
func (q Query) SharedWords(m *portal.Mentor) int64 {
	e := q.question.entryOf(m.Slug)
	if e == nil {
		return 0
	}
	return q.question.bm25(q.said(), e.words())
}

func (q *question) signalScores(e *entry) []SignalScore {
	scores := make([]SignalScore, len(q.filled))
	for i := range q.filled {
		s := &q.filled[i]
		scores[i] = SignalScore{s.name, int(s.weight), int(s.score(q, e)), s.suffices}
	}
	return scores
}
