package match

import (
	"cmp"
	"math"
	"slices"
	"sync"

	"ithaca/generator/portal"
)

// scratch is what one retrieval needs for every slot. It is reused without being
// emptied: what an earlier one has left bears an older mark.
type scratch struct {
	sums    []sum
	mark    int32 // of the wish that is gathered; every wish of every retrieval has its own
	touched []int32
	heap    []bound
	plan    []source
}

// sum holds the weighted answers that a slot has gathered.
type sum struct {
	mark         int32 // the wish that counted the slot last
	needs, goals int32
}

// source is a posting list with what it is worth to a wish.
type source struct {
	value int32
	slots []int32
}

// bound is the most that a slot can score.
type bound struct {
	score int32
	slot  int32
}

// scratches holds scratch for reuse by any index.
var scratches = sync.Pool{New: func() any { return &scratch{} }}

// fit makes room for so many slots and wishes. Marks start anew before they run
// out.
func (s *scratch) fit(slots, wishes int) {
	if len(s.sums) < slots || s.mark > math.MaxInt32-int32(wishes)-2 {
		s.sums, s.mark = make([]sum, slots), 0
	}
	s.touched, s.heap = s.touched[:0], s.heap[:0]
}

// retrieve gives the best k mentors who pass every filter and have a band, in
// order. It is exact: what is left out cannot score higher. Only the postings of
// the topics asked for and of their neighbours are read.
func (q *question) retrieve(k int) []*candidate {
	if q.total == 0 || k <= 0 {
		return nil
	}
	s := scratches.Get().(*scratch)
	defer scratches.Put(s)
	s.fit(len(q.slots), len(q.needs)+len(q.goals))
	first := s.mark + 1
	for _, w := range q.needs {
		q.gather(s, w, first, func(t *sum) *int32 { return &t.needs })
	}
	for _, w := range q.goals {
		q.gather(s, w, first, func(t *sum) *int32 { return &t.goals })
	}
	q.touchOthers(s, first)
	return q.best(s, k)
}

// gather adds the answers to one wish. The lists are read from the most valuable
// down, so the first value that a slot meets is its best.
func (q *question) gather(s *scratch, w wish, first int32, of func(*sum) *int32) {
	s.mark++
	s.plan = s.plan[:0]
	for _, n := range w.near {
		for level, slots := range q.topics[n.topic] {
			if len(slots) > 0 {
				s.plan = append(s.plan, source{n.close * fit(portal.Level(level), w.goal), slots})
			}
		}
	}
	slices.SortFunc(s.plan, func(a, b source) int { return cmp.Compare(b.value, a.value) })
	for _, from := range s.plan {
		add := int32(w.weight) * from.value
		for _, slot := range from.slots {
			t := &s.sums[slot]
			if t.mark == s.mark {
				continue
			}
			if t.mark < first {
				t.needs, t.goals = 0, 0
				s.touched = append(s.touched, slot)
			}
			t.mark = s.mark
			*of(t) += add
		}
	}
}

// touchOthers adds those who can be suggested without sharing a topic: whom the
// person would choose, and who has made their move.
func (q *question) touchOthers(s *scratch, first int32) {
	s.mark++
	touch := func(slot int32) {
		if t := &s.sums[slot]; t.mark < first {
			*t = sum{mark: s.mark}
			s.touched = append(s.touched, slot)
		}
	}
	for _, e := range q.ranked {
		if e != nil {
			touch(e.slot)
		}
	}
	for _, end := range []struct {
		topic int32
		lists func(*moved) []int32
	}{
		{q.move.to, func(m *moved) []int32 { return m.to }},
		{q.move.from, func(m *moved) []int32 { return m.from }},
	} {
		if end.topic < 0 {
			continue
		}
		for _, n := range q.graph.near[end.topic] {
			for _, slot := range end.lists(&q.moves[n.topic]) {
				touch(slot)
			}
		}
	}
}

