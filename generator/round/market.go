package round

import (
	"cmp"
	"maps"
	"slices"

	"ithaca/generator/cohort"
	"ithaca/generator/each"
	"ithaca/generator/match"
	"ithaca/generator/order"
	"ithaca/generator/portal"
	"ithaca/generator/tongue"
)

// gathered is the market of a cycle, with the people at its positions.
type gathered struct {
	portal   *portal.Portal
	index    *match.Index // private
	public   *match.Index
	cycle    *portal.Cycle
	o        Options
	market   cohort.Market
	requests []*portal.Request // by position in the market
	mentors  []*portal.Mentor  // by position in the market
	leftOut  []LeftOut
	at       map[string]int   // positions of mentors by slug
	others   []*portal.Mentor // open, but only for other cycles
	ruledOut []map[string]int // by mentor: how many requests each filter rules out
}

// The names under which a report counts pairs that no filter rules out.
const (
	weak   = "fit"       // the mentor suits too little to be suggested
	tooLow = "min-score" // the pair scores less than Options.MinScore
)

// nearMost is how many near pairs of a request are kept at most.
const nearMost = 5

// gather returns the market of a cycle without its pairs, which solve adds.
func gather(p *portal.Portal, x *match.Index, cycle *portal.Cycle, o Options) *gathered {
	g := &gathered{portal: p, index: x.Private(), public: x, cycle: cycle, o: o, at: map[string]int{}, leftOut: []LeftOut{}}
	g.addRequests()
	g.addMentors()
	g.addLanguages()
	for i := range g.requests {
		g.addDecided(i)
	}
	return g
}

func (g *gathered) addRequests() {
	for _, r := range g.portal.Drafts.Requests {
		if r.Cycle == g.cycle.ID {
			g.leftOut = append(g.leftOut, LeftOut{Request: r.Slug, Why: Draft})
		}
	}
	for _, r := range g.portal.Requests {
		if r.Cycle != g.cycle.ID {
			continue
		}
		if why := leftOut(r); why != "" {
			g.leftOut = append(g.leftOut, LeftOut{Request: r.Slug, Why: why})
			continue
		}
		one := cohort.Request{ID: r.Slug, Wants: max(1, g.cycle.MentorsPerMentee)}
		if !r.WaitingSince.IsZero() {
			one.Waiting = max(0, r.WaitingSince.DaysUntil(g.portal.Today))
		}
		one.Facts.Topics = g.portal.Topics.Slugs(r.Topics())
		g.requests, g.market.Requests = append(g.requests, r), append(g.market.Requests, one)
	}
}

// addMentors adds the mentors who are open for the cycle, even if pairs of other cycles
// take all their places, and those with fixed pairs or places from Options.More.
func (g *gathered) addMentors() {
	together, taken := map[string]int{}, map[string]int{}
	for _, r := range g.portal.Requests {
		for i := range g.portal.Program.Cycles {
			id := g.portal.Program.Cycles[i].ID
			for mentor := range portal.Together(r, id) {
				if id == g.cycle.ID {
					together[mentor]++
				} else if !g.portal.Over([]string{id}) {
					taken[mentor]++
				}
			}
		}
	}
	for _, m := range g.portal.Drafts.Mentors {
		g.leftOut = append(g.leftOut, LeftOut{Mentor: m.Slug, Why: Draft})
	}
	for _, m := range g.portal.Mentors {
		if slices.Contains(g.o.Without, m.Slug) {
			continue
		}
		places, stated := m.Places()
		one := cohort.Mentor{ID: m.Slug, Places: places - taken[m.Slug], Minimum: max(0, m.MinimumPeople()-taken[m.Slug]), Taken: taken[m.Slug]}
		if !stated {
			one.Places = 1 - taken[m.Slug]
		}
		one.Places = max(0, one.Places)
		elsewhere := len(m.Cycles) > 0 && !slices.Contains(m.Cycles, g.cycle.ID)
		if why := g.portal.Closed(m); why != "" || elsewhere {
			one.Places = 0
			if together[m.Slug] == 0 && g.o.More[m.Slug] == 0 {
				if why != "" && !elsewhere {
					g.leftOut = append(g.leftOut, LeftOut{Mentor: m.Slug, Why: Why(why)})
				} else if why == "" {
					g.others = append(g.others, m)
				}
				continue
			}
		}
		one.Places += g.o.More[m.Slug]
		one.Facts.Topics = g.offered(m)
		g.at[m.Slug] = len(g.mentors)
		g.mentors, g.market.Mentors, g.ruledOut = append(g.mentors, m), append(g.market.Mentors, one), append(g.ruledOut, map[string]int{})
	}
}

// addDecided adds the fixed pairs of a request.
func (g *gathered) addDecided(i int) {
	r := g.requests[i]
	made, q := portal.Together(r, g.cycle.ID), g.index.Query(r)
	for _, mentor := range slices.Sorted(maps.Keys(made)) {
		j, here := g.at[mentor]
		if !here {
			g.leftOut = append(g.leftOut, LeftOut{r.Slug, mentor, MentorGone})
			continue
		}
		g.market.Fixed = append(g.market.Fixed, cohort.Fixed{Request: i, Mentor: j, Score: q.Score(g.mentors[j]).Total, By: string(made[mentor])})
	}
}

