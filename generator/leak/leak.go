// Package leak keeps private texts out of finished pages.
//
// It takes secrets (texts with a name, such as "tried" of a request) and the texts that
// are published anyway, and returns a Gate, which searches finished bytes and returns the
// names of the secrets in them, never their texts. It does not know who has secrets, nor
// what a page is.
//
// A page is searched as it is and with HTML, URL and JSON escapes and base64
// decoded, each of these once with its markup and once without. Texts are compared
// in a normal form: case folded, without accents and invisible characters, every
// run of anything but letters and digits one space; in scripts that are written
// without spaces each character is a word. What counts depends on the secret:
//
//   - a pseudonym or a whole address, anywhere as whole words;
//   - of a person's own text every stretch of Window characters, and the e-mail
//     addresses, telephone numbers and web addresses in it on their own;
//   - what may be an everyday word, such as the name of an employer, and a text
//     that is shorter than Window: only beside the pseudonym it belongs to, at
//     most Near characters away.
//
// A find does not count where it is published on purpose: a whole secret that equals the
// value of a published field, a stretch that is part of such a value, and words of the
// interface. Occurrences in authors' prose are no excuse.
//
// Dates, numbers below seven digits and yes-or-no are not searched for, nor what
// is paraphrased, translated, shown in a picture or encrypted.
package leak

import (
	"bytes"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	encoding "golang.org/x/text/encoding/unicode"
)

// The lengths that the package comment names.
const (
	Window = 24  // characters of a person's text that make a find
	Near   = 120 // bytes of the normal form up to which a secret is beside a pseudonym
)

// Secret is a text that must not be published.
type Secret struct {
	Name string // what it is, in words that may be printed
	Text string
	Sort Sort
	Of   string // the pseudonym of whoever said it; "" where there is none
}

// Sort says which occurrences of a secret count.
type Sort uint8

// The sorts, as the package comment explains them.
const (
	Whole  Sort = iota // the whole text, anywhere
	Prose              // every stretch of Window characters, anywhere
	Beside             // the whole text beside the pseudonym Of
)

// Gate searches for secrets. It is safe for concurrent use.
type Gate struct {
	whole       map[string][]needle   // secrets that are found as a whole, by their first words
	prefixes    [1 << prefixBits]bool // by prefixHash of these words: a Bloom filter
	beside      map[string][]needle   // secrets that count near a pseudonym, by the pseudonym
	numbers     []needle              // telephone numbers, as digits returns them
	windows     *windows
	values      func() values // that are published anyway
	words       []Text        // of the interface
	publicCache sync.Map      // by find: whether it is public
	scratches   sync.Pool     // of *scratch
}

// needle is a secret in normal form. One without a name is a pseudonym that is no secret
// itself, near which other needles count.
type needle struct {
	name string
	text string
}

// find is a text in normal form that was found.
type find struct {
	text  string
	prose bool // a stretch of a secret, not the whole
}

// New returns a gate for secrets. Public are the texts that are published anyway.
func New(secrets []Secret, public Public) *Gate {
	g := &Gate{whole: map[string][]needle{}, beside: map[string][]needle{}, windows: &windows{bitmap: make([]uint64, 1<<mapBits/64), blocks: map[string][]block{}}, words: public.Words}
	g.values = sync.OnceValue(func() values { return newValues(public.Values) })
	for _, s := range secrets {
		g.add(s)
	}
	return g
}

// add adds a secret, and the addresses and numbers in its text as whole secrets.
func (g *Gate) add(s Secret) {
	text := normal(s.Text)
	switch {
	case s.Sort == Whole:
		g.addWhole(needle{s.Name, text})
		return
	case s.Sort == Prose && utf8.RuneCountInString(text) >= Window:
		g.windows.add(needle{s.Name, text})
	case s.Of != "" && text != "":
		of := normal(s.Of)
		if g.beside[of] == nil {
			g.addWhole(needle{"", of})
		}
		g.beside[of] = append(g.beside[of], needle{s.Name, text})
	}
	for _, part := range identifying(s.Text) {
		if number := digits(part); number != "" {
			g.numbers = append(g.numbers, needle{s.Name, number})
			continue
		}
		g.addWhole(needle{s.Name, normal(part)})
		if _, address, web := strings.Cut(part, "://"); web && strings.Contains(strings.TrimRight(address, "/"), "/") {
			g.addWhole(needle{s.Name, normal(address)}) // a path makes it recognisable without what precedes it
		}
	}
}

