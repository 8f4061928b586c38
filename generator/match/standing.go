package match

import "ithaca/generator/portal"

// Standing is how a mentor stands for a request, without the reasons.
type Standing struct {
	Failed Filter // the first filter that the pair fails; "" when it passes all
	Score  int    // in ten-thousandths, whether it passes or not; 0 where nothing answers anything
	Rank   int    // from 1; 0 beyond the first that were looked at, or for none
}

// Stands tells how a mentor of the portal stands for a request, with their place
// if it is among the first k. It is for looking at many requests: Judge costs
// more, and knows every place.
func (x *Index) Stands(r *portal.Request, m *portal.Mentor, k int) Standing {
	q := x.ask(r)
	e := x.entryOf(m.Slug)
	if e == nil || q.total == 0 || !q.related(e) {
		return Standing{}
	}
	s := Standing{Failed: q.filtered(e, nil), Score: int(q.score(e))}
	if s.Failed != "" || BandOf(s.Score) == "" {
		return s
	}
	for i, c := range q.retrieve(k) {
		if c.entry == e {
			s.Rank = i + 1
		}
	}
	return s
}
