package words

import (
	"math"
	"math/bits"
)

// Lexicon is an inverted index of the words of profiles, which are numbered by their
// index. It is immutable once the profiles that can be found are posted.
type Lexicon struct {
	frequency [mostOften + 1]int64 // by term frequency: its weight, in thousandths
	profiles  []Terms
	numbers   [][]int32        // by profile: the numbers of its words
	lengths   []int64          // of the profiles as vectors, none below the mean
	number    map[string]int32 // by key of a word
	rarity    []int64          // by word, in hundredths
	unknown   int64            // the rarity of a word that no profile uses
	lists     [][]Impact       // by word: its posting list
}

// None is the number of a word that no profile uses.
const None int32 = -1

// NewLexicon returns the lexicon of some profiles, none of which is posted yet.
func NewLexicon(profiles []Terms) *Lexicon {
	l := &Lexicon{profiles: profiles, numbers: make([][]int32, len(profiles)), number: map[string]int32{}}
	total := 0
	for _, terms := range profiles {
		total += len(terms)
	}
	arena := make([]int32, total)
	numbers := map[*Word]int32{} // spares most look-ups by key: texts of a reader share words
	for i, terms := range profiles {
		l.numbers[i], arena = arena[:len(terms):len(terms)], arena[len(terms):]
		l.read(numbers, i)
	}
	for count := range l.frequency {
		l.frequency[count] = logFrequency(count)
	}
	l.weigh()
	return l
}

// Number returns the number of the word with a key, or None.
func (l *Lexicon) Number(key string) int32 {
	if number, known := l.number[key]; known {
		return number
	}
	return None
}

// Post adds a profile to the posting lists of its words.
func (l *Lexicon) Post(profile int32) {
	for i, number := range l.numbers[profile] {
		l.lists[number] = append(l.lists[number], Impact{profile, l.impact(profile, i)})
	}
}

// Impact is a posting: a profile and the word's weight in it over the profile's length,
// in thousandths.
type Impact struct{ Profile, Value int32 }

// impactScale and queryScale are 1 in the units of impacts and of what the words of a
// request are worth. Both are rounded to integers once, and the finder in the browser
// computes with the same ones.
const (
	impactScale = 1_000
	queryScale  = 1 << 14
)

// read sets the numbers of a profile's words, and adds new ones to the lexicon.
func (l *Lexicon) read(numbers map[*Word]int32, profile int) {
	for i, t := range l.profiles[profile] {
		number, known := numbers[t.Word]
		if !known {
			if number, known = l.number[t.Key]; !known {
				number = int32(len(l.number))
				l.number[t.Key] = number
			}
			numbers[t.Word] = number
		}
		l.numbers[profile][i] = number
	}
}

// weigh computes rarities and lengths after all profiles were read. The length by which a
// profile's weights are divided is at least the mean: the plain cosine would favour
// profiles of a few words.
func (l *Lexicon) weigh() {
	words := len(l.number)
	having := make([]int, words)
	for _, numbers := range l.numbers {
		for _, number := range numbers {
			having[number]++
		}
	}
	l.lists, l.rarity, l.lengths = make([][]Impact, words), make([]int64, words), make([]int64, len(l.profiles))
	l.unknown = wordRarity(len(l.profiles), 0)
	total := 0
	for word, n := range having {
		l.rarity[word] = wordRarity(len(l.profiles), n)
		total += n
	}
	arena := make([]Impact, total)
	for word, n := range having {
		l.lists[word], arena = arena[:0:n], arena[n:]
	}
	var sum int64
	for i, terms := range l.profiles {
		var squares uint64
		for j, number := range l.numbers[i] {
			w := uint64(l.weight(number, terms[j].Count))
			squares += w * w
		}
		l.lengths[i] = squareRoot(squares)
		sum += l.lengths[i]
	}
	mean := sum / int64(max(1, len(l.lengths)))
	for i := range l.lengths {
		l.lengths[i] = max(l.lengths[i], mean)
	}
}

// wordRarity returns the inverse document frequency log2(1 + N/(1+n)) of a word that n of
// N profiles use, in hundredths.
func wordRarity(profiles, having int) int64 {
	return Log2(uint64(profiles+having+1)) - Log2(uint64(having+1))
}

// mostOften is the highest term frequency that is told apart.
const mostOften = 20

// logFrequency returns 1 + ln count, in thousandths.
func logFrequency(count int) int64 {
	if count <= 1 {
		return 1000
	}
	const ln2 = 6931 // in ten-thousandths: the logarithm is in hundredths
	return 1000 + Log2(uint64(count))*ln2/1000
}

// Frequencies returns the weights of the term frequencies 1, 2 and so on, in thousandths.
// The last one holds for every higher frequency.
func (l *Lexicon) Frequencies() []int64 { return l.frequency[1:] }

// weight returns the weight of a word, or None, in a text that uses it count times: rarity
// times the weight of the term frequency, in hundredths.
func (l *Lexicon) weight(number int32, count int) int64 {
	return l.Rarity(number) * l.frequency[min(count, mostOften)] / 1000
}

// Rarity returns the inverse document frequency of a word, or None, in hundredths.
func (l *Lexicon) Rarity(number int32) int64 {
	if number == None {
		return l.unknown
	}
	return l.rarity[number]
}

// IsCommon reports whether more than two and more than one in eight of the profiles use a
// word: it tells few of them apart.
func (l *Lexicon) IsCommon(number int32) bool {
	return l.Rarity(number) < wordRarity(len(l.profiles), max(2, len(l.profiles)/8))
}

// List returns the posting list of a word, or None, in the order in which profiles were
// posted. It must not be changed.
func (l *Lexicon) List(number int32) []Impact {
	if number == None {
		return nil
	}
	return l.lists[number]
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

// portion returns scale·weight/length, rounded.
func portion(weight, length, scale int64) int32 {
	return int32((2*weight*scale + length) / max(1, 2*length))
}

// impact returns the impact of the word of a profile at an index.
func (l *Lexicon) impact(profile int32, at int) int32 {
	w := l.weight(l.numbers[profile][at], l.profiles[profile][at].Count)
	return portion(w, l.lengths[profile], impactScale)
}

// Log2 returns a hundred times the binary logarithm of n ≥ 1, rounded down,
// in whole numbers only: fractions differ between processors.
func Log2(n uint64) int64 {
	whole := bits.Len64(n) - 1
	// The rest of the logarithm, bit by bit: squaring a number doubles its
	// logarithm. x is n / 2^whole as a fixed-point number with 31 bits.
	x := n << 31 >> whole
	if whole > 32 {
		x = n >> (whole - 31)
	}
	var fraction int64
	const precision = 20
	for range precision {
		x = x * x >> 31
		fraction <<= 1
		if x >= 1<<32 {
			fraction |= 1
			x >>= 1
		}
	}
	return int64(whole)*100 + fraction*100>>precision
}
