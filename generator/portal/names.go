package portal

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"ithaca/generator/diag"
	"ithaca/generator/order"
	"ithaca/generator/words"
)

// TopicNames is what a topic is called, folded, and the stems of the words in it.
type TopicNames struct {
	Names []string // keys of the title, the slug and other words, also those of topics that it replaces
	Asks  []string // keys of the sentences in which people ask for it
	Stems []string // of the words of title and slug, and of names of one word, sorted
	Asked []string // of words that stand only in longer names and in the sentences, sorted
}

// joinable is the length of a key without hyphens from which it is one name however
// it is parted: "nodejs", "node js" and "Node.js".
const joinable = 4

// Join returns a key without its hyphens, "" for one too short to tell anything.
func Join(key string) string {
	joined := strings.ReplaceAll(key, "-", "")
	if utf8.RuneCountInString(joined) < joinable {
		return ""
	}
	return joined
}

// Joined returns topics by their keys without hyphens, but for those that two
// topics share.
func Joined(byKey map[string]*Topic) map[string]*Topic {
	joined := make(map[string]*Topic, len(byKey))
	for key, t := range byKey {
		name := Join(key)
		if other, taken := joined[name]; name != "" && taken && other != t {
			joined[name] = nil
		} else if name != "" {
			joined[name] = t
		}
	}
	return joined
}

// Vocabulary is the names of all topics, for people who write the words of their
// own. The scripts of pages have its twin, templates/assets/js/names.js, and get
// the names from the data files. It is immutable.
type Vocabulary struct {
	topics []*Topic
	names  []TopicNames
	number map[*Topic]int
	shares map[string]int // how many topics share a stem
}

// NewVocabulary reads the names of topics in a language. Topics that are replaced
// lend their names to those in their place.
func NewVocabulary(topics Topics, language string) *Vocabulary {
	v := &Vocabulary{number: map[*Topic]int{}, shares: map[string]int{}}
	lent := map[*Topic][]*Topic{}
	for _, t := range topics.All() {
		better := topics.Of(TopicRef{Key: t.Use.Key})
		if t.Use.Key == "" || better == nil {
			better = t
			v.topics = append(v.topics, t)
		}
		lent[better] = append(lent[better], t)
	}
	reader := NewTermReader(language)
	for _, t := range v.topics {
		var called, short, asks []string
		for _, one := range lent[t] {
			also := slices.Concat(one.Also, one.Elsewhere)
			called = append(append(called, one.Title, one.Slug), also...)
			short = append(append(short, one.Title, one.Slug), slices.DeleteFunc(also, isLong)...)
			asks = append(asks, one.Asks...)
		}
		n := TopicNames{Names: keys(called), Asks: keys(asks)}
		for _, term := range reader.Read(short...) {
			n.Stems = append(n.Stems, term.Key)
		}
		for _, term := range reader.Read(append(called, asks...)...) {
			if !slices.Contains(n.Stems, term.Key) {
				n.Asked = append(n.Asked, term.Key)
			}
		}
		for _, stem := range slices.Concat(n.Stems, n.Asked) {
			v.shares[stem]++
		}
		v.number[t] = len(v.names)
		v.names = append(v.names, n)
	}
	return v
}

// isLong reports whether a name has several words, any of which may say little.
func isLong(name string) bool { return strings.Contains(Fold(name), "-") }

// keys returns the keys of texts, each once, in their order.
func keys(texts []string) []string {
	var all []string
	for _, text := range texts {
		if key := Fold(text); key != "" && !slices.Contains(all, key) {
			all = append(all, key)
		}
	}
	return all
}

// Names returns what a topic is called; nothing for one that is replaced.
func (v *Vocabulary) Names(t *Topic) TopicNames {
	if i, known := v.number[t]; known {
		return v.names[i]
	}
	return TopicNames{}
}

// Called returns the topic that somebody means by a name: its title, its slug,
// another word for it or a sentence in which people ask for it, however the words
// are joined; nil where there is none, or two are called so.
func (v *Vocabulary) Called(text string) *Topic {
	key := Fold(text)
	if key == "" {
		return nil
	}
	is := func(name string) bool { return name == key }
	joins := func(name string) bool { return Join(key) != "" && Join(name) == Join(key) }
	for _, fits := range []func(string) bool{is, joins} {
		var found []*Topic
		for i, n := range v.names {
			if slices.ContainsFunc(n.Names, fits) || slices.ContainsFunc(n.Asks, fits) {
				found = append(found, v.topics[i])
			}
		}
		if len(found) == 1 {
			return found[0]
		}
	}
	return nil
}

