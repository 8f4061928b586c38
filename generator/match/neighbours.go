package match

import (
	"cmp"
	"slices"

	"ithaca/generator/order"
	"ithaca/generator/portal"
)

// requestLike returns a request for what a mentor offers, in their languages, that
// avoids the mentor: the best mentors for it are those most alike.
func requestLike(m *portal.Mentor, today portal.Date) *portal.Request {
	r := &portal.Request{Languages: m.Languages, Consent: today, Avoid: []string{m.Slug}}
	for _, s := range m.Skills {
		r.Needs = append(r.Needs, portal.Need{Topic: s.Topic, Goal: portal.Practises, Want: portal.WantHave})
	}
	r.Goals = m.HelpsWith
	if len(r.Needs) == 0 {
		r.Goals = append(slices.Clone(m.HelpsWith), m.Industries...)
	}
	return r
}

// Complement is a mentor who works in the same field as another and covers what
// the other does not.
type Complement struct {
	Mentor *portal.Mentor
	Covers *portal.Topic // the topic that most people would miss
}

// How many of the most similar mentors are searched for complements, and how many of
// the mentor's rarest topics they are found by. Larger values take longer for each
// profile and hardly change it.
const (
	nearestMentors = 24
	rarestTopics   = 6
)

// Around returns up to maxAlike mentors who can be asked for the same as a mentor,
// the most similar first, with only Mentor and Evidence set; and up to maxComplements
// who complement the mentor, each by another topic: of the topics that the most similar
// cover and the mentor does not, the closest to the mentor's own come first, then those
// that most of them cover.
func (x *Index) Around(m *portal.Mentor, maxAlike, maxComplements int) ([]Suggestion, []Complement) {
	self := x.entryOf(m.Slug)
	q := x.Query(requestLike(m, x.portal.Today))
	q.needs, q.goals = rarest(q.needs), rarest(q.goals)
	near := q.best(max(maxAlike, nearestMentors))
	q.words = nil // they count in the order, and are not shown as evidence
	alike := make([]Suggestion, min(maxAlike, len(near)))
	for i := range alike {
		shared, _ := q.evidence(near[i].entry)
		alike[i] = Suggestion{Mentor: near[i].mentor, Evidence: shared}
	}
	return alike, x.complements(self, near[:min(nearestMentors, len(near))], maxComplements)
}

// rarest returns the wishes for the rarestTopics rarest topics, in their order, and of
// what can stand in for each only what is at least as close as a broader topic.
func rarest(wishes []wish) []wish {
	least := int64(0)
	if len(wishes) > rarestTopics {
		byWeight := slices.Clone(wishes)
		slices.SortStableFunc(byWeight, func(a, b wish) int { return cmp.Compare(b.weight, a.weight) })
		least = byWeight[rarestTopics-1].weight
	}
	var kept []wish
	for _, w := range wishes {
		if w.weight < least || len(kept) == rarestTopics {
			continue
		}
		far := slices.IndexFunc(w.near, func(n neighbour) bool { return n.close < broaderClose })
		if far >= 0 {
			w.near = w.near[:far]
		}
		kept = append(kept, w)
	}
	return kept
}

// complements chooses up to k mentors from near, each for another topic that self lacks.
func (x *Index) complements(self *entry, near []*candidate, k int) []Complement {
	var found []Complement
	taken := map[*entry]bool{}
	for _, topic := range x.missing(self, near) {
		if len(found) == k {
			break
		}
		for _, c := range near {
			if _, has := c.level(topic); has && !taken[c.entry] {
				taken[c.entry] = true
				found = append(found, Complement{c.mentor, x.graph.topics[topic]})
				break
			}
		}
	}
	return found
}

// missing returns the topics that others offer and one mentor does not, nor
// anything that is a part of them or they are a part of.
func (x *Index) missing(self *entry, others []*candidate) []int32 {
	closeness := make([]int32, len(x.graph.topics)) // of the mentor's own topics
	for _, s := range self.skills {
		for _, n := range x.graph.near[s.topic] {
			closeness[n.topic] = max(closeness[n.topic], n.close)
		}
	}
	count := make([]int32, len(x.graph.topics))
	var missing []int32
	for _, c := range others {
		for _, s := range c.skills {
			if closeness[s.topic] < broaderClose {
				if count[s.topic]++; count[s.topic] == 1 {
					missing = append(missing, s.topic)
				}
			}
		}
	}
	slices.SortFunc(missing, func(a, b int32) int {
		return cmp.Or(cmp.Compare(closeness[b], closeness[a]), cmp.Compare(count[b], count[a]), cmp.Compare(a, b))
	})
	return missing
}

// Fit is a request that a mentor would suit.
type Fit struct {
	Request *portal.Request
	Suggestion
}

// RequestsFor returns up to k of the given requests whose best suggestions a mentor
// is among, the best fit first, then those that have waited longest. Requests
// that have found somebody are left out.
func (x *Index) RequestsFor(m *portal.Mentor, requests []*portal.Request, k int) []Fit {
	e := x.entryOf(m.Slug)
	if !e.takes {
		return nil
	}
	var fits []Fit
	for _, r := range requests {
		q := x.Query(r)
		if portal.Settled(r) || q.firstFailed(e, nil) != "" {
			continue
		}
		if score, enough := q.score(e, 0); enough {
			fits = append(fits, Fit{r, q.suggestion(e, int(score))})
		}
	}
	order.Stable(fits, func(a, b Fit) int {
		return cmp.Or(cmp.Compare(b.Score, a.Score), waiting(a.Request, b.Request), cmp.Compare(a.Request.Slug, b.Request.Slug))
	})
	return fits[:min(k, len(fits))]
}

// waiting orders requests by how long they have waited; those that do not say
// come last.
func waiting(a, b *portal.Request) int {
	switch since, other := a.WaitingSince, b.WaitingSince; {
	case since == other:
		return 0
	case other.IsZero() || !since.IsZero() && since.Before(other):
		return -1
	}
	return 1
}
