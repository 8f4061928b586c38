// Package fair orders people so that no name, fame or date of joining ever decides.
//
// It takes a week and the names by which people are known, and returns keys and
// orders that change from week to week. It does not know what the people offer.
package fair

import (
	"cmp"
	"hash/fnv"
	"slices"
)

// Key orders what nothing else orders: the 32-bit FNV-1a hash of
// "2026-W47/slug", so that each ISO week gives every mentor a new rank and no
// name, fame or date of joining ever decides.
func Key(week, slug string) uint32 {
	h := fnv.New32a()
	h.Write([]byte(week))
	h.Write([]byte{'/'})
	h.Write([]byte(slug))
	return h.Sum32()
}

// Order returns people in the order in which lists show them in an ISO week
// ("2026-W47"): those who take somebody first, then by key, then (for the rare equal
// keys) by slug. The argument is left as it was.
func Order[T any](people []T, week string, slug func(T) string, takes func(T) bool) []T {
	type ordered struct {
		person T
		rank   uint64 // the key, above all others for those who take nobody
	}
	order := make([]ordered, len(people))
	for i, p := range people {
		order[i] = ordered{p, uint64(Key(week, slug(p)))}
		if !takes(p) {
			order[i].rank |= 1 << 32
		}
	}
	slices.SortFunc(order, func(a, b ordered) int {
		if a.rank != b.rank {
			return cmp.Compare(a.rank, b.rank)
		}
		return cmp.Compare(slug(a.person), slug(b.person))
	})
	sorted := make([]T, len(order))
	for i, o := range order {
		sorted[i] = o.person
	}
	return sorted
}
