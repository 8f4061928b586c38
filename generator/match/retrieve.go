package match

import (
	"cmp"
	"slices"
)

// retrieve returns the best k mentors who pass every filter and have a band, in
// order. It is exact: what is left out cannot score higher.
//
// Only the postings of what was asked for and of its neighbours are read, and
// most searches need no more than the nearest of these: the best k found there
// nearly always score more than anybody can by far answers alone. Where they do
// not, everything is read.
func (q *question) retrieve(k int) []*candidate {
	if q.total == 0 || k <= 0 {
		return nil
	}
	r := scratches.Get().(*reader)
	defer scratches.Put(r)
	const few = 4 // the best of fewer are not worth a search of their own
	floor := int32(bandFloor)
	if k <= q.open/few {
		found, sure := q.best(r, k, farAnswer, floor)
		if sure {
			return q.ordered(found, k)
		}
		if len(found) >= k {
			floor = found[k-1].score
		}
	}
	found, _ := q.best(r, k, 0, floor)
	return q.ordered(found, k)
}

// farAnswer is the most that a topic beside the one that was asked for is worth.
const farAnswer = besideClose * 100

func (q *question) ordered(found []*candidate, k int) []*candidate {
	q.breakTies(found, k)
	sortCandidates(found)
	return found[:min(k, len(found))]
}

// best scores whom the lists give, from the highest bound down, until no bound
// reaches the worst of the best k, who score at least worst. Answers worth up to
// far are not looked for; sure tells that nobody who has only such answers belongs
// to the best k.
func (q *question) best(r *reader, k int, far, worst int32) (found []*candidate, sure bool) {
	r.open(q.slots.length, far)
	rest := q.read(r)
	r.fill(q, rest, least(worst))
	heapify(r.heap)
	for len(r.heap) > 0 && r.heap[0].most >= least(worst) {
		e := *q.slots.at(pop(&r.heap).slot)
		if !q.passes(e) {
			continue
		}
		if score, enough := q.weighed(e, worst); enough && score >= worst {
			found = insert(found, &candidate{entry: e, score: score}, k)
			if len(found) >= k {
				worst = found[k-1].score
			}
		}
	}
	return found, len(found) >= k && rest.most() < least(worst)
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

// read reads the lists of every part that finds mentors by lists, and gives what
// the other parts can add, and answers that were not looked for.
func (q *question) read(r *reader) *rest {
	left := &r.rest
	left.all, left.time, left.styled, left.table = 0, 0, false, nil
	for _, p := range q.parts {
		share := float64(p.weight) / float64(q.total)
		switch {
		case p.find != nil:
			p.find(q, r, share)
		case p.most != nil:
			p.most(q, left, share)
		default:
			left.all += units(share * scale)
		}
	}
	left.all += r.missed
	return left
}
