package match

import "ithaca/generator/portal"

// pathSignal is that a mentor has gone the way the person wants to go.
func pathSignal() signal {
	return signal{
		name:    PathPart,
		telling: true,
		filled:  func(q *question) bool { return q.move != step{-1, -1} },
		weight:  func(w *portal.Weights) int { return w.Path },
		score:   (*question).scorePath,
		find:    (*question).findMoved,
		explain: (*brief).path,
	}
}

// findMoved reads who has moved to where the person wants to go, and from where
// they are, or near it. The two may be ends of different moves of one mentor, who
// then scores less.
func (q *question) findMoved(s *search, share float32) {
	to, from := share, share
	if q.move.to >= 0 && q.move.from >= 0 {
		to, from = share*2/3, share/3
	}
	if q.move.to >= 0 {
		for _, n := range q.graph.near[q.move.to] {
			s.add(n.close*100, q.moves[n.topic].to)
		}
		s.read(to)
	}
	if q.move.from >= 0 {
		for _, n := range q.graph.near[q.move.from] {
			s.add(n.close*100, q.moves[n.topic].from)
		}
		s.read(from)
	}
}

// moveAnswer returns how close a mentor's move comes to the one that is wished,
// where going to counts double, and which move it is.
func (q *question) moveAnswer(e *entry) (best int64, made step) {
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

func (q *question) closePercent(asked, has int32) int64 {
	if has < 0 {
		return 0
	}
	close, _ := q.graph.closeness(asked, has)
	return int64(close)
}

func (q *question) scorePath(e *entry) int64 {
	best, _ := q.moveAnswer(e)
	return best
}

func (b *brief) path() {
	value, made := b.moveAnswer(b.entry)
	if value > 0 {
		b.add(Evidence{Reason: MadeTheMove, From: b.topic(made.from), To: b.topic(made.to)}, value)
		return
	}
	b.miss(Evidence{Reason: MadeTheMove, From: b.topic(b.move.from), To: b.topic(b.move.to)}, 0)
}