// best scores the touched slots from the highest bound down until no bound
// reaches the worst of the best k. What costs least is asked first.
func (q *question) best(s *scratch, k int) []*candidate {
	needs, goals := weights(q.needs), weights(q.goals)
	most := q.mostOf(needs, goals)
	for _, slot := range s.touched {
		f := &q.facts[slot]
		if q.tongues != 0 && f.languages != 0 && q.tongues&f.languages == 0 {
			continue
		}
		if limit := most(f, &s.sums[slot]); limit >= bandFloor {
			s.heap = append(s.heap, bound{limit, slot})
		}
	}
	heapify(s.heap)
	var found []*candidate
	for len(s.heap) > 0 {
		top := s.heap[0]
		worst := int32(bandFloor)
		if len(found) >= k {
			worst = found[k-1].score
		}
		if top.score < worst {
			break
		}
		pop(&s.heap)
		e := q.slots[top.slot]
		if !e.open || !q.passes(e) {
			continue
		}
		if score := q.sumUp(e, mean(int64(s.sums[top.slot].needs), needs), mean(int64(s.sums[top.slot].goals), goals)); score >= worst && q.suits(e, score) {
			found = insert(found, &candidate{entry: e, score: score}, k)
		}
	}
	q.breakTies(found, k)
	sortCandidates(found)
	return found[:min(k, len(found))]
}

// insert keeps the candidates sorted by score, and of those beyond the first k
// only the ones that score as much as the last of them.
func insert(found []*candidate, c *candidate, k int) []*candidate {
	at, _ := slices.BinarySearchFunc(found, c.score, func(f *candidate, score int32) int { return cmp.Compare(score, f.score) })
	found = slices.Insert(found, at, c)
	for len(found) > k && found[len(found)-1].score < found[k-1].score {
		found = found[:len(found)-1]
	}
	return found
}

// sumUp gives a score of which needs and goals are known already.
func (q *question) sumUp(e *entry, needs, goals int64) int32 {
	var sum int64
	for _, p := range q.parts {
		value := needs
		switch p.name {
		case NeedsPart:
		case GoalsPart:
			value = goals
		default:
			value = p.score(q, e)
		}
		sum += int64(p.weight) * value
	}
	return int32(mean(sum, q.total))
}

// mostOf gives a function for what a score can be at most, when only what costs
// nothing is looked at. It may say a little more than that, never less: so it may
// calculate with fractions.
func (q *question) mostOf(needs, goals int64) func(*fact, *sum) int32 {
	var rest, needsShare, goalsShare float64
	var parts []part
	for _, p := range q.parts {
		share := float64(p.weight) / float64(q.total)
		switch {
		case p.name == NeedsPart:
			needsShare = share / float64(needs)
		case p.name == GoalsPart:
			goalsShare = share / float64(goals)
		case p.most != nil:
			parts = append(parts, p)
		default:
			rest += share * scale
		}
	}
	const rounding = 2
	return func(f *fact, s *sum) int32 {
		most := rest + needsShare*float64(s.needs) + goalsShare*float64(s.goals)
		for _, p := range parts {
			most += float64(p.weight) / float64(q.total) * float64(p.most(q, f))
		}
		return int32(most) + rounding
	}
}

func weights(wishes []wish) int64 {
	var sum int64
	for _, w := range wishes {
		sum += w.weight
	}
	return sum
}

// heapify makes a heap with the highest bound on top.
func heapify(h []bound) {
	for i := len(h)/2 - 1; i >= 0; i-- {
		sink(h, i)
	}
}

func pop(h *[]bound) {
	last := len(*h) - 1
	(*h)[0] = (*h)[last]
	*h = (*h)[:last]
	sink(*h, 0)
}

func sink(h []bound, i int) {
	for {
		child := 2*i + 1
		if child >= len(h) {
			return
		}
		if child+1 < len(h) && h[child+1].score > h[child].score {
			child++
		}
		if h[i].score >= h[child].score {
			return
		}
		h[i], h[child] = h[child], h[i]
		i = child
	}
}
