package match_test

import (
	"math"
	"reflect"
	"slices"
	"strconv"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"ithaca/generator/match"
	"ithaca/generator/portal"
	"ithaca/generator/portaltest"
)

var today = portaltest.InventedDay()

func ref(slug string) portal.TopicRef { return portal.TopicRef{Text: slug, Key: slug} }

// told returns what a suggestion says, for comparing and for messages.
func told(suggestions []match.Suggestion) []string {
	var lines []string
	for _, s := range suggestions {
		line := s.Mentor.Slug + " " + string(s.Band)
		for _, e := range s.Evidence {
			line += " " + string(e.Reason)
		}
		lines = append(lines, line)
	}
	return lines
}

func same(t *rapid.T, what string, got, want []match.Suggestion) {
	t.Helper()
	if d := cmp.Diff(told(want), told(got)); d != "" {
		t.Fatalf("%s:\n%s", what, d)
	}
	for i := range got {
		if got[i].Score != want[i].Score {
			t.Fatalf("%s: %s scores %d, want %d", what, got[i].Mentor.Slug, got[i].Score, want[i].Score)
		}
	}
}

func TestSuggestionsEqualThoseOfScoringEveryMentor(t *testing.T) {
	hundreds := 20
	if testing.Short() {
		hundreds = 1
	}
	for range hundreds {
		rapid.Check(t, func(t *rapid.T) {
			p := portaltest.Invented(t, 30, 4)
			x := match.New(p)
			for _, r := range p.Requests {
				k := rapid.IntRange(1, 6).Draw(t, "k")
				same(t, r.Slug, x.Suggest(r, k), match.Slow(x, r, k))
			}
		})
	}
}

func TestSuggestionsInALargePortalEqualThoseOfScoringEveryMentor(t *testing.T) {
	p := metropolis(600)
	x := match.New(p)
	for _, r := range p.Requests[:200] {
		if d := cmp.Diff(told(match.Slow(x, r, 5)), told(x.Suggest(r, 5))); d != "" {
			t.Fatalf("%s:\n%s", r.Slug, d)
		}
	}
}

// Whoever names the only hour that a mentee has is not below one who says nothing
// of hours, or names a zone alone.
func TestAMentorGainsNothingByNotStatingHours(t *testing.T) {
	p := metropolis(40)
	hour := []portal.Window{{Day: 1, Start: 600, End: 660}}
	for i, m := range p.Mentors {
		*m = portal.Mentor{
			Item: m.Item, Skills: []portal.Skill{{Topic: ref("t000")}},
			Availability: portal.Availability{Status: portal.Open, Until: today.AddDays(9)},
		}
		if i%2 == 0 {
			m.Timezone = "Africa/Lagos"
		}
	}
	names := p.Mentors[18]
	names.Availability.Windows, names.Cadence = hour, &portal.Cadence{Minutes: 40}
	r := &portal.Request{Needs: []portal.Need{{Topic: ref("t000")}}, Timezone: "Africa/Lagos", Windows: hour, Consent: today}
	if best := match.New(p).Query(r).Best(1); len(best) != 1 || best[0].Mentor != names {
		t.Errorf("%v, want %s", best, names.Slug)
	}
}

func TestEverySuggestionPassesTheFiltersAndHasEvidence(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := portaltest.Invented(t, 30, 4)
		x := match.New(p)
		for _, r := range p.Requests {
			suggested := x.Suggest(r, 100)
			for i, s := range suggested {
				j := x.Judge(r, s.Mentor)
				if j.Failed != "" || j.Rank != i+1 || j.Score != s.Score {
					t.Fatalf("%s is suggested to %s on place %d with %d, and judged %+v", s.Mentor.Slug, r.Slug, i+1, s.Score, j)
				}
				if len(s.Evidence) == 0 || s.Band == "" {
					t.Fatalf("%s is suggested to %s without a reason: %+v", s.Mentor.Slug, r.Slug, s)
				}
			}
			for _, m := range p.Mentors {
				j := x.Judge(r, m)
				listed := slices.ContainsFunc(suggested, func(s match.Suggestion) bool { return s.Mentor == m })
				if listed != (j.Failed == "" && j.Band != "") {
					t.Fatalf("%s is suggested to %s: %v; judged %+v", m.Slug, r.Slug, listed, j)
				}
			}
		}
	})
}

