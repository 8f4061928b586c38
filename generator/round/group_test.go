package round

import (
	"fmt"
	"testing"

	"ithaca/generator/match"
	"ithaca/generator/portal"
)

func TestAGroupComesAboutOnlyWithItsMinimumOfPeople(t *testing.T) {
	for people, want := range map[int]int{1: 0, 2: 0, 3: 3, 5: 4} {
		p := crowd(0)
		topic := portal.TopicRef{Text: "t001", Key: "t001"}
		m := &portal.Mentor{
			Kinds: []portal.Kind{portal.Group}, Skills: []portal.Skill{{Topic: topic}},
			Availability: portal.Availability{Status: portal.Open, Until: p.Today, GroupCapacity: 4, GroupMinimum: 3},
		}
		m.Slug, p.Mentors = "ana-silva", []*portal.Mentor{m}
		for i := range people {
			r := &portal.Request{Cycle: "next", Consent: p.Today, Needs: []portal.Need{{Topic: topic}}}
			r.Slug, p.Requests = fmt.Sprint("heron-", i), append(p.Requests, r)
		}
		result, err := gather(p, match.New(p).Private(), &p.Program.Cycles[0], Options{}).solve()
		if err != nil {
			t.Fatal(err)
		}
		if len(result.Pairs) != want {
			t.Errorf("of %d people %d are in the group, want %d", people, len(result.Pairs), want)
		}
	}
}
