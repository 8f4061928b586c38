package round

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"ithaca/generator/cohort"
	"ithaca/generator/match"
	"ithaca/generator/portal"
	"ithaca/generator/portaltest"
)

// crowd is a portal of n mentors with a few places each and n requests of one cycle.
// Each offers or asks for a few of 400 skills, of which some are much more common than
// others.
func crowd(n int) *portal.Portal {
	d, today := rand.New(rand.NewPCG(1, 2)), portaltest.InventedDay()
	p := &portal.Portal{Today: today, Program: &portal.Program{Cycles: []portal.Cycle{{ID: "next", Start: today.AddDays(30), MentorsPerMentee: 1}}}}
	var all []*portal.Topic
	byKey := map[string]*portal.Topic{}
	for i := range 400 {
		t := &portal.Topic{Title: fmt.Sprintf("t%03d", i), Kind: "skill"}
		t.Slug, t.File = t.Title, t.Title
		all, byKey[t.Slug] = append(all, t), t
	}
	p.Topics = portal.NewTopics(all, byKey)
	skill := func() portal.TopicRef {
		slug := fmt.Sprintf("t%03d", min(d.IntN(400), d.IntN(400)))
		return portal.TopicRef{Text: slug, Key: slug}
	}
	languages, zones := []string{"en", "es", "pt"}, []string{"Africa/Lagos", "Europe/Lisbon", "Asia/Kolkata", "America/New_York"}
	for i := range n {
		m := &portal.Mentor{
			Languages: []string{"en", languages[d.IntN(3)]}[d.IntN(2):], Timezone: zones[d.IntN(4)],
			Availability: portal.Availability{Status: portal.Open, Until: today.AddDays(60), Capacity: 1 + d.IntN(2)},
		}
		m.Slug = fmt.Sprintf("mentor-%06d", i)
		for range 3 + d.IntN(6) {
			m.Skills = append(m.Skills, portal.Skill{Topic: skill(), Level: portal.Level(d.IntN(5))})
		}
		p.Mentors = append(p.Mentors, m)
		r := &portal.Request{
			Cycle: "next", Consent: today, Languages: []string{"en", languages[d.IntN(3)]}, Timezone: zones[d.IntN(4)],
			WaitingSince: today.AddDays(-d.IntN(300)), Needs: []portal.Need{{Topic: skill(), Want: portal.MustHave}, {Topic: skill()}, {Topic: skill()}},
		}
		r.Slug = fmt.Sprintf("request-%06d", i)
		p.Requests = append(p.Requests, r)
	}
	return p
}

// BenchmarkSolve assigns a cycle of a large program from its portal on, without the
// sentences of the outcome.
func BenchmarkSolve(b *testing.B) {
	n := 5_000
	if testing.Short() {
		n = 600
	}
	p := crowd(n)
	x := match.New(p).Private()
	b.ReportAllocs()
	for b.Loop() {
		g := gather(p, x, &p.Program.Cycles[0], Options{})
		result, err := g.solve()
		if err != nil {
			b.Fatal(err)
		}
		if faults := cohort.Check(&g.market, result); len(faults) > 0 {
			b.Fatal(faults)
		}
		b.ReportMetric(float64(len(result.Pairs)), "pairs")
		b.ReportMetric(float64(len(g.market.Pairs)), "read")
	}
}
