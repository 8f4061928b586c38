package portal_test

import (
	"testing"

	"ithaca/generator/portal"
)

func TestACycleGoesThroughItsPhases(t *testing.T) {
	c := portal.Cycle{
		Signup:   portal.Span{From: date("2027-01-10"), Until: date("2027-01-31")},
		Requests: portal.Span{From: date("2027-02-01"), Until: date("2027-02-20")},
		Match:    date("2027-02-25"), Start: date("2027-03-01"), End: date("2027-08-31"),
	}
	for day, want := range map[string]portal.Phase{
		"2027-01-09": portal.Upcoming, "2027-01-10": portal.SigningUp, "2027-01-31": portal.SigningUp,
		"2027-02-01": portal.Requesting, "2027-02-20": portal.Requesting, "2027-02-21": portal.Matching, "2027-02-28": portal.Matching,
		"2027-03-01": portal.Running, "2027-08-31": portal.Running, "2027-09-01": portal.Ended,
	} {
		if got := c.Phase(date(day)); got != want {
			t.Errorf("on %s the cycle is in %s, want %s", day, got, want)
		}
	}
	if got := (&portal.Cycle{}).Phase(date("2027-01-01")); got != portal.Upcoming {
		t.Errorf("a cycle without dates is in %s", got)
	}
}

func TestAReferenceToAReplacedTopicMeansTheOtherOne(t *testing.T) {
	ref := func(text string) portal.TopicRef { return portal.TopicRef{Text: text, Key: portal.Fold(text)} }
	cloud := &portal.Topic{Title: "Cloud"}
	old := &portal.Topic{Title: "Hosting", Use: ref("Cloud")}
	lost := &portal.Topic{Title: "Lost", Use: ref("Nowhere")}
	topics := portal.NewTopics([]*portal.Topic{cloud, old, lost}, map[string]*portal.Topic{"cloud": cloud, "hosting": old, "lost": lost})
	for text, want := range map[string]*portal.Topic{"Cloud": cloud, "HOSTING!": cloud, "Lost": lost, "nothing": nil, "": nil} {
		if got := topics.Of(ref(text)); got != want {
			t.Errorf("%q means %v, want %v", text, got, want)
		}
	}
	if (portal.Topics{}).Of(ref("Cloud")) != nil {
		t.Error("an empty vocabulary knows a topic")
	}
}

func TestAnItemIsFoundByItsSlug(t *testing.T) {
	var pages []*portal.Page
	for _, slug := range []string{"about", "apply", "privacy"} {
		p := &portal.Page{}
		p.Slug = slug
		pages = append(pages, p)
	}
	for i, p := range pages {
		if portal.Find(pages, p.Slug) != pages[i] {
			t.Errorf("%s is not found", p.Slug)
		}
	}
	for _, slug := range []string{"", "aaa", "b", "zzz"} {
		if portal.Find(pages, slug) != nil {
			t.Errorf("%q is found", slug)
		}
	}
	if portal.Find([]*portal.Page(nil), "about") != nil {
		t.Error("something is found in nothing")
	}
}
