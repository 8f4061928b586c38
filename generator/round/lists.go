package round

import (
	"ithaca/generator/cohort"
	"ithaca/generator/match"
	"ithaca/generator/portal"
)

const (
	// allPairs is up to how many pairs all are scored. In a larger cycle only the best
	// mentors of each request are, as many as the result depends on. Where a filter is
	// relaxed all pairs are scored, because match.Query.Best keeps to every filter.
	allPairs = 250_000
	// firstRead is how many mentors of each request are read at first, and nextRead the
	// factor by which that grows each time.
	firstRead, nextRead = 32, 4
)

// solve adds the pairs to the market and returns the assignment.
func (g *gathered) solve() (*cohort.Result, error) {
	if len(g.requests)*len(g.mentors) > allPairs && len(g.o.Relax) == 0 {
		return g.solveLists(firstRead)
	}
	for i := range g.requests {
		g.market.Pairs = append(g.market.Pairs, g.possiblePairs(i)...)
	}
	for j := range g.mentors {
		g.market.Mentors[j].Facts.RuledOut = filterSums(g.ruledOut[j])
	}
	return cohort.Solve(&g.market)
}

// solveLists reads the best mentors of each request, few at first, as far as it takes to
// prove that no unread pair would improve the assignment. In the report FirstCome, Greedy,
// Ranks and Blocking cover only the pairs that were read.
func (g *gathered) solveLists(few int) (*cohort.Result, error) {
	l := lists{gathered: g, few: few, read: make([]int, len(g.requests))}
	for j, m := range g.mentors {
		if g.market.Mentors[j].Places > 0 && !g.index.Takes(m) {
			l.unlisted = append(l.unlisted, j)
		}
	}
	result, err := cohort.SolveGrowing(&g.market, l.next)
	if err != nil {
		return nil, err
	}
	got := make([]int, len(g.requests))
	for _, p := range result.Pairs {
		got[p.Request]++
	}
	for i := range g.requests {
		if got[i] < g.market.Requests[i].Wants {
			g.possiblePairs(i) // notes what rules the others out
		}
	}
	return result, nil
}

// lists reads the mentors of each request, the best first, in growing portions.
type lists struct {
	*gathered
	few      int   // how many are read at first
	read     []int // by request: how many
	unlisted []int // mentors with places in this cycle whom Best never returns, because other cycles take their places
}

// next returns more pairs of a request as cohort.SolveGrowing asks for them, and the
// highest score that an unread one can have.
func (l *lists) next(i int) (pairs []cohort.Pair, unlisted int) {
	q, before := l.index.Query(l.requests[i]), l.read[i]
	l.read[i] = max(l.few, before*nextRead)
	best := q.Best(l.read[i])
	if len(best) == l.read[i] {
		unlisted = best[len(best)-1].Score
	}
	for _, b := range best[min(before, len(best)):] {
		if b.Score < l.o.MinScore {
			return l.withUnlisted(pairs, i, before, q), 0
		}
		if j, here := l.at[b.Mentor.Slug]; here {
			pairs = append(pairs, cohort.Pair{Request: i, Mentor: j, Score: b.Score})
		}
	}
	return l.withUnlisted(pairs, i, before, q), unlisted
}

// withUnlisted adds the pairs with unlisted mentors when a request is read for the first
// time, before being 0.
func (l *lists) withUnlisted(pairs []cohort.Pair, i, before int, q *match.Query) []cohort.Pair {
	if before > 0 {
		return pairs
	}
	for _, j := range l.unlisted {
		m := l.mentors[j]
		s := q.Score(m)
		if made := portal.Together(l.requests[i], l.cycle.ID)[m.Slug]; made == "" && s.Band != "" && s.Total >= l.o.MinScore && len(l.failing(q, s.Failed, m)) == 0 {
			pairs = append(pairs, cohort.Pair{Request: i, Mentor: j, Score: s.Total})
		}
	}
	return pairs
}
