package ask

import (
	"cmp"
	"io"

	"ithaca/generator/contacts"
	"ithaca/generator/match/study"
	"ithaca/generator/order"
	"ithaca/generator/portal"
)

// Row is a request in an overview of all.
type Row struct {
	Request string `json:"request"` // the pseudonym
	Cycle   string `json:"cycle"`
	Mentor  string `json:"mentor,omitempty"` // the slug of the first choice; "" for nobody
	Name    string `json:"name,omitempty"`
	Band    string `json:"band,omitempty"` // strong, good, possible; for a pair locked or accepted
	Named   int    `json:"named"`          // how many mentors are named
	Why     string `json:"why,omitempty"`  // the weightiest reason, or why there is nobody
}

// Overview returns who is suggested first for each request, of one cycle if cycle is
// not "", sorted by pseudonym. At most limit mentors are named for each. An unknown
// cycle is a *diag.Refusal.
func (m *Matching) Overview(cycle string, limit int) ([]Row, error) {
	if cycle != "" {
		if err := m.cycle(cycle); err != nil {
			return nil, err
		}
	}
	rows := []Row{}
	for _, r := range m.portal.Requests {
		if cycle == "" || r.Cycle == cycle {
			rows = append(rows, m.overview(r, limit))
		}
	}
	order.Stable(rows, func(a, b Row) int { return cmp.Compare(a.Request, b.Request) })
	return rows, nil
}

func (m *Matching) overview(r *portal.Request, limit int) Row {
	answer := m.Answer(&Question{request: r}, limit)
	row := Row{Request: r.Slug, Cycle: r.Cycle, Named: answer.Named, Why: answer.Why()}
	if row.Named > 0 {
		first := &answer.Suggested[0]
		row.Mentor, row.Name, row.Band, row.Why = first.Slug, first.Name, cmp.Or(first.Pair(), first.Band), first.Evidence[0].Text
	}
	return row
}

// Unanswered returns the requests for which nobody is suggested, by pseudonym, and why.
func (m *Matching) Unanswered() map[string]string {
	why := map[string]string{}
	for _, r := range m.portal.Requests {
		if row := m.overview(r, 1); row.Mentor == "" {
			why[row.Request] = row.Why
		}
	}
	return why
}

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
