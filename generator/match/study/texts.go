package study

import (
	"math"

	"ithaca/generator/portal"
	"ithaca/generator/words"
)

// texts orders mentors by the words that they share with a request, each weighted by
// its rarity: the cosine of two texts in the vector space of term frequency and
// inverse document frequency (Salton 1975), which anybody who compares texts would
// try first. All that two people say counts, whether it is a topic or a sentence.
type texts struct {
	reader   *words.Reader
	topics   portal.Topics
	profiles []words.Terms
	lengths  []int64        // of the profiles as vectors, in thousandths
	having   map[string]int // by key of a word: how many profiles use it
}

func newTexts(p *portal.Portal) *texts {
	t := &texts{reader: portal.NewTermReader(p.Program.Language), topics: p.Topics, having: map[string]int{}}
	for _, m := range p.Mentors {
		terms := m.Terms(t.reader)
		t.profiles = append(t.profiles, terms)
		for _, term := range terms {
			t.having[term.Key]++
		}
	}
	for _, profile := range t.profiles {
		t.lengths = append(t.lengths, t.lengthOf(profile))
	}
	return t
}

// weight returns the weight of a word in a text, in thousandths.
func (t *texts) weight(term words.Term) int64 {
	rarity := math.Log(1 + float64(len(t.profiles))/float64(1+t.having[term.Key]))
	return int64(math.Round(1000 * rarity * (1 + math.Log(float64(term.Count)))))
}

func (t *texts) lengthOf(terms words.Terms) int64 {
	var squares float64
	for _, term := range terms {
		w := float64(t.weight(term))
		squares += float64(w * w) // the conversion keeps processors from fusing operations
	}
	return int64(math.Sqrt(squares))
}

// askedText is the text of a request.
type askedText struct {
	*texts
	terms  words.Terms
	length int64
}

// of returns the words of what a request needs, wants to reach and has tried.
func (t *texts) of(r *portal.Request) askedText {
	var written []string
	for _, ref := range r.Topics() {
		written = append(written, t.topics.Title(ref))
	}
	terms := words.Together(t.reader.Read(written...), r.AimTerms(t.reader))
	return askedText{t, terms, t.lengthOf(terms)}
}

// cosine returns the cosine of the request and a mentor's profile, in millionths plus 1;
// never 0, so that all are ranked. Mentor is the index in the portal's mentors.
func (a askedText) cosine(mentor int) int64 {
	var product int64
	for _, term := range a.terms {
		if at, found := a.profiles[mentor].Find(term.Key); found {
			product += a.weight(term) * a.weight(a.profiles[mentor][at])
		}
	}
	return 1 + product/max(1, a.length*a.lengths[mentor]/million)
}
