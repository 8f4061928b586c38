// Package leak keeps private texts out of finished pages.
//
// It takes secrets (texts with a name, such as "tried" of a request) and what is
// published anyway, and gives a Gate, which searches finished bytes and names the
// secrets in them, never what they say. It does not know who has secrets, nor what
// a page is.
//
// A page is searched as it is and with HTML, URL and JSON escapes and base64
// undone, each of these once with its markup and once without. Texts are compared
// in a normal form: case folded, without accents and invisible characters, every
// run of anything but letters and digits one space; in scripts that are written
// without spaces each character is a word. What counts depends on the secret:
//
//   - a pseudonym or a whole address, wherever it stands as whole words;
//   - of a person's own text every stretch of Window characters, and the e-mail
//     addresses, telephone numbers and web addresses in it on their own;
//   - what may be an everyday word, such as the name of an employer, and a text
//     that is shorter than Window: only beside the pseudonym it belongs to, at
//     most Near characters away.
//
// The values of published fields are no secrets: one that is the same as a value,
// a stretch that is a part of one, and what the interface says by itself do not
// count. That a text stands in prose is no excuse, in however many files it does.
//
// Dates, numbers below seven digits and yes-or-no are not searched for, nor what
// is paraphrased, translated, shown in a picture or encrypted.
package leak

import (
	"bytes"
	"encoding/binary"
	"slices"
	"strings"
	"sync"
	"unicode/utf16"
	"unicode/utf8"
)

// What the package comment says of distances.
const (
	Window = 24  // characters of a person's text that make a find
	Near   = 120 // bytes of the normal form between a pseudonym and what must not stand beside it
)

// Secret is a text that must not be published.
type Secret struct {
	Name string // what it is, in words that may be printed
	Text string
	Sort Sort
	Of   string // the pseudonym of whoever said it; "" where there is none
}

// Sort says where a secret counts.
type Sort uint8

// The sorts, as the package comment has them.
const (
	Whole  Sort = iota // wherever it stands as a whole
	Prose              // in every stretch
	Beside             // beside the pseudonym Of
)

// Gate searches for secrets. It is safe for concurrent use.
type Gate struct {
	whole   map[string][]needle  // what is found as a whole, by its first word
	begins  [1 << beginBits]bool // by begin, how these words begin
	beside  map[string][]needle  // what must not stand near a pseudonym, by the pseudonym
	numbers []needle             // telephone numbers: digits alone
	windows *windows
	public  known
	judged  sync.Map  // by find, whether it is public
	memory  sync.Pool // of *reading
}

// needle is a secret in normal form, as are all texts that are compared. One
// without a name is the pseudonym of somebody who has a page: no secret, but a
// place near which others are.
type needle struct {
	name string
	text string
}

// find is what was found of a secret.
type find struct {
	text  string
	prose bool // a stretch of a text, not a secret as a whole
}

// New makes a gate for secrets beside what is published anyway.
func New(secrets []Secret, public Public) *Gate {
	g := &Gate{whole: map[string][]needle{}, beside: map[string][]needle{}, windows: newWindows(), public: public.known()}
	for _, s := range secrets {
		g.add(s)
	}
	return g
}

// add enters a secret, and the addresses and numbers within it as secrets of
// their own.
func (g *Gate) add(s Secret) {
	text := normal(s.Text)
	switch {
	case s.Sort == Whole:
		g.enter(needle{s.Name, text})
		return
	case s.Sort == Prose && utf8.RuneCountInString(text) >= Window:
		g.windows.add(needle{s.Name, text})
	case s.Of != "" && text != "":
		of := normal(s.Of)
		if g.beside[of] == nil {
			g.enter(needle{"", of})
		}
		g.beside[of] = append(g.beside[of], needle{s.Name, text})
	}
	for _, part := range identifying(s.Text) {
		if number := digits(part); number != "" {
			g.numbers = append(g.numbers, needle{s.Name, number})
			continue
		}
		g.enter(needle{s.Name, normal(part)})
		if _, address, web := strings.Cut(part, "://"); web && strings.Contains(strings.TrimRight(address, "/"), "/") {
			g.enter(needle{s.Name, normal(address)}) // a path makes it recognisable without what precedes it
		}
	}
}

// shortest is how many characters a secret has at least: shorter ones stand
// everywhere.
const shortest = 3

func (g *Gate) enter(secret needle) {
	if utf8.RuneCountInString(secret.text) >= shortest {
		first, _, _ := strings.Cut(secret.text, " ")
		g.whole[first] = append(g.whole[first], secret)
		g.begins[begin(secret.text)] = true
	}
}

const beginBits = 14

// begin returns a number of three letters with which a text begins: most words of a
// page begin as no secret does.
func begin[T string | []byte](text T) uint32 {
	return (uint32(text[0]) | uint32(text[1])<<8 | uint32(text[2])<<16) * 0x9e3779b1 >> (32 - beginBits)
}

// Empty reports that there is nothing to search for.
func (g *Gate) Empty() bool {
	return len(g.whole) == 0 && len(g.windows.blocks) == 0 && len(g.numbers) == 0
}

// Search returns the names of the secrets in finished bytes, each once, in the
// order in which they are met.
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
	r, reused := g.memory.Get().(*reading)
	if !reused {
		r = &reading{}
	}
	defer g.memory.Put(r)
	r.forms(inUTF8(data), func(form []byte) bool {
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

// inUTF8 returns a text that says by its first bytes that it is in UTF-16, as some programs of
// Windows save it, in UTF-8; all else as it is.
func inUTF8(data []byte) []byte {
	var order binary.ByteOrder = binary.LittleEndian
	switch {
	case bytes.HasPrefix(data, []byte{0xfe, 0xff}):
		order = binary.BigEndian
	case !bytes.HasPrefix(data, []byte{0xff, 0xfe}):
		return data
	}
	units := make([]uint16, 0, len(data)/2)
	for ; len(data) > 1; data = data[2:] {
		units = append(units, order.Uint16(data))
	}
	return []byte(string(utf16.Decode(units)))
}

// isPublic reports whether what was found is published anyway.
func (g *Gate) isPublic(f find) bool {
	if public, known := g.judged.Load(f); known {
		return public.(bool)
	}
	public := g.public.holds(f)
	g.judged.Store(f, public)
	return public
}

// searchWords looks for what counts as a whole at the beginning of each word, and
// around each pseudonym for what must not stand beside it.
func (g *Gate) searchWords(text []byte, words []int, hit func(string, find)) {
	for i, at := range words {
		if at+shortest > len(text) || !g.begins[begin(text[at:])] {
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

// searchNumbers looks for telephone numbers in runs of digits, however these were
// grouped.
func (g *Gate) searchNumbers(runs []byte, hit func(string, find)) {
	for _, n := range g.numbers {
		if bytes.Contains(runs, []byte(n.text)) {
			hit(n.name, find{text: n.text})
		}
	}
}
