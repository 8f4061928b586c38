package match

import (
	"slices"

	"ithaca/generator/match/search"
)

// WouldChoose is that the person would choose the mentor. It uses Rank.
const WouldChoose Reason = "ranked"

// rankedSignal is whom the person would choose.
func rankedSignal() signal {
	return signal{
		name:     "ranked",
		suffices: true,
		asked:    func(q *Query) bool { return len(q.ranked) > 0 },
		find:     (*Query).findRanked,
		score:    (*Query).scoreRanked,
		explain: func(x *explanation) {
			if rank := x.rank(x.entry); rank > 0 {
				x.add(Evidence{Reason: WouldChoose, Rank: rank}, x.scoreRanked(x.entry))
			}
		},
	}
}

// rank returns the rank of a mentor among those the person would choose, from 1;
// 0 for none.
func (q *Query) rank(e *entry) int { return slices.Index(q.ranked, e) + 1 }

// findRanked reads those whom the person would choose and who have an open place.
func (q *Query) findRanked(s *search.Search, share float32) {
	for _, e := range q.ranked {
		if e != nil && e.takes {
			s.Add(int32(q.scoreRanked(e)), []int32{e.number})
		}
	}
	s.Read(share)
}

// scoreRanked returns a whole for the first choice and a fifth less for each that
// follows; 0 from the sixth on.
func (q *Query) scoreRanked(e *entry) int64 {
	rank := q.rank(e)
	if rank == 0 || rank > 5 {
		return 0
	}
	return int64(scale - (rank-1)*scale/5)
}
