package cohort

import (
	"cmp"
	"slices"

	"ithaca/generator/order"
)

// Blocking is a blocking pair (Gale and Shapley 1962): both would rather have each other,
// by the score, than somebody they have or an empty place.
type Blocking struct {
	Request string `json:"request"`
	Mentor  string `json:"mentor"`
	Score   int    `json:"score"`
	Has     int    `json:"has"`   // the score of the request's weakest new pair; 0 where it still wants one
	Holds   int    `json:"holds"` // the score of the mentor's weakest new pair; 0 where a place is left
}

// blocking returns all blocking pairs, those who would gain most together first. Fixed
// pairs are kept.
func (t *reporter) blocking() []Blocking {
	all := []Blocking{}
	for _, i := range t.instance.order[requestSide] {
		has, ok := t.weakest(t.mentors[i], t.stillWanted(i), func(mentor int) Link { return Link{i, mentor} })
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
			holds, ok := t.weakest(t.people[p.Mentor], t.placesLeft(p.Mentor), func(request int) Link { return Link{request, p.Mentor} })
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

// weakest returns the lowest score of the new pairs that somebody has with others, and 0
// where more others would be taken; ok is false where there is neither.
func (t *reporter) weakest(with []int, more int, link func(int) Link) (score int, ok bool) {
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

// RankCount is how many new pairs have a rank, by score, on the lists of the two. Equal
// scores share the better rank.
type RankCount struct {
	Rank     int `json:"rank"`     // from 1
	Requests int `json:"requests"` // pairs in which the mentor has this rank for the request
	Mentors  int `json:"mentors"`  // and in which the request has it for the mentor
}

// ranks returns the ranks of new pairs with their counts, the best first.
func (t *reporter) ranks() []RankCount {
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

// rankIn returns the rank of a score, from 1, in a list sorted by descending score.
func rankIn(list []Pair, score int) int {
	at, _ := slices.BinarySearchFunc(list, score, func(p Pair, score int) int { return cmp.Compare(score, p.Score) })
	return at + 1
}
