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
	return fair.Key(q.portal.Today.Week()+"/"+q.asker, e.mentor.Slug)
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
