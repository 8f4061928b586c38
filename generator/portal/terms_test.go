package portal_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"ithaca/generator/portal"
	"ithaca/generator/words"
)

func TestAProfileSaysInWordsWhatItsFieldsSay(t *testing.T) {
	m := &portal.Mentor{
		Headline: "Roofs", Skills: []portal.Skill{{Topic: portal.TopicRef{Text: "solar"}}}, HelpsWith: []portal.TopicRef{{Text: "changing trades"}},
		Path: []portal.Step{{What: "bakery"}},
	}
	terms := m.Terms(portal.NewTermReader("en"))
	keys := func(terms words.Terms) (all []string) {
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
