package portal_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"ithaca/generator/portal"
)

func TestAProfileSaysInWordsWhatItsFieldsSay(t *testing.T) {
	m := &portal.Mentor{
		Headline: "Roofs", Skills: []portal.Skill{{Topic: portal.TopicRef{Text: "solar"}}}, HelpsWith: []portal.TopicRef{{Text: "changing trades"}},
		Path: []portal.Step{{What: "bakery"}},
	}
	terms := m.Terms(portal.NewTermReader("en"))
	var keys []string
	for _, t := range terms {
		keys = append(keys, t.Key)
	}
	if d := cmp.Diff([]string{"bakeri", "chang", "roof", "solar", "trade"}, keys); d != "" {
		t.Error(d)
	}
}
