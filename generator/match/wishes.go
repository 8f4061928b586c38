package match

import (
	"slices"

	"ithaca/generator/match/search"
	"ithaca/generator/portal"
	"ithaca/generator/words"
)

// wish is a topic that was asked for.
type wish struct {
	topic  *portal.Topic
	near   []neighbour // what can stand in for it
	terms  words.Terms // the words of its names
	weight int64       // wantFactor × rarity
	want   portal.Want
	goal   portal.Level // 0 where levels do not count
}

// wishFor returns the wish for a topic of the vocabulary, or for a name that only this
// request uses, which is then found by its words. It reports false where beside holds
// the topic already, or where nothing could be found by it.
func (x *Index) wishFor(ref portal.TopicRef, beside []wish) (wish, bool) {
	var w wish
	if number := x.graph.numberOf(ref); number >= 0 {
		w = wish{topic: x.graph.topics[number], near: x.graph.near[number], weight: x.rarity(number), terms: x.topicWords[number]}
	} else {
		t := &portal.Topic{Title: ref.Text}
		t.Slug = ref.Key
		w = wish{topic: t, weight: rarity(x.suggestable, 0)}
		w.terms = x.termReader().Read(ref.Text)
	}
	again := slices.ContainsFunc(beside, func(o wish) bool { return o.topic.Slug == w.topic.Slug })
	return w, len(w.near)+len(w.terms) > 0 && !again
}

// wantFactor returns how many times a need counts: 3, 2 or 1.
func wantFactor(w portal.Want) int64 {
	switch w {
	case portal.MustHave:
		return 3
	case portal.NiceToHave:
		return 1
	}
	return 2
}

// goalOf returns the level somebody wants to reach: where none is stated the next
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

// worth returns how well a topic at a level answers a wish, in ten-thousandths. A
// must is answered better by somebody who leads it, though teaching is wished for,
// than by a relative of the topic.
func (w *wish) worth(n neighbour, level portal.Level) int32 {
	const leading = 8_500
	value := n.close * levelFit(level, w.goal)
	if w.want == portal.MustHave && n.relation == Same && level >= portal.Leads {
		return max(value, leading)
	}
	return value
}

// levelFit returns how well a mentor's level suits a goal level, in percent. A level of 0
// is not stated.
func levelFit(level, goal portal.Level) int32 {
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

// findWishes reads the postings of wishes that together make a share of the score.
func (q *Query) findWishes(s *search.Search, wishes []wish, share float32) {
	total := float32(weightSum(wishes))
	for _, w := range wishes {
		for _, n := range w.near {
			for level, mentors := range q.topics[n.topic] {
				s.Add(w.worth(n, portal.Level(level)), mentors)
			}
		}
		s.Read(share * float32(w.weight) / total)
	}
}

func weightSum(wishes []wish) int64 {
	var sum int64
	for _, w := range wishes {
		sum += w.weight
	}
	return sum
}

// answer returns how well a mentor answers a wish: the best product of closeness
// and level fit over their topics, in ten-thousandths, and the topic it comes
// from.
func (q *Query) answer(w wish, e *entry) (best int32, by skill, relation Relation) {
	for _, n := range w.near {
		if n.close*100 <= best {
			break
		}
		if level, has := e.level(n.topic); has {
			if value := w.worth(n, level); value > best {
				best, by, relation = value, skill{n.topic, level}, n.relation
			}
		}
	}
	return best, by, relation
}

// coverage returns the weighted mean of the answers to wishes, in ten-thousandths.
func (q *Query) coverage(wishes []wish, e *entry) int64 {
	var sum, weight int64
	for _, w := range wishes {
		value, _, _ := q.answer(w, e)
		sum += w.weight * int64(value)
		weight += w.weight
	}
	return mean(sum, weight)
}

// explainWish adds to e how a mentor answers a wish, which is one of all. An answer that
// is not enough is also evidence of what is missing.
func (x *explanation) explainWish(e Evidence, w wish, all []wish) {
	value, by, relation := x.answer(w, x.entry)
	total := weightSum(all)
	if value > 0 {
		e.By, e.Level, e.Relation = x.graph.topics[by.topic], by.level, relation
		x.add(e, mean(w.weight*int64(value), total))
	}
	const enough = 6000 // ten-thousandths: a level below the goal is missing, a narrower topic is not
	if value <= enough {
		x.miss(e, scale-mean(w.weight*int64(scale-value), total))
	}
}
