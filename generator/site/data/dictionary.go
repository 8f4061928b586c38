package data

import (
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"ithaca/generator/portal"
)

// The fields of an entry, from the one in which a word is worth most. A word counts
// in the best of them alone.
const (
	inName = iota
	inTopic
	inRole
	inPlace
	inText
	fieldCount
)

const (
	longestWord = 24 // letters: nobody types more of one
	leastCommon = 24 // in so many texts a word may stand that is not common, in a small portal
)

// dictionary holds the words of all entries. Of each it notes the entries that hold
// it, as entry·fieldCount + field; entries are added in their order.
type dictionary struct {
	entries int
	held    map[string][]int
}

func newDictionary(entries int) *dictionary { return &dictionary{entries, map[string][]int{}} }

// add notes the words of texts.
func (d *dictionary) add(entry, field int, texts ...string) {
	for _, text := range texts {
		d.note(entry, field, portal.Tokens(text)...)
	}
}

// wordsOf returns the words of names, and each short name as one word: "nodejs" for
// node-js.
func wordsOf(names []string) (words []string) {
	for _, name := range names {
		words = append(words, portal.Tokens(name)...)
		if parts := strings.Split(portal.Fold(name), "-"); len(parts) > 1 && len(parts) < 4 {
			words = append(words, strings.Join(parts, ""))
		}
	}
	return words
}

func (d *dictionary) note(entry, field int, words ...string) {
	for _, word := range words {
		if utf8.RuneCountInString(word) > longestWord {
			word = string([]rune(word)[:longestWord])
		}
		if list := d.held[word]; len(list) == 0 || list[len(list)-1]/fieldCount != entry {
			d.held[word] = append(list, entry*fieldCount+field)
		}
	}
}

// telling returns where a word stands, without the texts where these are so many, or
// the word so short, that it finds nothing in them; it is common then.
func (d *dictionary) telling(word string) (list []int, common bool) {
	all := d.held[word]
	list = slices.DeleteFunc(slices.Clone(all), func(n int) bool { return n%fieldCount == inText })
	if texts := len(all) - len(list); texts <= max(leastCommon, d.entries/16) && len(word) > 1 {
		return all, false
	}
	return list, len(list) < len(all)
}

// addTo writes the words in parts of about the same size, and returns the first word
// of each but the first. A part holds, parted by spaces, each word with a comma before
// each number of note, as differences in base 36; the numbers of a common word come
// after a "!".
func (d *dictionary) addTo(contents map[string]any) []string {
	words := slices.Sorted(maps.Keys(d.held))
	written, size := make([]string, len(words)), 0
	for i, word := range words {
		list, common := d.telling(word)
		text := []byte(word)
		if common {
			text = append(text, ",!"...)
		}
		for _, step := range differences(list) {
			text = strconv.AppendInt(append(text, ','), int64(step), 36)
		}
		written[i], size = string(text), size+len(text)
	}
	starts, firsts := []string{}, append(words, "\uffff") // which is after all words
	count := parts(d.entries, wordEntries)
	from, before := 0, 0
	for part := range count {
		if part > 0 {
			starts = append(starts, firsts[from])
		}
		to := from
		for ; to < len(words) && (before < size*(part+1)/count || part == count-1); to++ {
			before += len(written[to])
		}
		contents[numberedPath("words", part)] = strings.Join(written[from:to], " ")
		from = to
	}
	return starts
}
