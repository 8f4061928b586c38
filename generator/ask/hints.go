package ask

import (
	"cmp"
	"maps"
	"slices"

	"ithaca/generator/portal"
)

// Hint is something that would make a profile found more often.
type Hint struct {
	Kind string `json:"kind"` // ends-soon, no-levels
	Text string `json:"text"` // what to write and why, in sentences
}

// hints returns what would make a profile found more often, given the requests that
// are near to it.
func (m *Matching) hints(mentor *portal.Mentor, near []*portal.Request) []Hint {
	const soon = 30 // days
	hints := []Hint{}
	add := func(applies bool, kind string, filled ...any) {
		if applies {
			hints = append(hints, Hint{kind, m.words.Text("hint-"+kind, filled...)})
		}
	}
	asks := func(of func(*portal.Request) bool) bool { return slices.ContainsFunc(near, of) }
	until, wanted, unmeasured := mentor.Availability.Until, m.askedFor(mentor, near), []string(nil)
	for _, s := range mentor.Skills {
		if s.Level == 0 {
			unmeasured = append(unmeasured, m.portal.Topics.Title(s.Topic))
		}
	}
	closed := m.portal.Closed(mentor)
	add((closed == "" || closed == portal.CycleOver) && m.portal.Today.DaysUntil(until) <= soon, "ends-soon", "Day", until.String())
	add(m.portal.Over(mentor.Cycles), "past-cycles", "Words", mentor.Cycles)
	add(len(wanted) > 0, "asked-for", "Words", wanted, "Count", len(near))
	add(len(mentor.Skills) == 0, "no-skills")
	add(len(unmeasured) > 0, "no-levels", "Words", unmeasured)
	add(len(mentor.HelpsWith) == 0, "no-helps")
	add(mentor.Timezone == "", "no-timezone")
	add(len(mentor.Availability.Windows) == 0, "no-windows")
	moved := slices.ContainsFunc(mentor.Path, func(s portal.Step) bool { return s.Kind == portal.Move })
	add(!moved && asks(func(r *portal.Request) bool { return r.Move != portal.CareerMove{} }), "no-move")
	add(len(mentor.Offers) == 0 && asks(func(r *portal.Request) bool { return len(r.Offers) > 0 }), "no-offers")
	add(mentor.Style == portal.Style{} && asks(func(r *portal.Request) bool { return r.Style != portal.Style{} }), "no-style")
	return hints
}

// askedFor returns up to three topics that most of some requests name and the mentor
// does not, those with the most requests first. A topic that only requests name is
// one, too: nobody else helps with it. One request is no reason to name it.
func (m *Matching) askedFor(mentor *portal.Mentor, near []*portal.Request) []string {
	const most, fewest = 3, 2
	asked := map[string]int{}
	for _, r := range near {
		for _, title := range m.distinct(r.Topics()) {
			asked[title]++
		}
	}
	for _, title := range m.distinct(mentor.Topics()) {
		delete(asked, title)
	}
	maps.DeleteFunc(asked, func(_ string, requests int) bool { return requests < fewest })
	topics := slices.SortedFunc(maps.Keys(asked), func(x, y string) int {
		return cmp.Or(cmp.Compare(asked[y], asked[x]), cmp.Compare(x, y))
	})
	return topics[:min(most, len(topics))]
}

// distinct returns the titles of topics, each once.
func (m *Matching) distinct(refs []portal.TopicRef) []string {
	var all []string
	for _, ref := range refs {
		if title := m.portal.Topics.Title(ref); !slices.Contains(all, title) {
			all = append(all, title)
		}
	}
	return all
}
