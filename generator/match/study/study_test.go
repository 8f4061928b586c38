package study_test

import (
	"math"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"ithaca/generator/match"
	"ithaca/generator/match/study"
	"ithaca/generator/portal"
	"ithaca/generator/portaltest"
)

var today = portaltest.InventedDay()

// suggested returns what holds of the order in which mentors are suggested.
func suggested(v study.Evaluation) study.Order { return v.Orders[0] }

func ref(slug string) portal.TopicRef { return portal.TopicRef{Text: slug, Key: slug} }

// pairsOf invents decisions, several for some requests.
func pairsOf(t *rapid.T, p *portal.Portal) []study.Pair {
	var pairs []study.Pair
	for _, r := range p.Requests {
		chosen := rapid.SliceOfNDistinct(rapid.SampledFrom(p.Mentors), 0, 3, func(m *portal.Mentor) string { return m.Slug }).Draw(t, "chosen")
		for _, m := range chosen {
			pairs = append(pairs, study.Pair{Request: r, Mentor: m.Slug})
		}
	}
	return pairs
}

// slowMRR judges every mentor for every pair in a portal where all are open.
func slowMRR(p *portal.Portal, pairs []study.Pair) (mrr float64, filtered int) {
	open := *p
	open.Mentors, open.Requests = nil, nil
	for _, m := range p.Mentors {
		n := *m
		n.Cycles = nil
		n.Availability = portal.Availability{Status: portal.Open, Until: p.Today, Windows: m.Availability.Windows}
		open.Mentors = append(open.Mentors, &n)
	}
	x := match.New(&open).Private()
	for _, pair := range pairs {
		r := *pair.Request
		r.Decisions, r.Adult, r.Avoid, r.Consent = nil, nil, nil, p.Today
		mine := x.Judge(&r, portal.Find(open.Mentors, pair.Mentor))
		if mine.Failed != "" {
			filtered++
		}
		if mine.Failed != "" || mine.Band == "" {
			continue
		}
		ahead, tied := 0, 1
		for _, m := range open.Mentors {
			j := x.Judge(&r, m)
			chosen := false
			for _, other := range pairs {
				chosen = chosen || other.Request == pair.Request && other.Mentor == m.Slug
			}
			for _, avoided := range pair.Request.Avoid {
				chosen = chosen || avoided == m.Slug
			}
			switch {
			case chosen || j.Failed != "" || j.Band == "" || j.Score < mine.Score:
			case j.Score > mine.Score:
				ahead++
			default:
				tied++
			}
		}
		for rank := ahead + 1; rank <= ahead+tied; rank++ {
			mrr += 1 / float64(rank) / float64(tied) / float64(len(pairs))
		}
	}
	return mrr, filtered
}

func TestTheRanksOfPastPairsAreThoseOfJudgingEverybody(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := portaltest.Invented(t, 15, 4)
		if len(p.Mentors) < 3 {
			return
		}
		pairs := pairsOf(t, p)
		got := study.Evaluate(p, pairs)
		want, filtered := slowMRR(p, pairs)
		if math.Abs(float64(suggested(got).MRR.Value)-want*10_000) > 1 {
			t.Fatalf("mean of 1/rank is %d, want %f", suggested(got).MRR.Value, want*10_000)
		}
		counted := 0
		for _, n := range got.Filtered {
			counted += n
		}
		chosen := 0
		for _, band := range got.Bands {
			chosen += band.Chosen
		}
		if counted != filtered || chosen != len(pairs)-filtered || got.Pairs != len(pairs) {
			t.Fatalf("%d pairs, %d filtered, want %d: %+v", len(pairs), counted, filtered, got)
		}
	})
}