// shortest is the fewest characters of a secret in normal form: shorter ones are found on
// any page.
const shortest = 3

func (g *Gate) addWhole(secret needle) {
	if utf8.RuneCountInString(secret.text) >= shortest {
		first, _, _ := strings.Cut(secret.text, " ")
		g.whole[first] = append(g.whole[first], secret)
		g.prefixes[prefixHash(secret.text)] = true
	}
}

const prefixBits = 14

// prefixHash returns a hash of prefixBits bits of a text's first three bytes, which it must
// have: most words of a page begin as no secret does.
func prefixHash[T string | []byte](text T) uint32 {
	return (uint32(text[0]) | uint32(text[1])<<8 | uint32(text[2])<<16) * 0x9e3779b1 >> (32 - prefixBits)
}

// Empty reports whether the gate has no secrets.
func (g *Gate) Empty() bool {
	return len(g.whole) == 0 && len(g.windows.blocks) == 0 && len(g.numbers) == 0
}

// Search returns the names of the secrets in finished bytes, each once, in the order in
// which they are found.
func (g *Gate) Search(data []byte) []string {
	if g.Empty() {
		return nil
	}
	var names []string
	found := false
	hit := func(name string, f find) {
		found = true
		if name != "" && !slices.Contains(names, name) && !g.isPublic(f) {
			names = append(names, name)
		}
	}
	r, reused := g.scratches.Get().(*scratch)
	if !reused {
		r = &scratch{}
	}
	defer g.scratches.Put(r)
	r.eachForm(inUTF8(data), func(form []byte) bool {
		found = false
		text := r.writer.normal(form)
		g.searchWords(text, r.writer.words, hit)
		if len(g.numbers) > 0 {
			r.numbers = appendDigitRuns(r.numbers[:0], text)
			g.searchNumbers(r.numbers, hit)
		}
		g.windows.search(text, hit)
		return found
	})
	return names
}

// inUTF8 returns a text with a byte order mark of UTF-16, as some programs of Windows save
// it, as UTF-8, and all others unchanged.
func inUTF8(data []byte) []byte {
	if bytes.HasPrefix(data, []byte{0xfe, 0xff}) || bytes.HasPrefix(data, []byte{0xff, 0xfe}) {
		data, _ = encoding.UTF16(encoding.LittleEndian, encoding.UseBOM).NewDecoder().Bytes(data) // which takes any bytes
	}
	return data
}

// searchWords searches for whole secrets at the beginning of each word, and around each
// pseudonym for the secrets that count beside it. Words are the offsets of words in text.
func (g *Gate) searchWords(text []byte, words []int, hit func(string, find)) {
	for i, at := range words {
		if at+shortest > len(text) || !g.prefixes[prefixHash(text[at:])] {
			continue
		}
		next := len(text)
		if i+1 < len(words) {
			next = words[i+1] - 1
		}
		for _, n := range g.whole[string(text[at:next])] {
			end := at + len(n.text)
			if end > len(text) || string(text[at:end]) != n.text || end < len(text) && text[end] != ' ' {
				continue
			}
			hit(n.name, find{text: n.text})
			if beside := g.beside[n.text]; beside != nil {
				around := " " + string(text[max(0, at-Near):min(len(text), end+Near)]) + " "
				searchAround(around, beside, hit)
			}
		}
	}
}

func searchAround(around string, beside []needle, hit func(string, find)) {
	for _, n := range beside {
		if strings.Contains(around, " "+n.text+" ") {
			hit(n.name, find{text: n.text})
		}
	}
}

// searchNumbers searches for telephone numbers in what appendDigitRuns returns.
func (g *Gate) searchNumbers(runs []byte, hit func(string, find)) {
	for _, n := range g.numbers {
		if bytes.Contains(runs, []byte(n.text)) {
			hit(n.name, find{text: n.text})
		}
	}
}
