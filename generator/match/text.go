package match

import (
	"strings"
	"sync"
	"unicode/utf8"

	"ithaca/generator/portal"
)

// texts counts in how many profiles a word stands, once the first tie needs it.
type texts struct {
	once   sync.Once
	having map[string]int
	words  int // in all profiles
	count  int // profiles
}

// breakTies orders candidates with the same score among the first k by what a
// request file says in words and their own texts have in common.
func (q *question) breakTies(found []*candidate, k int) {
	if q.request.File == "" && q.request.Aims == (portal.Aims{}) {
		return // somebody who chooses on a page has said nothing in words
	}
	said := said(q.request)
	for i, c := range found {
		tied := i > 0 && found[i-1].score == c.score || i+1 < len(found) && found[i+1].score == c.score
		if tied {
			c.text = q.bm25(said, c.words())
		}
	}
}

// said returns the words of a request: of its aims, and of the names of what it
// asks for.
func said(r *portal.Request) map[string]int {
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
func (e *entry) words() map[string]int {
	if kept := e.texts.Load(); kept != nil {
		return *kept
	}
	found := words(biography(e.mentor))
	e.texts.Store(&found)
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

// words returns the words of a text with how often they stand in it, folded. Short
// ones carry little and are left out.
func words(text string) map[string]int {
	counts := map[string]int{}
	for _, word := range strings.FieldsFunc(portal.Fold(text), func(r rune) bool { return r == '-' }) {
		if utf8.RuneCountInString(word) > 3 || word[0] >= utf8.RuneSelf {
			counts[word]++
		}
	}
	return counts
}

func (t *texts) read(mentors []*portal.Mentor) {
	t.having = map[string]int{}
	for _, m := range mentors {
		for word, n := range words(biography(m)) { // not kept: most will not be asked for
			t.having[word]++
			t.words += n
		}
		t.count++
	}
}

// bm25 is the Okapi BM25 weight (Robertson and Zaragoza 2009, k1 = 1.2, b = 0.75)
// of a text for the words asked for, in whole numbers.
func (q *question) bm25(asked, text map[string]int) int64 {
	t := q.texts
	t.once.Do(func() { t.read(q.portal.Mentors) })
	length := 0
	for _, n := range text {
		length += n
	}
	usual := max(1, t.words/max(1, t.count))
	var sum int64
	for word := range asked {
		n := int64(text[word])
		if n == 0 {
			continue
		}
		idf := log2Percent(uint64(2*t.count+2)) - log2Percent(uint64(2*t.having[word]+1))
		// 1.2 × (0.25 + 0.75 × length / usual), in thousandths
		norm := 300 + 900*int64(length)/int64(usual)
		sum += max(0, idf) * n * 2200 / (n*1000 + norm) * 100
	}
	return sum
}