func TestTheOrderOfPastPairsNeverMatters(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := portaltest.Invented(t, 12, 5)
		if len(p.Mentors) < 3 {
			return
		}
		pairs := pairsOf(t, p)
		shuffled := rapid.Permutation(pairs).Draw(t, "shuffled")
		if d := cmp.Diff(study.Evaluate(p, pairs), study.Evaluate(p, shuffled)); d != "" {
			t.Fatal(d)
		}
	})
}

// past is a program in which the right mentor is easy to tell, and Ana was chosen.
func past() (*portal.Portal, study.Pair) {
	mentor := func(slug, topic string) *portal.Mentor {
		m := &portal.Mentor{Name: slug, Languages: []string{"en"}, Availability: portal.Availability{Status: portal.Open, Until: today}}
		m.Slug, m.Skills = slug, []portal.Skill{{Topic: ref(topic), Level: portal.Teaches}}
		return m
	}
	var topics []*portal.Topic
	byKey := map[string]*portal.Topic{}
	for _, slug := range []string{"baking", "sewing"} {
		topic := &portal.Topic{Title: slug}
		topic.Slug = slug
		topics, byKey[slug] = append(topics, topic), topic
	}
	r := &portal.Request{Cycle: "next", Languages: []string{"en"}, Needs: []portal.Need{{Topic: ref("baking"), Want: portal.MustHave}}}
	r.Slug = "heron"
	return &portal.Portal{
		Today: today, Topics: portal.NewTopics(topics, byKey),
		Program:  &portal.Program{Audience: "adults", Cycles: []portal.Cycle{{ID: "past"}, {ID: "next"}}},
		Mentors:  []*portal.Mentor{mentor("ana", "baking"), mentor("bo", "sewing"), mentor("cem", "sewing"), mentor("dia", "sewing")},
		Requests: []*portal.Request{r},
	}, study.Pair{Request: r, Mentor: "ana"}
}

func TestStateThatADecisionChangesDoesNotCountAgainstThePair(t *testing.T) {
	no := false
	for name, since := range map[string]func(m *portal.Mentor, r *portal.Request){
		"nothing":      func(*portal.Mentor, *portal.Request) {},
		"paused":       func(m *portal.Mentor, _ *portal.Request) { m.Availability.Status = portal.Paused },
		"expired":      func(m *portal.Mentor, _ *portal.Request) { m.Availability.Until = today.AddDays(-1) },
		"other cycles": func(m *portal.Mentor, _ *portal.Request) { m.Cycles = []string{"past"} },
		"no consent":   func(_ *portal.Mentor, r *portal.Request) { r.Consent = portal.Date{} },
		"age":          func(_ *portal.Mentor, r *portal.Request) { r.Adult = &no },
		"avoided":      func(_ *portal.Mentor, r *portal.Request) { r.Avoid = []string{"ana"} },
		"full": func(m *portal.Mentor, r *portal.Request) {
			m.Availability.Capacity = 1
			r.Decisions = []portal.Decision{{Cycle: "next", Mentor: "ana", Do: portal.Accept}}
		},
		"ended": func(_ *portal.Mentor, r *portal.Request) {
			r.Decisions = []portal.Decision{{Cycle: "next", Mentor: "ana", Do: portal.Exit}}
		},
	} {
		p, pair := past()
		since(p.Mentors[0], p.Requests[0])
		v := study.Evaluate(p, []study.Pair{pair})
		if suggested(v).MRR.Value != 10_000 || v.Named.Value != 10_000 {
			t.Errorf("%s: %+v", name, v)
		}
	}
}

