package data

import (
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"ithaca/generator/portal"
)

// longestWord bounds the words of the dictionary, in letters; nobody types
// more of one.
const longestWord = 24

// dictionary returns the words of many texts and where they stand, small enough
// to be sent to everybody who searches. common are those of very many texts,
// which find nothing. words holds the others, sorted and parted by spaces, each
// as the number of letters it shares with the one before, in base 36 and at
// most 35, and the rest. at holds for each of them the numbers of the texts,
// parted by spaces: the differences between neighbours as in varints, five bits
// a letter of digits64, the low ones first, the sixth saying that more follow.
func dictionary(texts [][]string) (common []string, words, at string) {
	places := map[string][]int{}
	for i, parts := range texts {
		for _, part := range parts {
			for _, word := range portal.Tokens(part) {
				if list := places[word]; len(list) == 0 || list[len(list)-1] != i {
					places[word] = append(list, i)
				}
			}
		}
	}
	var w, a strings.Builder
	common, before := []string{}, ""
	for _, word := range slices.Sorted(maps.Keys(places)) {
		list := places[word]
		switch {
		case len(list) > max(leastCommon, len(texts)/16):
			common = append(common, word)
			continue
		case utf8.RuneCountInString(word) > longestWord, len(word) == 1:
			continue
		}
		if before != "" {
			w.WriteByte(' ')
			a.WriteByte(' ')
		}
		shared := sharedLetters(before, word)
		w.WriteString(strconv.FormatInt(int64(shared), 36))
		w.WriteString(string([]rune(word)[shared:]))
		writeDifferences(&a, list)
		before = word
	}
	return common, w.String(), a.String()
}

// leastCommon is in how many texts a word may stand that is not common, in a
// small portal.
const leastCommon = 24

func sharedLetters(a, b string) int {
	one, two, n := []rune(a), []rune(b), 0
	for n < min(len(one), len(two), 35) && one[n] == two[n] {
		n++
	}
	return n
}

const digits64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"

func writeDifferences(b *strings.Builder, sorted []int) {
	before := 0
	for _, n := range sorted {
		for d := n - before; ; d >>= 5 {
			if d < 32 {
				b.WriteByte(digits64[d])
				break
			}
			b.WriteByte(digits64[d&31|32])
		}
		before = n
	}
}
