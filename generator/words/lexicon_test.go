package words_test

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"ithaca/generator/portal"
	"ithaca/generator/words"
)

// profiles draws profiles of few words, whose length is that of most.
func profiles(t *rapid.T) []words.Terms {
	text := rapid.SliceOfN(rapid.SampledFrom(strings.Fields("soil seeds rain roots bees frost compost")), 4, 9)
	var all []words.Terms
	for i := range rapid.IntRange(1, 6).Draw(t, "profiles") {
		all = append(all, read(strings.Join(text.Draw(t, fmt.Sprint("text ", i)), " ")))
	}
	return all
}

func read(text string) words.Terms { return words.NewReader("en", portal.Fold).Read(text) }

func TestPostingListsHoldTheImpactsOfEachProfile(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		all := profiles(t)
		l := words.NewLexicon(all)
		for i := range all {
			l.Post(int32(i))
		}
		sums := make([]int64, len(all))
		asked := l.Ask(read("seeds, rain and a ladder"), read("bees"))
		for _, word := range asked {
			for _, i := range l.List(word.Number) {
				sums[i.Profile] += word.Worth * int64(i.Value)
			}
		}
		for i := range all {
			var shared int64
			for _, word := range asked {
				shared += l.Shared(&word, int32(i))
			}
			if shared != sums[i] {
				t.Fatalf("profile %d shares %d, by the lists %d", i, shared, sums[i])
			}
		}
	})
}

func TestAWordThatMoreThanOneInEightUseIsCommon(t *testing.T) {
	for _, c := range []struct {
		profiles, having int
		want             bool
	}{{4, 2, false}, {4, 3, true}, {40, 5, false}, {40, 6, true}, {40, 0, false}} {
		all := make([]words.Terms, c.profiles)
		for i := range all {
			if all[i] = read("compost"); i < c.having {
				all[i] = read("seeds and compost")
			}
		}
		l := words.NewLexicon(all)
		if got := l.IsCommon(l.Ask(read("seeds"), nil)[0].Number); got != c.want {
			t.Errorf("used by %d of %d: %v", c.having, c.profiles, got)
		}
	}
}

func TestLikenessIsTheMeanOfCosinesWithAndWithoutAims(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		all := profiles(t)
		l := words.NewLexicon(all)
		needs, aims := read("seeds rain bees roots"), read("compost and seeds")
		for i, p := range all {
			var sum int64
			for _, word := range l.Ask(needs, aims) {
				sum += l.Shared(&word, int32(i))
			}
			rarity := func(key string) float64 {
				having := 0
				for _, other := range all {
					if _, has := other.Find(key); has {
						having++
					}
				}
				return hundredths(math.Log2(float64(1+having+len(all)))) - hundredths(math.Log2(float64(1+having)))
			}
			weight := func(term words.Term) float64 {
				return hundredths(rarity(term.Key) * (1 + math.Log(float64(term.Count))))
			}
			want := (cosine(needs, p, all, weight) + 3*cosine(words.Together(needs, aims), p, all, weight)) / 4
			if got := float64(words.Likeness(sum)) / 10_000; math.Abs(got-want) > .005 {
				t.Fatalf("profile %d: likeness %.3f, want %.3f", i, got, want)
			}
		}
	})
}

// hundredths rounds down to a hundredth, as logarithms, weights and lengths are kept.
func hundredths(x float64) float64 { return math.Floor(x*100+1e-6) / 100 }

// cosine compares a request with one of all profiles, whose length is at least the
// mean.
func cosine(needs words.Terms, p words.Terms, all []words.Terms, weight func(words.Term) float64) float64 {
	length := func(terms words.Terms) float64 {
		sum := 0.0
		for _, term := range terms {
			sum += weight(term) * weight(term)
		}
		return hundredths(math.Sqrt(sum))
	}
	mean, product := 0.0, 0.0
	for _, other := range all {
		mean += length(other) / float64(len(all))
	}
	for _, term := range needs {
		if at, has := p.Find(term.Key); has {
			product += weight(term) * weight(p[at])
		}
	}
	return product / length(needs) / max(mean, length(p))
}
