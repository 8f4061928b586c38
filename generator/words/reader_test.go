package words_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"ithaca/generator/portal"
	"ithaca/generator/words"
)

func TestTheWordsOfATextAreCountedByTheirStems(t *testing.T) {
	r := words.NewReader("en", portal.Fold)
	got := r.Read("Gardening, the garden and C++ in 2015:", "my gardens; l'été")
	want := words.Terms{
		{&words.Word{Key: "c-plus-plus", Text: "C++"}, 1}, {&words.Word{Key: "ete", Text: "été"}, 1}, {&words.Word{Key: "garden", Text: "Gardening"}, 3},
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
	if at, found := got.Find("ete"); !found || at != 1 {
		t.Errorf("the term is found: %v, at %d", found, at)
	}
}