func TestTheOrderOfMentorsAndRequestsNeverMatters(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := portaltest.Invented(t, 20, 4)
		x := match.New(p)
		shuffled := *p
		shuffled.Requests = rapid.Permutation(p.Requests).Draw(t, "requests")
		shuffled.Mentors = nil
		for _, m := range p.Mentors {
			other := *m
			other.Skills, other.HelpsWith = rapid.Permutation(m.Skills).Draw(t, "skills"), rapid.Permutation(m.HelpsWith).Draw(t, "goals")
			shuffled.Mentors = append(shuffled.Mentors, &other)
		}
		y := match.New(&shuffled)
		for _, r := range p.Requests {
			same(t, r.Slug, y.Suggest(r, 5), x.Suggest(r, 5))
		}
	})
}

func TestScoresOfAllMentorsEqualThoseOfEach(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := portaltest.Invented(t, 20, 3)
		for _, x := range []*match.Index{match.New(p), match.New(p).Private()} {
			for _, r := range append(p.Requests, &portal.Request{}) {
				q := x.Query(r)
				q.EachScore(p.Mentors, func(i int, s match.Score) {
					if want := q.Score(p.Mentors[i]); !reflect.DeepEqual(s, want) {
						t.Fatalf("%s with %s: %+v, want %+v", r.Slug, p.Mentors[i].Slug, s, want)
					}
				})
			}
		}
	})
}

func TestAnEmptyRequestScoresNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := portaltest.Invented(t, 10, 0)
		x := match.New(p)
		empty := &portal.Request{Consent: today, Languages: []string{"en"}, Stage: "mid"}
		if got := x.Suggest(empty, 5); len(got) != 0 {
			t.Fatalf("somebody is suggested: %v", told(got))
		}
		for _, m := range p.Mentors {
			if j := x.Judge(empty, m); j.Score != 0 || j.Band != "" {
				t.Fatalf("%s scores %d", m.Slug, j.Score)
			}
		}
	})
}

func TestAddingATopicAtTheGoalLevelNeverAnswersNeedsLess(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := portaltest.Invented(t, 12, 3)
		if len(p.Mentors) == 0 {
			return
		}
		at := rapid.IntRange(0, len(p.Mentors)-1).Draw(t, "who")
		topic := rapid.SampledFrom(p.Topics.All()).Draw(t, "added")
		better := *p.Mentors[at]
		better.Skills = append(slices.Clone(better.Skills), portal.Skill{Topic: ref(topic.Slug), Level: portal.Teaches})
		after := *p
		after.Mentors = slices.Clone(p.Mentors)
		after.Mentors[at] = &better
		x, y := match.New(p), match.New(&after)
		for _, r := range p.Requests {
			if was, is := match.NeedsPart(x, r, p.Mentors[at]), match.NeedsPart(y, r, &better); is < was {
				t.Fatalf("%s answers %d of %s, and %d after adding %s", better.Slug, was, r.Slug, is, topic.Slug)
			}
		}
	})
}

func TestComplementsCoverWhatTheOtherDoesNot(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := portaltest.Invented(t, 20, 0)
		x := match.New(p)
		for _, m := range p.Mentors {
			seen := map[*portal.Topic]bool{}
			others, complements := x.Around(m, 3, 3)
			for _, c := range complements {
				if c.Mentor == m || offers(p, m, c.Covers) || !offers(p, c.Mentor, c.Covers) || seen[c.Covers] {
					t.Fatalf("%s complements %s with %s", c.Mentor.Slug, m.Slug, c.Covers.Slug)
				}
				seen[c.Covers] = true
			}
			for _, o := range others {
				if o.Mentor == m {
					t.Fatalf("%s is suggested in place of themselves", m.Slug)
				}
			}
		}
	})
}

