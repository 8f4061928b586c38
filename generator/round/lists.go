package round

import (
	"ithaca/generator/cohort"
	"ithaca/generator/match"
	"ithaca/generator/portal"
)

const (
	// allPairs is up to how many pairs of a cycle are all compared. In a larger one only
	// the best mentors of each request are, as many as the result depends on.
	// Where a filter is relaxed all pairs are compared, because the lists keep to it.
	allPairs = 250_000
	// firstRead is how many of them are read at first, and nextRead how many times as
	// many the next time.
	firstRead, nextRead = 32, 4
)

// solve makes the pairs of the market and assigns them.
func (g *gathered) solve() (*cohort.Result, error) {
	if len(g.requests)*len(g.mentors) > allPairs && len(g.o.Relax) == 0 {
		return g.solveLists(firstRead)
	}
	for i := range g.requests {
		g.market.Pairs = append(g.market.Pairs, g.compare(i)...)
	}
	for j := range g.mentors {
		g.market.Mentors[j].Facts.RuledOut = sums(g.ruledOut[j])
	}
	return cohort.Solve(&g.market)
}

// solveLists reads the lists of the best mentors, at first so many of each, as far as it
// takes to prove that no pair beyond them would be better. The sums of the report that
// compare with other ways of assigning, and the ranks and blocking pairs, know only the
// pairs that were read.
func (g *gathered) solveLists(few int) (*cohort.Result, error) {
	l := lists{gathered: g, few: few, read: make([]int, len(g.requests))}
	for j, m := range g.mentors {
		if g.market.Mentors[j].Places > 0 && !g.index.Takes(m) {
			l.apart = append(l.apart, j)
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
			g.compare(i) // for what rules the others out
		}
	}
	return result, nil
}

// lists are the mentors of each request, the best first, as far as they were read.
type lists struct {
	*gathered
	few   int
	read  []int // by request: how many
	apart []int // mentors with places here whom no list holds: the index counts them as taken
}

// next returns more pairs of a request, and the most that one beyond them can score.
func (l *lists) next(i int) (pairs []cohort.Pair, unlisted int) {
	q, before := l.index.Query(l.requests[i]), l.read[i]
	l.read[i] = max(l.few, before*nextRead)
	best := q.Best(l.read[i])
	if len(best) == l.read[i] {
		unlisted = best[len(best)-1].Score
	}
	for _, b := range best[min(before, len(best)):] {
		if b.Score < l.o.MinScore {
			return l.withApart(pairs, i, before, q), 0
		}
		if j, here := l.at[b.Mentor.Slug]; here {
			pairs = append(pairs, cohort.Pair{Request: i, Mentor: j, Score: b.Score})
		}
	}
	return l.withApart(pairs, i, before, q), unlisted
}

// withApart adds, when a list is read first, the mentors whom no list holds.
func (l *lists) withApart(pairs []cohort.Pair, i, before int, q *match.Query) []cohort.Pair {
	if before > 0 {
		return pairs
	}
	for _, j := range l.apart {
		m := l.mentors[j]
		s := q.Score(m)
		if made := portal.Together(l.requests[i], l.cycle.ID)[m.Slug]; made == "" && s.Band != "" && s.Total >= l.o.MinScore && len(l.failing(q, s.Failed, m)) == 0 {
			pairs = append(pairs, cohort.Pair{Request: i, Mentor: j, Score: s.Total})
		}
	}
	return pairs
}
