package match

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"

	"ithaca/generator/fair"
	"ithaca/generator/match/hours"
	"ithaca/generator/portal"
	"ithaca/generator/tongue"
	"ithaca/generator/words"
)

// Records is what somebody needs who scores a request elsewhere, as the finder in
// the browser does: every part of the score that a visitor can fill in, of every
// mentor who can be suggested. It holds only what profiles publish. Its JSON is what
// every request needs; the rest lies in files, of which a request needs those of its
// topics and of its other answers.
//
// Mentors who can be suggested are numbered in the order of lists (fair.Order), topics
// as in Topics. Sets of words from a closed list are numbers with a bit for each, in
// the order of portal.Kinds and its likes.
type Records struct {
	Week      string              `json:"week"`  // of the fair keys: "2026-W47"
	Start     string              `json:"start"` // the day whose clocks are compared: "2027-03-01"
	Weeks     int                 `json:"weeks"` // from there, over which hours are compared
	Weights   map[string]int      `json:"weights"`
	Floors    [3]int              `json:"floors"`    // the least scores of strong and good, and the least fit
	Frequency []int64             `json:"frequency"` // how much a word counts that stands once, twice … in what is asked for; in thousandths
	Kin       map[string][]string `json:"kin"`       // of languages without script and region, those that count as each
	Fair      []int               `json:"fair"`      // the first 16 bits of each mentor's fair key, as differences
	Topics    [][]string          `json:"topics"`    // each as Called returns it
	Kinds     []int               `json:"kinds"`     // of topics: 1 for an industry, 2 for a goal or challenge, 0 for others

	// Files are the files by name: topics-SLUG, and one by the name of each column. A part
	// may be in several files.
	Files map[string]Parts `json:"-"`
	// Names are what each topic is called, as portal.TopicNames has it, each list as one
	// text parted by spaces.
	Names [][4]string `json:"-"`
}

// Parts are parts of the records by name:
//
//	topic-N  [its rarity in hundredths; what can stand in for it, the closest first:
//	         topic, closeness in percent · 5 + number in Relations …; the words of
//	         its names: number, term frequency, as written …]
//	held-N   the mentors with the topic, if there are any: [level, mentors …] …
//	word-N   [the word's rarity in hundredths; its impact on those who say it, in
//	         thousandths: mentor, impact …]
//	column   [values, which of them each mentor has]
//
// Mentors in a list are differences from the one before.
type Parts map[string]any

// Relations returns the relations of topics in the order of their numbers.
func Relations() []Relation { return []Relation{Same, Narrower, Broader, Sibling, Related} }

// column is what each mentor states of something that a visitor can answer too. Value
// returns it for JSON.
type column struct {
	name  string
	value func(*recorder, *entry) any
}

// recorder makes records.
type recorder struct {
	*Index
	week   *hours.Season
	listed []*entry // the mentors who can be suggested, in the order of lists
	number []int    // by mentor: the index in listed
}

// filterColumns is what filters need.
func filterColumns() []column {
	return []column{
		{"languages", func(_ *recorder, e *entry) any { return append([]string{}, e.mentor.Languages...) }}, // tags as stated
		{"kinds", func(_ *recorder, e *entry) any { return set(portal.Kinds(), e.kinds) }},
		{"formats", func(_ *recorder, e *entry) any { return set(portal.Formats(), e.mentor.Formats) }},
		{"duration", func(_ *recorder, e *entry) any { return set(portal.Durations(), e.mentor.Duration) }},
		{"stages", func(_ *recorder, e *entry) any { return set(portal.Stages(), e.mentor.Accepts.Stages) }},
	}
}

// columns returns all columns.
func columns() []column {
	all := filterColumns()
	for _, s := range signals() {
		all = append(all, s.columns...)
	}
	return all
}

// ColumnNames returns the names of the files of columns.
func ColumnNames() []string {
	var names []string
	for _, c := range columns() {
		names = append(names, c.name)
	}
	return names
}

