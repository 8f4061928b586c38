package ask

import (
	"io"
	"slices"

	"ithaca/generator/match"
	"ithaca/generator/match/study"
)

// Evaluation is how suggestions agree with the pairs of past cycles. Shares,
// reciprocal ranks and their intervals run from 0 to 1.
type Evaluation struct {
	Pairs    int            `json:"pairs"`
	Repeated int            `json:"repeated"`       // lines left out because an earlier one says the same
	Unknown  []LineMistake  `json:"unknown_topics"` // asked for, known to no mentor and no topic's file: they count for nothing; each where it stands first
	Cycles   []string       `json:"unknown_cycles"` // not in index.md: hours are compared as if their rows named none
	LeftOut  []LineMistake  `json:"left_out"`       // why lines cannot be used
	Requests int            `json:"requests"`
	Mentors  int            `json:"mentors"`
	Filtered []FilterCount  `json:"filtered"` // the chosen mentors whom a filter rules out
	Bands    map[string]int `json:"bands"`    // of the chosen mentors; "none" below them
	Methods  []Method       `json:"methods"`
	Gain     Estimate       `json:"gain_over_shared_words"` // in mean reciprocal rank
	Without  []WithoutPart  `json:"without"`
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

// WithoutPart is what is lost when the score goes without one of its parts.
type WithoutPart struct {
	Part     string   `json:"part"`
	Weight   int      `json:"weight"`
	Requests int      `json:"requests"` // how many fill it in
	Loss     Estimate `json:"loss"`     // in mean reciprocal rank; negative where the part does harm
}

// Sure reports whether there are pairs enough for intervals. With fewer the
// bootstrap sees too few different requests, and its ends mean nothing.
func (e *Evaluation) Sure() bool { return e.Pairs >= 10 }

// pair is a mentor who was chosen for a request.
type pair = study.Pair

// Evaluate ranks the mentors of past pairs, read from a table in CSV. Lines that
// cannot be used are left out and told; a table that cannot be used is a
// *TableError.
func (m *Matching) Evaluate(from io.Reader) (*Evaluation, error) {
	t := newPastPairs(m)
	if err := t.read(from); err != nil {
		return nil, err
	}
	e := t.Evaluation
	slices.Sort(e.Cycles)
	e.Cycles = slices.Compact(e.Cycles)
	v := study.Evaluate(m.portal, t.pairs)
	e.Pairs, e.Requests, e.Mentors, e.Bands = v.Pairs, v.Requests, v.Mentors, map[string]int{"none": v.Bands[""]}
	filtered := map[match.Filter]int{}
	for _, f := range v.Filtered {
		filtered[f.Filter] = f.Pairs
	}
	e.Filtered = m.counts(filtered)
	for _, band := range []match.Band{match.Strong, match.Good, match.Possible} {
		e.Bands[string(band)] = v.Bands[band]
	}
	for _, of := range []struct {
		name string
		study.Measure
	}{{"suggestions", v.Score}, {"shared-words", v.Overlap}, {"random", v.Random}} {
		e.Methods = append(e.Methods, Method{of.name, e.estimate(of.MRR), e.estimate(of.Recall[0]), e.estimate(of.Recall[1]), e.estimate(of.Recall[2])})
	}
	e.Gain, e.Without = e.estimate(v.Gain), []WithoutPart{}
	for _, c := range v.Without {
		e.Without = append(e.Without, WithoutPart{c.Signal, c.Weight, c.Requests, e.estimate(c.Loss)})
	}
	return e, nil
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
