package match

import (
	"cmp"
	"slices"

	"ithaca/generator/portal"
)

// scale is a whole: scores and their parts are in ten-thousandths of it.
const scale = 10_000

// question is a request prepared for an index.
type question struct {
	*Index
	request   *portal.Request
	program   *portal.Program
	needs     []wish
	goals     []wish
	ranked    []*entry // nil where a slug is not known
	move      step
	offered   []int32 // what they could teach in return
	languages []string
	tongues   uint64
	town      string
	excluded  []string // organisations, folded
	decided   []string // slugs of mentors
	clocks    *clocks
	clock     *clock
	free      []span
	parts     []part // those that were filled in
	total     int64  // of the parts' weights
}

// wish is a topic that was asked for.
type wish struct {
	topic  *portal.Topic
	near   []neighbour // what can stand in for it
	weight int64       // want × rarity
	want   portal.Want
	goal   portal.Level // 0 where levels do not count
}

// end is an end of a move, and how much it counts.
type end struct {
	topic  int32
	weight int64
}

// ask prepares a request.
func (x *Index) ask(r *portal.Request) *question {
	q := &question{
		Index: x, request: r, program: x.portal.Program, move: x.graph.step(r.Move.From, r.Move.To),
		offered: x.graph.all(r.OffersBack), town: town(r.Location), decided: decided(r),
		clocks: x.clocksAt(x.startOf(r.Cycle)),
	}
	for _, n := range r.Needs {
		if w, found := x.wishFor(n.Topic, q.needs); found {
			w.want = cmp.Or(n.Want, portal.WantHave)
			w.weight *= wanted(w.want)
			w.goal = goalOf(n, w.topic)
			q.needs = append(q.needs, w)
		}
	}
	for _, ref := range r.Goals {
		if w, found := x.wishFor(ref, q.goals); found {
			w.want = portal.WantHave
			w.weight *= wanted(w.want)
			q.goals = append(q.goals, w)
		}
	}
	for _, slug := range r.Ranked {
		q.ranked = append(q.ranked, x.entryOf(slug))
	}
	for _, tag := range r.Languages {
		q.languages = append(q.languages, primary(tag))
	}
	for _, name := range append([]string{r.Organisation}, r.ExcludeOrganisations...) {
		if name != "" {
			q.excluded = append(q.excluded, portal.Fold(name))
		}
	}
	q.tongues = tongues(q.languages)
	q.clock = q.clocks.of(r.Timezone)
	q.free = q.clocks.free(r.Windows, r.Timezone)
	q.weigh()
	return q
}

// wanted is how much a need counts.
func wanted(w portal.Want) int64 {
	switch w {
	case portal.MustHave:
		return 3
	case portal.NiceToHave:
		return 1
	}
	return 2
}

// wishFor resolves what somebody asks for beside other things: a topic of the
// vocabulary, or a name that only this request uses, which is then found by its
// words. What is asked for already, or cannot be found, is no wish.
func (x *Index) wishFor(ref portal.TopicRef, beside []wish) (wish, bool) {
	var w wish
	if number, known := x.graph.of(ref); known {
		w = wish{topic: x.graph.topics[number], near: x.graph.near[number], weight: x.rarity(number)}
	} else {
		t := &portal.Topic{Title: ref.Text}
		t.Slug = ref.Key
		w = wish{topic: t, near: x.graph.named.near(t), weight: rarity(x.open, 0)}
	}
	again := slices.ContainsFunc(beside, func(o wish) bool { return o.topic.Slug == w.topic.Slug })
	return w, len(w.near) > 0 && !again
}

// goalOf gives the level somebody wants to reach: where none is stated the next
// one, and to practise where nothing is. Goals, challenges and industries have
// no levels.
func goalOf(n portal.Need, topic *portal.Topic) portal.Level {
	switch {
	case n.Goal > 0:
		return n.Goal
	case topic.IsNeed() || topic.Kind == portal.IndustryTopic:
		return 0
	}
	return min(portal.Teaches, max(portal.Practises, n.Now+1))
}

// fit is how well a mentor's level suits a goal level, in percent.
func fit(level, goal portal.Level) int32 {
	switch {
	case goal == 0, level >= goal:
		return 100
	case level == 0:
		return 80
	case level == goal-1:
		return 60
	}
	return 30
}

// rarity gives the weight of a topic.
func (x *Index) rarity(topic int32) int64 { return rarity(x.open, x.topics[topic].having()) }

// startOf gives the day on which a cycle starts; without one the start of the
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

// Start gives the day for whose week hours and clocks are compared where a
// request names no cycle.
func (x *Index) Start() portal.Date { return x.startOf("") }

// weigh notes which parts of the score were filled in.
func (q *question) weigh() {
	r, w := q.request, q.weights
	for _, p := range []struct {
		filled bool
		part   part
	}{
		{len(q.needs) > 0, part{NeedsPart, w.Needs, (*question).scoreNeeds}},
		{len(r.Ranked) > 0, part{RankedPart, w.Ranked, (*question).scoreRanked}},
		{len(q.goals) > 0, part{GoalsPart, w.Goals, (*question).scoreGoals}},
		{q.move != step{-1, -1}, part{PathPart, w.Path, (*question).scorePath}},
		{q.clock != nil, part{TimePart, w.Time, (*question).scoreTime}},
		{r.Style != portal.Style{} || len(r.Values) > 0, part{StylePart, w.Style, (*question).scoreStyle}},
		{len(q.fields()) > 0 || len(r.Offers) > 0 || len(q.offered) > 0, part{OffersPart, w.Offers, (*question).scoreOffers}},
	} {
		if p.filled && p.part.weight > 0 {
			q.parts = append(q.parts, p.part)
			q.total += int64(p.part.weight)
		}
	}
}

// fields gives the ends of the move that are industries.
func (q *question) fields() []end {
	var fields []end
	for _, e := range []end{{q.move.to, 2}, {q.move.from, 1}} {
		if e.topic >= 0 && q.graph.topics[e.topic].Kind == portal.IndustryTopic {
			fields = append(fields, e)
		}
	}
	return fields
}

// before orders suggestions: the better score, then what the aims say, then the
// fair key, then the slug.
func before(a, b *candidate) int {
	return cmp.Or(
		cmp.Compare(b.score, a.score), cmp.Compare(b.text, a.text),
		cmp.Compare(a.fair, b.fair), cmp.Compare(a.mentor.Slug, b.mentor.Slug),
	)
}

// candidate is an entry with its score.
type candidate struct {
	*entry
	score int32
	text  int64
}

func sortCandidates(all []*candidate) { slices.SortFunc(all, before) }
