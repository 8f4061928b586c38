package match

import (
	"cmp"
	"slices"

	"ithaca/generator/portal"
)

// Relation is the relation of a mentor's topic to the topic that was asked for.
type Relation string

// The relations. Synonyms are the same topic.
const (
	Same     Relation = "same"
	Narrower Relation = "narrower" // the mentor's topic is a part of what was asked
	Broader  Relation = "broader"  // what was asked is a part of the mentor's topic
	Sibling  Relation = "sibling"  // both are parts of a third topic
	Related  Relation = "related"  // one topic's file names the other
)

// Closeness of one step in the topic graph, in percent. Steps down and steps up
// multiply along a path; siblings and related topics end it.
const (
	sameClose     = 100
	narrowerClose = 80
	broaderClose  = 50
	relatedClose  = 25
)

// neighbour is a topic that can stand in for another.
type neighbour struct {
	topic    int32 // number of the topic
	close    int32 // closeness in percent
	relation Relation
}

// graph is the portal's vocabulary as numbers: every topic, and for each the
// topics that can stand in for it by the best path, the closest first, itself
// included. It is immutable.
type graph struct {
	topics     []*portal.Topic
	number     map[*portal.Topic]int32
	vocabulary portal.Topics
	near       [][]neighbour // by topic: what can stand in for it
	up         [][]int32     // by topic: its broader topics
	related    [][]neighbour // by topic: those related, in either direction
}

// newGraph numbers a vocabulary. Loops in it, which content reports, do no harm:
// a path that comes back is never the best.
func newGraph(vocabulary portal.Topics) *graph {
	g := &graph{vocabulary: vocabulary, topics: vocabulary.All(), number: map[*portal.Topic]int32{}}
	for i, t := range g.topics {
		g.number[t] = int32(i)
	}
	down := g.link()
	g.near = make([][]neighbour, len(g.topics))
	for i := range g.topics {
		g.near[i] = g.standIns(int32(i), down)
	}
	return g
}

// link fills in the steps up and the related topics, and returns the steps down.
func (g *graph) link() (down [][]int32) {
	g.up, g.related = make([][]int32, len(g.topics)), make([][]neighbour, len(g.topics))
	down = make([][]int32, len(g.topics))
	for i, t := range g.topics {
		for _, ref := range t.Broader {
			if parent := g.numberOf(ref); parent >= 0 && parent != int32(i) {
				g.up[i] = append(g.up[i], parent)
				down[parent] = append(down[parent], int32(i))
			}
		}
		for _, ref := range t.Related {
			if other := g.numberOf(ref); other >= 0 && other != int32(i) {
				g.related[i] = append(g.related[i], neighbour{other, relatedClose, Related})
				g.related[other] = append(g.related[other], neighbour{int32(i), relatedClose, Related})
			}
		}
	}
	return down
}

// standIns returns what can stand in for a topic.
func (g *graph) standIns(topic int32, down [][]int32) []neighbour {
	w := walk{found: map[int32]neighbour{}}
	w.climb(topic, down, narrowerClose, Narrower)
	w.climb(topic, g.up, broaderClose, Broader)
	for _, parent := range g.up[topic] {
		for _, sibling := range down[parent] {
			w.reach(neighbour{sibling, relatedClose, Sibling})
		}
	}
	for _, other := range g.related[topic] {
		w.reach(other)
	}
	return w.sorted(topic)
}

// numberOf returns the number of the topic a reference means, −1 for none.
func (g *graph) numberOf(ref portal.TopicRef) int32 {
	if t := g.vocabulary.Of(ref); t != nil {
		if number, known := g.number[t]; known {
			return number
		}
	}
	return -1
}

// closeness returns how well one topic stands in for another that was asked for,
// in percent, and why; 0 when it does not.
func (g *graph) closeness(asked, has int32) (int32, Relation) {
	for _, n := range g.near[asked] {
		if n.topic == has {
			return n.close, n.relation
		}
	}
	return 0, ""
}

// walk collects the topics that can be reached from one topic.
type walk struct{ found map[int32]neighbour }

// reach notes a topic, and reports whether it is new or closer than by an earlier path.
func (w *walk) reach(n neighbour) bool {
	if before, known := w.found[n.topic]; known && before.close >= n.close {
		return false
	}
	w.found[n.topic] = n
	return true
}

// climb follows steps in one direction, each of which multiplies the closeness by
// factor percent, until it falls below relatedClose.
func (w *walk) climb(from int32, steps [][]int32, factor int32, relation Relation) {
	level := []neighbour{{from, sameClose, Same}}
	for len(level) > 0 {
		var next []neighbour
		for _, at := range level {
			close := (at.close*factor + 50) / 100
			if close < relatedClose {
				continue
			}
			for _, topic := range steps[at.topic] {
				n := neighbour{topic, close, relation}
				if topic != from && w.reach(n) {
					next = append(next, n)
				}
			}
		}
		level = next
	}
}

func (w *walk) sorted(self int32) []neighbour {
	delete(w.found, self)
	near := make([]neighbour, 0, len(w.found)+1)
	near = append(near, neighbour{self, sameClose, Same})
	for _, n := range w.found {
		near = append(near, n)
	}
	slices.SortFunc(near[1:], closest)
	return near
}

// numbersOf returns the numbers of topics, each once.
func (g *graph) numbersOf(refs []portal.TopicRef) []int32 {
	var numbers []int32
	for _, ref := range refs {
		if n := g.numberOf(ref); n >= 0 && !slices.Contains(numbers, n) {
			numbers = append(numbers, n)
		}
	}
	return numbers
}

func (g *graph) step(from, to portal.TopicRef) step {
	return step{g.numberOf(from), g.numberOf(to)}
}

// closest orders neighbours by how close they are, then by their numbers.
func closest(a, b neighbour) int {
	return cmp.Or(cmp.Compare(b.close, a.close), cmp.Compare(a.topic, b.topic))
}
