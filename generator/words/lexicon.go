package words

import "math"

// Profile holds the words of a profile.
type Profile struct {
	Offered Terms // of what the person offers help with
	All     Terms // of everything that the person says
}

// Lexicon is an inverted index of the words of profiles, with one field for what is
// offered and one for the whole profile, because they weigh differently. Profiles are
// numbered by their index. It is immutable once the profiles that can be found are posted.
type Lexicon struct {
	Offered Field
	All     Field
	number  map[string]int32 // by key of a word
}

// None is the number of a word that no profile uses.
const None int32 = -1

// NewLexicon returns the lexicon of some profiles, none of which is posted yet.
func NewLexicon(profiles []*Profile) *Lexicon {
	l := &Lexicon{Offered: newField(profiles, presence, offered), All: newField(profiles, logFrequency, all), number: map[string]int32{}}
	numbers := map[*Word]int32{} // spares most look-ups by key: texts of a reader share words
	for i := range profiles {
		l.Offered.read(l, numbers, i)
		l.All.read(l, numbers, i)
	}
	l.Offered.weigh(len(l.number))
	l.All.weigh(len(l.number))
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
	l.Offered.post(profile)
	l.All.post(profile)
}

// Field is the inverted index of one part of every profile.
type Field struct {
	frequency [mostOften + 1]int64 // by term frequency: its weight, in thousandths
	profiles  []Terms
	numbers   [][]int32  // by profile: the numbers of its words
	lengths   []int64    // of the profiles as vectors, none below the mean
	rarity    []int64    // by word, in hundredths
	unknown   int64      // the rarity of a word that no profile uses
	lists     [][]Impact // by word: its posting list
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

func offered(p *Profile) Terms { return p.Offered }
func all(p *Profile) Terms     { return p.All }

func newField(profiles []*Profile, frequency func(count int) int64, part func(*Profile) Terms) Field {
	f := Field{profiles: make([]Terms, len(profiles)), numbers: make([][]int32, len(profiles))}
	total := 0
	for i, p := range profiles {
		f.profiles[i] = part(p)
		total += len(f.profiles[i])
	}
	arena := make([]int32, total)
	for i, terms := range f.profiles {
		f.numbers[i], arena = arena[:len(terms):len(terms)], arena[len(terms):]
	}
	for count := range f.frequency {
		f.frequency[count] = frequency(count)
	}
	return f
}

// read sets the numbers of a profile's words, and adds new ones to the lexicon.
func (f *Field) read(l *Lexicon, numbers map[*Word]int32, profile int) {
	for i, t := range f.profiles[profile] {
		number, known := numbers[t.Word]
		if !known {
			if number, known = l.number[t.Key]; !known {
				number = int32(len(l.number))
				l.number[t.Key] = number
			}
			numbers[t.Word] = number
		}
		f.numbers[profile][i] = number
	}
}

// weigh computes rarities and lengths after all profiles were read. The length by which a
// profile's weights are divided is at least the mean: the plain cosine would favour
// profiles of a few words.
func (f *Field) weigh(words int) {
	having := make([]int, words)
	for _, numbers := range f.numbers {
		for _, number := range numbers {
			having[number]++
		}
	}
	f.lists, f.rarity, f.lengths = make([][]Impact, words), make([]int64, words), make([]int64, len(f.profiles))
	f.unknown = wordRarity(len(f.profiles), 0)
	total := 0
	for word, n := range having {
		f.rarity[word] = wordRarity(len(f.profiles), n)
		total += n
	}
	arena := make([]Impact, total)
	for word, n := range having {
		f.lists[word], arena = arena[:0:n], arena[n:]
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

// wordRarity returns the inverse document frequency log2(1 + N/(1+n)) of a word that n of
// N profiles use, in hundredths.
func wordRarity(profiles, having int) int64 {
	return Log2(uint64(profiles+having+1)) - Log2(uint64(having+1))
}

// presence returns a whole for any count.
func presence(int) int64 { return 1000 }

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

// Frequencies returns the weights in All of the term frequencies 1, 2 and so on, in
// thousandths. The last one holds for every higher frequency.
func (l *Lexicon) Frequencies() []int64 { return l.All.frequency[1:] }

// weight returns the weight of a word, or None, in a text that uses it count times: rarity
// times the weight of the term frequency, in hundredths.
func (f *Field) weight(number int32, count int) int64 {
	return f.Rarity(number) * f.frequency[min(count, mostOften)] / 1000
}

// Rarity returns the inverse document frequency of a word, or None, in hundredths.
func (f *Field) Rarity(number int32) int64 {
	if number == None {
		return f.unknown
	}
	return f.rarity[number]
}

// List returns the posting list of a word, or None, in the order in which profiles were
// posted. It must not be changed.
func (f *Field) List(number int32) []Impact {
	if number == None {
		return nil
	}
	return f.lists[number]
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

func (f *Field) post(profile int32) {
	for i, number := range f.numbers[profile] {
		f.lists[number] = append(f.lists[number], Impact{profile, f.impact(profile, i)})
	}
}

// impact returns the impact of the word of a profile at an index.
func (f *Field) impact(profile int32, at int) int32 {
	w := f.weight(f.numbers[profile][at], f.profiles[profile][at].Count)
	return portion(w, f.lengths[profile], impactScale)
}

// impactOn returns the impact of a word in a profile, 0 where the profile does not use it.
func (f *Field) impactOn(profile int32, key string) int64 {
	at, found := f.profiles[profile].Find(key)
	if !found {
		return 0
	}
	return int64(f.impact(profile, at))
}
