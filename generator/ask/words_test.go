package ask

import (
	"os"
	"testing"

	"ithaca/generator/match"
	"ithaca/generator/portal"
	"ithaca/generator/site/page"
)

func TestEveryReasonAndEveryFilterHasASentence(t *testing.T) {
	words := English(os.DirFS("../../templates"))
	topic := &portal.Topic{Title: "Go"}
	for _, reason := range []match.Reason{
		match.AnswersNeed, match.AnswersGoal, match.WouldChoose, match.MadeTheMove, match.SharesTime, match.NearClocks,
		match.SimilarStyle, match.SharesValues, match.SameIndustry, match.MakesOffers, match.LearnsBack,
	} {
		e := match.Evidence{Reason: reason}
		if reason == match.AnswersNeed || reason == match.AnswersGoal {
			e = match.Evidence{Reason: reason, Topic: topic, By: topic, Relation: match.Sibling}
		}
		r := page.ReasonOf(&e, false, page.Unlinked)
		if text := words.Reason(r); text == r.Name || text == "" {
			t.Errorf("%s is not worded: %q", reason, text)
		}
	}
	for _, reason := range []match.Reason{
		match.AnswersNeed, match.AnswersGoal, match.MadeTheMove, match.SharesTime, match.NearClocks, match.SimilarStyle,
	} {
		r := page.ReasonOf(&match.Evidence{Reason: reason}, true, page.Unlinked)
		if text := words.Reason(r); text == r.Name || text == "" {
			t.Errorf("the lack of %s is not worded: %q", reason, text)
		}
	}
	m := &Matching{portal: &portal.Portal{}, words: words}
	counts := map[match.Filter]int{}
	for _, f := range match.Filters() {
		counts[f] = 1
		if key := "ruled-out-" + string(f); m.ruledOut(&portal.Request{}, &portal.Mentor{}, f) == key {
			t.Errorf("%s is not worded", key)
		}
	}
	for _, c := range m.counts(counts) {
		if c.Text == "filtered-"+c.Filter {
			t.Errorf("%s is not worded", c.Text)
		}
	}
	for _, do := range portal.Verdicts() {
		r := &portal.Request{Decisions: []portal.Decision{{Mentor: "ana", Do: do}}}
		if text := m.ruledOut(r, &portal.Mentor{Item: portal.Item{Slug: "ana"}}, match.ByDecision); text == "ruled-out-decision-"+string(do) {
			t.Errorf("%s is not worded", text)
		}
	}
}
