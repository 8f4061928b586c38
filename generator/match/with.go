package match

import (
	"maps"
	"slices"

	"ithaca/generator/portal"
)

// With returns the index of a changed portal. Mentors that are the same values as
// before keep their place in it, and only the postings of those that changed are
// copied, so the cost of an edit hardly depends on the size of the portal. The
// answers are those of New(p); x stays as it was and answers as before.
func (x *Index) With(p *portal.Portal) *Index {
	if p.Today != x.portal.Today || p.Program.Weights != x.weights || !x.graph.sameAs(p.Topics) {
		return New(p)
	}
	y := &Index{
		portal: p, graph: x.graph.speaking(p.Topics), speech: x.speech, weights: x.weights, hours: x.hours, texts: &texts{},
		taken: takenPlaces(p), open: x.open,
		slots: x.slots.successor(), facts: x.facts.successor(), vacant: slices.Clone(x.vacant),
		order: make([]int32, len(p.Mentors)), topics: slices.Clone(x.topics), moves: slices.Clone(x.moves),
	}
	gone, come := y.follow(x)
	for _, e := range gone {
		y.leave(e)
	}
	changed := make([]int32, len(come))
	for at, i := range come {
		slot := y.place()
		changed[at], y.order[i] = slot, slot
		y.join(y.newEntry(p.Mentors[i], slot))
	}
	y.keepTimetables(x, changed)
	return y
}

// follow goes through both portals' mentors in the order of their slugs. It
// gives the entries that are gone and the places of mentors who have come; a
// changed mentor is both.
func (y *Index) follow(x *Index) (gone []*entry, come []int) {
	was, is := x.portal.Mentors, y.portal.Mentors
	moved := !maps.Equal(x.taken, y.taken)
	i, j := 0, 0
	for i < len(was) || j < len(is) {
		switch {
		case !moved && i < len(was) && j < len(is) && was[i] == is[j]:
			y.order[j] = x.order[i]
			i++
			j++
		case j == len(is) || i < len(was) && was[i].Slug < is[j].Slug:
			gone = append(gone, *x.slots.at(x.order[i]))
			i++
		case i == len(was) || is[j].Slug < was[i].Slug:
			come = append(come, j)
			j++
		default:
			e := *x.slots.at(x.order[i])
			y.order[j] = e.slot
			if was[i] != is[j] || moved && e.open != suggestible(is[j], y.taken[is[j].Slug], y.portal.Today) {
				gone = append(gone, e)
				come = append(come, j)
			}
			i++
			j++
		}
	}
	return gone, come
}

// place returns a free slot.
func (y *Index) place() int32 {
	if last := len(y.vacant) - 1; last >= 0 {
		slot := y.vacant[last]
		y.vacant = y.vacant[:last]
		return slot
	}
	y.slots.grow()
	y.facts.grow()
	return int32(y.slots.length - 1)
}

// leave takes an entry out of its slot and its postings, which are copied since
// they may be shared with an older index.
func (y *Index) leave(e *entry) {
	y.slots.set(e.slot, nil)
	y.vacant = append(y.vacant, e.slot)
	if !e.open {
		return
	}
	y.open--
	y.postingsOf(e, func(list *[]int32) { *list = without(*list, e.slot) })
}

// join is enter for lists that may be shared: appending copies them.
func (y *Index) join(e *entry) {
	y.hold(e)
	if !e.open {
		return
	}
	y.open++
	y.postingsOf(e, func(list *[]int32) { *list = append(slices.Clip(*list), e.slot) })
}

// postingsOf calls f for every list that an entry stands in or should.
func (y *Index) postingsOf(e *entry, f func(list *[]int32)) {
	for _, s := range e.skills {
		f(&y.topics[s.topic][s.level])
	}
	for _, s := range e.path {
		if s.to >= 0 {
			f(&y.moves[s.to].to)
		}
		if s.from >= 0 {
			f(&y.moves[s.from].from)
		}
	}
}

func without(list []int32, slot int32) []int32 {
	rest := make([]int32, 0, len(list))
	for _, s := range list {
		if s != slot {
			rest = append(rest, s)
		}
	}
	return rest
}
