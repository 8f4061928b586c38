package match

import (
	"cmp"
	"math"
	"slices"
	"sync"
)

// reader reads posting lists for one retrieval: it finds the most that each
// mentor can score by them. It is reused without being emptied: what an earlier
// retrieval has left bears an older mark.
type reader struct {
	sums    []sum
	mark    int32 // of the lists that are read; each reading of each retrieval has its own
	first   int32 // the mark before this retrieval's first
	touched []int32
	heap    []bound
	plan    []source
	far     int32 // answers up to this are left out
	beyond  int32 // the best answer that was left out of the plan
	missed  int32 // what the answers that were left out can add to a score, in units
	rest    rest
}

// sum is what the lists say of a slot.
type sum struct {
	mark  int32 // the reading that met the slot last
	bound int32 // in units
}

// source is a posting list with what it is worth as an answer, in
// ten-thousandths.
type source struct {
	value int32
	slots []int32
}

// bound is the most that a slot can score, in units.
type bound struct {
	most int32
	slot int32
}

// unit is a ten-thousandth of a score, the finest step of scores, in the units of
// bounds. Bounds are rounded up, so that they say a little too much and never too
// little: they may be calculated with fractions.
const unit = 1 << 14

func units(score float64) int32 { return int32(math.Ceil(score * unit)) }

// least is the lowest bound that can belong to a score: scores are rounded twice.
func least(score int32) int32 { return (score - 2) * unit }

// scratches holds readers for reuse by any index.
var scratches = sync.Pool{New: func() any { return &reader{} }}

// open begins a retrieval among so many slots. Marks start anew well before they
// run out.
func (r *reader) open(slots int, far int32) {
	if len(r.sums) < slots || r.mark > math.MaxInt32/2 {
		r.sums, r.mark = make([]sum, slots+slots/8), 0
	}
	r.first, r.far, r.missed = r.mark, far, 0
	r.touched, r.heap = r.touched[:0], r.heap[:0]
}

// list plans to read a list, unless it is too far.
func (r *reader) list(value int32, slots []int32) {
	switch {
	case len(slots) == 0:
	case value > r.far:
		r.plan = append(r.plan, source{value, slots})
	default:
		r.beyond = max(r.beyond, value)
	}
}

// read reads what was planned: the answers to one question, which is so large a
// share of the score. The lists are read from the most valuable down, so the
// first value that a slot meets is its best.
func (r *reader) read(share float64) {
	r.mark++
	r.missed += units(share * float64(r.beyond))
	slices.SortFunc(r.plan, func(a, b source) int { return cmp.Compare(b.value, a.value) })
	for _, from := range r.plan {
		add := units(share * float64(from.value-r.beyond))
		for _, slot := range from.slots {
			switch t := &r.sums[slot]; {
			case t.mark == r.mark:
			case t.mark > r.first:
				t.mark = r.mark
				t.bound += add
			default:
				*t = sum{r.mark, add}
				r.touched = append(r.touched, slot)
			}
		}
	}
	r.plan, r.beyond = r.plan[:0], 0
}

// fill puts those into the heap who can have at least so much and may share a
// language. It is written without jumps, for nobody could foresee them: everyone is
// put in, and overwritten by the next unless they count.
func (r *reader) fill(q *question, left *rest, least int32) {
	r.heap = slices.Grow(r.heap, len(r.touched))[:len(r.touched)]
	n := 0
	for _, slot := range r.touched {
		f := q.facts.at(slot)
		most := r.sums[slot].bound + left.of(f.style)
		r.heap[n] = bound{most, slot}
		next, counts := n+1, f.tongues&q.tongues
		if most+left.time < least {
			counts = 0
		}
		if counts != 0 {
			n = next
		}
	}
	r.heap = r.heap[:n]
	if left.table == nil {
		return
	}
	n = 0
	for _, b := range r.heap {
		b.most += left.timeWith(b.slot)
		r.heap[n] = b
		if b.most >= least {
			n++
		}
	}
	r.heap = r.heap[:n]
}

// heapify makes a heap with the highest bound on top.
func heapify(h []bound) {
	for i := len(h)/2 - 1; i >= 0; i-- {
		sink(h, i)
	}
}

func pop(h *[]bound) bound {
	top, last := (*h)[0], len(*h)-1
	(*h)[0] = (*h)[last]
	*h = (*h)[:last]
	sink(*h, 0)
	return top
}

func sink(h []bound, i int) {
	for {
		child := 2*i + 1
		if child >= len(h) {
			return
		}
		if child+1 < len(h) && h[child+1].most > h[child].most {
			child++
		}
		if h[i].most >= h[child].most {
			return
		}
		h[i], h[child] = h[child], h[i]
		i = child
	}
}
