package match

import "ithaca/generator/portal"

// Circle is a small group of mentors who together answer more of somebody's
// needs than one of them alone.
type Circle struct {
	Needs     []*portal.Topic // in the request's order, needs before goals
	Members   []Member        // in the order in which they were chosen
	Uncovered []*portal.Topic // the needs that none of them answers
}

// Member is a mentor of a circle, without the reasons that Explain returns.
type Member struct {
	Mentor *portal.Mentor
	Adds   []*portal.Topic // what they answer better than those chosen before them; never empty
	Cover  []Cover         // one for each of the circle's needs
}

// Cover is how well a member answers a need.
type Cover string

// The answers.
const (
	FullCover Cover = "strong"
	SomeCover Cover = "some"
	NoCover   Cover = ""
)

// The lowest answers to a need that count as each cover, in ten-thousandths.
const (
	fullCover = 7000
	someCover = 2500
)

// coverOf returns the cover of an answer in ten-thousandths.
func coverOf(value int32) Cover {
	switch {
	case value >= fullCover:
		return FullCover
	case value >= someCover:
		return SomeCover
	}
	return NoCover
}

// circleAmong is how many of the best mentors a circle is chosen from.
const circleAmong = 200

// Circle chooses up to size mentors for a request, each adding the most to what
// those before them answer. Greedy choice reaches at least 1 − 1/e of the best
// coverage (Nemhauser, Wolsey and Fisher 1978). It stops when nobody adds
// anything.
func (x *Index) Circle(r *portal.Request, size int) Circle {
	q := x.Query(r)
	wishes := append(append([]wish(nil), q.needs...), q.goals...)
	c := Circle{}
	for _, w := range wishes {
		c.Needs = append(c.Needs, w.topic)
	}
	found := q.best(circleAmong)
	values, arena := make([][]int32, len(found)), make([]int32, len(found)*len(wishes))
	for i, f := range found {
		values[i], arena = arena[:len(wishes)], arena[len(wishes):]
		for j, w := range wishes {
			values[i][j] = q.helpful(w, f.entry)
		}
	}
	have := make([]int32, len(wishes))
	for len(c.Members) < size {
		best := mostGain(found, values, wishes, have)
		if best < 0 {
			break
		}
		m := Member{Mentor: found[best].mentor}
		for j, value := range values[best] {
			if value > have[j] {
				m.Adds = append(m.Adds, c.Needs[j])
			}
			have[j] = max(have[j], value)
			m.Cover = append(m.Cover, coverOf(value))
		}
		c.Members = append(c.Members, m)
	}
	for j, value := range have {
		if value == 0 {
			c.Uncovered = append(c.Uncovered, c.Needs[j])
		}
	}
	return c
}

// helpful returns how well a mentor answers a wish, in ten-thousandths; 0 below
// someCover.
func (q *Query) helpful(w wish, e *entry) int32 {
	value, _, _ := q.answer(w, e)
	if value < someCover {
		return 0
	}
	return value
}

// mostGain returns the index in found of the mentor who adds most to what the circle
// has by wish, the first of equals; −1 when nobody adds anything.
func mostGain(found []*candidate, values [][]int32, wishes []wish, have []int32) int {
	best, most := -1, int64(0)
	for i := range found {
		var gain int64
		for j, value := range values[i] {
			if value > have[j] {
				gain += wishes[j].weight * int64(value-have[j])
			}
		}
		if gain > most {
			best, most = i, gain
		}
	}
	return best
}
