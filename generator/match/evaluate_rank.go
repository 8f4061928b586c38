package match

import (
	"slices"

	"ithaca/generator/portal"
)

// bench is a question asked to every mentor, with what each is worth.
type bench struct {
	*question
	values []int64  // by slot and part
	passed []*entry // those who pass the filters
	words  []string // the keys of what is asked for
	aims   *wordCounts

	shared map[*entry]int64 // what the words of mentors have in common with the aims, as far as it was needed
}

// bench prepares the request of a group.
func (x *Index) bench(g *group) *bench {
	r := *g.request
	r.Consent, r.Adult, r.Decisions = x.portal.Today, nil, nil
	r.Avoid = slices.DeleteFunc(slices.Clone(r.Avoid), func(slug string) bool { return slices.Contains(g.chosen, slug) })
	b := &bench{question: x.ask(&r), words: asked(&r), shared: map[*entry]int64{}}
	b.values = make([]int64, len(x.entries)*len(b.parts))
	b.aims = said(&r)
	for i := range x.entries {
		e := &x.entries[i]
		if b.filtered(e, nil) != "" {
			continue
		}
		b.passed = append(b.passed, e)
		for i, p := range b.parts {
			b.of(e)[i] = p.score(b.question, e)
		}
	}
	return b
}

// of returns what a mentor who passes the filters is worth, by part.
func (b *bench) of(e *entry) []int64 {
	n := len(b.parts)
	return b.values[int(e.number)*n : (int(e.number)+1)*n]
}

// own returns a mentor's score, or what it would be without a part.
func (b *bench) own(e *entry, without Part) int64 {
	var sum, total int64
	related := false
	for i, p := range b.parts {
		if p.name == without {
			continue
		}
		value := b.of(e)[i]
		sum += int64(p.weight) * value
		total += int64(p.weight)
		switch p.name {
		case NeedsPart, GoalsPart, RankedPart, PathPart:
			related = related || value > 0
		}
	}
	if !related {
		return 0
	}
	return mean(sum, total)
}

// rivals returns those who pass the filters and were not chosen.
func (b *bench) rivals(e *entry, chosen []string) []*entry {
	var others []*entry
	for _, other := range b.passed {
		if _, found := slices.BinarySearch(chosen, other.mentor.Slug); !found && other != e {
			others = append(others, other)
		}
	}
	return others
}

// placed ranks by score, or by what it would be without a part, and as in
// suggestions those with the same one by what the aims have in common with their
// own texts.
func (b *bench) placed(e *entry, rivals []*entry, without Part) standing {
	mine := b.own(e, without)
	s := standing{tied: 1}
	var tied []*entry
	for _, other := range rivals {
		switch theirs := b.own(other, without); {
		case theirs > mine:
			s.ahead++
		case theirs == mine:
			tied = append(tied, other)
		}
	}
	if b.aims.all == 0 {
		s.tied += len(tied)
		return s
	}
	byText := placeBy(e, tied, b.text)
	return standing{s.ahead + byText.ahead, byText.tied}
}

// text returns what the aims have in common with a mentor's own texts.
func (b *bench) text(e *entry) int64 {
	shared, known := b.shared[e]
	if !known {
		shared = b.bm25(b.aims, e.words())
		b.shared[e] = shared
	}
	return shared
}

// asked returns the keys of the topics that a request names, each once.
func asked(r *portal.Request) []string {
	var keys []string
	for _, n := range r.Needs {
		keys = append(keys, n.Topic.Key)
	}
	for _, ref := range r.Goals {
		keys = append(keys, ref.Key)
	}
	slices.Sort(keys)
	return slices.Compact(keys)
}

// overlap counts the topics that a mentor names in the same words as the request:
// what comparing two lists of keywords gives.
func (b *bench) overlap(e *entry) int64 {
	named := slices.Concat(e.mentor.HelpsWith, e.mentor.Industries)
	for _, s := range e.mentor.Skills {
		named = append(named, s.Topic)
	}
	var both int64
	for _, key := range b.words {
		if slices.ContainsFunc(named, func(ref portal.TopicRef) bool { return ref.Key == key }) {
			both++
		}
	}
	return both
}

// standing is a mentor's place among others: so many are ahead, and so many,
// the mentor included, are as good.
type standing struct{ ahead, tied int }

// placeBy ranks a mentor among others by what each is worth.
func placeBy(e *entry, rivals []*entry, worth func(*entry) int64) standing {
	mine := worth(e)
	s := standing{tied: 1}
	for _, other := range rivals {
		switch theirs := worth(other); {
		case theirs > mine:
			s.ahead++
		case theirs == mine:
			s.tied++
		}
	}
	return s
}

// million is the unit of reciprocal ranks.
const million = 1_000_000

// reciprocal returns the mean of 1/rank over all orders of those who are as good,
// in millionths.
func (s standing) reciprocal() int64 {
	var sum int64
	for rank := s.ahead + 1; rank <= s.ahead+s.tied; rank++ {
		sum += (2*million + int64(rank)) / int64(2*rank)
	}
	return mean(sum, int64(s.tied))
}

// within returns in how many of these orders the rank is at most depth, in
// ten-thousandths of them.
func (s standing) within(depth int) int64 {
	return mean(scale*int64(min(max(depth-s.ahead, 0), s.tied)), int64(s.tied))
}

func (t *tally) add(s standing) {
	t.reciprocal += s.reciprocal()
	for i, depth := range depths {
		t.hits[i] += s.within(depth)
	}
}
