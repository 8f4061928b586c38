package data

import (
	"fmt"
	"hash/fnv"
	"maps"
	"slices"
	"strings"
	"sync"

	"ithaca/generator/match"
	"ithaca/generator/site"
)

// The data for browsing and searching lie in small parts under /data/, so that a
// task costs what it shows, in a portal of any size. Each part is [id, content]:
// the id is that of the index, and tells parts of one build from those of another.
//
//	index.json           index: how many there are, and where the words part
//	facets/topics.json   the values of a facet: [value, words, mentors] …
//	facets/0.json        who has the values whose keys fall into the part: numbers of
//	                     mentors, as differences, by "topics-x"
//	cards/0.json         mentors, so many together
//	entries/0.json       everything else that can be found, likewise
//	words/0.json         words, and what they stand in
//	match.json           match.Records; in a small portal with the parts of all its files, and the cards
//	match/names.json     what topics are called
//	match/x.json         in a larger portal, a file of the records
//
// Mentors are numbered in the order in which lists show them, those with open
// places first.

// index is /data/index.json.
type index struct {
	Format  int      `json:"format"`
	ID      string   `json:"id"`
	Mentors int      `json:"mentors"`
	Open    int      `json:"open"`   // the first so many have places
	Block   int      `json:"block"`  // how many cards or entries a part holds
	Mentor  string   `json:"mentor"` // what a slug is put behind to give the profile's address, and a slash after it
	Topic   string   `json:"topic"`  // likewise, of a topic's page
	Kinds   []kind   `json:"kinds"`  // of entries, which are numbered through all kinds
	Facets  int      `json:"facets"` // how many parts those who have values lie in
	Words   []string `json:"words"`  // the least word of each part of the words but the first, as far as it tells
}

// kind is the kind of entries, what stands before their slugs in addresses, and how
// many there are.
type kind [3]any

const (
	block       = 8  // cards or entries of a part: as many as compress well, and few that nobody looks at
	wordEntries = 16 // for so many entries the words have a part
	havingEach  = 32 // for so many mentors those who have values have a part, of about 2 kB
)

// planParts plans the parts. All of them are made when the first is asked for.
func planParts(book *site.Planner) {
	entries := newEntries(book.Plan)
	others := entries.count() - len(book.Ordered)
	var once sync.Once
	var files map[string][]byte
	add := func(path string) {
		book.AddFile(path, func(word func(key string) string) []byte {
			once.Do(func() { files = newParts(book.Plan, entries, word) })
			return files[path]
		})
	}
	number := func(folder string, n int) {
		for i := range n {
			add(numberedPath(folder, i))
		}
	}
	add(site.IndexPath)
	number("cards", parts(len(book.Ordered), block))
	number("entries", parts(others, block))
	number("words", parts(entries.count(), wordEntries))
	if len(book.Ordered) == 0 {
		return
	}
	for _, name := range matchFiles(book.Plan) {
		add(name)
	}
	number("facets", parts(len(book.Ordered), havingEach))
	for _, f := range site.Facets() {
		add(facetPath(f))
	}
}

func parts(all, each int) int { return (all + each - 1) / each }

func numberedPath(folder string, i int) string { return fmt.Sprintf("/data/%s/%d.json", folder, i) }

func facetPath(f site.Facet) string { return fmt.Sprintf("/data/facets/%s.json", f) }

// partOf returns the part of n into which a key falls. The script having.js does the same.
func partOf(key string, n int) int {
	sum := 0
	for _, letter := range key {
		sum += int(letter)
	}
	return sum % n
}

// newParts returns the bytes of every part, by path.
func newParts(plan *site.Plan, entries *entries, word func(key string) string) map[string][]byte {
	contents := map[string]any{}
	addCards(contents, plan, word)
	addFacets(contents, plan, word)
	head := index{
		Format: format, Mentors: len(plan.Ordered), Open: plan.OpenAmong(plan.Ordered), Block: block,
		Facets: parts(len(plan.Ordered), havingEach),
		Mentor: plan.Site.Prefix + "/mentors/", Topic: plan.Site.Prefix + "/topics/", Kinds: entries.kinds(plan.Site.Prefix),
	}
	head.Words = entries.addTo(contents, word)
	addMatch(contents, plan)
	files, hash := map[string][]byte{}, fnv.New64a()
	for _, path := range slices.Sorted(maps.Keys(contents)) {
		files[path] = encode(contents[path])
		fmt.Fprintf(hash, "%s %d ", path, len(files[path]))
		hash.Write(files[path])
	}
	hash.Write(encode(head))
	head.ID = fmt.Sprintf("%x", hash.Sum(nil))
	for path, content := range files {
		files[path] = fmt.Appendf(nil, "[%q,%s]\n", head.ID, content[:len(content)-1])
	}
	files[site.IndexPath] = encode(head)
	return files
}

// inBlocks parts a list into blocks, and adds each under its path.
func inBlocks[T any](contents map[string]any, folder string, all []T) {
	i := 0
	for some := range slices.Chunk(all, block) {
		contents[numberedPath(folder, i)] = some
		i++
	}
}

// differences returns sorted numbers, each as its difference from the one before.
func differences(sorted []int) []int {
	steps, before := make([]int, len(sorted)), 0
	for i, n := range sorted {
		steps[i], before = n-before, n
	}
	return steps
}

// recordsTogether is the head of the finder's data.
type recordsTogether struct {
	*match.Records
	Parts match.Parts `json:"parts,omitempty"`
}

const matchFolder = "/data/match/"

// matchFiles returns the paths of the finder's files.
func matchFiles(pl *site.Plan) []string {
	paths := []string{"/data/match.json", site.NamesPath}
	if len(pl.Ordered) <= site.FinderTogether {
		return paths
	}
	for _, name := range match.ColumnNames() {
		paths = append(paths, matchFolder+name+".json")
	}
	for _, t := range pl.Portal.Topics.All() {
		paths = append(paths, matchFolder+"topics-"+t.Slug+".json")
	}
	return paths
}

func addMatch(contents map[string]any, pl *site.Plan) {
	records := pl.Matches().Records()
	head := recordsTogether{Records: records}
	contents[site.NamesPath] = records.Names
	if len(pl.Ordered) > site.FinderTogether {
		for name, parts := range records.Files {
			contents[matchFolder+name+".json"] = parts
		}
	} else {
		head.Parts = match.Parts{}
		for _, file := range records.Files {
			for name, part := range file {
				head.Parts[name] = part
			}
		}
		for path, part := range contents {
			if name, ok := strings.CutPrefix(path, "/data/"); ok && strings.HasPrefix(name, "cards/") {
				head.Parts[strings.TrimSuffix(name, ".json")] = part
			}
		}
	}
	contents["/data/match.json"] = head
}