// longestText is how much of a text is read, in characters.
const longestText = 300

// clear is what the words of a text must be worth for a topic to be proposed: a word
// of its names that few topics share, or one that is said for no other.
const clear = 300

// Near returns the topics nearest to a word or a sentence, at most so many, the
// nearest first: those that clearly fit, because their names or asks hold forms of its
// words, where rarer words say more. Only where there are none sound is false, and
// they are those that share a word which says little, and for a word that no topic
// has those with one that begins like it or differs from it by a letter in three.
func (v *Vocabulary) Near(text string, most int) (near []*Topic, sound bool) {
	written := writtenWords(text)
	if near = v.best(written, most, clear, v.sounds); len(near) > 0 {
		return near, true
	}
	known := func(word string) bool {
		return slices.ContainsFunc(v.names, func(n TopicNames) bool { return v.sounds(word, n) > 0 })
	}
	unknown := slices.DeleteFunc(slices.Clone(written), known)
	return v.best(written, most, 1, func(word string, n TopicNames) int {
		if slices.Contains(unknown, word) {
			return resembles(word, n)
		}
		return v.sounds(word, n)
	}), false
}

// writtenWords returns the keys of a text's words, each once.
func writtenWords(text string) []string {
	if letters := []rune(text); len(letters) > longestText {
		text = string(letters[:longestText])
	}
	written := keys(slices.Collect(words.Written(text)))
	return slices.DeleteFunc(written, func(w string) bool { return utf8.RuneCountInString(w) < 2 })
}

// best returns the topics that words are worth most for, at least so much, and at
// least two fifths of the most; of equal ones the first in the order of slugs.
func (v *Vocabulary) best(written []string, most, least int, worth func(string, TopicNames) int) []*Topic {
	type weighty struct{ topic, worth int }
	var found []weighty
	top := 0
	for i, n := range v.names {
		sum := 0
		for _, w := range written {
			sum += worth(w, n)
		}
		if sum >= least {
			found = append(found, weighty{i, sum})
			top = max(top, sum)
		}
	}
	order.Stable(found, func(a, b weighty) int { return cmp.Compare(b.worth, a.worth) })
	var near []*Topic
	for _, f := range found[:min(most, len(found))] {
		if 5*f.worth >= 2*top {
			near = append(near, v.topics[f.topic])
		}
	}
	return near
}

// sounds returns what a word is worth for a topic by the stems of its names, or by
// those of what people say, which are worth half and say little once others share
// them: much that people say ("I feel …") can be said of anything.
func (v *Vocabulary) sounds(word string, n TopicNames) int {
	best := 0
	for _, s := range n.Stems {
		if isForm(word, s) {
			best = max(best, int(math.Round(1000/math.Sqrt(float64(v.shares[s])))))
		}
	}
	for _, s := range n.Asked {
		if isForm(word, s) {
			best = max(best, 500/v.shares[s])
		}
	}
	return best
}

// isForm reports whether a word is a form of a stem: it begins with it, whose last
// e or i may be another letter, and is at most four letters longer, or seven for a stem
// that is long enough to be sure: "negotiation" of "negot". A stem of a script without
// spaces may stand anywhere.
func isForm(word, stem string) bool {
	if first, _ := utf8.DecodeRuneInString(stem); unspaced(first) {
		return strings.Contains(word, stem)
	}
	if word == stem {
		return true
	}
	if short := strings.TrimRight(stem, "ei"); utf8.RuneCountInString(short) >= 3 {
		stem = short
	}
	size := utf8.RuneCountInString(stem)
	ending := min(4, size)
	if size >= 5 {
		ending = 7
	}
	return size >= 3 && strings.HasPrefix(word, stem) && utf8.RuneCountInString(word)-size <= ending
}

// resembles returns what a word is worth for a topic with a word that begins like
// it or is nearly written so.
func resembles(word string, n TopicNames) int {
	best, size := 0, utf8.RuneCountInString(word)
	for _, name := range n.Names {
		parts := strings.Split(name, "-")
		if len(parts) > 1 {
			parts = append(parts, strings.Join(parts, ""))
		}
		for _, part := range parts {
			switch {
			case size >= 3 && strings.HasPrefix(part, word):
				best = 1000
			case size >= 4:
				if d := diag.Distance(word, part); 3*d <= size {
					best = max(best, 900-100*d)
				}
			}
		}
	}
	return best
}
