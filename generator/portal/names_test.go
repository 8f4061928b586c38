package portal_test

import (
	"slices"
	"strings"
	"testing"

	"ithaca/generator/portal"
)

// vocabulary returns a small one, as a portal's files would make it.
func vocabulary() *portal.Vocabulary {
	byKey := map[string]*portal.Topic{}
	var all []*portal.Topic
	for _, t := range []*portal.Topic{
		{Item: portal.Item{Slug: "c-sharp"}, Title: "C#"},
		{Item: portal.Item{Slug: "career-change"}, Title: "Changing career", Also: []string{"new career"}, Asks: []string{"I want to change industry", "Am I too old to start again?"}},
		{Item: portal.Item{Slug: "cooking"}, Title: "Cooking", Also: []string{"cuisine"}},
		{Item: portal.Item{Slug: "data-analysis"}, Title: "Data analysis", Also: []string{"statistics"}},
		{Item: portal.Item{Slug: "data-engineering"}, Title: "Data engineering"},
		{Item: portal.Item{Slug: "node"}, Title: "Node.js", Also: []string{"Server-side JavaScript"}},
		{Item: portal.Item{Slug: "nursing"}, Title: "Nursing", Also: []string{"Krankenpflege", "看護"}},
		{Item: portal.Item{Slug: "io"}, Title: "IO.js", Use: portal.TopicRef{Text: "Node.js", Key: "node-js"}},
		{Item: portal.Item{Slug: "return-to-work"}, Title: "Returning to work", Asks: []string{"I have been at home for years and want to work again"}},
		{Item: portal.Item{Slug: "work-life-balance"}, Title: "Leaving work at work", Asks: []string{"I am never really off work"}},
	} {
		all = append(all, t)
		for _, name := range append([]string{t.Slug, t.Title}, t.Also...) {
			byKey[portal.Fold(name)] = t
		}
	}
	return portal.NewVocabulary(portal.NewTopics(all, byKey), "en")
}

func slugsOf(topics []*portal.Topic) []string {
	var all []string
	for _, t := range topics {
		all = append(all, t.Slug)
	}
	return all
}

func TestATopicIsKnownByAllItsNamesHoweverTheyAreJoined(t *testing.T) {
	v := vocabulary()
	for text, want := range map[string]string{
		"Node.js": "node", "nodejs": "node", "node js": "node", "NODE-JS": "node", "io js": "node", "io": "node", "server side java script": "node",
		"c#": "c-sharp", "C sharp": "c-sharp", "csharp": "c-sharp", "CHANGING CAREER": "career-change", "changing-career": "career-change",
		"new career": "career-change", "i want to change industry!": "career-change", "cuisíne": "cooking", "看護": "nursing",
		"data": "", "c": "", "": "", "...": "", "nursing and cooking": "",
	} {
		got := ""
		if topic := v.Called(text); topic != nil {
			got = topic.Slug
		}
		if got != want {
			t.Errorf("%q means %q, want %q", text, got, want)
		}
	}
}

func TestASentenceProposesTheTopicsThatItsWordsName(t *testing.T) {
	v := vocabulary()
	for text, want := range map[string][]string{
		"I nurse and want to work with data":                {"nursing", "data-analysis", "data-engineering"},
		"nurses cooked statistics":                          {"cooking", "data-analysis", "nursing"},
		"看護師になりたい":                                          {"nursing"},
		"krankenpfleger":                                    {"nursing"},
		"is it too late, am I old?":                         {"career-change"},
		"I program in C# at night":                          {"c-sharp"},
		"a very long, polite sentence without any of these": nil,
	} {
		near, sound := v.Near(text, 6)
		got := slugsOf(near)
		if missing := slices.DeleteFunc(slices.Clone(want), func(slug string) bool { return slices.Contains(got, slug) }); len(missing) > 0 || sound != (len(want) > 0) {
			t.Errorf("%q proposes %q (%v), and lacks %q", text, got, sound, missing)
		}
	}
}

func TestAMisspeltWordBringsTheNearestTopics(t *testing.T) {
	v := vocabulary()
	for text, want := range map[string][]string{
		"kooking": {"cooking"}, "engeneering": {"data-engineering"}, "stat": {"data-analysis"}, "cusine": {"cooking"}, "zzz": nil, "xy": nil,
	} {
		if got, sound := v.Near(text, 6); !slices.Equal(slugsOf(got), want) || sound {
			t.Errorf("%q is near %q (%v), want %q", text, slugsOf(got), sound, want)
		}
	}
}

func TestAWordThatManyAskWithProposesNothingByItself(t *testing.T) {
	var all []*portal.Topic
	for slug, text := range map[string][2]string{
		"burnout": {"Being worn out", "I am tired in a way that sleep does not mend"}, "confidence": {"Trusting yourself", "I feel like a fraud"},
		"return": {"A new start", "I came back and feel like a beginner"}, "job": {"Applications", "My first interview is soon"},
	} {
		all = append(all, &portal.Topic{Item: portal.Item{Slug: slug}, Title: text[0], Also: []string{"mixed feelings " + slug}, Asks: []string{text[1]}})
	}
	slices.SortFunc(all, func(a, b *portal.Topic) int { return strings.Compare(a.Slug, b.Slug) })
	v := portal.NewVocabulary(portal.NewTopics(all, map[string]*portal.Topic{}), "en")
	for _, c := range []struct {
		text  string
		want  []string
		sound bool
	}{
		{"I feel tired", []string{"burnout"}, true}, {"interviews", []string{"job"}, true}, {"interest", nil, false},
		{"feeling", []string{"burnout", "confidence", "job", "return"}, false},
	} {
		if near, sound := v.Near(c.text, 6); !slices.Equal(slugsOf(near), c.want) || sound != c.sound {
			t.Errorf("%q is near %q (%v), want %q", c.text, slugsOf(near), sound, c.want)
		}
	}
}

func TestFormsOfAWordNameItsTopic(t *testing.T) {
	var all []*portal.Topic
	for _, title := range []string{"Interviewing", "Kitchen management", "Negotiation", "Nursing"} {
		all = append(all, &portal.Topic{Item: portal.Item{Slug: portal.Fold(title)}, Title: title})
	}
	v := portal.NewVocabulary(portal.NewTopics(all, map[string]*portal.Topic{}), "en")
	for text, want := range map[string]string{
		"nurse": "nursing", "nurses": "nursing", "manage": "kitchen-management", "manager": "kitchen-management", "management": "kitchen-management",
		"negotiate": "negotiation", "negotiating": "negotiation", "negotiations": "negotiation", "interview": "interviewing", "interest": "", "international": "",
	} {
		near, sound := v.Near(text, 6)
		if !sound {
			near = nil
		}
		if got := strings.Join(slugsOf(near), " "); got != want {
			t.Errorf("%q proposes %q, want %q", text, got, want)
		}
	}
}

func FuzzAnyTextHasTheSameNearestTopicsTwice(f *testing.F) {
	v := vocabulary()
	for _, text := range []string{"I nurse", "kooking", "看護師", "node-js", "\xff", "a-", "ei ei ei", "İstanbul", "́"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		one, sound := v.Near(text, 6)
		two, again := v.Near(text, 6)
		if !slices.Equal(one, two) || sound != again || len(one) > 6 {
			t.Errorf("%q is near %v and %v", text, slugsOf(one), slugsOf(two))
		}
		if topic := v.Called(text); topic != nil && v.Called(portal.Fold(text)) != topic {
			t.Errorf("%q means %s, and its key does not", text, topic.Slug)
		}
	})
}