func TestBaselinesAndPartsAreJudgedByTheSamePairs(t *testing.T) {
	p, pair := past()
	p.Requests[0].Needs[0].Topic = portal.TopicRef{Text: "bread", Key: "bread"} // another word for it
	byKey := map[string]*portal.Topic{"baking": p.Topics.All()[0], "bread": p.Topics.All()[0], "sewing": p.Topics.All()[1]}
	p.Topics = portal.NewTopics(p.Topics.All(), byKey)
	v := study.Evaluate(p, []study.Pair{pair})
	const chance = (1 + 1./2 + 1./3 + 1./4) / 4 * 10_000
	exact, random := v.Orders[3], v.Orders[4]
	if suggested(v).MRR.Value != 10_000 || math.Abs(float64(random.MRR.Value)-chance) > 1 || exact.MRR != random.MRR {
		t.Errorf("%+v; want suggestions at 10000, and topics and chance at %.0f", v.Orders, chance)
	}
	if words := v.Orders[2]; words.MRR.Value != 10_000 { // the topic's title is the mentor's word
		t.Errorf("by shared words %+v", words)
	}
	if len(v.Parts) != 3 || v.Parts[0].Name != "fit" || v.Parts[0].Adds.Value != 10_000 {
		t.Errorf("without the fit: %+v", v.Parts)
	}
	for _, half := range v.Parts[1:] {
		if half.Adds.Value != 0 { // the mentor says the topic's name: topics and words find the same
			t.Errorf("without one half of the fit: %+v", half)
		}
	}
	p.Mentors[0].Languages = []string{"pt"}
	v = study.Evaluate(p, []study.Pair{pair})
	if suggested(v).MRR.Value != 0 || v.Orders[4].MRR.Value != 0 || v.Named.Value != 0 || v.Filtered[match.ByLanguage] != 1 {
		t.Errorf("without a language in common: %+v", v)
	}
}

func TestAMentorBelowTheFitFloorIsNotRanked(t *testing.T) {
	p, pair := past()
	pair.Mentor = "bo" // who sews, and says nothing of baking
	v := study.Evaluate(p, []study.Pair{pair})
	if v.Named.Value != 0 || suggested(v).MRR.Value != 0 || suggested(v).Recall.Value != 0 {
		t.Errorf("%+v", v)
	}
	want := []study.Band{{Name: match.Strong, Others: 1}, {Name: match.Good}, {Name: match.Possible}, {Name: "none", Chosen: 1, Others: 2}}
	if diff := cmp.Diff(want, v.Bands); diff != "" {
		t.Error(diff)
	}
	if chance := v.Orders[4]; chance.Recall.Value != 10_000 {
		t.Errorf("among the five of four by chance: %+v", chance)
	}
}

func TestOnlyTheFirstFiveAreNamed(t *testing.T) {
	p, pair := past()
	for i := range 9 {
		m := *p.Mentors[0]
		m.Slug = "eva-" + string(rune('a'+i))
		p.Mentors = append(p.Mentors, &m)
	}
	var pairs []study.Pair
	for _, m := range p.Mentors[4:] {
		pairs = append(pairs, study.Pair{Request: pair.Request, Mentor: m.Slug})
	}
	pairs = append(pairs, pair)
	if v := study.Evaluate(p, pairs); v.Named.Value != 5000 || suggested(v).Recall.Value != 10_000 {
		t.Errorf("five of ten equal mentors are named: %+v", v)
	}
}

func TestAimsCountAsInSuggestions(t *testing.T) {
	p, pair := past()
	p.Requests[0].Needs[0].Goal = portal.Teaches // more than they can, so that words have something to add
	for i, m := range p.Mentors {
		m.Skills, m.Headline = []portal.Skill{{Topic: portal.TopicRef{Text: "loaves", Key: p.Requests[0].Needs[0].Topic.Key}, Level: portal.Practises}}, []string{"wedding cakes", "rolls", "bagels", "pies"}[i]
	}
	if v := study.Evaluate(p, []study.Pair{pair}); suggested(v).MRR.Value != v.Orders[4].MRR.Value {
		t.Errorf("without aims %+v", v.Orders)
	}
	p.Requests[0].Aims.Short = "A shop for wedding cakes."
	if v := study.Evaluate(p, []study.Pair{pair}); suggested(v).MRR.Value != 10_000 {
		t.Errorf("with aims %+v", v.Orders)
	}
}
