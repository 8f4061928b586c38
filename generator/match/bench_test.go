package match_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"ithaca/generator/match"
	"ithaca/generator/portal"
)

// metropolis is a portal of n mentors as large programs have them: 400 skills in 20
// fields and 30 goals, a few of which are very common; languages, zones, hours
// and moves; and as many requests with three needs and a goal.
func metropolis(n int) *portal.Portal {
	d := rand.New(rand.NewPCG(1, 2))
	p := &portal.Portal{Today: today, Program: &portal.Program{Cycles: []portal.Cycle{{ID: "next", Start: today.AddDays(30)}}}}
	var all []*portal.Topic
	byKey := map[string]*portal.Topic{}
	for i := range 450 {
		slug := fmt.Sprintf("t%03d", i)
		t := &portal.Topic{Title: slug, Kind: "skill"}
		if i >= 400 && i < 430 {
			t.Kind = portal.GoalTopic
		}
		if i < 400 {
			t.Broader = []portal.TopicRef{ref(fmt.Sprintf("t%03d", 430+i%20))}
		}
		t.Slug, t.File = slug, slug
		all, byKey[slug] = append(all, t), t
	}
	p.Topics = portal.NewTopics(all, byKey)
	common := func(n int) int { // Zipf: half of all draws are among a tenth of the numbers
		for {
			if i := d.IntN(n); d.IntN(i/8+1) == 0 {
				return i
			}
		}
	}
	languages, zones := []string{"en", "es", "pt", "ar", "fr", "de", "hi"}, []string{"Africa/Lagos", "Europe/Lisbon", "Asia/Kolkata", "America/New_York"}
	windows := func() (w []portal.Window) {
		for range 3 {
			start := 8*60 + d.IntN(12)*60
			w = append(w, portal.Window{Day: time.Weekday(d.IntN(7)), Start: start, End: start + 120})
		}
		return w
	}
	skill := func() portal.TopicRef { return ref(fmt.Sprintf("t%03d", common(400))) }
	goal := func() portal.TopicRef { return ref(fmt.Sprintf("t%03d", 400+common(30))) }
	for i := range n {
		m := &portal.Mentor{
			Languages: []string{"en", languages[common(7)]}[d.IntN(2):], Timezone: zones[d.IntN(4)],
			HelpsWith: []portal.TopicRef{goal(), goal()}, Style: portal.Style{Structure: 1 + d.IntN(5), Challenge: 1 + d.IntN(5)},
			Availability: portal.Availability{Status: portal.Statuses()[d.IntN(3)], Until: today.AddDays(60), Windows: windows()},
			Path:         []portal.Step{{Kind: portal.Move, From: skill(), To: skill()}},
		}
		m.Slug, m.IdealMentee = fmt.Sprintf("mentor-%06d", i), biography(d, common)
		for range 3 + d.IntN(6) {
			m.Skills = append(m.Skills, portal.Skill{Topic: skill(), Level: portal.Level(d.IntN(5))})
		}
		p.Mentors = append(p.Mentors, m)
		r := &portal.Request{
			Languages: []string{languages[common(7)]}, Timezone: zones[d.IntN(4)], Windows: windows(), Goals: []portal.TopicRef{goal()},
			Style: portal.Style{Structure: 1 + d.IntN(5)}, Cycle: "next", Consent: today,
		}
		r.Slug = fmt.Sprintf("request-%06d", i)
		for range 3 {
			r.Needs = append(r.Needs, portal.Need{Topic: skill(), Goal: portal.Level(1 + d.IntN(4)), Want: portal.Wants()[d.IntN(3)]})
		}
		if d.IntN(3) == 0 {
			r.Move.To = skill()
		}
		p.Requests = append(p.Requests, r)
	}
	return p
}

// biography writes 250 words of which some are the names of topics, and most are
// rare: as in a language.
func biography(d *rand.Rand, common func(int) int) string {
	var b strings.Builder
	for range 250 {
		if word := common(5_000); d.IntN(20) == 0 {
			fmt.Fprintf(&b, "t%03d ", word%450)
		} else {
			fmt.Fprintf(&b, "word%dx ", word)
		}
	}
	return b.String()
}

// BenchmarkSuggestions returns the best five of 10,000 mentors to each of 10,000
// requests.
func BenchmarkSuggestions(b *testing.B) {
	p := metropolis(10_000)
	x := match.New(p)
	b.ReportAllocs()
	for b.Loop() {
		for _, r := range p.Requests {
			x.Query(r).Best(5)
		}
	}
}

// BenchmarkQuery returns the best five of 5,000 mentors to one request after another.
func BenchmarkQuery(b *testing.B) {
	p := metropolis(5_000)
	x := match.New(p)
	for i := 0; b.Loop(); i++ {
		x.Query(p.Requests[i%len(p.Requests)]).Best(5)
	}
}

// BenchmarkReasons does so with the evidence.
func BenchmarkReasons(b *testing.B) {
	p := metropolis(10_000)
	x := match.New(p)
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		x.Suggest(p.Requests[i%len(p.Requests)], 5)
	}
}

// BenchmarkStrangers asks for a topic that ten mentors have, among more and more
// others: the time must stay the same.
func BenchmarkStrangers(b *testing.B) {
	sizes := []int{1_000, 10_000, 100_000}
	if testing.Short() {
		sizes = sizes[:2] // inventing the largest takes 40 s
	}
	for _, n := range sizes {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			p := metropolis(n)
			rare := &portal.Topic{Title: "rare"}
			rare.Slug = "zz-rare"
			all := append(p.Topics.All(), rare)
			byKey := map[string]*portal.Topic{}
			for _, t := range all {
				byKey[t.Slug] = t
			}
			p.Topics = portal.NewTopics(all, byKey)
			for i := range 10 {
				m := p.Mentors[i*50]
				m.Languages, m.Availability.Status = []string{"en"}, portal.Open
				m.Skills = append(m.Skills, portal.Skill{Topic: ref("zz-rare"), Level: portal.Leads})
			}
			r := &portal.Request{Needs: []portal.Need{{Topic: ref("zz-rare")}}, Languages: []string{"en"}, Consent: today}
			x := match.New(p)
			for b.Loop() {
				if len(x.Query(r).Best(5)) != 5 {
					b.Fatal("not found")
				}
			}
		})
	}
}

// BenchmarkIndex makes an index; the figure per mentor is reported.
func BenchmarkIndex(b *testing.B) {
	p := metropolis(10_000)
	b.ReportAllocs()
	for b.Loop() {
		match.New(p)
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/10_000, "ns/mentor")
}

// BenchmarkAround returns what each profile shows of others, among 10,000.
func BenchmarkAround(b *testing.B) {
	p := metropolis(10_000)
	x := match.New(p)
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		x.Around(p.Mentors[i%len(p.Mentors)], 3, 3)
	}
}