// Records returns the index for scoring elsewhere.
func (x *Index) Records() *Records {
	r := &Records{
		Week: x.portal.Today.Week(), Start: x.Start().String(), Weeks: x.seasons[x.Start()].Weeks(), Weights: map[string]int{},
		Floors: [3]int{strongFloor, goodFloor, publicFloor}, Frequency: x.lexicon.Frequencies(),
		Kin: tongue.Kin(slices.Sorted(maps.Keys(x.bits))), Fair: []int{}, Topics: [][]string{}, Files: map[string]Parts{},
	}
	for _, s := range portal.Signals() {
		r.Weights[s.Name] = x.portal.Program.Weights.Of(s)
	}
	to := x.newRecorder()
	before := 0
	for _, e := range to.listed {
		r.Fair = append(r.Fair, int(e.fair>>16)-before)
		before = int(e.fair >> 16)
	}
	for _, c := range columns() {
		r.Files[c.name] = Parts{c.name: to.column(c)}
	}
	keys, vocabulary := x.nameKeys(), portal.NewVocabulary(x.portal.Topics, x.portal.Program.Language)
	held, said := to.held(), to.words(keys)
	for i, t := range x.graph.topics {
		r.Topics, r.Kinds = append(r.Topics, Called(t)), append(r.Kinds, kindOf(t))
		called := vocabulary.Names(t)
		names := [4]string{}
		for i, list := range [][]string{called.Names, called.Asks, called.Stems, called.Asked} {
			names[i] = strings.Join(list, " ")
		}
		r.Names = append(r.Names, names)
		r.Files["topics-"+t.Slug] = to.topic(i, keys, held, said)
	}
	return r
}

func (x *Index) newRecorder() *recorder {
	r := &recorder{Index: x, week: x.seasons[x.Start()], number: make([]int, len(x.entries))}
	for i := range x.entries {
		if e := &x.entries[i]; e.takes {
			r.listed = append(r.listed, e)
		}
	}
	r.listed = fair.Order(r.listed, x.portal.Today.Week(), func(e *entry) string { return e.mentor.Slug }, func(*entry) bool { return true })
	for i, e := range r.listed {
		r.number[e.number] = i
	}
	return r
}

// column returns the different values of a column, and for each mentor the index of theirs.
func (r *recorder) column(c column) any {
	number := map[string]int{}
	values, at := []any{}, make([]int, len(r.listed))
	for i, e := range r.listed {
		value := c.value(r, e)
		text, _ := json.Marshal(value) // never fails on text and numbers
		n, known := number[string(text)]
		if !known {
			n = len(values)
			number[string(text)] = n
			values = append(values, value)
		}
		at[i] = n
	}
	return [2]any{values, at}
}

// held returns for each topic the content of its part held-N.
func (r *recorder) held() []any {
	all := make([]any, len(r.topics))
	for topic := range r.topics {
		levels := [][]int{}
		for level, mentors := range r.topics[topic] {
			var sorted []int
			for _, m := range mentors {
				sorted = append(sorted, r.number[m])
			}
			slices.Sort(sorted)
			for i := len(sorted) - 1; i > 0; i-- {
				sorted[i] -= sorted[i-1]
			}
			if len(sorted) > 0 {
				levels = append(levels, append([]int{level}, sorted...))
			}
		}
		all[topic] = levels
	}
	return all
}

// words returns for each key the content of its part word-N.
func (r *recorder) words(keys []string) []any {
	list := func(impacts []words.Impact) []int {
		sorted := slices.Clone(impacts)
		slices.SortFunc(sorted, func(a, b words.Impact) int { return r.number[a.Profile] - r.number[b.Profile] })
		all, before := []int{}, 0
		for _, i := range sorted {
			all = append(all, r.number[i.Profile]-before, int(i.Value))
			before = r.number[i.Profile]
		}
		return all
	}
	all := make([]any, len(keys))
	for i, key := range keys {
		word := r.lexicon.Number(key)
		all[i] = [2]any{r.lexicon.Rarity(word), list(r.lexicon.List(word))}
	}
	return all
}

// topic returns the parts of the file of the topic with number i.
func (r *recorder) topic(i int, keys []string, held, said []any) Parts {
	parts, near, named := Parts{}, []int{}, []any{}
	for _, n := range r.graph.near[i] {
		near = append(near, int(n.topic), int(n.close)*len(Relations())+slices.Index(Relations(), n.relation))
		if r.Index.topics[n.topic].mentors() > 0 {
			parts[fmt.Sprint("held-", n.topic)] = held[n.topic]
		}
	}
	for _, term := range r.topicWords[i] {
		at, _ := slices.BinarySearch(keys, term.Key)
		named = append(named, at, term.Count, term.Text)
		parts[fmt.Sprint("word-", at)] = said[at]
	}
	parts[fmt.Sprint("topic-", i)] = [3]any{r.rarity(int32(i)), near, named}
	return parts
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

// Called returns a topic's title, and its slug where that is not the key of the title.
func Called(t *portal.Topic) []string {
	if portal.Fold(t.Title) == t.Slug {
		return []string{t.Title}
	}
	return []string{t.Title, t.Slug}
}

// kindOf returns a topic's kind as Records.Kinds has it.
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
