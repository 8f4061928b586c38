package match

import (
	"strings"
	"sync"
	"unicode/utf8"

	"ithaca/generator/portal"
)

// texts counts in how many profiles a word stands, once the first tie needs it.
type texts struct {
	once      sync.Once
	documents map[string]int
	words     int // in all profiles
}

// breakTies orders candidates with the same score among the first k by what a
// request file says in words and their own texts have in common.
func (q *question) breakTies(found []*candidate, k int) {
	if q.request.File == "" && q.request.Aims == (portal.Aims{}) {
		return // somebody who chooses on a page has said nothing in words
	}
	said := q.said()
	for i, c := range found {
		tied := i > 0 && found[i-1].score == c.score || i+1 < len(found) && found[i+1].score == c.score
		if tied {
			c.text = q.bm25(said, c.words())
		}
	}
}

// said returns the words of the request: of its aims, and of the names of what it
// asks for.
func (q *question) said() *wordCounts {
	r := q.request
	text := []string{r.Aims.Short, r.Aims.Long}
	for _, n := range r.Needs {
		text = append(text, n.Topic.Text)
	}
	for _, g := range r.Goals {
		text = append(text, g.Text)
	}
	return words(strings.Join(text, " "))
}

// words returns the words of a mentor's own texts. They are kept once they were
// needed: folding a text costs more than comparing it.
func (e *entry) words() *wordCounts {
	if kept := e.text.Load(); kept != nil {
		return kept
	}
	found := words(biography(e.mentor))
	e.text.Store(found)
	return found
}

// biography is what a mentor says in words of their own.
func biography(m *portal.Mentor) string {
	text := m.Headline + " " + m.IdealMentee + " " + m.Role
	if m.Body != nil {
		text += " " + m.Body.Text()
	}
	return text
}

// wordCounts holds the words of a text, folded, with how often they stand in it.
type wordCounts struct {
	count map[string]int
	all   int
}

// words counts the words of a text. Short ones carry little and are left out.
func words(text string) *wordCounts {
	w := &wordCounts{count: map[string]int{}}
	for _, word := range strings.FieldsFunc(portal.Fold(text), func(r rune) bool { return r == '-' }) {
		if utf8.RuneCountInString(word) > 3 || word[0] >= utf8.RuneSelf {
			w.count[word]++
			w.all++
		}
	}
	return w
}

func (t *texts) read(mentors []*portal.Mentor) {
	t.documents = map[string]int{}
	for _, m := range mentors {
		own := words(biography(m)) // not kept: most will not be asked for
		for word := range own.count {
			t.documents[word]++
		}
		t.words += own.all
	}
}

// bm25 is the Okapi BM25 weight (Robertson and Zaragoza 2009, k1 = 1.2, b = 0.75)
// of a text for the words asked for, in whole numbers.
func (x *Index) bm25(asked, text *wordCounts) int64 {
	t := &x.texts
	t.once.Do(func() { t.read(x.portal.Mentors) })
	profiles := len(x.portal.Mentors)
	usual := max(1, t.words/max(1, profiles))
	// 1.2 × (0.25 + 0.75 × length / usual), in thousandths
	norm := 300 + 900*int64(text.all)/int64(usual)
	var sum int64
	for word := range asked.count {
		if n := int64(text.count[word]); n > 0 {
			idf := log2Percent(uint64(2*profiles+2)) - log2Percent(uint64(2*t.documents[word]+1))
			sum += max(0, idf) * n * 2200 / (n*1000 + norm) * 100
		}
	}
	return sum
}