func offers(p *portal.Portal, m *portal.Mentor, topic *portal.Topic) bool {
	refs := slices.Concat(m.HelpsWith, m.Industries)
	for _, s := range m.Skills {
		refs = append(refs, s.Topic)
	}
	return slices.ContainsFunc(refs, func(r portal.TopicRef) bool { return p.Topics.Of(r) == topic })
}

func TestRarityFollowsItsFormulaAndFallsSlowly(t *testing.T) {
	for _, c := range [][2]int{{0, 0}, {1, 0}, {1, 1}, {10, 3}, {408, 1}, {10_000, 0}, {10_000, 17}, {100_000, 99_999}, {1 << 30, 5}} {
		want := math.Min(10, 2+math.Log2(float64(c[0]+4)/float64(c[1]+4)))
		if got := float64(match.Rarity(c[0], c[1])) / 100; math.Abs(got-want) > 0.021 {
			t.Errorf("rarity of %d among %d: %.2f, want %.2f", c[1], c[0], got, want)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		all := rapid.IntRange(1, 1_000_000).Draw(t, "all")
		having := rapid.IntRange(0, all-1).Draw(t, "having")
		was, is := match.Rarity(all, having), match.Rarity(all, having+1)
		if is > was || 10*is < 8*was {
			t.Fatalf("one more mentor of %d takes rarity from %d to %d", all, was, is)
		}
	})
}

func TestACircleIsNearlyAsGoodAsTheBestOne(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := portaltest.Invented(t, 9, 2)
		x := match.New(p)
		for _, r := range p.Requests {
			circle := x.Circle(r, 3)
			for i, m := range circle.Members {
				if len(m.Adds) == 0 || len(m.Cover) != len(circle.Needs) {
					t.Fatalf("member %d of the circle for %s adds nothing", i, r.Slug)
				}
			}
			var chosen []*portal.Mentor
			for _, m := range circle.Members {
				chosen = append(chosen, m.Mentor)
			}
			var best int64
			all := x.Query(r).Best(200)
			for _, a := range all {
				for _, b := range all {
					for _, c := range all {
						best = max(best, match.Coverage(x, r, a.Mentor, b.Mentor, c.Mentor))
					}
				}
			}
			if got := match.Coverage(x, r, chosen...); 100*got < 63*best {
				t.Fatalf("the circle for %s covers %d, and three could cover %d", r.Slug, got, best)
			}
		}
	})
}

func TestDemandIsPublishedFromFiveRequestsOn(t *testing.T) {
	topics := []*portal.Topic{{Title: "A"}, {Title: "B", Sensitive: true}, {Title: "C"}}
	byKey := map[string]*portal.Topic{}
	for i, slug := range []string{"a", "b", "c"} {
		topics[i].Slug = slug
		byKey[slug] = topics[i]
	}
	p := &portal.Portal{Today: today, Program: &portal.Program{}, Topics: portal.NewTopics(topics, byKey)}
	for i := range 5 {
		r := &portal.Request{Needs: []portal.Need{{Topic: ref("a")}, {Topic: ref("a")}, {Topic: ref("b")}}}
		if i > 0 {
			r.Goals = []portal.TopicRef{ref("c")}
		}
		p.Requests = append(p.Requests, r)
	}
	want := []match.Demand{{Topic: topics[0], Asked: 5}}
	if d := cmp.Diff(want, match.New(p).Wanted(), cmpopts.IgnoreUnexported(portal.Topic{})); d != "" {
		t.Error(d)
	}
}

