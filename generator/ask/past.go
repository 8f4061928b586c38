package ask

import (
	"io"

	"ithaca/generator/contacts"
	"ithaca/generator/match/study"
)

// Evaluation is how suggestions agree with the pairs of past cycles.
type Evaluation struct {
	study.Evaluation
	Filtered []FilterCount `json:"filtered"` // the chosen mentors whom a filter rules out
	Table    *study.Table  `json:"table"`
}

// Unusable is why a table of past pairs cannot be used at all.
type Unusable = study.Unusable

// Evaluate looks whether the mentors of the past pairs of a table would have been
// suggested. Names are translated by contacts, if there are any.
func (m *Matching) Evaluate(table io.Reader, known []contacts.Contact) (*Evaluation, error) {
	past, err := study.Read(m.portal, table, known)
	if err != nil {
		return nil, err
	}
	v := study.Evaluate(m.portal, past.Pairs)
	return &Evaluation{v, m.counts(v.Filtered), past}, nil
}
