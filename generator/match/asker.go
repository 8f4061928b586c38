package match

import (
	"slices"
	"strings"

	"ithaca/generator/fair"
	"ithaca/generator/portal"
)

// fairFor returns the key of a mentor in an answer to somebody: the hash also holds
// who asks, so that equal mentors come in another order for each of them. In lists
// that nobody has asked for it is the key itself.
func (q *question) fairFor(e *entry) uint32 {
	if q.asker == "" {
		return e.fair
	}
	return fair.Key(q.asker, e.mentor.Slug)
}

// asker names the week and who asks: by the pseudonym, and who has none by what is
// needed, in the order of the topics' addresses.
func (x *Index) asker(r *portal.Request, wishes ...[]wish) string {
	week := x.portal.Today.Week() + "/"
	if r.Slug != "" {
		return week + r.Slug
	}
	var topics []string
	for _, w := range slices.Concat(wishes...) {
		topics = append(topics, w.topic.Slug)
	}
	slices.Sort(topics)
	return week + strings.Join(topics, ",")
}
