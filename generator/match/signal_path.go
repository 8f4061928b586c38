package match

import (
	"slices"

	"ithaca/generator/match/search"
)

// The evidence of the path.
const (
	// MadeTheMove is the mentor's own move, the one that the person wants to make or
	// one near it. It uses From and To.
	MadeTheMove Reason = "move"
	// HalfTheMove is a move of the mentor's that shares one of its ends alone.
	HalfTheMove Reason = "half-move"
)

// pathSignal is that a mentor has gone the way the person wants to go.
func pathSignal() signal {
	return signal{
		name:     "path",
		suffices: true,
		asked:    func(q *Query) bool { return q.move != step{-1, -1} },
		score: func(q *Query, e *entry) int64 {
			value, _ := q.moveAnswer(e)
			return value
		},
		find:    (*Query).findMoved,
		explain: (*explanation).path,
		columns: []column{{"moves", func(_ *recorder, e *entry) any { // from, to, from, to …; −1 where not stated
			moves := []int{}
			for _, s := range e.path {
				moves = append(moves, int(s.from), int(s.to))
			}
			return moves
		}}},
	}
}

// findMoved reads the postings of moves to where the person wants to go, and of moves
// from where they are. One mentor may have the two as ends of different moves: then the
// bound is above the score.
func (q *Query) findMoved(s *search.Search, share float32) {
	to, from := share, share
	if q.move.to >= 0 && q.move.from >= 0 {
		to, from = share*2/3, share/3
	}
	if q.move.to >= 0 {
		for _, n := range q.graph.near[q.move.to] {
			s.Add(n.close*100, q.moves[n.topic].to)
		}
		s.Read(to)
	}
	if q.move.from >= 0 {
		for _, n := range q.graph.near[q.move.from] {
			s.Add(n.close*100, q.moves[n.topic].from)
		}
		s.Read(from)
	}
}

// moveAnswer returns how close the closest of a mentor's moves comes to the wished one,
// in ten-thousandths, where the new end counts double, and that move.
func (q *Query) moveAnswer(e *entry) (best int64, made step) {
	made = step{-1, -1}
	for _, s := range e.path {
		var sum, weight int64
		if q.move.to >= 0 {
			weight += 2
			sum += 2 * q.closePercent(q.move.to, s.to)
		}
		if q.move.from >= 0 {
			weight++
			sum += q.closePercent(q.move.from, s.from)
		}
		if value := mean(sum*100, weight); value > best {
			best, made = value, s
		}
	}
	return best, made
}

// hasMoved reports whether a move of the mentor's counts.
func (q *Query) hasMoved(e *entry) bool {
	return slices.ContainsFunc(q.inPlay, func(s weighted) bool { return s.name == "path" && s.score(q, e) > 0 })
}

// halfMade reports whether a move shares only one of both ends that are wished for.
func (q *Query) halfMade(made step) bool {
	return q.move.to >= 0 && q.move.from >= 0 && (q.closePercent(q.move.to, made.to) == 0 || q.closePercent(q.move.from, made.from) == 0)
}

// closePercent returns the closeness of two topics in percent; 0 where has is −1.
func (q *Query) closePercent(asked, has int32) int64 {
	if has < 0 {
		return 0
	}
	close, _ := q.graph.closeness(asked, has)
	return int64(close)
}

func (x *explanation) path() {
	value, made := x.moveAnswer(x.entry)
	if value > 0 {
		e := Evidence{Reason: MadeTheMove, From: x.topic(made.from), To: x.topic(made.to)}
		if x.halfMade(made) {
			e.Reason = HalfTheMove
		}
		x.add(e, value)
		return
	}
	x.miss(Evidence{Reason: MadeTheMove, From: x.topic(x.move.from), To: x.topic(x.move.to)}, 0)
}
