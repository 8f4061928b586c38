package words

import "math"

// Profile holds the words of a profile.
type Profile struct {
	Offered Terms // of what the person offers help with
	All     Terms // of everything that the person says
}

// Lexicon holds the words of all profiles, each with the profiles that hold it: the
// words of what is offered apart from those of the whole profile, because they weigh
// differently. Profiles are numbered in the order in which they were given. It is
// immutable once the profiles that can be found are posted.
type Lexicon struct {
	Offered Field
	All     Field
	number  map[string]int32 // of each word, by its key
}

// None is the number of a word that no profile holds.
const None int32 = -1

// NewLexicon returns the lexicon of some profiles, none of which is posted yet.
func NewLexicon(profiles []*Profile) *Lexicon {
	l := &Lexicon{Offered: newField(profiles, once, offered), All: newField(profiles, often, all), number: map[string]int32{}}
	numbers := map[*Word]int32{} // of the words so far: most are met again, and told apart at once
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

// Post adds a profile to the lists of its words.
func (l *Lexicon) Post(profile int32) {
	l.Offered.post(profile)
	l.All.post(profile)
}

// Field is a part of every profile.
type Field struct {
	frequency [mostOften + 1]int64 // how much a word counts that stands in a text so many times, in thousandths
	profiles  []Terms
	numbers   [][]int32  // of their words
	lengths   []int64    // of the profiles as vectors, none below the mean
	rarity    []int64    // by word
	unknown   int64      // the rarity of a word that no profile holds
	lists     [][]Impact // by word: the posted profiles that hold it
}

// Impact is what a word adds to the likeness of a profile to a request that holds
// it: the word's share of the profile's length.
type Impact struct{ Profile, Value int32 }

// impactScale is a whole of an impact; queryScale is that of a word's share of a
// request. Both are rounded to whole numbers once, and the finder in the browser
// computes with the same ones.
const (
	impactScale = 1_000
	queryScale  = 1 << 14
)

func offered(p *Profile) Terms { return p.Offered }
func all(p *Profile) Terms     { return p.All }

func newField(profiles []*Profile, frequency func(count int) int64, part func(*Profile) Terms) Field {
	f := Field{profiles: make([]Terms, len(profiles)), numbers: make([][]int32, len(profiles))}
	held := 0
	for i, p := range profiles {
		f.profiles[i] = part(p)
		held += len(f.profiles[i])
	}
	room := make([]int32, held)
	for i, terms := range f.profiles {
		f.numbers[i], room = room[:len(terms):len(terms)], room[len(terms):]
	}
	for count := range f.frequency {
		f.frequency[count] = frequency(count)
	}
	return f
}

// read numbers the words of a profile.
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

// weigh computes the weights of words once all profiles were read. The length by
// which a profile's weights are divided is at least the mean: cosine would favour
// those who say very little.
func (f *Field) weigh(words int) {
	having := make([]int, words)
	for _, numbers := range f.numbers {
		for _, number := range numbers {
			having[number]++
		}
	}
	f.lists, f.rarity, f.lengths = make([][]Impact, words), make([]int64, words), make([]int64, len(f.profiles))
	f.unknown = wordRarity(len(f.profiles), 0)
	held := 0
	for word, n := range having {
		f.rarity[word] = wordRarity(len(f.profiles), n)
		held += n
	}
	room := make([]Impact, held)
	for word, n := range having {
		f.lists[word], room = room[:0:n], room[n:]
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
	return Log2(uint64(profiles+having+1)) - Log2(uint64(having+1))
}

// once counts a word by its presence.
func once(int) int64 { return 1000 }

// mostOften is how many times a word counts in a text at most.
const mostOften = 20

// often returns 1 + ln count.
func often(count int) int64 {
	if count <= 1 {
		return 1000
	}
	const ln2 = 6931 // in ten-thousandths: the logarithm is in hundredths
	return 1000 + Log2(uint64(count))*ln2/1000
}

// Frequencies returns how much a word counts in All that stands in a text once, twice
// and so on, in thousandths. The last one counts for every higher count.
func (l *Lexicon) Frequencies() []int64 { return l.All.frequency[1:] }

// weight returns the weight of a word, or None, in a text that holds it so many times.
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

// List returns the impacts of a word, or None, on the posted profiles that hold it, in
// their order. It must not be changed.
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

// portion returns a weight's share of a length on a scale, rounded.
func portion(weight, length, scale int64) int32 {
	return int32((2*weight*scale + length) / max(1, 2*length))
}

func (f *Field) post(profile int32) {
	for i, number := range f.numbers[profile] {
		f.lists[number] = append(f.lists[number], Impact{profile, f.impact(profile, i)})
	}
}

// impact returns the impact of a word of a profile, by its place among the profile's.
func (f *Field) impact(profile int32, at int) int32 {
	w := f.weight(f.numbers[profile][at], f.profiles[profile][at].Count)
	return portion(w, f.lengths[profile], impactScale)
}

// of returns the impact of a word on the likeness of a profile, 0 where the profile
// does not hold it.
func (f *Field) of(profile int32, key string) int64 {
	at, found := f.profiles[profile].Find(key)
	if !found {
		return 0
	}
	return int64(f.impact(profile, at))
}
