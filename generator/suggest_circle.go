package generator

import (
	"slices"

	"ithaca/generator/match"
	"ithaca/generator/portal"
)

// helpful is how well a mentor must answer a need to be of help, as in a circle.
const helpful = 2500

// would looks for mentors who answer a topic by itself, though nobody in a circle
// does, and reports whether there are any.
func (m *Matching) would(a *Asked, t *portal.Topic) (Would, bool) {
	alone := *a.request
	alone.Goals = slices.DeleteFunc(slices.Clone(alone.Goals), func(ref portal.TopicRef) bool { return !m.means(ref, t) })
	alone.Needs = slices.DeleteFunc(slices.Clone(alone.Needs), func(n portal.Need) bool { return !m.means(n.Topic, t) })
	alone.Move, alone.Ranked, alone.Offers, alone.OffersBack = portal.CareerMove{}, nil, nil, nil
	alone.Windows, alone.Timezone, alone.Values, alone.Style = nil, "", nil, portal.Style{}
	w := Would{Need: t.Title}
	found, best, query := 0, 0, m.index.Query(&alone)
	for _, one := range m.portal.Mentors {
		j := query.Score(one)
		if j.Total < helpful {
			continue
		}
		found++
		if j.Total > best {
			best, w.Name = j.Total, one.Name
			w.Text = one.Name + " suits too little of the rest"
			if j.Failed != "" {
				w.Text = m.ruledOut(a.request, one, j.Failed)
			}
		}
	}
	w.More = max(0, found-1)
	return w, found > 0
}

// means reports whether a reference is to a topic, or in the same words.
func (m *Matching) means(ref portal.TopicRef, t *portal.Topic) bool {
	if known := m.portal.Topics.Of(ref); known != nil {
		return known == t
	}
	return ref.Key == t.Slug
}

// Short returns the titles of the topics that must be answered and that a suggested
// mentor answers not at all, by something else, or at a level below the goal.
func (m *Matching) Short(a *Asked, s Suggested) []string {
	var short []string
	for _, n := range a.request.Needs {
		if n.Want != portal.MustHave {
			continue
		}
		title, key := n.Topic.Text, n.Topic.Key
		if t := m.portal.Topics.Of(n.Topic); t != nil {
			title, key = t.Title, t.Slug
		}
		full := slices.ContainsFunc(s.Evidence, func(e Reason) bool {
			near := e.Relation == string(match.Same) || e.Relation == string(match.Narrower)
			return e.Kind == string(match.AnswersNeed) && e.Topic == key && near && (e.Level == 0 || e.Level >= e.Goal)
		})
		if !full {
			short = append(short, title)
		}
	}
	return short
}
