// Package match says who suits whom, how well, and why.
//
// It takes a portal and returns orders, scores and reasons as data. It is pure:
// no clock, no randomness, no map order. It does not know Markdown, files or
// HTML.
package match

import (
	"slices"
	"strings"
	"sync/atomic"

	"ithaca/generator/fair"
	"ithaca/generator/match/hours"
	"ithaca/generator/portal"
	"ithaca/generator/tongue"
	"ithaca/generator/words"
)

// Index is a portal prepared for questions of who suits whom. It is immutable and
// safe for concurrent use.
//
// Mentors are numbered as in portal.Mentors, topics as in the graph. For each
// topic the index holds postings: the mentors who can be suggested for it, by the
// level at which they know it. A level is worth the same for all of them, so
// postings are in the order of their impact without being sorted.
type Index struct {
	portal      *portal.Portal
	graph       *graph
	entries     []entry // by mentor
	bits        tongue.Bits
	tongues     []tongue.Set                  // by mentor; apart from the entries, for a search looks at many
	topics      []postings                    // by topic
	moves       []moved                       // by topic
	suggestable int                           // mentors who can be suggested
	taken       map[string]int                // places that decided pairs take, by mentor's slug
	seasons     map[portal.Date]*hours.Season // by the days on which cycles start, and today
	signals     []weighted                    // those with a weight
	filters     []filter
	lexicon     *words.Lexicon // of the mentors, by their numbers
	topicWords  []words.Terms  // the words of a topic's title and synonyms, by topic
	private     bool           // whether what requests say in private counts
	leastFit    int64          // with which anybody is suggested, in ten-thousandths
}

// postings holds who can be suggested for a topic, by level; level 0 is not
// stated.
type postings [portal.Teaches + 1][]int32

// moved holds who has moved to a field, and from it.
type moved struct{ to, from []int32 }

// mentors counts those on all lists.
func (p *postings) mentors() int {
	n := 0
	for _, mentors := range p {
		n += len(mentors)
	}
	return n
}

// entry is a mentor as the index knows them. It is immutable but for caches.
type entry struct {
	mentor       *portal.Mentor
	number       int32
	fair         uint32 // fair.Key of the week
	takes        bool   // has places today
	languages    []string
	kinds        []portal.Kind            // that they have places for
	topics       uint64                   // a bit for each topic of skills, by its number mod 64: a clear one rules it out
	skills       []skill                  // each topic once, at the best level stated
	path         []step                   // moves
	industries   []int32                  // topics
	learning     []int32                  // topics
	town         string                   // folded
	organisation string                   // folded
	hours        atomic.Pointer[ownHours] // of the cycle that was asked for last
}

type skill struct {
	topic int32
	level portal.Level
}

type step struct{ from, to int32 } // −1 where not stated

// New returns the index of a portal, which must not be changed afterwards.
func New(p *portal.Portal) *Index {
	x := &Index{portal: p, graph: newGraph(p.Topics), taken: portal.Taken(p), seasons: newSeasons(p), signals: weigh(p.Program.Weights), filters: filters(), leastFit: publicFloor}
	x.readWords()
	x.topics = make([]postings, len(x.graph.topics))
	x.moves = make([]moved, len(x.graph.topics))
	x.entries = make([]entry, len(p.Mentors))
	x.bits, x.tongues = tongue.Bits{}, make([]tongue.Set, len(p.Mentors))
	week := p.Today.Week()
	for i, m := range p.Mentors {
		x.entries[i].fair = fair.Key(week, m.Slug)
		x.enter(m, int32(i))
	}
	return x
}

// readWords reads the words of profiles and topics, but for those that were read when
// their files were decoded.
func (x *Index) readWords() {
	reader := x.termReader()
	profiles := make([]words.Terms, len(x.portal.Mentors))
	for i, m := range x.portal.Mentors {
		profiles[i] = m.Terms(reader)
	}
	x.lexicon = words.NewLexicon(profiles)
	for _, t := range x.graph.topics {
		x.topicWords = append(x.topicWords, reader.Read(append([]string{t.Title}, t.Also...)...))
	}
}

// termReader returns a reader for texts in the language of the site.
func (x *Index) termReader() *words.Reader { return portal.NewTermReader(x.portal.Program.Language) }

// Private returns an index that also compares the private texts of requests, aims and what
// was tried, and whose suggestions include decided pairs. Nothing that it returns may be
// published.
func (x *Index) Private() *Index {
	private := *x
	private.private, private.leastFit = true, privateFloor
	return &private
}

// Portal returns what the index was made of.
func (x *Index) Portal() *portal.Portal { return x.portal }

// enter fills in a mentor's entry and, if they can be suggested, adds them to the
// postings of their topics.
func (x *Index) enter(m *portal.Mentor, number int32) {
	e := &x.entries[number]
	e.mentor, e.number = m, number
	e.takes, e.languages, e.kinds = x.Takes(m), tongue.Bases(m.Languages), m.OpenKinds()
	x.bits.Add(e.languages)
	x.tongues[number] = x.bits.Set(e.languages)
	e.town, e.organisation = town(m.Location), portal.Fold(m.Organisation)
	e.industries, e.learning = x.graph.numbersOf(m.Industries), x.graph.numbersOf(m.Learning)
	e.skills = make([]skill, 0, len(m.Skills)+len(m.HelpsWith)+len(m.Industries))
	for _, s := range m.Skills {
		e.offer(x.graph, s.Topic, s.Level)
	}
	for _, refs := range [][]portal.TopicRef{m.HelpsWith, m.Industries} {
		for _, ref := range refs {
			e.offer(x.graph, ref, 0)
		}
	}
	for _, s := range m.Path {
		if s.Kind == portal.Move {
			e.path = append(e.path, x.graph.step(s.From, s.To))
		}
	}
	if e.takes {
		x.post(e)
	}
}

// offer adds a topic, and keeps the best level of one that is named twice.
func (e *entry) offer(g *graph, ref portal.TopicRef, level portal.Level) {
	topic := g.numberOf(ref)
	if topic < 0 {
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

// post adds a mentor to the postings of their topics and words.
func (x *Index) post(e *entry) {
	x.suggestable++
	x.lexicon.Post(e.number)
	for _, s := range e.skills {
		list := &x.topics[s.topic][s.level]
		*list = append(*list, e.number)
	}
	for _, s := range e.path {
		if s.to >= 0 {
			x.moves[s.to].to = append(x.moves[s.to].to, e.number)
		}
		if s.from >= 0 {
			x.moves[s.from].from = append(x.moves[s.from].from, e.number)
		}
	}
}

// entryOf returns a mentor's entry, or nil for one that the portal does not have.
func (x *Index) entryOf(slug string) *entry {
	i, found := slices.BinarySearchFunc(x.portal.Mentors, slug, func(m *portal.Mentor, slug string) int {
		return strings.Compare(m.Slug, slug)
	})
	if !found {
		return nil
	}
	return &x.entries[i]
}

// entriesOf returns mentors' entries, nil for those the portal does not have.
func (x *Index) entriesOf(slugs []string) []*entry {
	var entries []*entry
	for _, slug := range slugs {
		entries = append(entries, x.entryOf(slug))
	}
	return entries
}

// Takes reports whether a mentor of the portal has an open place today: their
// file says so, and the pairs that were decided leave one.
func (x *Index) Takes(m *portal.Mentor) bool {
	places, stated := m.Places()
	return x.portal.HasPlaces(m) && (!stated || x.taken[m.Slug] < places)
}
