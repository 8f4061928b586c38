package study

import (
	"cmp"
	"slices"

	"ithaca/generator/match"
	"ithaca/generator/portal"
)

// field holds who is compared for a request.
type field struct {
	query   match.Query
	signals []match.SignalScore // those that the request fills in
	topics  []string            // the keys of what is asked for
	chosen  []scored
	rivals  []scored // those who pass the filters and were not chosen
}

// scored is a mentor with the score for a request.
type scored struct {
	mentor *portal.Mentor
	score  match.Score
}

// field asks every mentor of the portal.
func (c *count) field(p *past) *field {
	r := *p.request
	r.Consent, r.Adult, r.Decisions = c.index.Portal().Today, nil, nil
	r.Avoid = slices.DeleteFunc(slices.Clone(r.Avoid), func(slug string) bool { return slices.Contains(p.chosen, slug) })
	f := &field{query: c.index.Query(&r), topics: topicKeys(&r)}
	for _, m := range c.index.Portal().Mentors {
		s := scored{m, f.query.Score(m)}
		f.signals = s.score.Signals
		switch {
		case slices.Contains(p.chosen, m.Slug):
			f.chosen = append(f.chosen, s)
		case s.score.Failed == "":
			f.rivals = append(f.rivals, s)
		}
	}
	return f
}

// fills reports whether the request fills in a signal. Both halves of the fit are.
func (f *field) fills(signal string) bool {
	if signal == match.Topics || signal == match.Words {
		signal = "fit"
	}
	return slices.ContainsFunc(f.signals, func(s match.SignalScore) bool { return s.Signal == signal })
}

// topicKeys returns the keys of the topics that a request names, each once.
func topicKeys(r *portal.Request) []string {
	var keys []string
	for _, n := range r.Needs {
		keys = append(keys, n.Topic.Key)
	}
	for _, ref := range r.Goals {
		keys = append(keys, ref.Key)
	}
	slices.Sort(keys)
	return slices.Compact(keys)
}

// order compares two mentors: above 0 where the first one is better.
type order func(a, b *scored) int

// byScore orders by score, without a signal where one is named.
func (f *field) byScore(without string) order {
	return func(a, b *scored) int { return cmp.Compare(a.score.Without(without), b.score.Without(without)) }
}

// byOverlap orders by the number of topics that a mentor names in the same words as
// the request: what comparing two lists of keywords yields.
func (f *field) byOverlap(a, b *scored) int {
	return cmp.Compare(f.overlap(a.mentor), f.overlap(b.mentor))
}

func (f *field) overlap(m *portal.Mentor) int {
	named := slices.Concat(m.HelpsWith, m.Industries)
	for _, s := range m.Skills {
		named = append(named, s.Topic)
	}
	both := 0
	for _, key := range f.topics {
		if slices.ContainsFunc(named, func(ref portal.TopicRef) bool { return ref.Key == key }) {
			both++
		}
	}
	return both
}

// rank is where a mentor stands among others: so many are ahead, and so many, the
// mentor included, are as good.
type rank struct{ ahead, tied int }

// rank ranks somebody among the rivals.
func (f *field) rank(mine *scored, better order) rank {
	r := rank{tied: 1}
	for i := range f.rivals {
		switch c := better(&f.rivals[i], mine); {
		case c > 0:
			r.ahead++
		case c == 0:
			r.tied++
		}
	}
	return r
}

// million is the unit of reciprocal ranks, scale that of shares.
const (
	million = 1_000_000
	scale   = 10_000
)

// reciprocal returns the mean of 1/rank over all orders of those who are as good,
// in millionths.
func (r rank) reciprocal() int64 {
	var sum int64
	for at := r.ahead + 1; at <= r.ahead+r.tied; at++ {
		sum += mean(million, int64(at))
	}
	return mean(sum, int64(r.tied))
}

// within returns in how many of these orders the rank is at most depth, in
// ten-thousandths of them.
func (r rank) within(depth int) int64 {
	return mean(scale*int64(min(max(depth-r.ahead, 0), r.tied)), int64(r.tied))
}

// mean returns a mean rounded to the nearest, away from nought at a half.
func mean(sum, n int64) int64 {
	if sum < 0 {
		return -mean(-sum, n)
	}
	return (2*sum + n) / (2 * n)
}
