package page

import (
	"slices"

	"ithaca/generator/portal"
	"ithaca/generator/site"
)

// Circle is a small group of people who together cover more of what belongs to
// a topic than one of them alone. Without members there is none.
type Circle struct {
	Members   []Member
	Uncovered []site.Link // what none of them covers
}

// Member is one of a circle.
type Member struct {
	site.Link
	Adds []site.Link // what they cover best of all
}

// What a circle is made of: as many topics, so many people.
const (
	circleTopics = 5
	circleSize   = 3
)

// circle suggests a group for somebody who comes with a topic and with what
// often comes along with it.
func (pl views) circle(t *portal.Topic) Circle {
	topics := append([]*portal.Topic{t}, pl.around(t)...)
	if len(topics) == 1 {
		return Circle{}
	}
	found := pl.Matches().Circle(pl.asking(topics[:min(circleTopics, len(topics))]), circleSize)
	best := map[*portal.Topic]int{}
	for i := range found.Members {
		for _, topic := range found.Members[i].Adds {
			best[topic] = i // each adds only what those before them cover less well
		}
	}
	c := Circle{Uncovered: pl.toTopics(found.Uncovered)}
	for i := range found.Members {
		adds := slices.DeleteFunc(slices.Clone(found.Needs), func(n *portal.Topic) bool {
			covers, answered := best[n]
			return !answered || covers != i
		})
		if m := found.Members[i].Mentor; len(adds) > 0 {
			c.Members = append(c.Members, Member{pl.toMentor(m), pl.toTopics(adds)})
		}
	}
	if len(c.Members) < 2 {
		return Circle{}
	}
	return c
}

// around returns the topics that often come along with one: those that its file
// names, its parts, then those whose files name it.
func (pl views) around(t *portal.Topic) []*portal.Topic {
	near := pl.TopicsOf(t.Related)
	near = append(near, pl.About(t).Narrower...)
	for _, other := range pl.About(t).Naming {
		if !slices.Contains(near, other) {
			near = append(near, other)
		}
	}
	return slices.DeleteFunc(near, func(n *portal.Topic) bool { return n == t || !site.Shown(n) })
}
