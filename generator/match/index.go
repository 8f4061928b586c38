package match

import (
	"slices"
	"sync"
	"sync/atomic"

	"ithaca/generator/portal"
)

// Index is a portal prepared for questions of who suits whom. It is immutable
// and safe for concurrent use.
//
// Mentors have slots, topics have numbers. For each topic the index holds the
// slots of the mentors who can be suggested for it, by the level at which they
// know it: a level's worth is the same for all of them, so the lists stand in
// the order of their impact without being sorted.
type Index struct {
	portal  *portal.Portal
	graph   *graph
	slots   *bySlot[*entry] // nil for a free one
	facts   *bySlot[fact]
	speech  speech
	vacant  []int32    // free slots
	order   []int32    // slots in the order of portal.Mentors
	topics  []postings // by number of topic
	moves   []moved    // by number of topic
	open    int        // mentors who can be suggested
	taken   map[string]int
	weights portal.Weights
	texts   *texts
	hours   *hours

	timetables sync.Map // *clocks → timetable
}

// fact is what a retrieval asks of many mentors, kept close together: following
// a pointer to each of them would take longer than everything else.
type fact struct {
	tongues uint64
	style   uint8 // its number
}

// postings holds who can be suggested for a topic, by level; level 0 is not
// stated.
type postings [portal.Teaches + 1][]int32

// moved holds who has moved to a field, and from it.
type moved struct{ to, from []int32 }

// having counts the mentors with a topic.
func (p *postings) having() int {
	n := 0
	for _, slots := range p {
		n += len(slots)
	}
	return n
}

// entry is a mentor as the index knows them. It is immutable but for caches.
type entry struct {
	mentor     *portal.Mentor
	slot       int32
	fair       uint32
	open       bool  // has places today
	style      uint8 // its number
	languages  []language
	cycles     []string
	hours      atomic.Pointer[ownHours]
	topics     uint64  // a bit for each topic among skills, which others may share
	skills     []skill // each topic once, at the best level stated
	path       []step
	industries []int32
	learning   []int32
	town       string
	works      string                         // the organisation, folded
	texts      atomic.Pointer[map[string]int] // the words of their own texts
}

type skill struct {
	topic int32
	level portal.Level
}

type step struct{ from, to int32 } // −1 where not stated

// New prepares a portal. What it holds must not be changed afterwards.
func New(p *portal.Portal) *Index {
	x := &Index{portal: p, graph: newGraph(p.Topics), weights: p.Program.Weights, taken: takenPlaces(p)}
	x.topics = make([]postings, len(x.graph.topics))
	x.moves = make([]moved, len(x.graph.topics))
	x.slots, x.facts = newBySlot[*entry](len(p.Mentors)), newBySlot[fact](len(p.Mentors))
	x.order = make([]int32, len(p.Mentors))
	x.texts, x.hours = &texts{}, &hours{}
	for i, m := range p.Mentors {
		x.order[i] = int32(i)
		x.enter(x.newEntry(m, int32(i)))
	}
	return x
}

// Portal returns what the index was made of.
func (x *Index) Portal() *portal.Portal { return x.portal }

// Takes reports whether a mentor of the portal has an open place today: they say
// so, it is still confirmed, and the pairs that were decided leave one.
func (x *Index) Takes(m *portal.Mentor) bool {
	return suggestible(m, x.taken[m.Slug], x.portal.Today)
}

// takenPlaces counts, by mentor, the pairs that occupy a place: locked or
// accepted, not ended, in a cycle that is not over.
func takenPlaces(p *portal.Portal) map[string]int {
	taken := map[string]int{}
	for _, r := range p.Requests {
		type pair struct{ mentor, cycle string }
		together := map[pair]bool{}
		for _, d := range r.Decisions {
			switch d.Do {
			case portal.Lock, portal.Accept:
				together[pair{d.Mentor, d.Cycle}] = true
			case portal.Exit:
				delete(together, pair{d.Mentor, d.Cycle})
			}
		}
		for t := range together {
			if !over(p, t.cycle) {
				taken[t.mentor]++
			}
		}
	}
	return taken
}

// over reports whether a cycle has ended.
func over(p *portal.Portal, id string) bool {
	for i := range p.Program.Cycles {
		if c := &p.Program.Cycles[i]; c.ID == id {
			return c.Phase(p.Today) == portal.Ended
		}
	}
	return false
}

