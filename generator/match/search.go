package match

import (
	"cmp"
	"slices"

	"ithaca/generator/match/search"
	"ithaca/generator/tongue"
)

// best returns the best k mentors who can be suggested and pass every filter, in order.
// It is exact: from the posting lists of what was asked for and of its neighbours it
// computes an upper bound of each mentor's score, and scores mentors from the highest
// bound down until no bound reaches the lowest of the k best scores.
func (q *Query) best(k int) []*candidate {
	if q.total == 0 || k <= 0 {
		return nil
	}
	s := search.Begin(len(q.entries))
	defer s.End()
	q.searching = s
	defer func() { q.searching = nil }()
	rest := q.readPostings(s)
	worst := int32(1)
	asked := q.bits.Set(q.languages) | tongue.Unstated
	s.Heapify(rest, reaching(worst), func(mentor int32) bool { return q.tongues[mentor]&asked != 0 })
	var found []*candidate
	for number, more := s.Next(reaching(worst)); more; number, more = s.Next(reaching(worst)) {
		e := &q.entries[number]
		if score, enough := q.score(e, worst); enough && score >= worst && q.firstFailed(e, nil) == "" {
			found = insert(found, &candidate{e, score, q.tieKey(e)}, k)
			if len(found) >= k {
				worst = found[k-1].score
			}
		}
	}
	sortCandidates(found)
	return found[:min(k, len(found))]
}

// readPostings lets every signal read its posting lists, and returns the upper bound of
// what the signals without lists add to a score.
func (q *Query) readPostings(s *search.Search) (rest float32) {
	for _, signal := range q.inPlay {
		share := float32(signal.weight) / float32(q.total)
		if signal.find == nil {
			rest += share * scale
			continue
		}
		signal.find(q, s, share)
	}
	return rest
}

// insert inserts a candidate into found, which is sorted by score, and drops those
// beyond the first k that score less than the k-th.
func insert(found []*candidate, c *candidate, k int) []*candidate {
	at, _ := slices.BinarySearchFunc(found, c.score, func(f *candidate, score int32) int { return cmp.Compare(score, f.score) })
	found = slices.Insert(found, at, c)
	for len(found) > k && found[len(found)-1].score < found[k-1].score {
		found = found[:len(found)-1]
	}
	return found
}

// reaching returns the lowest upper bound that a mentor of a score can have: scores are
// rounded twice, bounds are sums of fractions.
func reaching(score int32) float32 { return float32(score) - 2 }
