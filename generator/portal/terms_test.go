package portal_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"ithaca/generator/portal"
)

func TestTheWordsOfATextAreCountedByTheirStems(t *testing.T) {
	r := portal.NewTermReader("en")
	got := r.Read("Gardening, the garden and C++ in 2015:", "my gardens; l'été")
	want := portal.Terms{
		{Key: "c-plus-plus", Text: "C++", Count: 1}, {Key: "ete", Text: "été", Count: 1}, {Key: "garden", Text: "Gardening", Count: 3},
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
	if at, found := got.Find("ete"); !found || at != 1 {
		t.Errorf("the term is found: %v, at %d", found, at)
	}
}

func TestAProfileSaysInWordsWhatItsFieldsSay(t *testing.T) {
	m := &portal.Mentor{
		Headline: "Roofs", Skills: []portal.Skill{{Topic: portal.TopicRef{Text: "solar"}}}, HelpsWith: []portal.TopicRef{{Text: "changing trades"}},
		Path: []portal.Step{{What: "bakery"}},
	}
	terms := m.Terms(portal.NewTermReader("en"))
	keys := func(terms portal.Terms) (all []string) {
		for _, t := range terms {
			all = append(all, t.Key)
		}
		return all
	}
	if d := cmp.Diff([]string{"chang", "solar", "trade"}, keys(terms.Offered)); d != "" {
		t.Error(d)
	}
	if d := cmp.Diff([]string{"bakeri", "roof", "solar"}, keys(terms.All)); d != "" {
		t.Error(d)
	}
}
