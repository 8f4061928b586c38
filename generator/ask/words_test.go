package ask

import (
	"os"
	"path/filepath"
	"regexp"
	"testing"

	"ithaca/generator/match"
	"ithaca/generator/portal"
	"ithaca/generator/site/page"
)

// reasons returns every reason that package match declares.
func reasons(t *testing.T) (all []match.Reason) {
	files, err := filepath.Glob("../match/*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		source, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range declared.FindAllSubmatch(source, -1) {
			all = append(all, match.Reason(m[1]))
		}
	}
	if len(all) < 15 {
		t.Fatalf("only %q are declared", all)
	}
	return all
}

var declared = regexp.MustCompile(`\bReason += "([a-z-]+)"`)

func TestEveryReasonAndEveryFilterHasASentence(t *testing.T) {
	words := English(os.DirFS("../../templates"))
	topic := &portal.Topic{Title: "Go"}
	for _, reason := range reasons(t) {
		e := match.Evidence{Reason: reason, Topic: topic, By: topic, Relation: match.Sibling, From: topic, To: topic}
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
