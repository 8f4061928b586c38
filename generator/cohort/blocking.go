package cohort

import (
	"cmp"
	"slices"

	"ithaca/generator/order"
)

// Blocking is a pair who would both rather have each other than somebody they have, by
// the score: the price of what is best for all together.
type Blocking struct {
	Request string `json:"request"`
	Mentor  string `json:"mentor"`
	Score   int    `json:"score"`
	Has     int    `json:"has"`   // the score of the request's weakest new pair; 0 where it still wants one
	Holds   int    `json:"holds"` // the score of the mentor's weakest new pair; 0 where a place is left
}

// blocking returns all blocking pairs, those who would gain most together first. Pairs
// that people made do not move.
func (t *told) blocking() []Blocking {
	all := []Blocking{}
	for _, i := range t.requests {
		has, ok := t.weakest(t.mentors[i], t.wanting(i), func(mentor int) Link { return Link{i, mentor} })
		if !ok {
			continue
		}
		for _, p := range t.offers[i] {
			if p.Score <= has {
				break
			}
			if t.made[Link{i, p.Mentor}] != nil || t.closed[p.Mentor] {
				continue
			}
			holds, ok := t.weakest(t.people[p.Mentor], t.left(p.Mentor), func(request int) Link { return Link{request, p.Mentor} })
			if ok && p.Score > holds {
				all = append(all, Blocking{t.request(i), t.mentor(p.Mentor), p.Score, has, holds})
			}
		}
	}
	order.Stable(all, func(a, b Blocking) int {
		return cmp.Compare(2*b.Score-b.Has-b.Holds, 2*a.Score-a.Has-a.Holds)
	})
	return all
}

// weakest returns the lowest score of somebody's new pairs, 0 where more would be taken,
// and whether there is anything to change at all.
func (t *told) weakest(with []int, more int, link func(int) Link) (score int, ok bool) {
	if more > 0 {
		return 0, true
	}
	for _, other := range with {
		if p := t.made[link(other)]; p.Fixed == "" && (!ok || p.Score < score) {
			score, ok = p.Score, true
		}
	}
	return score, ok
}

// RankCount is how many new pairs are so high on somebody's list. People who score the
// same share the better rank.
type RankCount struct {
	Rank     int `json:"rank"`     // from 1
	Requests int `json:"requests"` // pairs in which the mentor has this rank for the request
	Mentors  int `json:"mentors"`  // and in which the request has it for the mentor
}

// ranks counts the ranks obtained, the best first.
func (t *told) ranks() []RankCount {
	counts := map[int]*RankCount{}
	count := func(rank int) *RankCount {
		if counts[rank] == nil {
			counts[rank] = &RankCount{Rank: rank}
		}
		return counts[rank]
	}
	for _, p := range t.Pairs {
		if p.Fixed == "" {
			count(rankIn(t.offers[p.Request], p.Score)).Requests++
			count(rankIn(t.suitors[p.Mentor], p.Score)).Mentors++
		}
	}
	all := []RankCount{}
	for _, c := range counts {
		all = append(all, *c)
	}
	order.Stable(all, func(a, b RankCount) int { return cmp.Compare(a.Rank, b.Rank) })
	return all
}

// rankIn returns 1 more than how many pairs of a sorted list score higher.
func rankIn(list []Pair, score int) int {
	at, _ := slices.BinarySearchFunc(list, score, func(p Pair, score int) int { return cmp.Compare(score, p.Score) })
	return at + 1
}