// A mentor who offers all that is needed at the level wished for never stands below
// one who says the same words and offers none of it, all else being equal.
func TestWordsAloneNeverBeatWhatIsOffered(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := portaltest.Invented(t, 12, 4)
		if len(p.Mentors) == 0 || len(p.Requests) == 0 {
			return
		}
		r := *p.Requests[0]
		r.Goals, r.Move, r.Ranked = nil, portal.CareerMove{}, nil
		offers, speaks := *p.Mentors[0], *p.Mentors[0]
		offers.Slug, speaks.Slug = "a-offers", "a-speaks"
		offers.Skills, offers.HelpsWith, offers.Industries = nil, nil, nil
		speaks.Skills, speaks.HelpsWith, speaks.Industries = nil, nil, nil
		for _, n := range r.Needs {
			if p.Topics.Of(n.Topic) == nil {
				return
			}
			offers.Skills = append(offers.Skills, portal.Skill{Topic: n.Topic, Level: portal.Teaches})
			for range 5 {
				speaks.IdealMentee += " " + p.Topics.Of(n.Topic).Title
			}
		}
		p.Mentors = append([]*portal.Mentor{&offers, &speaks}, p.Mentors...)
		x := match.New(p).Private()
		if better, worse := x.Judge(&r, &offers).Score, x.Judge(&r, &speaks).Score; better < worse {
			t.Fatalf("who offers it scores %d, who speaks of it %d", better, worse)
		}
	})
}

// Aims are private: an index that is not says the same whatever they are.
func TestAimsNeverChangeWhatIsPublished(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := portaltest.Invented(t, 15, 4)
		x := match.New(p)
		for _, r := range p.Requests {
			silent := *r
			silent.Aims, silent.Tried = portal.Aims{}, ""
			same(t, r.Slug, x.Suggest(r, 5), x.Suggest(&silent, 5))
		}
	})
}

// Six equal mentors are spread over equal requests.
func TestEqualMentorsAreSpreadOverEqualRequests(t *testing.T) {
	p := metropolis(40)
	for _, m := range p.Mentors {
		*m = portal.Mentor{Item: m.Item, Skills: []portal.Skill{{Topic: ref("t000")}}, Availability: portal.Availability{Status: portal.Open, Until: today.AddDays(9)}}
	}
	x := match.New(p)
	first := map[string]int{}
	for i := range 80 {
		r := &portal.Request{Needs: []portal.Need{{Topic: ref("t000")}}, Consent: today}
		r.Slug = "heron-" + strconv.Itoa(i)
		first[x.Query(r).Best(1)[0].Mentor.Slug]++
	}
	for slug, times := range first {
		if times > 10 {
			t.Errorf("%s is first for %d of 80 equal requests", slug, times)
		}
	}
	if len(first) < 25 {
		t.Errorf("only %d of 40 equal mentors are first for anybody", len(first))
	}
}

func TestAPairThatEndedIsNotSuggestedAgain(t *testing.T) {
	p := metropolis(3)
	for _, m := range p.Mentors {
		*m = portal.Mentor{Item: m.Item, Skills: []portal.Skill{{Topic: ref("t000")}}, Availability: portal.Availability{Status: portal.Open, Until: today.AddDays(9)}}
	}
	r := &portal.Request{Needs: []portal.Need{{Topic: ref("t000")}}, Consent: today, Cycle: "next"}
	slug := p.Mentors[1].Slug
	r.Decisions = []portal.Decision{{Cycle: "next", Mentor: slug, Do: portal.Accept}}
	p.Requests = []*portal.Request{r}
	x := match.New(p)
	if s := x.Private().Suggest(r, 3); len(s) != 3 || s[0].Mentor.Slug != slug || s[0].Evidence[0].Reason != match.AcceptedPair {
		t.Errorf("the pair does not come first: %v", told(s))
	}
	if s := x.Suggest(r, 3); len(s) != 2 {
		t.Errorf("a pair is told in public: %v", told(s))
	}
	r.Decisions = []portal.Decision{{Cycle: "past", Mentor: slug, Do: portal.Exit, Rematch: true}}
	if s := x.Private().Suggest(r, 3); len(s) != 2 {
		t.Errorf("who is to be replaced is suggested: %v", told(s))
	}
}
