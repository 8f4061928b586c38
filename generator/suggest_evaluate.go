package generator

import (
	"io"

	"ithaca/generator/match"
	"ithaca/generator/match/study"
)

// Evaluation is how suggestions agree with the pairs of past cycles. Shares,
// reciprocal ranks and their intervals run from 0 to 1.
type Evaluation struct {
	Pairs    int            `json:"pairs"`
	Repeated int            `json:"repeated"`       // lines left out because an earlier one says the same
	Unknown  []string       `json:"unknown_topics"` // asked for, known to no mentor and no topic's file: they count for nothing
	Cycles   []string       `json:"unknown_cycles"` // not in index.md: hours are compared as if their rows named none
	LeftOut  []LineMistake  `json:"left_out"`       // why lines cannot be used; a line may have several reasons
	Requests int            `json:"requests"`
	Mentors  int            `json:"mentors"`
	Filtered []FilteredPair `json:"filtered"`
	Bands    map[string]int `json:"bands"` // of the chosen mentors; "none" below them
	Methods  []Method       `json:"methods"`
	Gain     Estimate       `json:"gain_over_shared_words"` // in mean reciprocal rank
	Without  []WithoutPart  `json:"without"`
}

// FilteredPair is how many chosen mentors a filter rules out.
type FilteredPair struct {
	Filter string `json:"filter"`
	Pairs  int    `json:"pairs"`
}

// Method is a way of ordering mentors, and how well it agrees.
type Method struct {
	Name    string   `json:"method"` // suggestions, shared-words, random
	MRR     Estimate `json:"mrr"`
	Recall1 Estimate `json:"recall_1"`
	Recall3 Estimate `json:"recall_3"`
	Recall5 Estimate `json:"recall_5"`
}

// Estimate is a value with the ends of its 95 % confidence interval, which are
// nil where there are too few pairs to tell.
type Estimate struct {
	Value float64  `json:"value"`
	Low   *float64 `json:"low"`
	High  *float64 `json:"high"`
}

// fewestTold is how many pairs it takes to be told shares of them.
const fewestTold = 5

// Telling reports whether there are pairs enough for shares and means to say
// anything.
func (e *Evaluation) Telling() bool { return e.Pairs >= fewestTold }

// fewestSure is how many pairs an interval needs. With fewer the bootstrap sees
// too few different requests, and gives ends that mean nothing.
const fewestSure = 10

// Sure reports whether there are pairs enough for intervals.
func (e *Evaluation) Sure() bool { return e.Pairs >= fewestSure }

// WithoutPart is what is lost when the score goes without one of its parts.
type WithoutPart struct {
	Part     string   `json:"part"`
	Weight   int      `json:"weight"`
	Requests int      `json:"requests"` // how many fill it in
	Loss     Estimate `json:"loss"`     // in mean reciprocal rank; negative where the part does harm
}

// Evaluate ranks the mentors of past pairs, read from a table in CSV. Lines that
// cannot be used are left out and told; a table that cannot be used is a
// *PairsError.
func (m *Matching) Evaluate(table io.Reader) (*Evaluation, error) {
	past, err := m.readPairs(table)
	if err != nil {
		return nil, err
	}
	v := study.Evaluate(m.portal, past.all)
	with := estimates{v.Pairs >= fewestSure}
	e := &Evaluation{
		Pairs: v.Pairs, Repeated: past.repeated, Unknown: append([]string{}, past.unknown...), Cycles: append([]string{}, past.cycles...),
		LeftOut: append([]LineMistake{}, past.leftOut...), Requests: v.Requests, Mentors: v.Mentors,
		Filtered: []FilteredPair{}, Bands: map[string]int{}, Gain: with.of(v.Gain), Without: []WithoutPart{},
		Methods: []Method{with.method("suggestions", v.Score), with.method("shared-words", v.Overlap), with.method("random", v.Random)},
	}
	for _, f := range v.Filtered {
		e.Filtered = append(e.Filtered, FilteredPair{string(f.Filter), f.Pairs})
	}
	for _, band := range []match.Band{match.Strong, match.Good, match.Possible} {
		e.Bands[string(band)] = v.Bands[band]
	}
	e.Bands["none"] = v.Bands[""]
	for _, c := range v.Without {
		e.Without = append(e.Without, WithoutPart{c.Signal, c.Weight, c.Requests, with.of(c.Loss)})
	}
	return e, nil
}

// estimates words what was measured, with intervals or without.
type estimates struct{ sure bool }

func (s estimates) method(name string, of study.Measure) Method {
	return Method{name, s.of(of.MRR), s.of(of.Recall[0]), s.of(of.Recall[1]), s.of(of.Recall[2])}
}

func (s estimates) of(e study.Estimate) Estimate {
	share := func(n int) float64 { return float64(n) / 10_000 }
	out := Estimate{Value: share(e.Value)}
	if s.sure {
		low, high := share(e.Low), share(e.High)
		out.Low, out.High = &low, &high
	}
	return out
}
