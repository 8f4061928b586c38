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

// addTo writes the words in parts of about the same size, and returns the least word
// of each but the first. A part holds the words, sorted and parted by spaces, each
// as the number of letters it shares with the one before, in base 36 and at most
// 35, and the rest; and likewise where they stand: "!" for a common word, then the
// numbers of note, their differences as in varints, five bits a letter of
// digits64, the low ones first, the sixth saying that more follow.
func (d *dictionary) addTo(contents map[string]any) []string {
	words := slices.Sorted(maps.Keys(d.held))
	places, size := make([]string, len(words)), 0
	for i, word := range words {
		list, common := d.telling(word)
		places[i] = map[bool]string{true: "!"}[common] + coded(list)
		size += len(word) + len(places[i])
	}
	starts := []string{}
	count := parts(d.entries, wordEntries)
	from, written := 0, 0
	for part := range count {
		to := from
		for to < len(words) && (written < size*(part+1)/count || part == count-1) {
			written += len(words[to]) + len(places[to])
			to++
		}
		contents[numberedPath("words", part)] = [2]string{shared(words[from:to]), strings.Join(places[from:to], " ")}
		if part > 0 {
			starts = append(starts, boundary(words, from))
		}
		from = to
	}
	return starts
}

// boundary returns the shortest text that parts a word from those before it; for one
// beyond the last word a text that comes after all.
func boundary(words []string, at int) string {
	if at == len(words) {
		return "\uffff"
	}
	letters := []rune(words[at])
	if at == 0 {
		return string(letters)
	}
	return string(letters[:sharedLetters(words[at-1], words[at])+1])
}

// shared writes sorted words by what each shares with the one before.
func shared(words []string) string {
	var b strings.Builder
	before := ""
	for i, word := range words {
		if i > 0 {
			b.WriteByte(' ')
		}
		n := min(sharedLetters(before, word), 35)
		b.WriteString(strconv.FormatInt(int64(n), 36))
		b.WriteString(string([]rune(word)[n:]))
		before = word
	}
	return b.String()
}

func sharedLetters(a, b string) int {
	one, two, n := []rune(a), []rune(b), 0
	for n < min(len(one), len(two)) && one[n] == two[n] {
		n++
	}
	return n
}

const digits64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"

func coded(sorted []int) string {
	var b strings.Builder
	for _, d := range differences(sorted) {
		for ; d >= 32; d >>= 5 {
			b.WriteByte(digits64[d&31|32])
		}
		b.WriteByte(digits64[d])
	}
	return b.String()
}