// possiblePairs returns the pairs of a request that may be made, of all mentors of the
// market, and notes what rules out the others.
func (g *gathered) possiblePairs(i int) []cohort.Pair {
	r := g.requests[i]
	made, q := portal.Together(r, g.cycle.ID), g.index.Query(r)
	out, near, pairs := map[string]int{}, []cohort.Near{}, []cohort.Pair{}
	q.EachScore(g.mentors, func(j int, s match.Score) {
		m := g.mentors[j]
		if made[m.Slug] != "" {
			return
		}
		failing := g.failing(q, s.Failed, m)
		by, suits := "", s.Band != "" && s.Total >= g.o.MinScore
		if len(failing) > 0 {
			by = string(failing[0])
		}
		switch {
		case by == "" && suits:
			pairs = append(pairs, cohort.Pair{Request: i, Mentor: j, Score: s.Total})
			return
		case by == "" && s.Band != "":
			by = tooLow
		case by == "":
			by = weak
		case suits && len(failing) == 1 && changeable(failing[0]):
			near = append(near, cohort.Near{Other: j, Filter: by, Score: s.Total})
		}
		out[by]++
		g.ruledOut[j][by]++
	})
	order.Stable(near, func(a, b cohort.Near) int { return cmp.Compare(b.Score, a.Score) })
	facts := &g.market.Requests[i].Facts
	facts.Near, facts.RuledOut = near[:min(len(near), nearMost)], filterSums(out)
	return pairs
}

// filterSums returns how many pairs each filter rules out, the one that rules out most first.
func filterSums(counts map[string]int) []cohort.FilterSum {
	all := each.Of(slices.Sorted(maps.Keys(counts)), func(by string) cohort.FilterSum { return cohort.FilterSum{Filter: by, Count: counts[by]} })
	order.Stable(all, func(a, b cohort.FilterSum) int { return b.Count - a.Count })
	return all
}

// elsewhere returns the mentor of another cycle who would suit a request best, if that
// is all that rules them out.
func (g *gathered) elsewhere(request string) *cohort.Change {
	var best *cohort.Change
	q := g.index.Query(portal.Find(g.portal.Requests, request))
	for _, m := range g.others {
		s := q.Score(m)
		if suits := s.Band != "" && s.Total >= g.o.MinScore && (best == nil || s.Total > best.Score); suits && slices.Equal(q.AllFailed(m), []match.Filter{match.ByCycle}) {
			best = &cohort.Change{Kind: cohort.WithoutFilter, Mentor: m.Slug, Filter: string(match.ByCycle), Score: s.Total}
		}
	}
	return best
}

// failing returns the filters that rule a pair out, given the first that it fails. A filter
// for places that only pairs take does not count, because the assignment decides about them.
func (g *gathered) failing(q *match.Query, first match.Filter, m *portal.Mentor) []match.Filter {
	if first == "" {
		return nil
	}
	all := q.AllFailed(m)
	if first == match.ByAvailability && g.portal.HasPlaces(m) {
		all = all[1:]
	}
	return slices.DeleteFunc(all, func(f match.Filter) bool { return slices.Contains(g.o.Relax, string(f)) })
}

// changeable reports whether people could change what a filter asks for without going
// back on a decision: a language learnt, another way to meet, and so on.
func changeable(f match.Filter) bool {
	switch f {
	case match.ByLanguage, match.ByKind, match.ByFormat, match.ByDuration, match.ByTown, match.ByStage:
		return true
	}
	return false
}

// offered returns the slugs of the topics with which a mentor helps.
func (g *gathered) offered(m *portal.Mentor) []string {
	skills := each.Of(m.Skills, func(s portal.Skill) portal.TopicRef { return s.Topic })
	return g.portal.Topics.Slugs(slices.Concat(m.HelpsWith, skills))
}

// inLanguage is the prefix of the keys of languages among those of topics: a program may
// have to recruit for either.
const inLanguage = "language:"

// addLanguages adds languages to what is asked for and offered. Those who speak one that
// half of the mentors speak do not lack mentors because of it.
func (g *gathered) addLanguages() {
	speakers := map[string]int{}
	for j, m := range g.mentors {
		for _, base := range slices.Compact(slices.Sorted(slices.Values(tongue.AllUnderstood(m.Languages)))) {
			speakers[base]++
			g.market.Mentors[j].Facts.Topics = append(g.market.Mentors[j].Facts.Topics, inLanguage+base)
		}
	}
	for i, r := range g.requests {
		bases := tongue.Bases(r.Languages)
		if slices.ContainsFunc(bases, func(base string) bool { return 2*speakers[base] >= len(g.mentors) }) {
			continue
		}
		for _, base := range bases {
			g.market.Requests[i].Facts.Topics = append(g.market.Requests[i].Facts.Topics, inLanguage+base)
		}
	}
}

// Missing is a field that would help to match people, and who leaves it empty.
type Missing struct {
	Field    string   `json:"field"`
	Requests []string `json:"requests"`
	Mentors  []string `json:"mentors"`
}

// missing returns the fields that somebody leaves empty, those that most people do first.
func (g *gathered) missing() []Missing {
	fields := []string{"availability.capacity", "languages", "needs", "timezone", "waiting_since", "windows"}
	all := each.Of(fields, func(field string) Missing { return Missing{field, []string{}, []string{}} })
	for _, r := range g.requests {
		for i, empty := range []bool{len(r.Languages) == 0, len(r.Needs) == 0, r.Timezone == "", r.WaitingSince.IsZero(), len(r.Windows) == 0} {
			if empty {
				all[1+i].Requests = append(all[1+i].Requests, r.Slug)
			}
		}
	}
	for _, m := range g.mentors {
		if _, stated := m.Places(); !stated {
			all[0].Mentors = append(all[0].Mentors, m.Slug)
		}
	}
	all = slices.DeleteFunc(all, func(m Missing) bool { return len(m.Requests)+len(m.Mentors) == 0 })
	order.Stable(all, func(a, b Missing) int { return len(b.Requests) + len(b.Mentors) - len(a.Requests) - len(a.Mentors) })
	return all
}
