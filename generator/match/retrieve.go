package match

import (
	"cmp"
	"slices"
	"sync"

	"ithaca/generator/portal"
)

// scratch is what one retrieval needs for every slot. It is reused, and empty
// between uses: only what was touched is cleaned.
type scratch struct {
	needs, goals []int64 // weighted sums of answers
	seen         []int32 // the number of the wish that counted a slot last
	touched      []int32
	heap         []bound
	plan         []source
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

func (s *scratch) fit(slots int) {
	if len(s.seen) < slots {
		s.needs, s.goals, s.seen = make([]int64, slots), make([]int64, slots), make([]int32, slots)
	}
}

func (s *scratch) clean() {
	for _, slot := range s.touched {
		s.needs[slot], s.goals[slot], s.seen[slot] = 0, 0, 0
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
	defer s.clean()
	s.fit(len(q.slots))
	number := int32(0)
	for _, w := range q.needs {
		number++
		q.gather(s, s.needs, w, number)
	}
	for _, w := range q.goals {
		number++
		q.gather(s, s.goals, w, number)
	}
	q.touchOthers(s)
	return q.best(s, k)
}

// gather adds the answers to one wish. The lists are read from the most valuable
// down, so the first value that a slot meets is its best.
func (q *question) gather(s *scratch, sums []int64, w wish, number int32) {
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
		add := w.weight * int64(from.value)
		for _, slot := range from.slots {
			if s.seen[slot] == number {
				continue
			}
			if s.seen[slot] == 0 {
				s.touched = append(s.touched, slot)
			}
			s.seen[slot] = number
			sums[slot] += add
		}
	}
}

// touchOthers adds those who can be suggested without sharing a topic: whom the
// person would choose, and who has made their move.
func (q *question) touchOthers(s *scratch) {
	touch := func(slot int32) {
		if s.seen[slot] == 0 {
			s.seen[slot] = -1
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
	for _, slot := range s.touched {
		f := &q.facts[slot]
		if q.tongues != 0 && f.languages != 0 && q.tongues&f.languages == 0 {
			continue
		}
		most := q.most(f, mean(s.needs[slot], needs), mean(s.goals[slot], goals))
		if most >= bandFloor {
			s.heap = append(s.heap, bound{most, slot})
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
		if q.filtered(e, nil) != "" {
			continue
		}
		if score := q.sum(e, mean(s.needs[top.slot], needs), mean(s.goals[top.slot], goals)); score >= worst {
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

// sum gives a score of which needs and goals are known already.
func (q *question) sum(e *entry, needs, goals int64) int32 {
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

// most gives what a score can be at most, when only what costs nothing is looked
// at.
func (q *question) most(f *fact, needs, goals int64) int32 {
	var sum int64
	for _, p := range q.parts {
		value := int64(scale)
		switch {
		case p.name == NeedsPart:
			value = needs
		case p.name == GoalsPart:
			value = goals
		case p.most != nil:
			value = p.most(q, f)
		}
		sum += int64(p.weight) * value
	}
	return int32(mean(sum, q.total))
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
