package match

import (
	"maps"
	"slices"
	"strings"

	"ithaca/generator/match/hours"
	"ithaca/generator/portal"
	"ithaca/generator/tongue"
	"ithaca/generator/words"
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
	Weights   map[string]int `json:"weights"`
	Floors    [3]int         `json:"floors"` // the least scores of strong and good, and the least fit
	Topics    []TopicRecord  `json:"topics"`
	Words     []WordRecord   `json:"words"`     // of the topics' names, sorted by their stems
	Frequency []int64        `json:"frequency"` // how much a word counts that stands once, twice … in what is asked for; in thousandths
	Languages []string       `json:"languages"` // tags as stated
	// Kin are, of languages without script and region, those that count as each.
	Kin     map[string][]string `json:"kin,omitempty"`
	Values  []string            `json:"values"`
	Mentors []MentorRecord      `json:"mentors"` // sorted by slug
}

// RecordFormat is the version of Records.
const RecordFormat = 4

// TopicRecord is a topic: [slug, title, rarity in hundredths, 1 for an industry, 2
// for a goal or challenge and 0 for others, the numbers of its broader topics, and
// of those related to it, each with its closeness in percent: number, percent …,
// the words of its names: number, how often it stands there, as written …, and what
// it is called, as portal.TopicNames has it, each list as one text parted by spaces].
// Related topics are listed at both.
type TopicRecord [11]any

// WordRecord is a word that a topic's name holds: [its rarity among what mentors
// offer, and in whole profiles, in hundredths; its impact on those who offer it,
// and on those who say it anywhere, in thousandths: how far the mentor's number is
// from that of the one before, which compresses well, impact …].
type WordRecord [4]any

// MentorRecord is a mentor: the fields of commonFields and of the signals, by their
// positions.
type MentorRecord []any

// recordFields computes fields of a mentor's record, by position.
type recordFields map[int]func(*recorder, *entry) any

// recorder makes records.
type recorder struct {
	week              *hours.Season
	languages, values numbering
}

// commonFields is what filters and order need.
func commonFields() recordFields {
	return recordFields{
		0:  func(_ *recorder, e *entry) any { return e.mentor.Slug },
		1:  func(_ *recorder, e *entry) any { return e.fair },
		3:  func(r *recorder, e *entry) any { return r.languages.of(e.mentor.Languages) }, // numbers
		4:  func(_ *recorder, e *entry) any { return set(portal.Kinds(), e.mentor.OpenKinds()) },
		5:  func(_ *recorder, e *entry) any { return set(portal.Formats(), e.mentor.Formats) },
		6:  func(_ *recorder, e *entry) any { return set(portal.Durations(), e.mentor.Duration) },
		7:  func(_ *recorder, e *entry) any { return set(portal.Stages(), e.mentor.Accepts.Stages) },
		15: func(_ *recorder, e *entry) any { return e.mentor.Country }, // "" when not stated
		16: func(_ *recorder, e *entry) any { return e.town },           // folded
	}
}

// allFields returns the fields of a record, by position.
func allFields() []func(*recorder, *entry) any {
	byPosition := commonFields()
	for _, s := range signals() {
		maps.Copy(byPosition, s.record)
	}
	fields := make([]func(*recorder, *entry) any, len(byPosition))
	for position, field := range byPosition {
		fields[position] = field
	}
	return fields
}

// Records returns the index for scoring elsewhere.
func (x *Index) Records() *Records {
	r := &Records{
		Format: RecordFormat, Week: x.portal.Today.Week(), Start: x.Start().String(),
		Adults: x.portal.Program.Audience == "adults", Weights: map[string]int{},
		Floors: [3]int{strongFloor, goodFloor, fitFloor}, Topics: []TopicRecord{},
		Languages: []string{}, Kin: tongue.Kin(slices.Sorted(maps.Keys(x.bits))), Values: []string{}, Mentors: []MentorRecord{},
	}
	for _, s := range portal.Signals() {
		r.Weights[s.Name] = x.portal.Program.Weights.Of(s)
	}
	keys, vocabulary := x.nameKeys(), portal.NewVocabulary(x.portal.Topics, x.portal.Program.Language)
	for i, t := range x.graph.topics {
		named := []any{}
		for _, term := range x.topicWords[i] {
			at, _ := slices.BinarySearch(keys, term.Key)
			named = append(named, at, term.Count, term.Text)
		}
		called := vocabulary.Names(t)
		r.Topics = append(r.Topics, TopicRecord{
			t.Slug, t.Title, x.rarity(int32(i)), kindOf(t), numbers(x.graph.up[i]), flat(x.graph.related[i]), named,
			strings.Join(called.Names, " "), strings.Join(called.Asks, " "), strings.Join(called.Stems, " "), strings.Join(called.Asked, " "),
		})
	}
	r.Frequency = x.lexicon.Frequencies()
	r.Words = x.wordRecords(keys)
	fields := allFields()
	to := &recorder{x.seasons[x.Start()], newNumbering(&r.Languages), newNumbering(&r.Values)}
	for i := range x.entries {
		if e := &x.entries[i]; e.open {
			record := make(MentorRecord, len(fields))
			for position, field := range fields {
				record[position] = field(to, e)
			}
			r.Mentors = append(r.Mentors, record)
		}
	}
	return r
}

// nameKeys returns the stems of the topics' names, sorted.
func (x *Index) nameKeys() []string {
	var keys []string
	for _, terms := range x.topicWords {
		for _, t := range terms {
			keys = append(keys, t.Key)
		}
	}
	slices.Sort(keys)
	return slices.Compact(keys)
}

// wordRecords returns the records of words. Mentors are numbered as in the records.
func (x *Index) wordRecords(keys []string) []WordRecord {
	number := make([]int, len(x.entries))
	open := 0
	for i := range x.entries {
		if number[i] = open; x.entries[i].open {
			open++
		}
	}
	list := func(impacts []words.Impact) []int {
		all, before := []int{}, 0
		for _, i := range impacts {
			mentor := number[i.Profile]
			all = append(all, mentor-before, int(i.Value))
			before = mentor
		}
		return all
	}
	offered, all := &x.lexicon.Offered, &x.lexicon.All
	records := make([]WordRecord, len(keys))
	for i, key := range keys {
		word := x.lexicon.Number(key)
		records[i] = WordRecord{offered.Rarity(word), all.Rarity(word), list(offered.List(word)), list(all.List(word))}
	}
	return records
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

// numbers returns a list that is never null in JSON.
func numbers(topics []int32) []int32 { return append([]int32{}, topics...) }

// flat returns topics, each followed by its closeness.
func flat(near []neighbour) []int32 {
	all := make([]int32, 0, 2*len(near))
	for _, n := range near {
		all = append(all, n.topic, n.close)
	}
	return all
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

// numbering numbers words in the order in which they are first met.
type numbering struct {
	number map[string]int
	all    *[]string
}

func newNumbering(all *[]string) numbering { return numbering{map[string]int{}, all} }

func (n numbering) of(words []string) []int {
	found := make([]int, 0, len(words))
	for _, word := range words {
		number, known := n.number[word]
		if !known {
			number = len(*n.all)
			n.number[word] = number
			*n.all = append(*n.all, word)
		}
		found = append(found, number)
	}
	return found
}
