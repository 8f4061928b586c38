package match

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"ithaca/generator/fair"
	"ithaca/generator/match/hours"
	"ithaca/generator/match/search"
	"ithaca/generator/portal"
	"ithaca/generator/tongue"
	"ithaca/generator/words"
)

// Query is a request prepared for comparing it with many mentors. It is immutable and
// safe for concurrent use; a search works on a copy.
type Query struct {
	*Index
	request   *portal.Request
	program   *portal.Program
	needs     []wish
	goals     []wish
	words     []words.Asked
	tieSeed   string         // the week and who asks: orders equal mentors; "" for lists that nobody asked for
	searching *search.Search // while a search runs
	ranked    []*entry       // nil where a slug is not known
	move      step
	offered   []int32 // what they could teach in return
	languages []string
	town      string
	excluded  []string // organisations, folded
	avoided   []*entry
	decided   []*entry // with whom something was decided
	season    *hours.Season
	clock     *hours.Clock
	free      hours.Free
	minutes   int        // a week in which the person is free
	inPlay    []weighted // the signals that the request filled in
	total     int64      // the sum of their weights
	hasFit    bool       // whether the fit is among them
}

// Query prepares a request.
func (x *Index) Query(r *portal.Request) *Query {
	q := &Query{
		Index: x, request: r, program: x.portal.Program, season: x.seasons[x.startOf(r.Cycle)],
		ranked: x.entriesOf(r.Ranked), avoided: x.entriesOf(r.Avoid), decided: x.entriesOf(decided(r)),
		move: x.graph.step(r.Move.From, r.Move.To), offered: x.graph.numbersOf(r.OffersBack),
		languages: tongue.AllUnderstood(r.Languages), town: town(r.Location),
	}
	for _, n := range r.Needs {
		if w, found := x.wishFor(n.Topic, q.needs); found {
			w.want = cmp.Or(n.Want, portal.WantHave)
			w.weight *= wantFactor(w.want)
			w.goal = goalOf(n, w.topic)
			q.needs = append(q.needs, w)
		}
	}
	for _, ref := range r.Goals {
		if w, found := x.wishFor(ref, q.goals); found {
			w.want = portal.WantHave
			w.weight *= wantFactor(w.want)
			q.goals = append(q.goals, w)
		}
	}
	q.tieSeed = x.tieSeed(r, q.needs, q.goals)
	q.words = x.lexicon.Ask(needWords(q.needs, q.goals), x.aimTerms(r))
	for _, name := range append([]string{r.Organisation}, r.ExcludeOrganisations...) {
		if name != "" {
			q.excluded = append(q.excluded, portal.Fold(name))
		}
	}
	q.clock = q.season.Clock(r.Timezone)
	q.free = q.season.Free(weekly(r.Windows), r.Timezone)
	q.minutes = q.free.FirstWeek()
	for _, s := range x.signals {
		if s.signal.asked(q) {
			q.inPlay = append(q.inPlay, s)
			q.total += s.weight
			q.hasFit = q.hasFit || s.name == fitName
		}
	}
	return q
}

// aimTerms returns the words that a request says in private, where they count.
func (x *Index) aimTerms(r *portal.Request) words.Terms {
	if !x.private {
		return nil
	}
	return r.AimTerms(x.termReader())
}

// rarity returns how much a topic counts, in hundredths: the inverse document
// frequency of information retrieval (Spärck Jones 1972) among the mentors who
// can be suggested, smoothed and bounded:
//
//	2 + log2((N + 4) / (n + 4)), at most 10
//
// with N mentors in all and n of them with the topic. Smoothing by 4 keeps the
// loss of rarity when one more mentor adds a topic below the gain of having it,
// so that adding a topic never lowers a score.
func rarity(all, having int) int64 {
	const base, most = 200, 1000
	return min(most, base+words.Log2(uint64(all+4))-words.Log2(uint64(having+4)))
}

// rarity returns the rarity of a topic among the mentors who can be suggested.
func (x *Index) rarity(topic int32) int64 { return rarity(x.suggestable, x.topics[topic].mentors()) }

// startOf returns the day on which a cycle starts; without one the start of the
// next cycle that has not begun, else today.
func (x *Index) startOf(id string) portal.Date {
	next := portal.Date{}
	for _, c := range x.portal.Program.Cycles {
		if c.Start.IsZero() {
			continue
		}
		if c.ID == id {
			return c.Start
		}
		if !c.Start.Before(x.portal.Today) && (next.IsZero() || c.Start.Before(next)) {
			next = c.Start
		}
	}
	if next.IsZero() || id != "" {
		return x.portal.Today
	}
	return next
}

// Start returns the day for whose week hours and clocks are compared where a
// request names no cycle.
func (x *Index) Start() portal.Date { return x.startOf("") }

// tieKey returns the number by which a mentor is ordered among equals: a hash of tieSeed
// and the upper 16 bits of the mentor's fair key, which the finder in the browser knows
// too, so that equal mentors come in another order for each who asks. In lists that
// nobody asked for it is the fair key.
func (q *Query) tieKey(e *entry) uint32 {
	if q.tieSeed == "" {
		return e.fair
	}
	return fair.Key(q.tieSeed, strconv.Itoa(int(e.fair>>16)))
}

// tieSeed returns the week and who asks: the pseudonym, or without one the slugs of the
// topics asked for, sorted.
func (x *Index) tieSeed(r *portal.Request, wishes ...[]wish) string {
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

// before compares candidates in the order of suggestions: higher score, lower tie key,
// lower fair key, slug.
func before(a, b *candidate) int {
	return cmp.Or(
		cmp.Compare(b.score, a.score), cmp.Compare(a.fair, b.fair), cmp.Compare(a.entry.fair, b.entry.fair), cmp.Compare(a.mentor.Slug, b.mentor.Slug),
	)
}

// candidate is an entry with its score.
type candidate struct {
	*entry
	score int32  // in ten-thousandths
	fair  uint32 // tieKey
}

func sortCandidates(all []*candidate) { slices.SortFunc(all, before) }
