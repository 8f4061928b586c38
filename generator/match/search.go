package match

import (
	"cmp"
	"slices"

	"ithaca/generator/match/search"
	"ithaca/generator/tongue"
)

// best returns the best k mentors who pass every filter and suit enough, in order.
// It is exact: by the posting lists of what was asked for and of its neighbours it
// computes an upper bound of each mentor's score, and scores them from the highest
// bound down until no bound reaches the worst of the best k.
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
	s.Fill(rest, reaching(worst), func(mentor int32) bool { return q.tongues[mentor]&asked != 0 })
	var found []*candidate
	for number, more := s.Next(reaching(worst)); more; number, more = s.Next(reaching(worst)) {
		e := &q.entries[number]
		if score, enough := q.score(e, worst); enough && score >= worst && q.firstFailed(e, nil) == "" {
			found = insert(found, &candidate{e, score, q.fairFor(e)}, k)
			if len(found) >= k {
				worst = found[k-1].score
			}
		}
	}
	sortCandidates(found)
	return found[:min(k, len(found))]
}

// readPostings lets every signal read its posting lists, and returns the most that
// those without lists can add to anybody's score.
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

// reaching returns the least bound that can belong to a score: scores are rounded
// twice, bounds are sums of fractions.
func reaching(score int32) float32 { return float32(score) - 2 }
