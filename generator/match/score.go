package match

import "ithaca/generator/portal"

// Part names a part of the score.
type Part string

// The parts of the score. Each runs from 0 to 10,000.
const (
	NeedsPart  Part = "needs"
	RankedPart Part = "ranked"
	GoalsPart  Part = "goals"
	PathPart   Part = "path"
	TimePart   Part = "time"
	StylePart  Part = "style"
	OffersPart Part = "offers"
)

// signal is a part of the score; each stands in a file of its own.
type signal struct {
	name    Part
	telling bool                              // whether it can make a mentor a match by itself
	filled  func(*question) bool              // whether the request says anything of it
	weight  func(*portal.Weights) int         // as index.md has it
	score   func(*question, *entry) int64     // from 0 to scale
	find    func(*question, *search, float32) // reads the lists of those who have some of it, for its share of the score; nil where there are none
	explain func(*brief)                      // adds what speaks for the mentor, and what is missing
}

// signals returns every part of the score in the order in which equal evidence
// stands.
func signals() [7]signal {
	return [...]signal{
		needsSignal(), rankedSignal(), goalsSignal(), pathSignal(), timeSignal(), styleSignal(), offersSignal(),
	}
}

// part is a signal that a request filled in, with its weight.
type part struct {
	signal
	weight int
}

// weigh notes which parts of the score were filled in.
func (q *question) weigh() {
	for _, s := range signals() {
		if weight := s.weight(&q.program.Weights); weight > 0 && s.filled(q) {
			q.parts = append(q.parts, part{s, weight})
			q.total += int64(weight)
		}
	}
}

// half is the worth of what a mentor has not stated: unknown is not "no".
const half = scale / 2

// mean returns a rounded mean.
func mean(sum, weight int64) int64 {
	if weight == 0 {
		return 0
	}
	return (2*sum + weight) / (2 * weight)
}

// score returns the weighted mean over the parts that were filled in, and whether
// it is enough for a suggestion: it has a band, and so has what it is made of
// without the hours, style and offers, which alone make nobody a match. It is
// worked out only as far as it can still reach what is sought, and is 0 if not.
func (q *question) score(e *entry, sought int32) (score int32, enough bool) {
	var sum, telling, weight int64
	most := q.total * scale
	for _, p := range q.parts {
		value := p.score(q, e)
		if most -= int64(p.weight) * (scale - value); most < int64(sought-1)*q.total {
			return 0, false
		}
		worth := int64(p.weight) * value
		sum += worth
		if p.telling {
			telling += worth
			weight += int64(p.weight)
		}
	}
	score = int32(mean(sum, q.total))
	return score, score >= bandFloor && mean(telling, weight) >= bandFloor
}
