package match

import "ithaca/generator/portal"

// Standing is how a mentor stands for a request, without reasons and place.
type Standing struct {
	Failed Filter // the first filter that the pair fails; "" when it passes all
	Score  int    // in ten-thousandths, whether it passes or not; 0 where nothing answers anything
}

// Stands reports how a mentor of the portal stands for a request. It is for looking
// at many requests: Judge costs more, and knows the place among all.
func (x *Index) Stands(r *portal.Request, m *portal.Mentor) Standing {
	q := x.ask(r)
	e := x.entryOf(m.Slug)
	if e == nil || q.total == 0 || !q.related(e) {
		return Standing{}
	}
	score, _ := q.score(e, 0)
	return Standing{q.filtered(e, nil), int(score)}
}
