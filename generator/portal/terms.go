package portal

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"ithaca/generator/stem"
)

// Term is a word of a text as texts are compared: by what its forms have in
// common.
type Term struct {
	Key   string // the stem, folded
	Text  string // as the word was first written
	Count int    // how often it stands in the text
}

// Terms holds the words of a text, each once, sorted by Key, without those that
// stand in every text.
type Terms []Term

// Find returns where the term with a key stands.
func (t Terms) Find(key string) (at int, found bool) {
	return slices.BinarySearchFunc(t, key, func(term Term, key string) int { return cmp.Compare(term.Key, key) })
}

// Together returns the words of several texts as those of one.
func Together(texts ...Terms) Terms {
	all := slices.Concat(texts...)
	slices.SortStableFunc(all, func(a, b Term) int { return cmp.Compare(a.Key, b.Key) })
	joined := all[:0]
	for _, t := range all {
		if last := len(joined) - 1; last >= 0 && joined[last].Key == t.Key {
			joined[last].Count += t.Count
			continue
		}
		joined = append(joined, t)
	}
	return joined
}

// TermReader reads the words of texts in one language. It keeps each word it has
// met, so that a word is stemmed once and stored once, however many texts hold
// it. It is not safe for concurrent use.
type TermReader struct {
	language stem.Language
	known    map[string]Term // by the word as written
}

// maxKnown bounds the words that a reader keeps.
const maxKnown = 1 << 17

// NewTermReader returns a reader for the language of a BCP 47 tag.
func NewTermReader(language string) *TermReader {
	return &TermReader{stem.Of(language), map[string]Term{}}
}

// Read returns the words of some texts together.
func (r *TermReader) Read(texts ...string) Terms {
	var all Terms
	for _, text := range texts {
		for word := range strings.FieldsFuncSeq(text, func(c rune) bool { return !inWord(c) }) {
			if t := r.term(word); t.Key != "" {
				all = append(all, t)
			}
		}
	}
	return slices.Clip(Together(all))
}

// inWord reports whether a character is part of a word: C++ and C# are words too.
func inWord(c rune) bool {
	return unicode.IsLetter(c) || unicode.IsNumber(c) || unicode.IsMark(c) || c == '+' || c == '#'
}

// term returns a written word as a term, one without a Key where it tells nothing: a
// single letter, a number, a word that stands in every text.
func (r *TermReader) term(written string) Term {
	if t, known := r.known[written]; known {
		return t
	}
	t := Term{Text: strings.Clone(written), Count: 1}
	if utf8.RuneCountInString(written) > 1 && strings.ContainsFunc(written, unicode.IsLetter) {
		t.Key = Fold(r.language.Stem(norm.NFC.String(strings.ToLower(written))))
	}
	if len(r.known) < maxKnown {
		r.known[t.Text] = t
	}
	return t
}

// MentorTerms holds the words of a profile.
type MentorTerms struct {
	Offered Terms // of skills and of what the mentor helps with
	All     Terms // of everything that the mentor says
}

// Terms returns the words of a profile, which r reads where nobody has done so.
func (m *Mentor) Terms(r *TermReader) *MentorTerms {
	if m.terms != nil {
		return m.terms
	}
	var offered []string
	for _, s := range m.Skills {
		offered = append(offered, s.Topic.Text)
	}
	all := append([]string{m.Headline, m.Role, m.IdealMentee}, offered...)
	for _, ref := range m.HelpsWith {
		offered = append(offered, ref.Text)
	}
	for _, s := range m.Path {
		all = append(all, s.What, s.From.Text, s.To.Text)
	}
	if m.Body != nil {
		all = append(all, m.Body.Text())
	}
	return &MentorTerms{r.Read(offered...), r.Read(all...)}
}

// AimTerms returns the words of what a mentee wants to reach and has tried, which
// reader reads where nobody has done so.
func (r *Request) AimTerms(reader *TermReader) Terms {
	if r.aims != nil {
		return r.aims
	}
	return reader.Read(r.Aims.Short, r.Aims.Long, r.Tried)
}

// KeepTerms reads the words of a mentor or a request and keeps them. It must be
// called before the value is shared.
func KeepTerms(item any, reader *TermReader) {
	switch item := item.(type) {
	case *Mentor:
		item.terms = item.Terms(reader)
	case *Request:
		item.aims = item.AimTerms(reader)
	}
}
