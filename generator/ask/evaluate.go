package ask

import (
	"ithaca/generator/match"
	"ithaca/generator/match/study"
)

// Evaluation is how suggestions agree with the pairs of past cycles.
type Evaluation struct {
	study.Evaluation
	Filtered []FilterCount  `json:"filtered"` // the chosen mentors whom a filter rules out
	Bands    map[string]int `json:"bands"`    // of the chosen mentors; "none" below them
	Table    *PastPairs     `json:"table"`
}

// Estimate is a measure of an Evaluation.
type Estimate = study.Estimate

// Evaluate looks whether the mentors of past pairs would have been suggested.
func (m *Matching) Evaluate(past *PastPairs) *Evaluation {
	v := study.Evaluate(m.portal, past.pairs)
	e := &Evaluation{v, m.counts(v.Filtered), map[string]int{"none": v.Bands[""]}, past}
	for _, band := range []match.Band{match.Strong, match.Good, match.Possible} {
		e.Bands[string(band)] = v.Bands[band]
	}
	return e
}
