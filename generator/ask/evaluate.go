package ask

import (
	"ithaca/generator/match"
	"ithaca/generator/match/study"
)

// Evaluation is how suggestions agree with the pairs of past cycles. Shares,
// reciprocal ranks and their intervals run from 0 to 1.
type Evaluation struct {
	Pairs    int            `json:"pairs"`
	Requests int            `json:"requests"`
	Mentors  int            `json:"mentors"`
	Named    Estimate       `json:"named"`    // the chosen mentors among the first five that are suggested
	Filtered []FilterCount  `json:"filtered"` // the chosen mentors whom a filter rules out
	Bands    map[string]int `json:"bands"`    // of the chosen mentors; "none" below them
	Methods  []Method       `json:"methods"`
	Parts    []PartAdds     `json:"parts"`
	Table    *PastPairs     `json:"table"`
}

// Method is a way of ordering mentors, and how well it agrees.
type Method struct {
	Name    string   `json:"method"` // suggestions, without-floor, shared-words, exact-topics, chance
	MRR     Estimate `json:"mrr"`
	Recall5 Estimate `json:"recall_5"`
}

// Estimate is a value with the ends of its 95 % confidence interval, which are
// nil where there are too few requests to tell.
type Estimate struct {
	Value float64  `json:"value"`
	Low   *float64 `json:"low"`
	High  *float64 `json:"high"`
}

// PartAdds is what a part of the score adds.
type PartAdds struct {
	Part     string   `json:"part"`
	Weight   int      `json:"weight"`
	Requests int      `json:"requests"` // how many fill it in
	Adds     Estimate `json:"adds"`     // to the mean reciprocal rank; negative where it does harm
}

// Sure reports whether there are requests enough for intervals. With fewer the
// bootstrap sees too few different ones, and its ends mean nothing.
func (e *Evaluation) Sure() bool { return e.Requests >= 10 }

// Evaluate looks whether the mentors of past pairs would have been suggested.
func (m *Matching) Evaluate(past *PastPairs) *Evaluation {
	v := study.Evaluate(m.portal, past.pairs)
	e := &Evaluation{
		Pairs: v.Pairs, Requests: v.Requests, Mentors: v.Mentors, Filtered: m.counts(v.Filtered),
		Bands: map[string]int{"none": v.Bands[""]}, Parts: []PartAdds{}, Table: past,
	}
	e.Named = e.estimate(v.Named)
	for _, band := range []match.Band{match.Strong, match.Good, match.Possible} {
		e.Bands[string(band)] = v.Bands[band]
	}
	for _, of := range v.Orders {
		e.Methods = append(e.Methods, Method{of.Name, e.estimate(of.MRR), e.estimate(of.Recall)})
	}
	for _, p := range v.Parts {
		e.Parts = append(e.Parts, PartAdds{p.Name, p.Weight, p.Requests, e.estimate(p.Adds)})
	}
	return e
}

// estimate returns a measurement as shares, with its interval where that means
// something.
func (e *Evaluation) estimate(of study.Estimate) Estimate {
	share := func(n int) *float64 { f := float64(n) / 10_000; return &f }
	if !e.Sure() {
		return Estimate{Value: *share(of.Value)}
	}
	return Estimate{*share(of.Value), share(of.Low), share(of.High)}
}
