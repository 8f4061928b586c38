package match

import (
	"math"

	"ithaca/generator/portal"
)

// lexicon holds the words of all profiles, each with the profiles that hold it: the
// words that a mentor offers help with apart from those of the whole profile,
// because they weigh differently. It is immutable once the mentors are posted.
type lexicon struct {
	language string
	number   map[string]int32 // of each word, by its key
	offered  wordField
	all      wordField
	topics   []portal.Terms // of a topic's title and synonyms, by topic
}

// wordField is a part of every profile.
type wordField struct {
	frequency func(count int) int64 // how much a word counts that stands in a text so many times, in thousandths
	profiles  []portal.Terms        // by mentor
	numbers   [][]int32             // of their words
	lengths   []int64               // of the profiles as vectors, none below the mean
	rarity    []int64               // by word
	unknown   int64                 // the rarity of a word that no profile holds
	lists     [][]impact            // by word: the mentors who can be suggested and hold it
}

// impact is what a word adds to the likeness of a mentor with a request that holds
// it: the word's share of the profile's length.
type impact struct{ mentor, value int32 }

// impactScale is a whole of an impact; queryScale is that of a word's share of a
// request. Both are rounded to whole numbers once, and the finder in the browser
// computes with the same ones.
const (
	impactScale = 1_000
	queryScale  = 1 << 14
)

// newLexicon reads the words of all profiles, but for those that were read when
// their files were decoded.
func newLexicon(p *portal.Portal) *lexicon {
	l := &lexicon{language: p.Program.Language, number: map[string]int32{}}
	l.offered.frequency, l.all.frequency = once, often
	reader := portal.NewTermReader(l.language)
	for _, m := range p.Mentors {
		terms := m.Terms(reader)
		l.offered.read(l, terms.Offered)
		l.all.read(l, terms.All)
	}
	for _, t := range p.Topics.All() {
		l.topics = append(l.topics, reader.Read(append([]string{t.Title}, t.Also...)...))
	}
	l.offered.weigh(len(l.number))
	l.all.weigh(len(l.number))
	return l
}

// read adds the words of a profile.
func (f *wordField) read(l *lexicon, terms portal.Terms) {
	numbers := make([]int32, len(terms))
	for i, t := range terms {
		number, known := l.number[t.Key]
		if !known {
			number = int32(len(l.number))
			l.number[t.Key] = number
		}
		numbers[i] = number
	}
	f.profiles, f.numbers = append(f.profiles, terms), append(f.numbers, numbers)
}

// weigh computes the weights of words once all profiles were read. The length by
// which a profile's weights are divided is at least the mean: cosine would favour
// those who say very little.
func (f *wordField) weigh(words int) {
	having := make([]int, words)
	for _, numbers := range f.numbers {
		for _, number := range numbers {
			having[number]++
		}
	}
	f.lists, f.rarity, f.lengths = make([][]impact, words), make([]int64, words), make([]int64, len(f.profiles))
	f.unknown = wordRarity(len(f.profiles), 0)
	for word, n := range having {
		f.rarity[word] = wordRarity(len(f.profiles), n)
	}
	var sum int64
	for i, terms := range f.profiles {
		var squares uint64
		for j, number := range f.numbers[i] {
			w := uint64(f.weight(number, terms[j].Count))
			squares += w * w
		}
		f.lengths[i] = squareRoot(squares)
		sum += f.lengths[i]
	}
	mean := sum / int64(max(1, len(f.lengths)))
	for i := range f.lengths {
		f.lengths[i] = max(f.lengths[i], mean)
	}
}

// wordRarity is the inverse document frequency ln(1 + N/(1+n)) of a word, with N
// profiles and n of them with the word, in hundredths of a binary logarithm: of
// weights only the proportions count.
func wordRarity(profiles, having int) int64 {
	return log2Percent(uint64(profiles+having+1)) - log2Percent(uint64(having+1))
}

// once counts a word by its presence.
func once(int) int64 { return 1000 }

// mostOften is how many times a word counts in a text at most.
const mostOften = 20

// often returns 1 + ln count.
func often(count int) int64 {
	if count = min(count, mostOften); count <= 1 {
		return 1000
	}
	const ln2 = 6931 // in ten-thousandths: the logarithm is in hundredths
	return 1000 + log2Percent(uint64(count))*ln2/1000
}

// weight returns the weight of a word, −1 for one that no profile holds, in a text
// that holds it so many times.
func (f *wordField) weight(number int32, count int) int64 {
	if number < 0 {
		return f.unknown * f.frequency(count) / 1000
	}
	return f.rarity[number] * f.frequency(count) / 1000
}

// squareRoot returns the square root of n, rounded down, the same on every machine.
func squareRoot(n uint64) int64 {
	root := uint64(math.Sqrt(float64(n)))
	for root*root > n {
		root--
	}
	for (root+1)*(root+1) <= n {
		root++
	}
	return int64(root)
}

// portion returns a weight's share of a length on a scale, rounded.
func portion(weight, length, scale int64) int32 {
	return int32((2*weight*scale + length) / max(1, 2*length))
}

// post adds a mentor who can be suggested to the lists of their words.
func (l *lexicon) post(mentor int32) {
	for _, f := range []*wordField{&l.offered, &l.all} {
		for i, number := range f.numbers[mentor] {
			f.lists[number] = append(f.lists[number], impact{mentor, f.impact(mentor, i)})
		}
	}
}

// impact returns the impact of a word of a mentor, by its place among the mentor's.
func (f *wordField) impact(mentor int32, at int) int32 {
	w := f.weight(f.numbers[mentor][at], f.profiles[mentor][at].Count)
	return portion(w, f.lengths[mentor], impactScale)
}

// of returns the impact of a word on the likeness of a mentor, 0 where the mentor
// does not say it.
func (f *wordField) of(mentor int32, key string) int64 {
	at, found := f.profiles[mentor].Find(key)
	if !found {
		return 0
	}
	return int64(f.impact(mentor, at))
}
