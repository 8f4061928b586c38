package match

import (
	"cmp"
	"slices"
	"strings"

	"ithaca/generator/portal"
	"ithaca/generator/words"
)

// topicNames relates topics by their names, where nobody has related them by files:
// people who write keywords as they come mean nearly the same by "data analysis"
// and "analysis of survey data". Nearness is the share of words that two names
// have in common (the index of Jaccard), each weighted by its inverse document
// frequency among all names. Topics with files are related by what these say.
type topicNames struct {
	topics    []*portal.Topic
	documents map[string][]int32 // the topics whose names hold a word
}

// How names relate topics, in percent.
const (
	alikeClose  = 50 // the closeness of two names with the same words
	leastAlike  = 20 // the share of words below which names have nothing in common
	mostAlike   = 24 // topics that one is related to, at most
	commonWords = 40 // names a word may be part of and still say something
)

func newTopicNames(topics []*portal.Topic) *topicNames {
	n := &topicNames{topics: topics, documents: map[string][]int32{}}
	for i, t := range topics {
		for _, word := range nameWords(t.Title) {
			n.documents[word] = append(n.documents[word], int32(i))
		}
	}
	return n
}

// nameWords returns the words of a name, each once, sorted.
func nameWords(name string) []string {
	return slices.Compact(slices.Sorted(strings.SplitSeq(portal.Fold(name), "-")))
}

func (n *topicNames) weight(word string) int64 {
	return max(0, words.Log2(uint64(len(n.topics)+1))-words.Log2(uint64(len(n.documents[word])+1)))
}

func (n *topicNames) total(words []string) int64 {
	var sum int64
	for _, word := range words {
		sum += n.weight(word)
	}
	return sum
}

// near returns the topics whose names resemble that of a topic, the closest first.
// The topic need not be one of the vocabulary.
func (n *topicNames) near(t *portal.Topic) []neighbour {
	mine := nameWords(t.Title)
	both := map[int32]int64{}
	for _, word := range mine {
		if len(n.documents[word]) > commonWords {
			continue
		}
		for _, other := range n.documents[word] {
			if o := n.topics[other]; o != t && (t.File == "" || o.File == "") {
				both[other] += n.weight(word)
			}
		}
	}
	all := n.total(mine)
	var alike []neighbour
	for other, shared := range both {
		either := all + n.total(nameWords(n.topics[other].Title)) - shared
		if either > 0 && 100*shared >= leastAlike*either {
			alike = append(alike, neighbour{other, int32(alikeClose * shared / either), Related})
		}
	}
	slices.SortFunc(alike, closest)
	return alike[:min(mostAlike, len(alike))]
}

// closest orders neighbours by how close they are, then by their numbers.
func closest(a, b neighbour) int {
	return cmp.Or(cmp.Compare(b.close, a.close), cmp.Compare(a.topic, b.topic))
}
