package generator

import (
	"cmp"
	"slices"

	"ithaca/generator/portal"
)

// HintKind names something that would make a profile found more often.
type HintKind string

// The hints, in the order in which they are given. The last three are given only
// where requests that are near ask for it.
const (
	EndsSoon    HintKind = "ends-soon"   // Day: when the availability ends
	PastCycles  HintKind = "past-cycles" // Words: ids of cycles, all of which have ended
	AskedFor    HintKind = "asked-for"   // Words: titles of topics; Requests
	NoTopics    HintKind = "no-skills"   // the profile names no skills
	NoLevels    HintKind = "no-levels"   // Words: titles of topics
	NoHelpsWith HintKind = "no-helps"    // no goals and challenges
	NoTimezone  HintKind = "no-timezone" // no time zone
	NoWindows   HintKind = "no-windows"  // no hours of the week
	NoMove      HintKind = "no-move"     // no change of field in the path
	NoOffers    HintKind = "no-offers"   // no concrete offers
	NoStyle     HintKind = "no-style"    // no way of working
)

// Hint is one of them. Which fields are set depends on its kind.
type Hint struct {
	Kind     HintKind
	Words    []string
	Day      string // 2026-03-31
	Requests int    // how many were looked at
}

const (
	soon        = 30 // days
	hintTopics  = 3
	fewestAsked = 2 // one request that asks for a topic is no reason to name it
)

// hints returns what would make a profile found more often, given the requests that
// are near to it.
func (a advisor) hints(m *portal.Mentor, near []*portal.Request) []Hint {
	var hints []Hint
	add := func(applies bool, h Hint) {
		if applies {
			hints = append(hints, h)
		}
	}
	until := m.Availability.Until
	left := a.portal.Today.DaysUntil(until)
	wanted, unmeasured := a.askedFor(m, near), a.withoutLevel(m)
	add(m.Availability.HasPlaces(a.portal.Today) && left <= soon, Hint{Kind: EndsSoon, Day: until.String()})
	add(a.onlyPast(m.Cycles), Hint{Kind: PastCycles, Words: m.Cycles})
	add(len(wanted) > 0, Hint{Kind: AskedFor, Words: wanted, Requests: len(near)})
	add(len(m.Skills) == 0, Hint{Kind: NoTopics})
	add(len(unmeasured) > 0, Hint{Kind: NoLevels, Words: unmeasured})
	add(len(m.HelpsWith) == 0, Hint{Kind: NoHelpsWith})
	add(m.Timezone == "", Hint{Kind: NoTimezone})
	add(len(m.Availability.Windows) == 0, Hint{Kind: NoWindows})
	some := func(asks func(*portal.Request) bool) bool { return slices.ContainsFunc(near, asks) }
	moved := slices.ContainsFunc(m.Path, func(s portal.Step) bool { return s.Kind == portal.Move })
	add(!moved && some(func(r *portal.Request) bool { return r.Move != portal.CareerMove{} }), Hint{Kind: NoMove})
	add(len(m.Offers) == 0 && some(func(r *portal.Request) bool { return len(r.Offers) > 0 }), Hint{Kind: NoOffers})
	add(m.Style == portal.Style{} && some(func(r *portal.Request) bool { return r.Style != portal.Style{} }), Hint{Kind: NoStyle})
	return hints
}

// askedFor returns the topics that most of some requests name and the mentor does
// not, those with the most requests first. A topic that only requests name is
// one, too: nobody else helps with it.
func (a advisor) askedFor(m *portal.Mentor, near []*portal.Request) []string {
	named := map[string]bool{}
	for _, ref := range slices.Concat(m.HelpsWith, m.Industries) {
		named[a.title(ref)] = true
	}
	for _, s := range m.Skills {
		named[a.title(s.Topic)] = true
	}
	asked := map[string]int{}
	for _, r := range near {
		once := map[string]bool{}
		refs := slices.Clone(r.Goals)
		for _, n := range r.Needs {
			refs = append(refs, n.Topic)
		}
		for _, ref := range refs {
			if t := a.title(ref); !named[t] && !once[t] {
				once[t] = true
				asked[t]++
			}
		}
	}
	var topics []string
	for t, n := range asked {
		if n >= fewestAsked {
			topics = append(topics, t)
		}
	}
	slices.SortFunc(topics, func(x, y string) int {
		return cmp.Or(cmp.Compare(asked[y], asked[x]), cmp.Compare(x, y))
	})
	return topics[:min(hintTopics, len(topics))]
}

// title names what a reference means: a topic, or what was written.
func (a advisor) title(ref portal.TopicRef) string {
	if t := a.portal.Topics.Of(ref); t != nil {
		return t.Title
	}
	return ref.Text
}

// withoutLevel names the skills of which a profile does not say how well the
// mentor knows them.
func (a advisor) withoutLevel(m *portal.Mentor) []string {
	var topics []string
	for _, s := range m.Skills {
		if s.Level == 0 {
			topics = append(topics, a.title(s.Topic))
		}
	}
	return topics
}

// onlyPast reports whether cycles are named, and all of them have ended.
func (a advisor) onlyPast(ids []string) bool {
	for _, c := range a.portal.Program.Cycles {
		if slices.Contains(ids, c.ID) && c.Phase(a.portal.Today) != portal.Ended {
			return false
		}
	}
	return len(ids) > 0
}
