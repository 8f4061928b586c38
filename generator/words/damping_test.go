package words_test

import (
	"fmt"
	"testing"

	"ithaca/generator/words"
)

// Cosine divides by a profile's length, so in a large pool somebody who wrote little
// beside one rare word would stand before all who wrote at length. No profile counts
// as shorter than the mean.
func TestAVeryShortProfileDoesNotWinInAPoolOfAThousand(t *testing.T) {
	for _, pool := range []int{50, 1_000} {
		reader := words.NewReader("x", func(text string) string { return text })
		var profiles []words.Terms
		for i := range pool {
			text := "weaving loom wool dye"
			for j := range 60 {
				text += fmt.Sprintf(" word%d", (i*7+j*j)%400)
			}
			if i >= 3 {
				text = text[len("weaving loom wool dye "):]
			}
			if i == pool-1 {
				text = "weaving"
			}
			profiles = append(profiles, reader.Read(text))
		}
		l := words.NewLexicon(profiles)
		for i := range profiles {
			l.Post(int32(i))
		}
		sums := make([]int64, pool)
		for _, asked := range []string{"weaving", "loom"} {
			for _, impact := range l.List(l.Number(asked)) {
				sums[impact.Profile] += int64(impact.Value)
			}
		}
		if short, long := sums[pool-1], sums[0]; short >= long {
			t.Errorf("of %d profiles one of a single word counts %d, one that says all of it at length %d", pool, short, long)
		}
	}
}
