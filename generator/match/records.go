package match

import (
	"slices"

	"ithaca/generator/portal"
)

// Records is what somebody needs who scores a request elsewhere, as the finder in
// the browser does: every part of the score that a visitor can fill in, of every
// mentor who can be suggested. It holds only what profiles publish. Its JSON is
// the format of /data/match.json; Format is raised whenever a script written for
// an older one would read it wrongly.
//
// Topics, languages and values are lists, and records name them by their
// numbers. Sets of words from a closed list are numbers with a bit for each, in
// the order of portal.Kinds and its likes.
type Records struct {
	Format    int            `json:"format"`
	Week      string         `json:"week"`  // of the fair keys: "2026-W47"
	Start     string         `json:"start"` // the day whose clocks are compared: "2027-03-01"
	Adults    bool           `json:"adults,omitempty"`
	Weights   map[Part]int   `json:"weights"`
	Floors    [3]int         `json:"floors"` // the least scores of strong, good and possible
	Topics    []TopicRecord  `json:"topics"`
	Languages []string       `json:"languages"` // tags as stated
	Values    []string       `json:"values"`
	Mentors   []MentorRecord `json:"mentors"` // sorted by slug
}

// RecordFormat is the version of Records.
const RecordFormat = 1

// TopicRecord is a topic: [slug, title, rarity in hundredths, 1 for an
// industry, 2 for a goal or challenge and 0 for the rest, the numbers of its broader topics, and of
// those related to it, each with its closeness in percent: number, percent …].
// Related topics are listed at both.
type TopicRecord [6]any

// MentorRecord is a mentor:
//
//	 0 slug
//	 1 fair key
//	 2 topics: number, level, number, level …
//	 3 languages: numbers
//	 4 kinds, 5 formats, 6 duration, 7 accepted stages, 8 offers: sets
//	 9 minutes that the clocks are ahead of UTC at the start; null when unknown
//	10 style: structure, directness and challenge as three digits, 0 for not stated
//	11 values: numbers
//	12 industries: numbers
//	13 would like to learn: numbers
//	14 moves: from, to, from, to …; −1 where not stated
//	15 country, "" when not stated
//	16 town, folded
type MentorRecord [17]any

// Records returns the index for scoring elsewhere.
func (x *Index) Records() *Records {
	w := x.portal.Program.Weights
	r := &Records{
		Format: RecordFormat, Week: x.portal.Today.Week(), Start: x.Start().String(),
		Adults: x.portal.Program.Audience == "adults",
		Weights: map[Part]int{
			NeedsPart: w.Needs, RankedPart: w.Ranked, GoalsPart: w.Goals, PathPart: w.Path,
			TimePart: w.Time, StylePart: w.Style, OffersPart: w.Offers,
		},
		Floors: [3]int{strongFloor, goodFloor, bandFloor}, Topics: []TopicRecord{},
		Languages: []string{}, Values: []string{}, Mentors: []MentorRecord{},
	}
	for i, t := range x.graph.topics {
		r.Topics = append(r.Topics, TopicRecord{
			t.Slug, t.Title, x.rarity(int32(i)), kindOf(t), numbers(x.graph.up[i]), beside(x.graph.beside[i]),
		})
	}
	languages, values := number{at: map[string]int{}, all: &r.Languages}, number{at: map[string]int{}, all: &r.Values}
	clocks := x.weeks[x.Start()]
	for i := range x.entries {
		if e := &x.entries[i]; e.open {
			r.Mentors = append(r.Mentors, e.record(clocks, languages, values))
		}
	}
	return r
}

func kindOf(t *portal.Topic) int {
	switch {
	case t.Kind == portal.IndustryTopic:
		return 1
	case t.IsNeed():
		return 2
	}
	return 0
}

func (e *entry) record(c *clocks, languages, values number) MentorRecord {
	m := e.mentor
	topics := make([]int, 0, 2*len(e.skills))
	for _, s := range e.skills {
		topics = append(topics, int(s.topic), int(s.level))
	}
	moves := []int{}
	for _, s := range e.path {
		moves = append(moves, int(s.from), int(s.to))
	}
	var offset any
	if clock := e.hoursAt(c).clock; clock != nil {
		offset = clock.first
	}
	return MentorRecord{
		m.Slug, e.fair, topics, languages.of(m.Languages),
		set(portal.Kinds(), m.Kinds), set(portal.Formats(), m.Formats), set(portal.Durations(), m.Duration),
		set(portal.Stages(), m.Accepts.Stages), set(portal.Offers(), m.Offers),
		offset, m.Style.Structure*100 + m.Style.Directness*10 + m.Style.Challenge, values.of(m.Values),
		numbers(e.industries), numbers(e.learning), moves, m.Country, e.town,
	}
}

// numbers returns a list that is never null in JSON.
func numbers(topics []int32) []int32 {
	if topics == nil {
		return []int32{}
	}
	return topics
}

// beside returns topics with their closeness.
func beside(near []neighbour) []int32 {
	flat := make([]int32, 0, 2*len(near))
	for _, n := range near {
		flat = append(flat, n.topic, n.close)
	}
	return flat
}

// set returns some words of a closed list as bits.
func set[T comparable](all, some []T) int {
	bits := 0
	for _, word := range some {
		if i := slices.Index(all, word); i >= 0 {
			bits |= 1 << i
		}
	}
	return bits
}

// number numbers words in the order in which they are first met.
type number struct {
	at  map[string]int
	all *[]string
}

func (n number) of(words []string) []int {
	found := make([]int, 0, len(words))
	for _, word := range words {
		at, known := n.at[word]
		if !known {
			at = len(*n.all)
			n.at[word] = at
			*n.all = append(*n.all, word)
		}
		found = append(found, at)
	}
	return found
}
