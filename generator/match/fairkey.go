package match

import (
	"cmp"
	"hash/fnv"
	"slices"
	"strings"

	"ithaca/generator/portal"
)

// FairKey orders what nothing else orders: the 32-bit FNV-1a hash of
// "2026-W47/slug", so that each ISO week gives every mentor a new rank and no
// name, fame or date of joining ever decides. The week is Date.Week.
func FairKey(week, slug string) uint32 {
	h := fnv.New32a()
	h.Write([]byte(week))
	h.Write([]byte{'/'})
	h.Write([]byte(slug))
	return h.Sum32()
}

// fairFor returns the key of a mentor in an answer to somebody: the hash also holds
// who asks, so that equal mentors come in another order for each of them. In lists
// that nobody has asked for it is the key itself.
func (q *question) fairFor(e *entry) uint32 {
	if q.asker == "" {
		return e.fair
	}
	return FairKey(q.portal.Today.Week()+"/"+q.asker, e.mentor.Slug)
}

// asker names who asks: by the pseudonym, and who has none by what is needed, in the
// order of the topics' addresses.
func asker(r *portal.Request, wishes ...[]wish) string {
	if r.Slug != "" {
		return r.Slug
	}
	var topics []string
	for _, w := range slices.Concat(wishes...) {
		topics = append(topics, w.topic.Slug)
	}
	slices.Sort(topics)
	return strings.Join(topics, ",")
}

// FairOrder returns the mentors in the order in which lists show them in an ISO week
// ("2026-W47"): those who take somebody first, then by fair key, then (for the rare
// equal keys) by slug. The argument is left as it was.
func FairOrder(mentors []*portal.Mentor, week string, takes func(*portal.Mentor) bool) []*portal.Mentor {
	type ordered struct {
		mentor *portal.Mentor
		full   int // 1 for those who take nobody
		key    uint32
	}
	order := make([]ordered, len(mentors))
	for i, m := range mentors {
		order[i] = ordered{m, 1, FairKey(week, m.Slug)}
		if takes(m) {
			order[i].full = 0
		}
	}
	slices.SortFunc(order, func(a, b ordered) int {
		return cmp.Or(cmp.Compare(a.full, b.full), cmp.Compare(a.key, b.key), cmp.Compare(a.mentor.Slug, b.mentor.Slug))
	})
	sorted := make([]*portal.Mentor, len(order))
	for i, o := range order {
		sorted[i] = o.mentor
	}
	return sorted
}