// suggestible reports whether a mentor has an open place: they say so, it is still
// confirmed, and not all their places are taken.
func suggestible(m *portal.Mentor, taken int, today portal.Date) bool {
	a := m.Availability
	return a.HasPlaces(today) && (a.Capacity == 0 || taken < a.Capacity)
}

func (x *Index) newEntry(m *portal.Mentor, slot int32) *entry {
	e := &entry{
		mentor: m, slot: slot, fair: FairKey(x.portal.Today.Week(), m.Slug),
		open:  suggestible(m, x.taken[m.Slug], x.portal.Today),
		style: styleNumber(m.Style), languages: languages(m.Languages), cycles: m.Cycles,
		town: town(m.Location), works: portal.Fold(m.Organisation),
		industries: x.graph.all(m.Industries), learning: x.graph.all(m.Learning),
		skills: make([]skill, 0, len(m.Skills)+len(m.HelpsWith)+len(m.Industries)),
	}
	for _, s := range m.Skills {
		e.offer(x.graph, s.Topic, s.Level)
	}
	for _, ref := range m.HelpsWith {
		e.offer(x.graph, ref, 0)
	}
	for _, ref := range m.Industries {
		e.offer(x.graph, ref, 0)
	}
	for _, s := range m.Path {
		if s.Kind == portal.Move {
			e.path = append(e.path, x.graph.step(s.From, s.To))
		}
	}
	return e
}

// offer enters a topic, keeping the best level of one that is named twice.
func (e *entry) offer(g *graph, ref portal.TopicRef, level portal.Level) {
	topic, known := g.of(ref)
	if !known {
		return
	}
	for i := range e.skills {
		if e.skills[i].topic == topic {
			e.skills[i].level = max(e.skills[i].level, level)
			return
		}
	}
	e.skills = append(e.skills, skill{topic, level})
	e.topics |= 1 << (topic % 64)
}

// level returns the level at which the mentor offers a topic.
func (e *entry) level(topic int32) (portal.Level, bool) {
	if e.topics>>(topic%64)&1 == 0 {
		return 0, false
	}
	for _, s := range e.skills {
		if s.topic == topic {
			return s.level, true
		}
	}
	return 0, false
}

// all returns the numbers of topics, each once.
func (g *graph) all(refs []portal.TopicRef) []int32 {
	var numbers []int32
	for _, ref := range refs {
		if n, known := g.of(ref); known && !slices.Contains(numbers, n) {
			numbers = append(numbers, n)
		}
	}
	return numbers
}

func (g *graph) step(from, to portal.TopicRef) step {
	s := step{-1, -1}
	if n, known := g.of(from); known {
		s.from = n
	}
	if n, known := g.of(to); known {
		s.to = n
	}
	return s
}

// hold puts an entry into its slot.
func (x *Index) hold(e *entry) {
	x.slots.set(e.slot, e)
	x.facts.set(e.slot, fact{tongues(e.languages), e.style})
	x.speech.add(e.languages)
}

// enter puts an entry into its slot and, if it can be suggested, into the
// postings of its topics.
func (x *Index) enter(e *entry) {
	x.hold(e)
	if !e.open {
		return
	}
	x.open++
	for _, s := range e.skills {
		list := &x.topics[s.topic][s.level]
		*list = append(*list, e.slot)
	}
	for _, s := range e.path {
		if s.to >= 0 {
			x.moves[s.to].to = append(x.moves[s.to].to, e.slot)
		}
		if s.from >= 0 {
			x.moves[s.from].from = append(x.moves[s.from].from, e.slot)
		}
	}
}

// entriesOf returns mentors' entries, nil for those the portal does not have.
func (x *Index) entriesOf(slugs []string) []*entry {
	if len(slugs) == 0 {
		return nil
	}
	entries := make([]*entry, len(slugs))
	for i, slug := range slugs {
		entries[i] = x.entryOf(slug)
	}
	return entries
}

// entryOf returns a mentor's entry, or nil for one that the portal does not have.
func (x *Index) entryOf(slug string) *entry {
	i, found := slices.BinarySearchFunc(x.portal.Mentors, slug, func(m *portal.Mentor, slug string) int {
		if m.Slug < slug {
			return -1
		}
		if m.Slug > slug {
			return 1
		}
		return 0
	})
	if !found {
		return nil
	}
	return *x.slots.at(x.order[i])
}
